/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "letters/field-values.h"

G_BEGIN_DECLS

#define OVS_TYPE_PIECE_FIELDS (ovs_piece_fields_get_type ())
G_DECLARE_FINAL_TYPE (OvsPieceFields, ovs_piece_fields, OVS, PIECE_FIELDS, AdwBin)

/**
 * OvsPieceFields:
 *
 * A button that pops up all fields that a text can have: what each stands for, and what that is in the letter that is looked at.
 *
 * #OvsPieceFields::chosen: (string, string): this is to be put before and behind what is selected in the text.
 */
OvsPieceFields *ovs_piece_fields_new         (void);

/** What the fields stand for from now on. @values: (nullable): borrowed until the next call. */
void            ovs_piece_fields_set_values  (OvsPieceFields *self, OvsFieldValues *values);

G_END_DECLS
