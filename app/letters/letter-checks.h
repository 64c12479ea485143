/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/letter-facts.h"
#include "letters/piece.h"

G_BEGIN_DECLS

/**
 * OvsLetterChecks:
 * @recipient_name: (nullable): the contact
 * @recipient: (nullable): the contact's e-mail address
 * @problems: (element-type utf8): sentences about what keeps the piece from going to this client
 * @lacks_address: the first of them is that there is no contact that it can be mailed to
 * @needless: there is nothing that it could tell
 *
 * To whom a piece goes at a client, and whether. Everything is owned; clear with ovs_letter_checks_clear().
 */
typedef struct
{
  char *recipient_name;
  char *recipient;
  GPtrArray *problems;
  gboolean lacks_address;
  gboolean needless;
} OvsLetterChecks;

void ovs_letter_checks_clear (OvsLetterChecks *checks);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OvsLetterChecks, ovs_letter_checks_clear)

/** @wave: id of the round that is meant; 0 for that of the client. @checks: (out). */
void ovs_letter_checks_make  (OvsPiece piece, const OvsLetterFacts *facts, gint64 wave, OvsDay today, OvsLetterChecks *checks);

G_END_DECLS
