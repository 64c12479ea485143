/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/**
 * OvsLetterFacts:
 * @contact_left: who is known as the contact has left the client
 * @selected: it takes part
 * @uses_leave: in Werknemerloket, as far as is known; so are the next two
 * @wave: id of its round, 0 for none
 * @in_service: whom the conversion concerns, done or not
 * @without_email: has no private address, or none that can be one
 * @to_ask: about whom only the client can tell what lacks
 * @left_in_2025: who keeps Werknemerloket until October 2026, or did
 * @told_day: the day of the round that the latest announcement told which was sent; %OVS_NO_DAY for none
 * @answer_on: the day by which the list that was asked for last is to be back; %OVS_NO_DAY for none
 *
 * What letters tell of one client. Texts are owned and nullable, but for the number. Begins empty; clear with ovs_letter_facts_clear(). There is
 * nothing in it that tells who an employee is.
 */
typedef struct
{
  gint64 employer;
  char *number;
  char *name;
  char *contact_name;
  char *contact_email;
  char *handler;
  gboolean contact_left;
  gboolean selected;
  gboolean uses_leave;
  gboolean uses_expenses;
  gboolean uses_changes;
  gint64 wave;
  gint64 wave_number;
  OvsDay wave_on;
  gint64 in_service;
  gint64 without_email;
  gint64 to_ask;
  gint64 left_in_2025;
  gint64 submitted;
  gint64 invited;
  gint64 not_invited;
  gint64 over;
  gint64 waiting;
  gint64 stranded;
  OvsDay told_day;
  OvsDay answer_on;
} OvsLetterFacts;

/** Reads those of one client, of the last check. FALSE (and empty @facts) where there is none. */
gboolean ovs_letter_facts_read  (OvsTx *tx, gint64 employer, OvsLetterFacts *facts);
void     ovs_letter_facts_clear (OvsLetterFacts *facts);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OvsLetterFacts, ovs_letter_facts_clear)

G_END_DECLS
