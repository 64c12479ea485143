/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/step-page.h"

G_BEGIN_DECLS

#define OVS_TYPE_FALLOUT_LIST (ovs_fallout_list_get_type ())
G_DECLARE_FINAL_TYPE (OvsFalloutList, ovs_fallout_list, OVS, FALLOUT_LIST, AdwBin)

/**
 * OvsFalloutList:
 *
 * The uitvallijst: who got no invitation, why, and what to do. Few people stand in groups by what is to be done, the urgent ones first,
 * with their buttons; many stand in the table. Below it who is on Loket's own list and unknown here.
 */

/** @page: on whose behalf it invites and tells. */
GtkWidget *ovs_fallout_list_new           (OvsStepPage *page);

/** Looks again. */
void       ovs_fallout_list_update        (OvsFalloutList *self);

/** Shows only who is without any portal, or everybody. */
void       ovs_fallout_list_set_stranded  (OvsFalloutList *self, gboolean stranded);
gboolean   ovs_fallout_list_get_stranded  (OvsFalloutList *self);

void       ovs_fallout_list_set_search    (OvsFalloutList *self, const char *text);

/** Who can be invited right now. Returns: (transfer full) (element-type gint64). */
GArray    *ovs_fallout_list_get_invitable (OvsFalloutList *self);

G_END_DECLS
