/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/outcome-list.h"
#include "dossier/tally-sums.h"
#include "rules/judge.h"

G_BEGIN_DECLS

/**
 * OvsTally:
 * @findings: those that are not accepted
 * @fallen: can go over, but was submitted before: on the uitvallijst, or unknown
 * @to_block: can go over, was not submitted before, and still has Werknemerloket as far as is known
 * @as_of: instant of the latest word of Loket itself, 0 for none
 *
 * How many people have what, as of the last check. Kept per client in the dossier and made again with every judgement, so that a sum over
 * all clients costs the same with a hundred people as with a million. In the file each number stands under the code of what it counts.
 */
typedef struct
{
  gint64 people;
  gint64 dispositions[OVS_N_DISPOSITIONS];
  gint64 reasons[OVS_N_REASONS];
  gint64 findings[OVS_N_FINDINGS];
  gint64 fallen;
  gint64 to_block;
  OvsOutcomeCounts outcomes;
  gint64 lists[OVS_N_OUTCOME_LISTS];
  gint64 as_of;
} OvsTally;

/** The sums over all clients. @handler: (nullable): of this colleague's only. @selected: of those that take part only. */
void ovs_tally_read        (OvsTx *tx, const char *handler, gboolean selected, OvsTally *tally);

/** Counts anew, of these clients (element-type gint64), only what came of the conversion: for who wrote down what Loket said of them. */
void        ovs_tally_make_outcomes (OvsTx *tx, OvsDay today, const GArray *employers);

/** The same of one client; 0: of all, whether they take part or not. */
void ovs_tally_read_client (OvsTx *tx, gint64 employer, OvsTally *tally);

/** For this room: counts everybody, or the clients of the people in temp.wanted, anew. @today: the day on which being active is judged. */
void ovs_tally_make        (OvsTx *tx, OvsDay today);
void ovs_tally_make_wanted (OvsTx *tx, OvsDay today);

/** For this room: the same for everybody, who were counted into @sums as they were judged. */
void ovs_tally_make_of     (OvsTx *tx, OvsDay today, OvsTallySums *sums);

G_END_DECLS
