/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/apply/route-figures.h"

G_BEGIN_DECLS

#define OVS_TYPE_RECONCILE_LIST (ovs_reconcile_list_get_type ())
G_DECLARE_FINAL_TYPE (OvsReconcileList, ovs_reconcile_list, OVS, RECONCILE_LIST, AdwBin)

/**
 * OvsReconcileList:
 *
 * What was submitted beside what Loket's files tell, with the sum in one line; apart from it whom only the files know.
 *
 * Signal "open" (int list): an #OvsReconciled was pressed.
 */
GtkWidget *ovs_reconcile_list_new  (void);
void       ovs_reconcile_list_show (OvsReconcileList *self, const OvsRouteFigures *figures);

/** The title of a list. Returns: (transfer none). */
const char *ovs_reconcile_list_title (OvsReconciled list);

G_END_DECLS
