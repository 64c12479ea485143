/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Whether @digits, eight or nine of them (a spreadsheet takes the zero in front), pass the eleven-test: 9 × the first, 8 × the second … 2 ×
 * the eighth and −1 × the last make a multiple of 11.
 */
gboolean ovs_bsn_passes  (const char *digits, gsize n_digits);

/**
 * Whether @text holds a citizen service number (BSN): nine digits by themselves, with dots, dashes or spaces between them or not, that
 * pass the eleven-test. Telephone numbers have more digits, numbers of clients and tickets rarely pass. @text: (nullable).
 */
gboolean ovs_bsn_in_text (const char *text);

G_END_DECLS
