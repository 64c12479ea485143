/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/api/json.h"

#include "base/clock.h"

struct _OvsPracticeJson
{
  GString *text; /* (owned) */
};

OvsPracticeJson *
ovs_practice_json_new (void)
{
  OvsPracticeJson *json = g_new0 (OvsPracticeJson, 1);

  json->text = g_string_sized_new (512);
  return json;
}

void
ovs_practice_json_free (OvsPracticeJson *json)
{
  g_string_free (json->text, TRUE);
  g_free (json);
}

/* What follows a value of the same object or array needs a comma before it. */
static void
separate (OvsPracticeJson *json)
{
  char last = json->text->len > 0 ? json->text->str[json->text->len - 1] : '[';

  if (last != '{' && last != '[')
    g_string_append_c (json->text, ',');
}

static void
append_quoted (GString *text, const char *value)
{
  const char *from = value;
  const char *p;

  g_string_append_c (text, '"');
  for (p = value; *p != '\0'; p++)
    {
      if ((guchar) *p >= 0x20 && *p != '"' && *p != '\\')
        continue;
      g_string_append_len (text, from, p - from);
      g_string_append_printf (text, "\\u%04x", (guchar) *p);
      from = p + 1;
    }
  g_string_append_len (text, from, p - from);
  g_string_append_c (text, '"');
}

static void
append_name (OvsPracticeJson *json, const char *name)
{
  separate (json);
  append_quoted (json->text, name);
  g_string_append_c (json->text, ':');
}

void
ovs_practice_json_begin_object (OvsPracticeJson *json)
{
  separate (json);
  g_string_append_c (json->text, '{');
}

void
ovs_practice_json_end_object (OvsPracticeJson *json)
{
  g_string_append_c (json->text, '}');
}

void
ovs_practice_json_end_array (OvsPracticeJson *json)
{
  g_string_append_c (json->text, ']');
}

char *
ovs_practice_json_steal (OvsPracticeJson *json, gsize *length)
{
  GString *text = json->text;

  json->text = g_string_new (NULL);
  *length = text->len;
  return g_string_free (text, FALSE);
}

void
ovs_practice_put_text (OvsPracticeJson *json, const char *name, const char *value)
{
  append_name (json, name);
  if (value != NULL)
    append_quoted (json->text, value);
  else
    g_string_append (json->text, "null");
}

void
ovs_practice_put_number (OvsPracticeJson *json, const char *name, gint64 value)
{
  append_name (json, name);
  g_string_append_printf (json->text, "%" G_GINT64_FORMAT, value);
}

void
ovs_practice_put_flag (OvsPracticeJson *json, const char *name, gboolean value)
{
  append_name (json, name);
  g_string_append (json->text, value ? "true" : "false");
}

void
ovs_practice_put_null (OvsPracticeJson *json, const char *name)
{
  ovs_practice_put_text (json, name, NULL);
}

void
ovs_practice_put_day (OvsPracticeJson *json, const char *name, OvsDay day)
{
  g_autofree char *iso = ovs_day_to_iso (day);

  ovs_practice_put_text (json, name, iso);
}

void
ovs_practice_put_instant (OvsPracticeJson *json, const char *name, gint64 instant)
{
  g_autofree char *iso = ovs_clock_to_iso (instant);

  ovs_practice_put_text (json, name, iso);
}

void
ovs_practice_put_choice (OvsPracticeJson *json, const char *name, int key, const char *value)
{
  ovs_practice_put_object (json, name);
  ovs_practice_put_number (json, "key", key);
  ovs_practice_put_text (json, "value", value);
  ovs_practice_json_end_object (json);
}

void
ovs_practice_put_object (OvsPracticeJson *json, const char *name)
{
  append_name (json, name);
  g_string_append_c (json->text, '{');
}

void
ovs_practice_put_array (OvsPracticeJson *json, const char *name)
{
  append_name (json, name);
  g_string_append_c (json->text, '[');
}

gboolean
ovs_practice_get_text (JsonObject *object, const char *name, const char **value)
{
  JsonNode *node = json_object_get_member (object, name);

  *value = NULL;
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return FALSE;
  *value = json_node_get_string (node);
  return TRUE;
}

gboolean
ovs_practice_get_number (JsonObject *object, const char *name, double *value)
{
  JsonNode *node = json_object_get_member (object, name);
  GType type =
      node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  *value = 0;
  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return FALSE;
  *value = json_node_get_double (node);
  return TRUE;
}
