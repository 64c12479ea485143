/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "letters/lint-finding.h"

G_BEGIN_DECLS

#define OVS_TYPE_PIECE_FINDINGS (ovs_piece_findings_get_type ())
G_DECLARE_FINAL_TYPE (OvsPieceFindings, ovs_piece_findings, OVS, PIECE_FINDINGS, AdwBin)

/**
 * OvsPieceFindings:
 *
 * What is wrong with the text of a piece: how much of it there is, and a row for each.
 *
 * #OvsPieceFindings::chosen: (pointer: const OvsLintFinding, valid until other ones are shown): the user wants to go there.
 */
OvsPieceFindings *ovs_piece_findings_new  (void);

/** @findings: (element-type OvsLintFinding). @round_day: of the letter that is looked at, %OVS_NO_DAY for none. */
void              ovs_piece_findings_show (OvsPieceFindings *self, GPtrArray *findings, OvsDay round_day);

G_END_DECLS
