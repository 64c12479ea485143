/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ovs_ask_reason_async:
 * @heading: the question, with its numbers
 * @body: what follows from it
 * @verb: on the button that does it
 * @ready: (array zero-terminated=1): reasons to choose from; another one can always be typed
 *
 * Asks for the reason of a decision. ovs_ask_reason_finish() gives it (transfer full), NULL when the user thought better of it.
 */
void  ovs_ask_reason_async  (GtkWindow *parent, const char *heading, const char *body, const char *verb, const char *const *ready,
                             GAsyncReadyCallback callback, gpointer user_data);
char *ovs_ask_reason_finish (GAsyncResult *result);

G_END_DECLS
