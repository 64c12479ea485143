/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/route.h"
#include "steps/step-page.h"

G_BEGIN_DECLS

#define OVS_TYPE_APPLY_ROUTE_PAGE (ovs_apply_route_page_get_type ())
G_DECLARE_FINAL_TYPE (OvsApplyRoutePage, ovs_apply_route_page, OVS, APPLY_ROUTE_PAGE, AdwBin)

/**
 * OvsApplyRoutePage:
 *
 * What Toepassen shows of a round that does not go over the API. One for each of the other two routes is made with the page; the round is
 * set each time that another one is looked at.
 *
 * Signal "shown-changed": its foot or subtitle is another; the page that holds it then calls ovs_apply_route_page_show_foot().
 */

/** @route: %OVS_ROUTE_LOKET or %OVS_ROUTE_HAND. */
GtkWidget *ovs_apply_route_page_new       (OvsWorkspace *workspace, OvsRoute route);

/** Shows a round, as ovs_workspace_get_wave() has it. Called again with the same one it looks whether anything has changed. */
void       ovs_apply_route_page_set_wave  (OvsApplyRoutePage *self, gint64 wave);

/** Sets foot and subtitle of @page, and later answers to them. */
void       ovs_apply_route_page_show_foot (OvsApplyRoutePage *self, OvsStepPage *page);
void       ovs_apply_route_page_next      (OvsApplyRoutePage *self);
void       ovs_apply_route_page_plain     (OvsApplyRoutePage *self);
void       ovs_apply_route_page_search    (OvsApplyRoutePage *self, const char *text);
gboolean   ovs_apply_route_page_back      (OvsApplyRoutePage *self);

G_END_DECLS
