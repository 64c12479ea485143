/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/**
 * OvsOverviewRow:
 * @invited: whose invitation to MijnLoket is pending
 * @over: who has access to MijnLoket
 * @fallout: who was submitted and got no invitation
 * @wave: number of its round, 0 for none
 * @wave_on: the day of the round
 *
 * How one client stands, in numbers of employees. Texts are borrowed and valid during the callback only; all
 * but @number are nullable.
 */
typedef struct
{
  gint64 id;
  const char *number;
  const char *name;
  const char *handler;
  gboolean selected;
  gint64 employees;
  gint64 ready;
  gint64 decide;
  gint64 stopper;
  gint64 left_out;
  gint64 invited;
  gint64 over;
  gint64 fallout;
  gint64 wave;
  OvsDay wave_on;
} OvsOverviewRow;

typedef void (*OvsOverviewFunc) (const OvsOverviewRow *row, gpointer data);

/** Every client of the dossier by round and number, judged on @today. Stores nothing. */
void ovs_overview_foreach (OvsTx *tx, OvsDay today, OvsOverviewFunc func, gpointer data);

/** How many requests that change something were sent to Loket for this dossier. */
gint64 ovs_overview_requests (OvsTx *tx);

/** The same of the clients of one round (its id). */
gint64 ovs_overview_requests_of_wave (OvsTx *tx, gint64 wave);

G_END_DECLS
