/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "conversion/plan.h"
#include "steps/workspace.h"

G_BEGIN_DECLS

/** Who answers questions, from which the number of questions a day follows. */
typedef struct
{
  gint64 colleagues;
  gint64 minutes_a_day; /* each */
  gint64 minutes;       /* for a question */
} OvsPlanStaff;

/** As the dossier keeps it; zeros where nobody said. In a thread of the dossier. */
OvsPlanStaff ovs_plan_staff_read (OvsTx *tx);

/** Makes the rounds of @plan (transfer full) real, and keeps what it was made with. @reason: (nullable): why clients know of it so late. */
void         ovs_plan_work_accept_async  (OvsWorkspace *workspace, OvsPlan *plan, const OvsPlanStaff *staff, const char *reason,
                                          GAsyncReadyCallback callback, gpointer user_data);

/** Returns: (transfer full) (nullable): what was done, in the user's language; NULL with @error set. */
char        *ovs_plan_work_accept_finish (GAsyncResult *result, GError **error);

/** Keeps what is filled in for the next time. */
void         ovs_plan_work_keep          (OvsWorkspace *workspace, const OvsPlanWish *wish, const OvsPlanStaff *staff);

G_END_DECLS
