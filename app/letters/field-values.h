/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/letter-facts.h"
#include "letters/piece.h"

G_BEGIN_DECLS

/**
 * OvsFieldValues:
 *
 * What the merge fields of one letter stand for. A value is one line, but for an address or a list; control characters and marks that turn the
 * direction of reading around are gone from it. Counted by references; every thread may read it.
 */
typedef struct _OvsFieldValues OvsFieldValues;

/**
 * The values of the office alone, or also those of a client. @facts: (nullable). @wave: id of the round of a letter that is not for one client,
 * 0 for none. Returns: (transfer full).
 */
OvsFieldValues *ovs_field_values_read   (OvsTx *tx, OvsPiece piece, const OvsLetterFacts *facts, gint64 wave);
OvsFieldValues *ovs_field_values_ref    (OvsFieldValues *values);
void            ovs_field_values_free   (OvsFieldValues *values);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsFieldValues, ovs_field_values_free)

/** An #OvsTemplateLookup with the values as its data: "" where a field has none, NULL where there is no such field. */
const char     *ovs_field_values_lookup (const char *name, gpointer values);

/** The day of the round; %OVS_NO_DAY for none. */
OvsDay          ovs_field_values_get_round_day (const OvsFieldValues *values);

/** The number of the round; 0 for none. */
gint64          ovs_field_values_get_round (const OvsFieldValues *values);

G_END_DECLS
