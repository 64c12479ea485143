/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/letter-state.h"
#include "dossier/transaction.h"
#include "letters/field-values.h"
#include "letters/piece-text.h"

G_BEGIN_DECLS

/**
 * OvsLetter:
 * @employer: 0: to Loket, or for the office itself
 * @wave: number of its round, 0 for none
 * @round_day: the day of the round that it tells; %OVS_NO_DAY where it tells none
 * @recipient_name: (nullable): the contact at the client
 * @recipient: (nullable): the contact's e-mail address
 * @text: paragraphs with a blank line between them; lines that begin with "- " or "1. " are a list, one that begins with "# " is a heading
 * @values: what its fields stand for
 * @filled: (element-type OvsLetterSpan): in @text
 * @problems: (element-type utf8): sentences about what keeps it from going out; empty when it can
 * @lacks_address: the first problem is that it cannot go by mail; it could on paper
 * @needless: there is nothing that it could tell this client: no problem to solve, but no letter either; one of the problems says so
 * @language: (nullable): NULL for Dutch
 * @made_on: today, as the dossier sees it
 * @toolkit_file: (nullable): path of the file of Loket's toolkit that goes along, or in place of an enclosed text
 * @advice: (nullable): a sentence about what would make it better; it can go without
 * @enclosed: (element-type OvsLetter): what goes along with it for the client to pass on, filled in for the same client
 *
 * A piece with everything filled in. Everything is owned; free with ovs_letter_free().
 */
typedef struct
{
  OvsPiece piece;
  gint64 employer;
  gint64 wave;
  OvsDay round_day;
  char *employer_number;
  char *employer_name;
  char *recipient_name;
  char *recipient;
  char *subject;
  char *text;
  OvsFieldValues *values;
  GArray *filled;
  GPtrArray *problems;
  gboolean lacks_address;
  gboolean needless;
  const char *language;
  OvsDay made_on;
  char *toolkit_file;
  char *advice;
  GPtrArray *enclosed;
} OvsLetter;

void       ovs_letter_free    (OvsLetter *letter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsLetter, ovs_letter_free)

/**
 * ovs_letter_compose:
 * @text: the piece as the office has it
 * @employer: id of the client; 0 for a piece that is not for one
 * @wave: id of the round; 0 for that of the client
 *
 * Fills in a piece for one client: all facts are those of this client alone, and its contact is the one to whom it goes. Who takes no part
 * any more gets nothing but the withdrawal: that is a problem too, and so is what keeps anything enclosed from going. Its numbers are those of the last check. Returns: (transfer full) (nullable):
 * NULL where there is no such client.
 */
OvsLetter *ovs_letter_compose (OvsTx *tx, const OvsPieceText *text, gint64 employer, gint64 wave);

/** Whether it may go out this way: without problems, or on paper with no other than that an address lacks. */
gboolean   ovs_letter_may_go  (const OvsLetter *letter, OvsWay way);

/** The name of its files without an ending: the piece, the client's number and name, the day; nothing of a person. Returns: (transfer full). */
char      *ovs_letter_file_name (const OvsLetter *letter);

G_END_DECLS
