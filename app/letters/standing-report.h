/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/standing-clients.h"

G_BEGIN_DECLS

/**
 * OvsStandingGroup:
 * @name: (nullable): of a client or colleague; NULL for a round, for the whole, and for clients without a colleague
 * @round: number of a round; 0 for the clients without one, and for what is no round
 * @day: of the round
 * @clients: how many are in it; 0 for one client
 * @lists: the sizes of their lists, see dossier/outcome-list.h
 * @week_ago: the same at the end of the day a week ago
 *
 * How some clients stand together.
 */
typedef struct
{
  char *name;
  gint64 round;
  OvsDay day;
  guint clients;
  gint64 lists[OVS_N_OUTCOME_LISTS];
  gint64 week_ago[OVS_N_OUTCOME_LISTS];
} OvsStandingGroup;

/**
 * OvsStandingReport:
 * @firm: (nullable)
 * @as_of: instant of the latest word of Loket, 0 for none
 * @rounds: (element-type OvsStandingGroup): by number, the clients without one last
 * @handlers: (element-type OvsStandingGroup): by name
 * @clients: (element-type OvsStandingGroup): where most is open first
 *
 * How the conversion stands, for who leads it: numbers only, of clients of whom something was sent or somebody stands in a list.
 */
typedef struct
{
  char *firm;
  OvsDay today;
  gint64 as_of;
  OvsStandingGroup *whole;
  GPtrArray *rounds;
  GPtrArray *handlers;
  GPtrArray *clients;
} OvsStandingReport;

/** Counts everybody anew. @filter: (nullable): see dossier/client-filter.h. Returns: (transfer full). */
OvsStandingReport *ovs_standing_report_read (OvsTx *tx, const char *filter);
void               ovs_standing_report_free (OvsStandingReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsStandingReport, ovs_standing_report_free)

/** How many more are in a list than a week ago. */
gint64             ovs_standing_group_more  (const OvsStandingGroup *group, OvsOutcomeList list);

/** How many people of a group are not at an end yet: on the fallout list, unknown or waiting. */
gint64             ovs_standing_group_open  (const OvsStandingGroup *group);

G_END_DECLS
