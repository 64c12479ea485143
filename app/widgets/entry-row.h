/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * An AdwEntryRow (floating) with this title that tells screen readers where the focus is. GTK 4.8 keeps the text inside the row from
 * them, and that is what takes the focus.
 */
GtkWidget *ovs_entry_row_new (const char *title);

G_END_DECLS
