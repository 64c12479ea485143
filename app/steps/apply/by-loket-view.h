/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/apply/route-figures.h"
#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_BY_LOKET_VIEW (ovs_by_loket_view_get_type ())
G_DECLARE_FINAL_TYPE (OvsByLoketView, ovs_by_loket_view, OVS, BY_LOKET_VIEW, AdwBin)

/**
 * OvsByLoketView:
 *
 * Loket converts: the steps from the client list to reading its files back, what Loket will do that the office did not decide, and what came
 * of it.
 *
 * Signals: "open-people" (int #OvsRouteList), "open-results" (int #OvsReconciled), "open-clients", "hand-in".
 */
GtkWidget *ovs_by_loket_view_new  (OvsWorkspace *workspace);

/** Shows a round, see dossier/routes.h. */
void       ovs_by_loket_view_show (OvsByLoketView *self, gint64 wave, const OvsRouteFigures *figures);

G_END_DECLS
