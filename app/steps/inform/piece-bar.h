/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * The header bar of the window in which a piece is written, with what its `editor.` actions do. @window_title: (out) (transfer none): to say how the
 * text stands. @preview: (out) (transfer none): the toggle for the letter beside the text.
 */
GtkWidget *ovs_piece_bar_new (const char *title, GtkWidget **window_title, GtkWidget **preview);

G_END_DECLS
