/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/track/track-view.h"

G_BEGIN_DECLS

#define OVS_TYPE_FALLOUT_LIST (ovs_fallout_list_get_type ())
G_DECLARE_FINAL_TYPE (OvsFalloutList, ovs_fallout_list, OVS, FALLOUT_LIST, OvsTrackView)

/**
 * OvsFalloutList:
 *
 * The uitvallijst: who got no invitation, why, and what to do. Few people stand in groups by what is to be done, the urgent ones first,
 * with their buttons; many stand in the table. Below it who is on Loket's own list and unknown here.
 */

GtkWidget *ovs_fallout_list_new          (OvsStepPage *page);

/** Shows only who is without any portal, or everybody. */
void       ovs_fallout_list_set_stranded (OvsFalloutList *self, gboolean stranded);

G_END_DECLS
