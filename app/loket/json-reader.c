/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "loket/json-reader.h"

#include <glib/gi18n.h>
#include <math.h>

#include "base/clock.h"
#include "loket/loket-error.h"

struct _OvsJsonReader
{
  JsonNode *node; /* (nullable) of the document */
  char *place;
  char *wrong_path; /* (nullable) the first thing that is wrong */
  const char *expected;
};

/* json-glib descends by recursion: a deep document would overrun the stack. */
static gboolean
is_too_deep (const char *text, gsize length)
{
  guint depth = 0;
  gboolean in_text = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (in_text && text[i] == '\\')
        i++;
      else if (text[i] == '"')
        in_text = !in_text;
      else if (in_text)
        continue;
      else if (text[i] == '{' || text[i] == '[')
        depth++;
      else if ((text[i] == '}' || text[i] == ']') && depth > 0)
        depth--;
      if (depth > OVS_JSON_DEPTH)
        return TRUE;
    }
  return FALSE;
}

JsonNode *
ovs_json_parse (GBytes *bytes)
{
  g_autoptr (JsonParser) parser = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (length == 0 || !g_utf8_validate (text, (gssize) length, NULL) || is_too_deep (text, length))
    return NULL;
  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, text, (gssize) length, NULL))
    return NULL;
  if (json_parser_get_root (parser) == NULL || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return NULL;
  return json_parser_steal_root (parser);
}

OvsJsonReader *
ovs_json_reader_new (JsonNode *node, const char *place)
{
  OvsJsonReader *self = g_new0 (OvsJsonReader, 1);

  self->place = g_strdup (place);
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    self->node = node;
  else
    ovs_json_reader_fail (self, "", "object");
  return self;
}

void
ovs_json_reader_free (OvsJsonReader *self)
{
  g_free (self->place);
  g_free (self->wrong_path);
  g_free (self);
}

void
ovs_json_reader_fail (OvsJsonReader *self, const char *path, const char *expected)
{
  if (self->wrong_path != NULL)
    return;
  self->wrong_path = g_strconcat (self->place, *self->place != '\0' && *path != '\0' ? "." : "", path, NULL);
  self->expected = expected;
}

static gboolean
is_absent (JsonNode *node)
{
  return node == NULL || JSON_NODE_HOLDS_NULL (node);
}

JsonNode *
ovs_json_reader_member (OvsJsonReader *self, const char *path)
{
  g_auto (GStrv) names = g_strsplit (path, ".", -1);
  JsonNode *node = self->node;

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (is_absent (node))
        return NULL;
      if (!JSON_NODE_HOLDS_OBJECT (node))
        {
          ovs_json_reader_fail (self, path, "object");
          return NULL;
        }
      node = json_object_get_member (json_node_get_object (node), names[i]);
    }
  return is_absent (node) ? NULL : node;
}

/* json-glib takes half a surrogate pair for a character, which is no UTF-8. */
static char *
trimmed (JsonNode *node)
{
  return g_strstrip (g_utf8_make_valid (json_node_get_string (node), -1));
}

static gboolean
holds (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

char *
ovs_json_reader_text_or_empty (OvsJsonReader *self, const char *path)
{
  JsonNode *node = ovs_json_reader_member (self, path);

  if (node == NULL)
    return g_strdup ("");
  if (holds (node, G_TYPE_STRING))
    return trimmed (node);
  ovs_json_reader_fail (self, path, "text");
  return g_strdup ("");
}

char *
ovs_json_reader_text (OvsJsonReader *self, const char *path)
{
  char *text = ovs_json_reader_text_or_empty (self, path);

  if (*text == '\0')
    ovs_json_reader_fail (self, path, "text");
  return text;
}

/* A whole number, also when it is written as 156.0. */
static gboolean
get_whole (JsonNode *node, gint64 *whole)
{
  if (holds (node, G_TYPE_INT64))
    {
      *whole = json_node_get_int (node);
      return TRUE;
    }
  if (holds (node, G_TYPE_DOUBLE) && fabs (json_node_get_double (node)) < 1e15 &&
      trunc (json_node_get_double (node)) == json_node_get_double (node))
    {
      *whole = (gint64) json_node_get_double (node);
      return TRUE;
    }
  return FALSE;
}

char *
ovs_json_reader_number_or_empty (OvsJsonReader *self, const char *path)
{
  JsonNode *node = ovs_json_reader_member (self, path);
  gint64 whole;

  if (node == NULL)
    return g_strdup ("");
  if (holds (node, G_TYPE_STRING))
    return trimmed (node);
  if (get_whole (node, &whole))
    return g_strdup_printf ("%" G_GINT64_FORMAT, whole);
  ovs_json_reader_fail (self, path, "whole number");
  return g_strdup ("");
}

char *
ovs_json_reader_number (OvsJsonReader *self, const char *path)
{
  char *number = ovs_json_reader_number_or_empty (self, path);

  if (*number == '\0')
    ovs_json_reader_fail (self, path, "whole number");
  return number;
}

int
ovs_json_reader_int (OvsJsonReader *self, const char *path, int otherwise)
{
  JsonNode *node = ovs_json_reader_member (self, path);
  gint64 whole;

  if (node == NULL)
    return otherwise;
  if (get_whole (node, &whole) && whole >= G_MININT && whole <= G_MAXINT)
    return (int) whole;
  ovs_json_reader_fail (self, path, "whole number");
  return otherwise;
}

gboolean
ovs_json_reader_boolean (OvsJsonReader *self, const char *path)
{
  JsonNode *node = ovs_json_reader_member (self, path);

  if (node != NULL && holds (node, G_TYPE_BOOLEAN))
    return json_node_get_boolean (node);
  ovs_json_reader_fail (self, path, "true or false");
  return FALSE;
}

OvsDay
ovs_json_reader_day (OvsJsonReader *self, const char *path)
{
  g_autofree char *text = ovs_json_reader_text_or_empty (self, path);
  char *time = strchr (text, 'T');
  OvsDay day;

  if (*text == '\0')
    return OVS_NO_DAY;
  if (time != NULL)
    *time = '\0';
  if (!ovs_day_parse_iso (text, &day))
    ovs_json_reader_fail (self, path, "day (YYYY-MM-DD)");
  return day;
}

gint64
ovs_json_reader_instant (OvsJsonReader *self, const char *path)
{
  g_autofree char *text = ovs_json_reader_text_or_empty (self, path);
  g_autofree char *in_utc = g_strconcat (text, "Z", NULL);
  gint64 instant = 0;

  if (!ovs_clock_parse_iso (text, &instant))
    ovs_clock_parse_iso (in_utc, &instant);
  return instant;
}

JsonArray *
ovs_json_reader_list (OvsJsonReader *self, const char *path)
{
  JsonNode *node = ovs_json_reader_member (self, path);

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  ovs_json_reader_fail (self, path, "list");
  return NULL;
}

gboolean
ovs_json_reader_end (OvsJsonReader *self, GError **error)
{
  if (self->wrong_path == NULL)
    return TRUE;
  g_set_error (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_MALFORMED,
               /* Translators: a place in a technical document, and what is expected there in English. */
               _ ("Loket's answer is not as Loket describes it, at “%s” (expected: %s). Try again later; if "
                  "it stays so, "
                  "this version of Overstap is too old for Loket."),
               self->wrong_path, self->expected);
  return FALSE;
}
