/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "commands/invocation.h"

G_BEGIN_DECLS

/* The commands, each in a file of its own: see OvsCommandFunc. */

gboolean ovs_command_new (OvsInvocation *invocation, GError **error);
gboolean ovs_command_import (OvsInvocation *invocation, GError **error);
gboolean ovs_command_fetch (OvsInvocation *invocation, GError **error);
gboolean ovs_command_select (OvsInvocation *invocation, GError **error);
gboolean ovs_command_check (OvsInvocation *invocation, GError **error);
gboolean ovs_command_exclude (OvsInvocation *invocation, GError **error);
gboolean ovs_command_mend (OvsInvocation *invocation, GError **error);
gboolean ovs_command_inform (OvsInvocation *invocation, GError **error);
gboolean ovs_command_waves (OvsInvocation *invocation, GError **error);
gboolean ovs_command_letters (OvsInvocation *invocation, GError **error);
gboolean ovs_command_send (OvsInvocation *invocation, GError **error);
gboolean ovs_command_undo (OvsInvocation *invocation, GError **error);
gboolean ovs_command_accept (OvsInvocation *invocation, GError **error);
gboolean ovs_command_connect (OvsInvocation *invocation, GError **error);
gboolean ovs_command_apply (OvsInvocation *invocation, GError **error);
gboolean ovs_command_submit (OvsInvocation *invocation, GError **error);
gboolean ovs_command_tick (OvsInvocation *invocation, GError **error);
gboolean ovs_command_question (OvsInvocation *invocation, GError **error);
gboolean ovs_command_questions (OvsInvocation *invocation, GError **error);
gboolean ovs_command_reconcile (OvsInvocation *invocation, GError **error);
gboolean ovs_command_track (OvsInvocation *invocation, GError **error);
gboolean ovs_command_fallout (OvsInvocation *invocation, GError **error);
gboolean ovs_command_reinvite (OvsInvocation *invocation, GError **error);
gboolean ovs_command_no_access (OvsInvocation *invocation, GError **error);
gboolean ovs_command_snooze (OvsInvocation *invocation, GError **error);
gboolean ovs_command_story (OvsInvocation *invocation, GError **error);
gboolean ovs_command_follow_up (OvsInvocation *invocation, GError **error);
gboolean ovs_command_close (OvsInvocation *invocation, GError **error);
gboolean ovs_command_rollback (OvsInvocation *invocation, GError **error);
gboolean ovs_command_export (OvsInvocation *invocation, GError **error);
gboolean ovs_command_verify (OvsInvocation *invocation, GError **error);
gboolean ovs_command_backups (OvsInvocation *invocation, GError **error);
gboolean ovs_command_purge (OvsInvocation *invocation, GError **error);
gboolean ovs_command_practice (OvsInvocation *invocation, GError **error);
gboolean ovs_command_demo (OvsInvocation *invocation, GError **error);

G_END_DECLS
