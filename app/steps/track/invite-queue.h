/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/step-page.h"

G_BEGIN_DECLS

#define OVS_TYPE_INVITE_QUEUE (ovs_invite_queue_get_type ())
G_DECLARE_FINAL_TYPE (OvsInviteQueue, ovs_invite_queue, OVS, INVITE_QUEUE, GObject)

/**
 * OvsInviteQueue:
 *
 * Invitations that go out a moment after they were asked for. Until then the last one asked for can be taken back; each new one gives the others
 * another moment. What is asked for while some are being sent goes after them. One for each workspace.
 */

/** The queue of @workspace, which owns it. Returns: (transfer none). */
OvsInviteQueue *ovs_invite_queue_get (OvsWorkspace *workspace);

/**
 * Adds people, and tells so on @page with a way back.
 * @people: (element-type gint64) (transfer full). @name: (nullable): that of the only one. @again: also who was invited today
 */
void            ovs_invite_queue_add (OvsInviteQueue *self, OvsStepPage *page, GArray *people, const char *name, gboolean again);

gboolean        ovs_invite_queue_has (OvsInviteQueue *self, gint64 employee);

G_END_DECLS
