/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/day.h"

G_BEGIN_DECLS

/**
 * ovs_ask_day_async:
 * @heading: the question, with its numbers
 * @today: what is chosen at first; a later day cannot be chosen
 *
 * Asks on which day clients were informed, and for a note. ovs_ask_day_finish() gives the day, %OVS_NO_DAY when the user thought
 * better of it; @note: (out) (transfer full) (nullable).
 */
void   ovs_ask_day_async  (GtkWindow *parent, const char *heading, OvsDay today, GAsyncReadyCallback callback, gpointer user_data);
OvsDay ovs_ask_day_finish (GAsyncResult *result, char **note);

G_END_DECLS
