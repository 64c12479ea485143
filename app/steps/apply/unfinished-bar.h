/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dossier/runs.h"

G_BEGIN_DECLS

#define OVS_TYPE_UNFINISHED_BAR (ovs_unfinished_bar_get_type ())
G_DECLARE_FINAL_TYPE (OvsUnfinishedBar, ovs_unfinished_bar, OVS, UNFINISHED_BAR, AdwBin)

/**
 * OvsUnfinishedBar:
 *
 * A bar over Toepassen: a run that did not come to its end, what it left, and going on. Hidden where there is none.
 *
 * Signal "resume": to go on is asked for.
 */
GtkWidget *ovs_unfinished_bar_new  (void);

/** @unfinished: (nullable): NULL hides it. @possible: whether it can go on now. */
void       ovs_unfinished_bar_show (OvsUnfinishedBar *self, const OvsUnfinishedRun *unfinished, gboolean possible);

/** The line of the step list: what waits, in few words. Returns: (transfer full). */
char      *ovs_unfinished_bar_line (const OvsUnfinishedRun *unfinished);

G_END_DECLS
