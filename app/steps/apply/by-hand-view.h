/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/apply/route-figures.h"
#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_BY_HAND_VIEW (ovs_by_hand_view_get_type ())
G_DECLARE_FINAL_TYPE (OvsByHandView, ovs_by_hand_view, OVS, BY_HAND_VIEW, AdwBin)

/**
 * OvsByHandView:
 *
 * The office converts in Loket itself: the clients to do, each to tick off; beside them what to press in Loket, and what came of it.
 *
 * Signals: "open-client" (gint64): its people, whom to tick and whom not. "open-results" (int #OvsReconciled). "chosen": another client is under
 * the cursor.
 */
GtkWidget *ovs_by_hand_view_new        (OvsWorkspace *workspace);

/** Shows a round, see dossier/routes.h. */
void       ovs_by_hand_view_show       (OvsByHandView *self, gint64 wave, const OvsRouteFigures *figures);
void       ovs_by_hand_view_set_search (OvsByHandView *self, const char *text);

/** The client under the cursor, 0 for none. */
gint64     ovs_by_hand_view_get_client (OvsByHandView *self);

G_END_DECLS
