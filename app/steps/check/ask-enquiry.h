/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/day.h"

G_BEGIN_DECLS

/**
 * ovs_ask_enquiry_async:
 * @heading: the question, with its numbers
 * @verb: on the button that makes the lists
 *
 * Asks by which day the lists are to be back, and in which folder they come; both are filled in. ovs_ask_enquiry_finish() gives the folder
 * (transfer full) (nullable): NULL when the user thought better of it.
 */
void  ovs_ask_enquiry_async  (GtkWindow *parent, const char *heading, const char *verb, OvsDay today, GAsyncReadyCallback callback,
                              gpointer user_data);
char *ovs_ask_enquiry_finish (GAsyncResult *result, OvsDay *deadline);

G_END_DECLS
