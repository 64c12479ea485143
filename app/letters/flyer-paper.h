/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "letters/letter.h"
#include "letters/pen.h"

G_BEGIN_DECLS

/** How large a flyer can be so that it fits on its one page. Returns: 0 where its letters would be too small to be read from a wall. */
double ovs_flyer_paper_fit  (PangoContext *context, const OvsLetter *letter);

/**
 * Draws a flyer for the wall, on one A4 page: the day, the steps, and whom to ask. @logo: (nullable). @scale: as ovs_flyer_paper_fit() found.
 * @tagged: as for ovs_letter_paper_draw().
 */
void   ovs_flyer_paper_draw (const OvsPen *pen, const OvsLetter *letter, cairo_surface_t *logo, double scale, gboolean tagged);

G_END_DECLS
