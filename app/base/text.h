/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ovs_text_clean:
 * @text: (nullable): UTF-8
 *
 * The text as people mean it: NFC, every white space (no-break spaces too) to a single space, none at the ends.
 * Returns: (transfer full): never NULL, empty for NULL.
 */
char *ovs_text_clean  (const char *text);

/**
 * ovs_text_fold:
 *
 * The key by which texts are compared: NFKD without marks, then case-folded, cleaned as by ovs_text_clean(). Letters
 * that are no letter plus mark (ł, ø, đ) stay as they are.
 * Returns: (transfer full): never NULL.
 */
char *ovs_text_fold   (const char *text);

/**
 * ovs_text_header_key:
 *
 * The key by which column heads are compared: ovs_text_fold() with letters and digits only, so that
 * "E-mailadres privé" and "Emailadres prive" are one.
 * Returns: (transfer full): never NULL.
 */
char *ovs_text_header_key (const char *text);

/**
 * ovs_text_number_key:
 *
 * The key by which employer and employee numbers are compared: cleaned, without leading zeros ("00123" is "123"), "0" for
 * zeros only. A number may hold letters; these are folded. Empty for an empty text.
 * Returns: (transfer full): never NULL.
 */
char *ovs_text_number_key (const char *text);

/** Whether @character is one of the marks that turn the direction of reading around: a name with them can look like another one. */
gboolean ovs_text_turns_around (gunichar character);

G_END_DECLS
