/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "base/day.h"

G_BEGIN_DECLS

/* An AdwEntryRow in which a day is typed: d-m-jjjj, or d-m of this year. */

GtkWidget *ovs_day_row_new (const char *title);

/** Reads what is typed. @day: (out): %OVS_NO_DAY where nothing is. FALSE, and an error on the row, for anything but a day. */
gboolean   ovs_day_row_get (GtkWidget *row, OvsDay today, OvsDay *day);

G_END_DECLS
