/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/*
 * What is decided about employees after the conversion. Each call is one step that can be taken back. All return how many employees were
 * changed, -1 with @error set.
 */

/**
 * Writes down that these employees (element-type gint64) need no access: an end state. @reason: why, for the trail and their story; not blank. Who is
 * over already is passed over: he has access.
 */
gint64 ovs_follow_up_set_no_access   (OvsTx *tx, const GArray *employees, const char *reason, GError **error);

/** They need access after all. */
gint64 ovs_follow_up_clear_no_access (OvsTx *tx, const GArray *employees);

/** Shows them as work from the day @until on; %OVS_NO_DAY: at once. Refuses a day that is not after today. */
gint64 ovs_follow_up_snooze          (OvsTx *tx, const GArray *employees, OvsDay until, GError **error);

/**
 * Puts a question about their address onto the lists of their clients (dossier/enquiries.h), until there is another address, or an invitation. Who is
 * over, needs no access or has such a question is passed over.
 */
gint64 ovs_follow_up_ask_client      (OvsTx *tx, const GArray *employees);

/** Why @employee needs no access, and since when. Returns: (transfer full) (nullable): NULL where he does. @since: (out) (optional). */
char  *ovs_follow_up_get_no_access   (OvsTx *tx, gint64 employee, OvsDay *since);

G_END_DECLS
