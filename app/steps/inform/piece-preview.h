/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "letters/letter.h"
#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_PIECE_PREVIEW (ovs_piece_preview_get_type ())
G_DECLARE_FINAL_TYPE (OvsPiecePreview, ovs_piece_preview, OVS, PIECE_PREVIEW, AdwBin)

/**
 * OvsPiecePreview:
 *
 * A piece as a client gets it, that is chosen here from those that it is for. What keeps it from this client stands above it.
 *
 * #OvsPiecePreview::composed: another letter is shown.
 */
OvsPiecePreview *ovs_piece_preview_new        (OvsWorkspace *workspace, OvsPiece piece);

/**
 * Shows what @source makes. Where it is no template the letter of before remains, and it says so. @language: (nullable): NULL for Dutch; of the
 * list of ovs_piece_languages().
 */
void             ovs_piece_preview_set_source (OvsPiecePreview *self, const char *language, const char *source);

/** The letter that is shown. Returns: (transfer none) (nullable): valid until the next ::composed. */
const OvsLetter *ovs_piece_preview_get_letter (OvsPiecePreview *self);

G_END_DECLS
