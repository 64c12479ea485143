/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "intake/run.h"

G_BEGIN_DECLS

/*
 * For this room: each reads all rows of one kind of file. FALSE with @error set, or after a failure of SQL,
 * refuses the file as a whole. What is counted stands in the tally that is named.
 */

/** Clients of the firm; counted in run->employers. Those that are not in the file stay as they are. */
gboolean ovs_intake_employers (OvsIntakeRun *run, GError **error);

/** People with their employments; counted in run->people. Marks who is missing. */
gboolean ovs_intake_employees (OvsIntakeRun *run, GError **error);

/** Observed access of known people; counted in run->people. */
gboolean ovs_intake_status    (OvsIntakeRun *run, GError **error);

/** Loket's uitvallijst; counted in run->entries. Who is not known is kept apart. */
gboolean ovs_intake_fallout   (OvsIntakeRun *run, GError **error);

/** What a client filled in on its list; counted in run->people. Who has no answer is passed over. */
gboolean ovs_intake_corrections (OvsIntakeRun *run, GError **error);
/** People and clients that were fetched from Loket (dossier/fetched.h); counted in run->people and run->employers. */
gboolean ovs_intake_fetched   (OvsIntakeRun *run, GError **error);

/*
 * And what the last one shares with the others.
 */

/** Stores one client; counted in run->employers. FALSE when the file writes its number in two ways, or after a failure of SQL. */
gboolean ovs_intake_take_employer (OvsIntakeRun *run, const OvsCsvRow *row, gpointer unused, GError **error);

/** Marks the people of the clients in run->employers who are not in run->people. */
void     ovs_intake_mark_missing  (OvsIntakeRun *run);

G_END_DECLS
