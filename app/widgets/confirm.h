/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ovs_confirm_async:
 * @parent: the window
 * @heading: the question, with its numbers
 * @body: what follows from it
 * @verb: on the button that does it
 * @number: when above 0, this number has to be typed first
 *
 * Asks before something that cannot be undone. ovs_confirm_finish() is TRUE when the user went on.
 */
void     ovs_confirm_async  (GtkWindow *parent, const char *heading, const char *body, const char *verb, guint number,
                             GAsyncReadyCallback callback, gpointer user_data);
gboolean ovs_confirm_finish (GAsyncResult *result);

G_END_DECLS
