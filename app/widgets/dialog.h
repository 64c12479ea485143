/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * Shows a message dialog. libadwaita 1.2 makes its buttons twice, side by side and one above the other, and GTK 4.8 presents both to a
 * screen reader; here the set that nobody sees is kept from it. All responses must have been added.
 */
void ovs_dialog_present (AdwMessageDialog *dialog);

G_END_DECLS
