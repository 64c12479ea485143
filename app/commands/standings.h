/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "commands/invocation.h"
#include "dossier/outcomes.h"

G_BEGIN_DECLS

/**
 * OvsStandings:
 * @wave: of which round, 0 for all
 * @requests: how many requests that change something were sent to Loket so far
 *
 * How the conversion of the dossier, or of a round, stands.
 */
typedef struct
{
  gint64 wave;
  OvsOutcomeCounts counts;
  gint64 requests;
} OvsStandings;

/** Counts them, today by the dossier's clock. */
gboolean ovs_standings_read (OvsDossier *dossier, OvsStandings *standings, GError **error);

/** The same of the clients of one round (its id); 0: of the whole dossier. */
gboolean ovs_standings_read_wave (OvsDossier *dossier, gint64 wave, OvsStandings *standings, GError **error);

/** Adds `submitted`, `invited`, `fallout`, `unknown`, `blocked`, `stranded`. */
void ovs_standings_add_applied (OvsJsonWriter *json, const OvsStandings *standings);

/**
 * Adds `linked`, `expired`, `failed`, `both_portals` and `as_of`: what `track` tells beside what apply() has
 * under the same names.
 * @as_of: the instant of which they are
 */
void ovs_standings_add_tracked (OvsJsonWriter *json, const OvsStandings *standings, gint64 as_of);

/** Who is unknown to `track`: also those of whom it is not known whether they have a portal at all. */
gint64 ovs_standings_unknown (const OvsStandings *standings);

/** The same for people. */
void ovs_standings_say_applied (OvsInvocation *invocation, const OvsStandings *standings);
void ovs_standings_say_tracked (OvsInvocation *invocation, const OvsStandings *standings);

G_END_DECLS
