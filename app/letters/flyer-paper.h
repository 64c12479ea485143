/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "letters/letter.h"
#include "letters/pen.h"

G_BEGIN_DECLS

/** Whether a flyer fits on its one page in letters that are read from a wall. */
gboolean ovs_flyer_paper_fits (PangoContext *context, const OvsLetter *letter);

/**
 * Draws a flyer for the wall, on one A4 page: the day, the steps, and whom to ask, as large as fits. @logo: (nullable). @tagged: as for
 * ovs_letter_paper_draw().
 */
void     ovs_flyer_paper_draw (const OvsPen *pen, const OvsLetter *letter, cairo_surface_t *logo, gboolean tagged);

G_END_DECLS
