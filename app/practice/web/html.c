/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/web/html.h"

#include <gio/gio.h>
#include <string.h>

#include "base/clock.h"

#define TEMPLATES "/nl/overstap/practice/"
#define NAME_CHARACTERS "abcdefghijklmnopqrstuvwxyz0123456789-"

struct _OvsPracticeHtml
{
  GBytes *template;   /* (owned) */
  GHashTable *values; /* (owned) place to GString of markup */
  gboolean plain;     /* it becomes no markup but text */
};

static void
free_value (gpointer value)
{
  g_string_free (value, TRUE);
}

static OvsPracticeHtml *
new_from (const char *folder, const char *name, const char *ending)
{
  OvsPracticeHtml *self = g_new0 (OvsPracticeHtml, 1);
  g_autofree char *path = g_strconcat (TEMPLATES, folder, name, ending, NULL);
  g_autoptr (GError) error = NULL;

  self->template = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (self->template == NULL)
    g_error ("%s", error->message);
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_value);
  return self;
}

OvsPracticeHtml *
ovs_practice_html_new (const char *name)
{
  return new_from ("page/", name, ".html");
}

OvsPracticeHtml *
ovs_practice_html_new_mail (const char *name)
{
  return new_from ("mail/", name, ".html");
}

OvsPracticeHtml *
ovs_practice_html_new_text (const char *name)
{
  OvsPracticeHtml *self = new_from ("mail/", name, ".txt");

  self->plain = TRUE;
  return self;
}

void
ovs_practice_html_free (OvsPracticeHtml *self)
{
  g_bytes_unref (self->template);
  g_hash_table_unref (self->values);
  g_free (self);
}

static GString *
value_at (OvsPracticeHtml *self, const char *place)
{
  GString *value = g_hash_table_lookup (self->values, place);

  if (value == NULL)
    g_hash_table_insert (self->values, g_strdup (place), value = g_string_new (NULL));
  return value;
}

/* What ends a line or turns the direction of reading around could make a name look like something else. */
static gboolean
is_invisible (gunichar character)
{
  GUnicodeType type = g_unichar_type (character);

  return (type == G_UNICODE_CONTROL && character != '\n' && character != '\t') || type == G_UNICODE_FORMAT;
}

/* What a character of markup is written as; NULL for one that means nothing there. */
static const char *
entity (gunichar character)
{
  switch (character)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return NULL;
    }
}

static void
append_escaped (GString *markup, const char *text, gboolean plain)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);
      const char *written = plain ? NULL : entity (character);

      if (written != NULL)
        g_string_append (markup, written);
      else
        g_string_append_unichar (markup, is_invisible (character) ? 0xfffd : character);
    }
}

void
ovs_practice_html_put (OvsPracticeHtml *self, const char *place, const char *text)
{
  GString *value = value_at (self, place);

  g_string_truncate (value, 0);
  if (text != NULL)
    append_escaped (value, text, self->plain);
}

void
ovs_practice_html_put_number (OvsPracticeHtml *self, const char *place, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  ovs_practice_html_put (self, place, text);
}

void
ovs_practice_html_put_day (OvsPracticeHtml *self, const char *place, OvsDay day)
{
  g_autofree char *text = day != OVS_NO_DAY ? ovs_day_to_dutch (day) : NULL;

  ovs_practice_html_put (self, place, text);
}

void
ovs_practice_html_put_moment (OvsPracticeHtml *self, const char *place, gint64 moment)
{
  g_autofree char *text = ovs_clock_to_dutch (moment);

  ovs_practice_html_put (self, place, text);
}

void
ovs_practice_html_put_flag (OvsPracticeHtml *self, const char *place, gboolean flag)
{
  ovs_practice_html_put (self, place, flag ? "1" : NULL);
}

void
ovs_practice_html_add (OvsPracticeHtml *self, const char *place, OvsPracticeHtml *part)
{
  g_autoptr (OvsPracticeHtml) owned = part;
  gsize length;
  g_autofree char *markup = ovs_practice_html_to_text (owned, &length);

  g_string_append_len (value_at (self, place), markup, length);
}

/* One `{…}` of a template. */
typedef struct
{
  char sort;        /* '?', '!', '/', or '\0' for a place */
  char *name;       /* (owned) */
  const char *next; /* what comes after it */
} Tag;

static gboolean
read_tag (const char *text, Tag *tag)
{
  const char *name = text + 1;
  gsize length;

  tag->sort = *name != '\0' && strchr ("?!/", *name) != NULL ? *name++ : '\0';
  length = strspn (name, NAME_CHARACTERS);
  if (length == 0 || name[length] != '}')
    return FALSE;
  tag->name = g_strndup (name, length);
  tag->next = name + length + 1;
  return TRUE;
}

static const char *
find_end (const char *text, const char *name)
{
  g_autofree char *end = g_strconcat ("{/", name, "}", NULL);
  const char *found = strstr (text, end);

  if (found == NULL)
    g_error ("A template opens {?%s} or {!%s} and does not close it", name, name);
  return found;
}

static void
expand (OvsPracticeHtml *self, const char *text, const char *end, GString *markup)
{
  while (text < end)
    {
      const char *brace = memchr (text, '{', end - text);
      Tag tag;
      GString *value;

      g_string_append_len (markup, text, (brace != NULL ? brace : end) - text);
      if (brace == NULL)
        return;
      if (!read_tag (brace, &tag))
        {
          g_string_append_c (markup, '{');
          text = brace + 1;
          continue;
        }
      text = tag.next;
      value = g_hash_table_lookup (self->values, tag.name);
      if (tag.sort == '\0' && value != NULL)
        g_string_append_len (markup, value->str, value->len);
      else if ((tag.sort == '?' || tag.sort == '!') && (value != NULL && value->len > 0) != (tag.sort == '?'))
        text = find_end (text, tag.name);
      g_free (tag.name);
    }
}

char *
ovs_practice_html_to_text (OvsPracticeHtml *self, gsize *length)
{
  gsize size;
  const char *data = g_bytes_get_data (self->template, &size);
  g_autofree char *text = g_strndup (data, size);
  g_autoptr (GString) markup = g_string_new (NULL);

  expand (self, text, text + strlen (text), markup);
  if (length != NULL)
    *length = markup->len;
  return g_string_free (g_steal_pointer (&markup), FALSE);
}
