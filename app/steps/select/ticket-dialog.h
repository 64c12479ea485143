/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/day.h"

G_BEGIN_DECLS

/** Asks for number and day of the ticket to Loket. @number: (nullable): as it was noted before; @day likewise, %OVS_NO_DAY for today. */
void  ovs_ticket_dialog_async  (GtkWindow *parent, const char *number, OvsDay day, OvsDay today, GAsyncReadyCallback callback, gpointer user_data);

/** Returns: (transfer full) (nullable): the number, maybe ""; NULL when the user thought better of it. @day: (out). */
char *ovs_ticket_dialog_finish (GAsyncResult *result, OvsDay *day);

G_END_DECLS
