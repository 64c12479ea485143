/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * What the text of a single cell is. A cell that needs cleaning is copied into @owned, an array that frees its texts; one
 * that does not is taken as it stands, so that a million rows cost no million copies.
 */

/** Without the apostrophe that keeps a spreadsheet from running it. Returns: (transfer none): within @cell. */
const char *ovs_cell_disarm         (const char *cell);

/** Disarmed, without the ="" that keeps zeros in a spreadsheet, and cleaned by ovs_text_clean(). Returns: (transfer none): @cell, a part of it, or of @owned. */
const char *ovs_cell_clean          (const char *cell, GPtrArray *owned);

/** Whether a spreadsheet would run @text: it begins with = + - @, a tab or a return. */
gboolean    ovs_cell_is_dangerous   (const char *text);

/** Whether nothing but white space is in @cell. */
gboolean    ovs_cell_is_blank       (const char *cell);

/** Whether the cleaned @text is empty or a word for it: `-`, `n.v.t.`, `nvt`, `onbekend`, `geen`, `0`. */
gboolean    ovs_cell_is_empty_word  (const char *text);

/** Whether the cleaned @text is an error of a spreadsheet, Dutch or English: `#N/B`, `#REF!`, `########`. */
gboolean    ovs_cell_is_sheet_error (const char *text);

/** Whether the cleaned @text is a number whose digits a spreadsheet has lost: `1,23E+11`. */
gboolean    ovs_cell_is_exponent    (const char *text);

/** Whether the cleaned @text is a number to which a program has added decimals: `7,0`, `1234.00`. */
gboolean    ovs_cell_is_decimal     (const char *text);

G_END_DECLS
