/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The text of a letter (see letters/letter.h) as the two forms that a mail has.
 */

/** For programs that show plain text: without the marks of headings. Returns: (transfer full). */
char *ovs_mail_body_plain (const char *text);

/** For the others: paragraphs, headings and lists; nothing in @text is taken for HTML. Returns: (transfer full). */
char *ovs_mail_body_html  (const char *text);

G_END_DECLS
