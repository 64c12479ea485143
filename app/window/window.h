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
GtkWidget *ovs_window_new         (GtkApplication *application);

/** Opens the dossier at @path, off the main thread; what goes wrong is said in the window. */
void       ovs_window_open        (OvsWindow *self, const char *path);

gboolean   ovs_window_has_dossier (OvsWindow *self);

G_END_DECLS
