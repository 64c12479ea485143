/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** An overlay whose toasts can be closed by name: libadwaita 1.2 has no word for their cross. */
GtkWidget *ovs_toasts_new      (void);

/**
 * Shows @toast (transfer full) in the place of the one that is shown: what would wait for its turn offers to undo another step by then. Of those
 * that come faster than they can be shown only the last is.
 */
void       ovs_toasts_tell     (GtkWidget *toasts, AdwToast *toast);

/** Whether toasts that come from now on stand higher, off what is at the bottom of the page. */
void       ovs_toasts_set_high (GtkWidget *toasts, gboolean high);

G_END_DECLS
