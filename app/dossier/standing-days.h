/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/outcome-list.h"

G_BEGIN_DECLS

/*
 * How the clients stood, day after day. Whenever the sizes of their lists are counted, those that differ from the day before are kept; the
 * last count of a day is that of the day. A day on which nothing was counted, or nothing had changed, is not there.
 */

/** The sizes of all lists at the end of @day. */
typedef struct
{
  OvsDay day;
  gint64 lists[OVS_N_OUTCOME_LISTS];
} OvsStandingDay;

/**
 * Each day on which a list of these clients had another size than before, the oldest first. @filter: (nullable): see dossier/client-filter.h.
 * Returns: (transfer full) (element-type OvsStandingDay).
 */
GArray *ovs_standing_days_read         (OvsTx *tx, const char *filter);

/** @lists: the sizes of this client's lists at the end of the day that was asked for. */
typedef void (*OvsStandingDayFunc) (gint64 employer, const gint64 lists[OVS_N_OUTCOME_LISTS], gpointer data);

/** Calls @func for each client of which something is known of @day or before. */
void    ovs_standing_days_of           (OvsTx *tx, OvsDay day, OvsStandingDayFunc func, gpointer data);

/** For dossier/tally: keeps what was counted today, of all clients or of those in temp.counted_client. */
void    ovs_standing_days_keep         (OvsTx *tx);
void    ovs_standing_days_keep_counted (OvsTx *tx);

G_END_DECLS
