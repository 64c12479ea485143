/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/fixture.h"

/* Checks members against `name:types` words; types: s text, i integer, b flag, o object, a array, n null
 * allowed. */
static void
assert_shape (JsonObject *object, const char *shape)
{
  g_auto (GStrv) words = g_strsplit (shape, " ", -1);

  g_assert_cmpuint (json_object_get_size (object), ==, g_strv_length (words));
  for (int i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], ":", 2);
      JsonNode *node = json_object_get_member (object, parts[0]);
      char type;

      if (node == NULL)
        g_error ("There is no member %s", parts[0]);
      if (JSON_NODE_HOLDS_NULL (node))
        type = 'n';
      else if (JSON_NODE_HOLDS_OBJECT (node))
        type = 'o';
      else if (JSON_NODE_HOLDS_ARRAY (node))
        type = 'a';
      else if (json_node_get_value_type (node) == G_TYPE_STRING)
        type = 's';
      else
        type = json_node_get_value_type (node) == G_TYPE_INT64 ? 'i' : 'b';
      if (strchr (parts[1], type) == NULL)
        g_error ("Member %s is of type %c", parts[0], type);
    }
}

#define LIST "totalSize:i pageSize:i totalPages:i currentPage:i version:o messages:a _embedded:a"
#define DETAIL "version:o messages:a content:o"

static void
test_shapes (void)
{
  g_autoptr (Client) client = client_new (NULL, 8, 200, 3);
  g_autofree char *employer = client_biggest_employer (client);
  static const struct
  {
    const char *rest;
    const char *version;
    const char *item;
    const char *inside; /* a member that is an object */
    const char *inside_shape;
  } cases[] = {
    { "/employees", "2021-03-29",
      "id:s employeeNumber:i personalDetails:o contactInformation:o address:n deviatingPostalAddress:n "
      "identityDocument:n "
      "travel:o exclusionFromAbsenceStatus:b statusEmployeeSelfService:on "
      "revokeEmployeeSelfServiceAccessOn:n",
      "personalDetails",
      "firstName:sn initials:s prefix:sn lastName:s prefixPartner:n lastNamePartner:n formattedName:s "
      "howToFormatLastName:o "
      "title:n dateOfBirth:s dateOfDeath:sn placeOfBirth:n aowDate:s gender:o civilStatus:n nationality:n "
      "photo:n" },
    { "/employees/employments/minimized", "2019-12-16",
      "id:s employee:o startDate:s endDate:sn commissionUntilDate:n employmentDurationType:o "
      "incomeRelationshipNumber:i "
      "payrollId:i payrollAdministration:o nonPayrollAdministration:n",
      "employee", "id:s employeeNumber:i firstName:sn formattedName:s dateOfBirth:s photo:n" },
    { "/employees/selfservice", "2018-01-01", "employee:o hasTwoFactorAuthentication:b status:s", "employee",
      "id:s employeeNumber:i firstName:sn initials:s prefix:sn lastName:s emailAddress:sn formattedName:s" },
    { "/employees/selfservice/migration", "2018-01-01", "employee:o statusWNL:s statusESS:s", "employee",
      "id:s formattedName:s firstName:sn employeeNumber:i emailAddress:sn employmentEndDate:sn" },
    { "/employees/essaccessstatus", "2018-01-01", "employeeId:s status:s", NULL, NULL },
    { "/modules", "2018-01-01", "id:s description:s number:i bundle:on", NULL, NULL },
    { "/authorizations", "2019-02-11", "id:s description:s", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = under_employer (employer, cases[i].rest);
      g_autoptr (Reply) kept = NULL;
      JsonObject *root = client_get (client, path, &kept);
      JsonArray *list = json_object_get_array_member (root, "_embedded");
      JsonObject *version = json_object_get_object_member (root, "version");

      assert_shape (root, LIST);
      assert_shape (version, "obsoleteDate:n resourceVersion:s");
      g_assert_cmpstr (json_object_get_string_member (version, "resourceVersion"), ==, cases[i].version);
      g_assert_cmpuint (json_array_get_length (list), >, 0);
      for (guint n = 0; n < json_array_get_length (list); n++)
        {
          assert_shape (json_array_get_object_element (list, n), cases[i].item);
          if (cases[i].inside != NULL)
            assert_shape (json_object_get_object_member (json_array_get_object_element (list, n),
                                                         cases[i].inside),
                          cases[i].inside_shape);
        }
    }
}

static void
test_firm (void)
{
  g_autoptr (Client) client = client_new (NULL, 8, 200, 3);
  g_autoptr (Reply) kept = NULL;
  JsonObject *root = client_get (client, "/v2/providers", &kept);
  JsonObject *provider = json_array_get_object_element (json_object_get_array_member (root, "_embedded"), 0);
  g_autofree char *id = g_strdup (json_object_get_string_member (provider, "id"));
  g_autofree char *employers = g_strdup_printf ("/v2/providers/%s/employers/minimized", id);
  g_autofree char *modules = g_strdup_printf ("/provider/providers/%s/employers/modules?modules=All", id);
  g_autofree char *nothing = g_strdup_printf ("/provider/providers/%s/employers/modules", id);
  g_autoptr (Reply) refused = NULL;

  assert_shape (root, LIST);
  assert_shape (provider, "id:s name:s");
  root = client_get (client, employers, &kept);
  g_assert_cmpint (json_object_get_int_member (root, "totalSize"), ==, 8);
  assert_shape (json_array_get_object_element (json_object_get_array_member (root, "_embedded"), 0),
                "id:s companyName:s employerNumber:i address:o providerSettings:o contactInformation:o "
                "contact:o employerLogo:n "
                "providerLogo:n branch:o");
  root = client_get (client, modules, &kept);
  g_assert_cmpint (json_object_get_int_member (root, "totalSize"), ==, 8);
  assert_shape (json_array_get_object_element (json_object_get_array_member (root, "_embedded"), 0),
                "employer:o payrollAdministration:n userHasAccess:b moduleSet:n modules:a");
  root = client_get (client, "/v2/user", &kept);
  assert_shape (root, DETAIL);
  assert_shape (json_object_get_object_member (root, "content"),
                "personalDetails:o contactInformation:o photo:n user:o");
  refused = client_send (client, "GET", nothing, NULL);
  g_assert_cmpuint (refused->status, ==, 400);
}

static void
test_details (void)
{
  g_autoptr (Client) client = client_new (NULL, 4, 100, 3);
  g_autofree char *employer = client_biggest_employer (client);
  g_autofree char *path = under_employer (employer, "");
  g_autoptr (GPtrArray) ids = client_to_migrate (client, employer);
  g_autofree char *employee = g_strconcat ("/v2/providers/employers/employees/", ids->pdata[0], NULL);
  g_autofree char *portal = g_strconcat (employee, "/selfservice", NULL);
  g_autofree char *account =
      g_strdup_printf ("/person/account/person/employees/%s/information", (char *) ids->pdata[0]);
  g_autoptr (Reply) kept = NULL;
  JsonObject *root = client_get (client, path, &kept);

  assert_shape (root, DETAIL);
  assert_shape (
      json_object_get_object_member (root, "content"),
      "id:s employerNumber:i companyName:s chamberOfCommerceNumber:n employerLogo:n providerLogo:n sbi:n "
      "legalForm:o "
      "branch:o providerSettings:o contact:o contactInformation:o address:o deviatingPostalAddress:n");
  root = client_get (client, employee, &kept);
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (root, "content"), "id"), ==,
                   ids->pdata[0]);
  root = client_get (client, portal, &kept);
  assert_shape (json_object_get_object_member (root, "content"),
                "employee:o hasTwoFactorAuthentication:b status:s");
  root = client_get (client, account, &kept);
  assert_shape (json_object_get_object_member (root, "content"), "userName:n emailAddress:n");
}

static void
test_paging (void)
{
  g_autoptr (Client) client = client_new (NULL, 2, 150, 3);
  g_autofree char *employer = client_biggest_employer (client);
  g_autofree char *whole = under_employer (employer, "/employees?pageSize=1000");
  g_autoptr (Reply) kept = NULL;
  gint64 total = json_object_get_int_member (client_get (client, whole, &kept), "totalSize");
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gint64 pages = 1;

  for (gint64 page = 1; page <= pages; page++)
    {
      g_autofree char *rest = g_strdup_printf ("/employees?pageSize=7&pageNumber=%" G_GINT64_FORMAT, page);
      g_autofree char *path = under_employer (employer, rest);
      JsonObject *root = client_get (client, path, &kept);
      JsonArray *list = json_object_get_array_member (root, "_embedded");

      pages = json_object_get_int_member (root, "totalPages");
      g_assert_cmpint (json_object_get_int_member (root, "pageSize"), ==, 7);
      g_assert_cmpint (json_object_get_int_member (root, "currentPage"), ==, page);
      for (guint i = 0; i < json_array_get_length (list); i++)
        g_hash_table_add (seen,
                          g_strdup (
                              json_object_get_string_member (json_array_get_object_element (list, i), "id")));
    }
  g_assert_cmpint (pages, ==, (total + 6) / 7);
  g_assert_cmpint (g_hash_table_size (seen), ==, total);
}

static void
test_refusals (void)
{
  g_autoptr (Client) client = client_new (NULL, 2, 20, 3);
  g_autofree char *employer = client_biggest_employer (client);
  static const struct
  {
    const char *method;
    const char *rest;
    const char *body;
    guint status;
  } cases[] = {
    { "GET", "/employees?pageNumber=0", NULL, 400 },
    { "GET", "/employees?pageSize=-1", NULL, 400 },
    { "GET", "/employees?pageSize=x", NULL, 400 },
    { "GET", "/employees?filter=salary%20eq%203", NULL, 400 },
    { "GET", "/employees?orderBy=salary", NULL, 400 },
    { "GET", "/employees?orderBy=-employeeNumber&filter=employeeNumber%20ge%202", NULL, 200 },
    { "GET", "/employees/nothing", NULL, 404 },
    { "POST", "/employees", "{}", 405 },
    { "PATCH", "/employees/essaccessstatus", "[]", 400 },
    { "PATCH", "/employees/essaccessstatus", "{}", 400 },
    { "PATCH", "/employees/essaccessstatus", "nonsense", 400 },
    { "PATCH", "/employees/essaccessstatus", "[1]", 400 },
    { "PATCH", "/employees/essaccessstatus", "[{\"employeeId\":\"x\",\"action\":\"SendInvite\"}]", 400 },
    { "PATCH", "/employees/essaccessstatus",
      "[{\"employeeId\":\"33333333-0000-4000-8000-000000000001\",\"action\":\"RevokeInvite\"}]", 400 },
    { "PATCH", "/modules", "[{\"id\":\"33333333-0000-4000-8000-000000000001\",\"action\":\"enable\"}]", 400 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = under_employer (employer, cases[i].rest);
      g_autoptr (Reply) reply = client_send (client, cases[i].method, path, cases[i].body);

      g_assert_cmpuint (reply->status, ==, cases[i].status);
      if (reply->status == 400)
        g_assert_cmpuint (json_array_get_length (
                              json_object_get_array_member (json_node_get_object (reply->json), "messages")),
                          ==, 1);
    }
  {
    g_autoptr (Reply) reply =
        client_send (client, "GET", "/v2/providers/employers/33333333-0000-4000-8000-000000000001/employees",
                     NULL);
    g_assert_cmpuint (reply->status, ==, 404);
  }
}

/* The newest version on or before the day that is asked for. */
static void
test_versions (void)
{
  g_autoptr (Client) client = client_new (NULL, 1, 20, 3);
  g_autofree char *employer = client_biggest_employer (client);
  static const struct
  {
    const char *rest;
    const char *accept;
    const char *version; /* NULL: refused */
  } cases[] = {
    { "/employees", NULL, "2021-03-29" },
    { "/employees", "application/json", "2021-03-29" },
    { "/employees", "application/json;version=2021-03-29", "2021-03-29" },
    { "/employees", "application/json;version=2026-11-21", "2021-03-29" },
    { "/employees", "application/json;version=2021-03-28", "2018-12-31" },
    { "/employees", "application/json;version=2018-12-30", NULL },
    { "/employees", "application/json;version=nu", NULL },
    { "/authorizations", "application/json;version=2019-02-10", "2018-01-01" },
    { "/authorizations", "application/json;version=2019-02-11", "2019-02-11" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = under_employer (employer, cases[i].rest);
      g_autoptr (Reply) reply = NULL;
      JsonObject *version;

      client->accept = cases[i].accept;
      reply = client_send (client, "GET", path, NULL);
      g_assert_cmpuint (reply->status, ==, cases[i].version != NULL ? 200 : 400);
      if (cases[i].version == NULL)
        continue;
      version = json_object_get_object_member (json_node_get_object (reply->json), "version");
      g_assert_cmpstr (json_object_get_string_member (version, "resourceVersion"), ==, cases[i].version);
    }
}

/* Both prefixes give the same. */
static void
test_prefixes (void)
{
  g_autoptr (Client) client = client_new (NULL, 2, 20, 3);
  static const char *const paths[] = { "/providers",
                                       "/user",
                                       "/providers/employers/minimized",
                                       "/users/collectiveactions",
                                       "/providers/employers/notifications",
                                       "/providers/employers/notifications/summary" };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *with = g_strconcat ("/v2", paths[i], NULL);
      g_autoptr (Reply) first = client_send (client, "GET", with, NULL);
      g_autoptr (Reply) second = client_send (client, "GET", paths[i], NULL);

      g_assert_cmpuint (first->status, ==, 200);
      g_assert_cmpstr (first->text, ==, second->text);
    }
}

static void
test_change_address (void)
{
  g_autoptr (Client) client = client_new (NULL, 2, 20, 3);
  g_autofree char *employer = client_biggest_employer (client);
  g_autoptr (GPtrArray) ids = client_to_migrate (client, employer);
  g_autofree char *path = g_strconcat ("/v2/providers/employers/employees/", ids->pdata[0], NULL);
  g_autofree char *too_long = g_strnfill (256, 'a');
  g_autofree char *long_body = g_strdup_printf ("{\"emailAddress\": \"%s\"}", too_long);
  g_autoptr (Reply) changed =
      client_send (client, "PATCH", path, "{\"emailAddress\": \"nieuw@prive.example\"}");
  g_autoptr (Reply) absent = client_send (client, "PATCH", path, "{}");
  g_autoptr (Reply) longest = client_send (client, "PATCH", path, long_body);
  g_autoptr (Reply) kept = NULL;
  JsonObject *content = json_object_get_object_member (client_get (client, path, &kept), "content");

  g_assert_cmpuint (changed->status, ==, 200);
  g_assert_cmpuint (absent->status, ==, 400);
  g_assert_cmpuint (longest->status, ==, 400);
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (content,
                                                                                 "contactInformation"),
                                                  "emailAddress"),
                   ==, "nieuw@prive.example");
}

static void
test_notifications (void)
{
  g_autoptr (Client) client = client_new (NULL, 4, 400, 3);
  g_autoptr (Reply) kept = NULL;
  JsonObject *root = client_get (client, "/v2/providers/employers/notifications", &kept);
  gint64 unread = json_object_get_int_member (root, "totalSize");
  JsonObject *first = json_array_get_object_element (json_object_get_array_member (root, "_embedded"), 0);
  g_autofree char *id = g_strdup (json_object_get_string_member (first, "id"));
  g_autofree char *body = g_strdup_printf ("[{\"id\":\"%s\",\"action\":\"markAsRead\"}]", id);
  g_autofree char *one = g_strconcat ("/v2/providers/employers/notifications/", id, NULL);
  g_autoptr (Reply) marked = NULL;

  assert_shape (first,
                "id:s employerId:s employerName:s employerLogo:n employer:o payrollAdministration:n "
                "nonPayrollAdministration:n notificationType:o notificationTypeClarification:n isRead:b "
                "notificationDate:s markedAsReadBy:n markedAsReadOn:n appliesToEmployee:o");
  marked = client_send (client, "PATCH", "/v2/providers/employers/notifications", body);
  g_assert_cmpuint (marked->status, ==, 200);
  root = client_get (client, "/v2/providers/employers/notifications", &kept);
  g_assert_cmpint (json_object_get_int_member (root, "totalSize"), ==, unread - 1);
  root = client_get (client, "/v2/providers/employers/notifications?includeRead=true", &kept);
  g_assert_cmpint (json_object_get_int_member (root, "totalSize"), ==, unread);
  g_assert_true (json_object_get_boolean_member (client_get (client, one, &kept), "isRead"));
}

/* The rows of page @number of @size, as text. Returns: (transfer full). */
static char *
read_page (Office *office, const char *rest, int number, int size)
{
  g_autofree char *page = g_strdup_printf ("%s?pageNumber=%d&pageSize=%d", rest, number, size);
  g_autofree char *path = under_employer (office->employer, page);
  g_autoptr (Reply) kept = NULL;
  g_autoptr (JsonNode) rows = json_node_new (JSON_NODE_ARRAY);
  char *text;

  json_node_set_array (rows, client_list (office->client, path, &kept));
  text = json_to_string (rows, FALSE);
  return text;
}

/* Backwards, from beyond the end, the pages have what the whole list has. */
static void
test_pages (Office *office, gconstpointer data)
{
  static const char *const lists[] = { "/employees", "/employees/selfservice", "/employees/selfservice/migration",
                                       "/employees/essaccessstatus", "/employees/employments/minimized" };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *whole = read_page (office, lists[i], 1, 1000);
      g_autoptr (GString) pages = g_string_new (NULL);
      int number = 60;

      for (; number > 0; number--)
        {
          g_autofree char *page = read_page (office, lists[i], number, 3);

          if (g_str_equal (page, "[]"))
            continue;
          page[strlen (page) - 1] = '\0';
          if (pages->len > 0)
            g_string_prepend_c (pages, ',');
          g_string_prepend (pages, page + 1);
        }
      g_string_prepend_c (pages, '[');
      g_string_append_c (pages, ']');
      g_assert_cmpstr (pages->str, ==, whole);
    }
}

static gint64
count_to_migrate (Office *office)
{
  g_autofree char *path = under_employer (office->employer, "/employees/selfservice/migration?pageSize=2");
  g_autoptr (Reply) kept = NULL;

  return json_object_get_int_member (client_get (office->client, path, &kept), "totalSize");
}

/* A page is of this moment: who is invited meanwhile is gone from it, and so is who was changed from outside. */
static void
test_pages_of_this_moment (Office *office, gconstpointer data)
{
  gint64 before = count_to_migrate (office);
  g_autoptr (Reply) kept = NULL;

  g_assert_cmpint (count_to_migrate (office), ==, before);
  act (office, "essaccessstatus", 0, 2, "SendInvite", &kept);
  g_assert_cmpint (count_to_migrate (office), ==, before - 2);
  poke (office, "UPDATE employee SET wnl = 'NoAccessToClient' WHERE uuid = ?", office->ids->pdata[5]);
  g_assert_cmpint (count_to_migrate (office), ==, before - 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice/lists/shapes", test_shapes);
  g_test_add_func ("/practice/lists/firm", test_firm);
  g_test_add_func ("/practice/lists/details", test_details);
  g_test_add_func ("/practice/lists/paging", test_paging);
  g_test_add ("/practice/lists/pages", Office, NULL, set_up, test_pages, tear_down);
  g_test_add ("/practice/lists/pages-of-this-moment", Office, NULL, set_up, test_pages_of_this_moment, tear_down);
  g_test_add_func ("/practice/lists/refusals", test_refusals);
  g_test_add_func ("/practice/lists/versions", test_versions);
  g_test_add_func ("/practice/lists/prefixes", test_prefixes);
  g_test_add_func ("/practice/lists/change-address", test_change_address);
  g_test_add_func ("/practice/lists/notifications", test_notifications);
  return g_test_run ();
}
