/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loket/json-reader.h"
#include "loket/shapes.h"

static void
add (const char *field, gpointer data)
{
  g_string_append_printf (data, "%s ", field);
}

static void
assert_unknown (OvsResourceId resource, const char *text, const char *expected)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (JsonNode) document = ovs_json_parse (bytes);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_nonnull (document);
  ovs_shape_find_unknown (ovs_resource_get (resource), document, add, found);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_what_is_described (void)
{
  assert_unknown (OVS_RESOURCE_EMPLOYEES,
                  "{\"totalSize\": 1, \"version\": {\"obsoleteDate\": null}, \"messages\": [{\"type\": {\"key\": 1, \"value\": \"x\"}}], \"_embedded\": "
                  "[{\"id\": \"1\", \"personalDetails\": {\"lastName\": \"Jansen\", \"gender\": {\"key\": 1, \"value\": \"Man\"}}, \"address\": null, "
                  "\"deviatingPostalAddress\": {\"whatever\": 1}}]}",
                  "");
  assert_unknown (OVS_RESOURCE_MIJNLOKET, "{\"content\": {\"collectiveActionId\": \"1\", \"itemCount\": {\"total\": 1}}}", "");
}

static void
test_what_is_new (void)
{
  assert_unknown (OVS_RESOURCE_EMPLOYEES, "{\"nextPage\": {\"a\": 1}, \"_embedded\": [{\"id\": \"1\"}]}", "nextPage ");
  assert_unknown (OVS_RESOURCE_EMPLOYEES, "{\"_embedded\": [{\"id\": \"1\"}, {\"nickname\": \"Jan\"}]}", "nickname ");
  assert_unknown (OVS_RESOURCE_EMPLOYEES, "{\"_embedded\": [{\"personalDetails\": {\"pronouns\": [\"hij\"]}}]}", "personalDetails.pronouns ");
  assert_unknown (OVS_RESOURCE_USER, "{\"content\": {\"user\": {\"lastSeen\": null}}}", "user.lastSeen ");
}

/* Where an object is made of data, the names are data too. */
static void
test_no_data_in_names (void)
{
  assert_unknown (OVS_RESOURCE_EMPLOYEES,
                  "{\"_embedded\": [{\"contactInformation\": {\"jan@ziggo.nl\": true, \"156\": 1, \"Jan Jansen\": 2, \"\": 3}}]}",
                  "contactInformation.* contactInformation.* contactInformation.* contactInformation.* ");
}

/* Of every resource: what is no object where one is described is no trouble. */
static void
test_other_kinds (void)
{
  for (int id = 0; id < OVS_N_RESOURCES; id++)
    {
      assert_unknown (id, "{\"version\": 3, \"messages\": \"x\", \"totalSize\": {\"a\": 1}}", "");
      assert_unknown (id, "{\"messages\": [1, null, [{\"a\": 1}]]}", "");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shapes/what-is-described", test_what_is_described);
  g_test_add_func ("/shapes/what-is-new", test_what_is_new);
  g_test_add_func ("/shapes/no-data-in-names", test_no_data_in_names);
  g_test_add_func ("/shapes/other-kinds", test_other_kinds);
  return g_test_run ();
}
