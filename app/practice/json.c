/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/json.h"

#include "base/clock.h"

void
ovs_practice_put_text (JsonBuilder *json, const char *name, const char *value)
{
  json_builder_set_member_name (json, name);
  if (value != NULL)
    json_builder_add_string_value (json, value);
  else
    json_builder_add_null_value (json);
}

void
ovs_practice_put_number (JsonBuilder *json, const char *name, gint64 value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, value);
}

void
ovs_practice_put_flag (JsonBuilder *json, const char *name, gboolean value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_boolean_value (json, value);
}

void
ovs_practice_put_null (JsonBuilder *json, const char *name)
{
  ovs_practice_put_text (json, name, NULL);
}

void
ovs_practice_put_day (JsonBuilder *json, const char *name, OvsDay day)
{
  g_autofree char *iso = ovs_day_to_iso (day);

  ovs_practice_put_text (json, name, iso);
}

void
ovs_practice_put_instant (JsonBuilder *json, const char *name, gint64 instant)
{
  g_autofree char *iso = ovs_clock_to_iso (instant);

  ovs_practice_put_text (json, name, iso);
}

void
ovs_practice_put_choice (JsonBuilder *json, const char *name, int key, const char *value)
{
  ovs_practice_put_object (json, name);
  ovs_practice_put_number (json, "key", key);
  ovs_practice_put_text (json, "value", value);
  json_builder_end_object (json);
}

void
ovs_practice_put_object (JsonBuilder *json, const char *name)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_object (json);
}

void
ovs_practice_put_array (JsonBuilder *json, const char *name)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
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
