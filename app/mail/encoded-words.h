/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * @text (UTF-8, one line) as encoded words for a header (RFC 2047), each at most 75 characters and on a line of its own. GMime, left to
 * itself, counts before it encodes and writes longer ones.
 *
 * Returns: (transfer full): begins with a space, as what stands after the colon of a header does; NULL for what ASCII can say.
 */
char *ovs_mail_encode_words (const char *text);

G_END_DECLS
