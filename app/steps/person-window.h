/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_PERSON_WINDOW (ovs_person_window_get_type ())
G_DECLARE_FINAL_TYPE (OvsPersonWindow, ovs_person_window, OVS, PERSON_WINDOW, AdwWindow)

/**
 * OvsPersonWindow:
 *
 * One person's story: the accesses to both portals with where that is known from, what is known of him, notes, and a time line, the newest first.
 * From here everything of him is saved for who asks to see his data. It follows what changes in the dossier.
 */

/** Shows the employee with this id, in a window above that of @teller, whose window is told what was saved. */
void ovs_person_window_show (GtkWidget *teller, OvsWorkspace *workspace, gint64 employee);

G_END_DECLS
