/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ovs_ask_second_async:
 * @people: how many people it is about
 * @first: the name of who is at work
 *
 * Asks for the name of a second person who agrees, somebody else than @first. ovs_ask_second_finish() gives it (transfer full), NULL when
 * the user thought better of it.
 */
void  ovs_ask_second_async  (GtkWindow *parent, guint people, const char *first, GAsyncReadyCallback callback, gpointer user_data);
char *ovs_ask_second_finish (GAsyncResult *result);

G_END_DECLS
