/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define OVS_TYPE_WINDOW (ovs_window_get_type ())
G_DECLARE_FINAL_TYPE (OvsWindow, ovs_window, OVS, WINDOW, AdwApplicationWindow)

/**
 * OvsWindow:
 *
 * A window: the first start, or one dossier with its five steps.
 */
GtkWidget *ovs_window_new  (GtkApplication *application);

/**
 * ovs_window_open:
 * @from: (nullable): the window where it was asked
 *
 * Shows the dossier at @path, opened off the main thread; what goes wrong is said in the window. The window that has it already
 * comes to the front, else it opens in @from or another one that has no dossier, else in a new one.
 */
void       ovs_window_open (GtkApplication *application, OvsWindow *from, const char *path);

G_END_DECLS
