/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/sign.h"

G_BEGIN_DECLS

#define OVS_TYPE_NUMBER_ROW (ovs_number_row_get_type ())
G_DECLARE_FINAL_TYPE (OvsNumberRow, ovs_number_row, OVS, NUMBER_ROW, AdwActionRow)

/**
 * OvsNumberRow:
 *
 * A number and what it counts. Pressing it opens the people behind it ("activated" of AdwActionRow); with nobody behind it, it
 * cannot be pressed.
 */
GtkWidget *ovs_number_row_new (const char *title);

/** Shows @number with a @sign, and a @subtitle (nullable). */
void       ovs_number_row_set (OvsNumberRow *self, gint64 number, const char *subtitle, OvsSign sign);

/** A row that only says a number, and opens nothing. */
void       ovs_number_row_set_opens (OvsNumberRow *self, gboolean opens);

G_END_DECLS
