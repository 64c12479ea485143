/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "letters/lint-finding.h"

G_BEGIN_DECLS

#define OVS_TYPE_PIECE_SOURCE (ovs_piece_source_get_type ())
G_DECLARE_FINAL_TYPE (OvsPieceSource, ovs_piece_source, OVS, PIECE_SOURCE, AdwBin)

/**
 * OvsPieceSource:
 *
 * The text of a piece as it is written: fields stand out, and what is wrong is underlined. What is typed can be taken back with Ctrl+Z.
 *
 * #OvsPieceSource::changed: the text is another now.
 */
OvsPieceSource *ovs_piece_source_new           (void);

/** Shows a text that was read; typing starts anew. */
void            ovs_piece_source_set_text      (OvsPieceSource *self, const char *text);

/** Puts @text in the place of all, as one step that Ctrl+Z takes back. */
void            ovs_piece_source_replace       (OvsPieceSource *self, const char *text);

/** Takes the last step back. */
void            ovs_piece_source_undo          (OvsPieceSource *self);

/** Returns: (transfer full). */
char           *ovs_piece_source_get_text      (OvsPieceSource *self);

/** Puts @before where the cursor is and @after behind it, or both around what is selected. */
void            ovs_piece_source_insert        (OvsPieceSource *self, const char *before, const char *after);

/** Underlines what the findings are about. (element-type OvsLintFinding). */
void            ovs_piece_source_show_findings (OvsPieceSource *self, const GPtrArray *findings);

/** Selects what a finding is about, and puts the cursor there. */
void            ovs_piece_source_go_to         (OvsPieceSource *self, const OvsLintFinding *finding);

G_END_DECLS
