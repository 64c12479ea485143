/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/workspace.h"

G_BEGIN_DECLS

/*
 * The answers of Controleren, each one step of the dossier that can be taken back. All finish with ovs_answer_finish(), which returns how many
 * people it changed, or -1 with @error set.
 */

/** Another private address for one person; the numbers are those of client and employee. */
void   ovs_answer_mend_async    (OvsWorkspace *workspace, const char *employer, const char *employee, const char *email,
                                 gboolean done_in_loket, GAsyncReadyCallback callback, gpointer user_data);

/** Accepts the open warnings of @people (element-type gint64, transfer full) with a @reason; @finding: -1 for every warning. */
void   ovs_answer_accept_async  (OvsWorkspace *workspace, int finding, GArray *people, const char *reason,
                                 GAsyncReadyCallback callback, gpointer user_data);

/** Leaves @people (element-type gint64, transfer full) out, for a @reason; @on_paper: payroll prints their payslips. */
void   ovs_answer_exclude_async (OvsWorkspace *workspace, GArray *people, const char *reason, gboolean on_paper, GAsyncReadyCallback callback,
                                 gpointer user_data);

/** The mended addresses of @people (element-type gint64, transfer full) were changed in Loket. */
void   ovs_answer_tick_off_async (OvsWorkspace *workspace, GArray *people, GAsyncReadyCallback callback, gpointer user_data);

/** Lets @people (element-type gint64, transfer full) go along again. */
void   ovs_answer_include_async (OvsWorkspace *workspace, GArray *people, GAsyncReadyCallback callback, gpointer user_data);

gint64 ovs_answer_finish        (GAsyncResult *result, GError **error);

/** Shows a birth date whole, which goes into the trail. ovs_answer_birth_date_finish() gives %OVS_NO_DAY with @error set. */
void   ovs_answer_birth_date_async  (OvsWorkspace *workspace, gint64 employee, GAsyncReadyCallback callback, gpointer user_data);
OvsDay ovs_answer_birth_date_finish (GAsyncResult *result, GError **error);

G_END_DECLS
