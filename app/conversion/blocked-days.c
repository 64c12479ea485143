/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conversion/blocked-days.h"

#include "dossier/blocked-periods.h"

static const char *
keep (OvsBlockedDays *days, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (days->texts, text) : NULL;
}

static void
add_period (const OvsBlockedPeriod *period, gpointer data)
{
  OvsBlockedDays *days = data;
  OvsPlanBlocked blocked = { period->first, period->last, keep (days, period->handler), keep (days, period->reason) };

  g_array_append_val (days->periods, blocked);
}

OvsBlockedDays *
ovs_blocked_days_read (OvsTx *tx)
{
  OvsBlockedDays *days = g_new0 (OvsBlockedDays, 1);

  days->periods = g_array_new (FALSE, FALSE, sizeof (OvsPlanBlocked));
  days->texts = g_string_chunk_new (512);
  ovs_blocked_periods_foreach (tx, add_period, days);
  return days;
}

void
ovs_blocked_days_free (OvsBlockedDays *days)
{
  if (days == NULL)
    return;
  g_array_unref (days->periods);
  g_string_chunk_free (days->texts);
  g_free (days);
}
