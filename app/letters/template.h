/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OvsTemplate:
 *
 * A text with merge fields by name: `{klant}`. What stands between `{?name}` and `{/name}` is left out while the field is empty or 0, between
 * `{!name}` and `{/name}` while it is not. `{name|one|more}` is one of the two words, the first for exactly 1. `{{` is a brace. A line that
 * holds nothing but marks of parts goes with them, and of several blank lines one remains.
 */
typedef struct _OvsTemplate OvsTemplate;

/** Where something was filled in: bytes from @start to before @end. Where it @lacks, the name stands there in braces. */
typedef struct
{
  guint start;
  guint end;
  gboolean lacks;
} OvsLetterSpan;

/**
 * Fails with %G_IO_ERROR_INVALID_DATA, and a sentence, where a mark is not closed or closes another. @first_line: the number of its first line.
 * @wrong_line: (out) (optional): where that is. Returns: (transfer full).
 */
OvsTemplate *ovs_template_parse (const char *source, guint first_line, guint *wrong_line, GError **error);
void         ovs_template_free  (OvsTemplate *template);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsTemplate, ovs_template_free)

/** Calls @func for each field that is named in it, each time that it is. @condition: it decides about a part, or a word. */
typedef void (*OvsTemplateFieldFunc) (const char *name, gboolean condition, guint line, gpointer data);
void         ovs_template_foreach_field (const OvsTemplate *template, OvsTemplateFieldFunc func, gpointer data);

/** The value of a field, NULL where there is no such field. Borrowed until the next call. */
typedef const char *(*OvsTemplateLookup) (const char *name, gpointer data);

/**
 * Fills it in. @filled: (nullable) (element-type OvsLetterSpan): gets where each value came to stand. Values stand as they are: braces in
 * them mean nothing. A field without a value lacks. Returns: (transfer full).
 */
char        *ovs_template_fill (const OvsTemplate *template, OvsTemplateLookup lookup, gpointer data, GArray *filled);

G_END_DECLS
