/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define OVS_TYPE_PIECE_PAPER (ovs_piece_paper_get_type ())
G_DECLARE_FINAL_TYPE (OvsPiecePaper, ovs_piece_paper, OVS, PIECE_PAPER, AdwBin)

/** OvsPiecePaper: a letter as who gets it reads it, on white paper in every colour scheme, with what was filled in standing out. */
GtkWidget *ovs_piece_paper_new  (void);

/**
 * ovs_piece_paper_show:
 * @recipient: (nullable): to whom it goes
 * @text: as in letters/letter.h
 * @filled: (nullable) (element-type OvsLetterSpan): in @text
 *
 * Shows a letter. It stays where it was scrolled to when it is shown again with the same @text.
 */
void       ovs_piece_paper_show (OvsPiecePaper *self, const char *recipient, const char *subject, const char *text, const GArray *filled);

G_END_DECLS
