/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <string.h>

#include "practice/routes.h"

/* What the practice Loket serves is what tests/contract judges by Loket's published shapes: no endpoint beside it, and none that lacks. */

static JsonArray *
read_operations (JsonParser *parser)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "contract", "shapes", "paths.json", NULL);
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "operations");
}

/* Every `{name}` is `{uuid}`, and the prefix of older documents is left out. */
static char *
normalize (const char *path)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = g_str_has_prefix (path, "/v2/") ? path + strlen ("/v2") : path; *p != '\0'; p++)
    {
      if (*p != '{')
        {
          g_string_append_c (plain, *p);
          continue;
        }
      g_string_append (plain, "{uuid}");
      p = strchr (p, '}');
    }
  return g_string_free (plain, FALSE);
}

/* Newest first, between spaces, as the table of routes has them. */
static char *
join_versions (JsonObject *operation)
{
  g_autoptr (GList) versions =
      json_object_has_member (operation, "answers") ? json_object_get_members (json_object_get_object_member (operation, "answers")) : NULL;
  GString *joined = g_string_new (NULL);

  versions = g_list_reverse (g_list_sort (versions, (GCompareFunc) strcmp));
  for (GList *l = versions; l != NULL; l = l->next)
    g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", (const char *) l->data);
  return g_string_free (joined, FALSE);
}

static void
add_published (JsonArray *array, guint i, JsonNode *node, gpointer lines)
{
  JsonObject *operation = json_node_get_object (node);
  g_autofree char *path = normalize (json_object_get_string_member (operation, "path"));
  gboolean sign_in = json_object_get_boolean_member_with_default (operation, "signIn", FALSE);
  g_autofree char *versions = sign_in ? g_strdup ("") : join_versions (operation);

  g_ptr_array_add (lines, g_strdup_printf ("%s %s %s", json_object_get_string_member (operation, "verb"), path, versions));
}

static void
add_served (const OvsPracticeRoute *route, gpointer lines)
{
  gboolean sign_in = route->kind == OVS_PRACTICE_ROUTE_SIGN_IN;

  if (sign_in || route->kind == OVS_PRACTICE_ROUTE_API)
    g_ptr_array_add (lines, g_strdup_printf ("%s %s %s", route->method, route->pattern, sign_in ? "" : route->versions));
}

static void
assert_among (GPtrArray *lines, GPtrArray *others, const char *what)
{
  for (guint i = 0; i < lines->len; i++)
    if (!g_ptr_array_find_with_equal_func (others, lines->pdata[i], g_str_equal, NULL))
      g_error ("%s: %s", what, (const char *) lines->pdata[i]);
}

static void
test_routes (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GPtrArray) published = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) served = g_ptr_array_new_with_free_func (g_free);

  json_array_foreach_element (read_operations (parser), add_published, published);
  ovs_practice_routes_foreach (add_served, served);
  g_assert_cmpuint (served->len, >, 30);
  assert_among (served, published, "Served, but judged by no shape");
  assert_among (published, served, "Has a shape, but is not served");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice/contract/routes", test_routes);
  return g_test_run ();
}
