/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dossier/tally.h"

G_BEGIN_DECLS

#define OVS_TYPE_FINDING_LIST (ovs_finding_list_get_type ())
G_DECLARE_FINAL_TYPE (OvsFindingList, ovs_finding_list, OVS, FINDING_LIST, GtkWidget)

/**
 * OvsFindingList:
 *
 * The exceptions by who says so, Loket's own first, each with why it matters and how many people have it. What nobody has is not shown.
 * Signal "chosen" (int OvsFinding): the user chose one.
 */
GtkWidget *ovs_finding_list_new    (void);

void       ovs_finding_list_show   (OvsFindingList *self, const OvsTally *counts);

/** Chooses one without telling; -1 none. */
void       ovs_finding_list_choose (OvsFindingList *self, int finding);

G_END_DECLS
