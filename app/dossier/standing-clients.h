/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/outcome-list.h"

G_BEGIN_DECLS

/** Against how many days before today a client is compared. */
#define OVS_STANDING_WEEK 7

/**
 * OvsStandingClient:
 * @wave: number of its round, 0 for none
 * @wave_on: the day of that
 * @as_of: instant of the latest word of Loket itself, 0 for none
 * @lists: the sizes of its lists now
 * @week_ago: the same at the end of the day a week before today
 *
 * How a client stands of whom somebody was sent, or stands in one of the lists. Texts are borrowed, nullable but for the number, and valid
 * during the callback only.
 */
typedef struct
{
  gint64 id;
  const char *number;
  const char *name;
  const char *handler;
  gint64 wave;
  OvsDay wave_on;
  gint64 as_of;
  gint64 lists[OVS_N_OUTCOME_LISTS];
  gint64 week_ago[OVS_N_OUTCOME_LISTS];
} OvsStandingClient;

typedef void (*OvsStandingClientFunc) (const OvsStandingClient *client, gpointer data);

/**
 * Calls @func for each such client by round and number. @filter: (nullable): see dossier/client-filter.h. @anew: counts everybody now, which takes
 * longer; else as they were counted last.
 */
void   ovs_standing_clients_foreach (OvsTx *tx, const char *filter, gboolean anew, OvsStandingClientFunc func, gpointer data);

/** Of how many people something was sent: each of them is in one of the lists invited, refused and unknown. */
gint64 ovs_standing_sent            (const gint64 lists[OVS_N_OUTCOME_LISTS]);

G_END_DECLS
