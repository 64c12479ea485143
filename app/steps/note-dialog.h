/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/day.h"

G_BEGIN_DECLS

/** Asks for a note about the client called @name, with a day to call back from @today on, or none. */
void  ovs_note_dialog_async  (GtkWindow *parent, const char *name, OvsDay today, GAsyncReadyCallback callback, gpointer user_data);

/** Returns: (transfer full) (nullable): the text; NULL when the user thought better of it. @call_back_on: (out): %OVS_NO_DAY for none. */
char *ovs_note_dialog_finish (GAsyncResult *result, OvsDay *call_back_on);

G_END_DECLS
