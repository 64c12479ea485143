/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** From this scale on there is room for one thing beside the other no more. */
#define OVS_TEXT_LARGE 1.3

/** How large the user's text is, 1 for the usual 11 points. */
double ovs_text_scale (GtkWidget *widget);

G_END_DECLS
