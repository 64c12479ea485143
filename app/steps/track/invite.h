/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/step-page.h"

G_BEGIN_DECLS

/**
 * ovs_invite_people:
 * @employees: ids; copied
 *
 * Invites these people anew and tells on @page what came of it. Asks first when somebody was invited today already, and when there
 * are many. They go out a moment later, together with whom is asked for meanwhile, so that it can be taken back until then (win.undo, or the toast);
 * where the window is closed before, at once. The workspace is busy while they are sent.
 */
void     ovs_invite_people     (OvsStepPage *page, const gint64 *employees, gsize n_employees);

/** Whether this employee is about to be invited, or is so right now. */
gboolean ovs_invite_is_waiting (OvsWorkspace *workspace, gint64 employee);

G_END_DECLS
