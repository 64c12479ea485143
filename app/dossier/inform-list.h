/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/letter-state.h"
#include "dossier/transaction.h"

G_BEGIN_DECLS

/**
 * OvsInformRow:
 * @contact_left: who is known as the contact has left the client
 * @note: what was written down when it was told by telephone
 * @wave: id of its round, 0 for none, like @wave_number
 * @wave_on: %OVS_NO_DAY while that has none
 * @submitted: whether anybody of it was converted, or begun with
 * @informed_on: the day on which the client got to know; %OVS_NO_DAY: not yet
 * @informed_at: when that was written down, like @sent_at microseconds since 1970, 0: never
 * @informed_by: who wrote that down
 * @has_letter: an announcement or a correction was made for it that did not lapse; the newest of them is in:
 * @letter_state, @letter_way
 * @letter_day: the day that it tells
 * @letter_at: when it got to that state, else was written
 * @letter_by: who made it
 * @sent_at: when the latest announcement or correction was sent
 * @told_day: the day of the round that this told
 *
 * A client that takes part, as far as informing goes. Texts but @number are nullable; valid during the callback.
 */
typedef struct
{
  gint64 id;
  const char *number;
  const char *name;
  const char *handler;
  const char *contact_name;
  const char *contact_phone;
  const char *contact_email;
  gboolean contact_left;
  const char *note;
  gint64 employees;
  gint64 wave;
  gint64 wave_number;
  OvsDay wave_on;
  gboolean submitted;
  OvsDay informed_on;
  gint64 informed_at;
  const char *informed_by;
  OvsDay employees_informed_on;
  OvsDay flyer_hangs_on;
  gboolean has_letter;
  OvsLetterState letter_state;
  OvsWay letter_way;
  OvsDay letter_day;
  gint64 letter_at;
  const char *letter_by;
  gint64 sent_at;
  OvsDay told_day;
} OvsInformRow;

typedef void (*OvsInformFunc) (const OvsInformRow *row, gpointer data);

/** Calls @func for each client that takes part, by number. @handler: (nullable): a filter of clients (dossier/client-filter.h). */
void ovs_inform_list_foreach (OvsTx *tx, const char *handler, OvsInformFunc func, gpointer data);

/** Calls @func for each of these clients that still takes part. */
void ovs_inform_list_read    (OvsTx *tx, const gint64 *ids, gsize n_ids, OvsInformFunc func, gpointer data);

G_END_DECLS
