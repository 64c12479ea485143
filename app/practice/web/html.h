/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/day.h"

G_BEGIN_DECLS

/**
 * OvsPracticeHtml:
 *
 * A piece of a page, made from a template of `data/practice/page/`. In a template `{name}` stands for what is put there, and
 * `{?name}…{/name}` is kept only where something is, `{!name}…{/name}` only where nothing is. Whatever is put is
 * escaped here and nowhere else, and never looked through for places again, so that no name or address can become markup.
 */
typedef struct _OvsPracticeHtml OvsPracticeHtml;

/** A piece from template @name, such as `loket/list`. Returns: (transfer full): never NULL; a template that is not there is a mistake in the program. */
OvsPracticeHtml *ovs_practice_html_new        (const char *name);

/** The same from `data/practice/mail/`: a piece of the HTML of a mail. */
OvsPracticeHtml *ovs_practice_html_new_mail   (const char *name);

/** The plain text of a mail, from `data/practice/mail/NAME.txt`: places are filled alike, but nothing needs to be escaped. */
OvsPracticeHtml *ovs_practice_html_new_text   (const char *name);

void             ovs_practice_html_free       (OvsPracticeHtml *self);

/** Puts @text (nullable: nothing) at @place. Text that is no UTF-8 is made so. */
void             ovs_practice_html_put        (OvsPracticeHtml *self, const char *place, const char *text);
void             ovs_practice_html_put_number (OvsPracticeHtml *self, const char *place, gint64 number);

/** As Dutch readers write it, `1-10-2026`; nothing for %OVS_NO_DAY. */
void             ovs_practice_html_put_day    (OvsPracticeHtml *self, const char *place, OvsDay day);

/** An instant (microseconds since 1970) with its time of day in the Netherlands. */
void             ovs_practice_html_put_moment (OvsPracticeHtml *self, const char *place, gint64 moment);

/** Something at @place or nothing, for `{?place}`. */
void             ovs_practice_html_put_flag   (OvsPracticeHtml *self, const char *place, gboolean flag);

/** Appends @part at @place, after what is there. @part: (transfer full). */
void             ovs_practice_html_add        (OvsPracticeHtml *self, const char *place, OvsPracticeHtml *part);

/** The piece as markup. @length: (out) (optional). Returns: (transfer full). */
char            *ovs_practice_html_to_text    (OvsPracticeHtml *self, gsize *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsPracticeHtml, ovs_practice_html_free)

G_END_DECLS
