/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/fallout-list.h"

typedef struct
{
  OvsFalloutFunc func;
  gpointer data;
} Listing;

static void
outcome_cb (const OvsOutcomeRow *outcome, gpointer data)
{
  Listing *listing = data;
  gboolean open = outcome->standing.outcome == OVS_OUTCOME_FALLOUT;

  if (!open && !outcome->was_fallout)
    return;
  OvsFalloutRow row = {
    .employee = outcome->employee,
    .employer_number = outcome->employer_number,
    .employee_number = outcome->employee_number,
    .code = outcome->reason,
    .message = outcome->message,
    .attempts = outcome->attempts,
    .resolved = outcome->no_access_needed
                || (!open && (outcome->standing.outcome == OVS_OUTCOME_INVITED || ovs_access_has_or_awaits (outcome->mijnloket))),
  };
  listing->func (&row, listing->data);
}

static void
unknown_cb (const char *employer_number,
            const char *employee_number,
            const char *name,
            const char *reason,
            gpointer data)
{
  Listing *listing = data;
  OvsFalloutRow row = {
    .employer_number = employer_number,
    .employee_number = employee_number,
    .name = name,
    .message = reason,
  };

  listing->func (&row, listing->data);
}

void
ovs_fallout_list (OvsTx *tx, OvsFalloutFunc func, gpointer data)
{
  Listing listing = { func, data };

  ovs_outcomes_foreach (tx, ovs_tx_today (tx), outcome_cb, &listing);
  ovs_outcomes_unknown_fallout (tx, unknown_cb, &listing);
}
