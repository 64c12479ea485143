/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loket/fake-loket.h"

#include "loket/lists.h"

#define ACCESS "/v2/providers/employers/e1/employees/essaccessstatus"

static GPtrArray *
read_mijnloket (OvsLoket *loket, GError **error)
{
  return fake_loket_read (loket, ovs_loket_read_mijnloket_async, ovs_loket_read_mijnloket_finish, "e1",
                          error);
}

static void
add_page (FakeLoket *fake, int page, int pages, int size, const char *const *ids)
{
  g_autoptr (GString) items = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (gsize i = 0; ids[i] != NULL; i++)
    g_string_append_printf (items, "%s{\"employeeId\": \"%s\", \"status\": \"InvitePending\"}",
                            i > 0 ? "," : "", ids[i]);
  text = fake_loket_page (page, pages, size, items->str);
  fake_loket_answer_once (fake, "GET", ACCESS, 200, text);
}

static char *
ids_of (GPtrArray *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    g_string_append (text, ((OvsLoketAccess *) list->pdata[i])->employee_id);
  return g_string_free (text, FALSE);
}

static void
test_pages (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_knowing_client (fake);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *ids = NULL;

  add_page (fake, 1, 3, 5, (const char *[]){ "a", "b", NULL });
  add_page (fake, 2, 3, 5, (const char *[]){ "c", "d", NULL });
  add_page (fake, 3, 3, 5, (const char *[]){ "e", NULL });
  list = read_mijnloket (loket, &error);
  g_assert_no_error (error);
  ids = ids_of (list);
  g_assert_cmpstr (ids, ==, "abcde");
  g_assert_cmpuint (fake_loket_count (fake, "GET", ACCESS), ==, 3);
  g_assert_cmpstr (fake_loket_get_last (fake, ACCESS, "query"), ==, "pageNumber=3&pageSize=250");
}

static void
test_page_size_of_the_answer (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_knowing_client (fake);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  fake_loket_answer_once (fake, "GET", ACCESS, 200,
                          "{\"totalSize\": 2, \"pageSize\": 1, \"totalPages\": 2, \"_embedded\": "
                          "[{\"employeeId\": \"a\", \"status\": \"x\"}]}");
  fake_loket_answer_once (fake, "GET", ACCESS, 200,
                          "{\"totalSize\": 2, \"pageSize\": 1, \"totalPages\": 2, \"_embedded\": "
                          "[{\"employeeId\": \"b\", \"status\": \"x\"}]}");
  list = read_mijnloket (loket, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (fake_loket_get_last (fake, ACCESS, "query"), ==, "pageNumber=2&pageSize=1");
}

static void
test_shrinking (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_knowing_client (fake);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *ids = NULL;

  /* a goes away, so that c moves to the first page and is missed at first. */
  add_page (fake, 1, 2, 4, (const char *[]){ "a", "b", NULL });
  add_page (fake, 2, 2, 3, (const char *[]){ "d", NULL });
  add_page (fake, 1, 2, 3, (const char *[]){ "b", "c", NULL });
  add_page (fake, 2, 2, 3, (const char *[]){ "d", NULL });
  list = read_mijnloket (loket, &error);
  g_assert_no_error (error);
  ids = ids_of (list);
  g_assert_cmpstr (ids, ==, "bcd");
}

static void
test_emptied (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_knowing_client (fake);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  /* The second page is gone when it is asked for. */
  add_page (fake, 1, 2, 3, (const char *[]){ "a", "b", NULL });
  add_page (fake, 2, 2, 3, (const char *[]){ NULL });
  add_page (fake, 1, 0, 0, (const char *[]){ NULL });
  list = read_mijnloket (loket, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 0);
}

static void
test_never_steady (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_knowing_client (fake);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *ids = NULL;

  for (int i = 0; i < 3; i++)
    {
      add_page (fake, 1, 2, 4 + i, (const char *[]){ "a", i == 0 ? "b" : "x", NULL });
      add_page (fake, 2, 2, 5 + i, (const char *[]){ i == 2 ? "d" : "a", "c", NULL });
    }
  list = read_mijnloket (loket, &error);
  g_assert_no_error (error);
  ids = ids_of (list);
  g_assert_cmpstr (ids, ==, "abcxd");
  g_assert_cmpuint (fake_loket_count (fake, "GET", ACCESS), ==, 6);
}

static void
test_endless (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_knowing_client (fake);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *page = fake_loket_page (1, 2147483647, 1, "{\"employeeId\": \"a\", \"status\": \"x\"}");

  /* A Loket that gives the same page for ever. */
  fake_loket_answer (fake, "GET", ACCESS, 200, page);
  list = read_mijnloket (loket, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpuint (fake_loket_count (fake, "GET", ACCESS), ==, 6);
}

static void
test_malformed (void)
{
  static const struct
  {
    const char *json;
    const char *place;
  } cases[] = {
    { "{}", "_embedded" },
    { "{\"_embedded\": {}}", "_embedded" },
    { "{\"_embedded\": null}", "_embedded" },
    { "{\"_embedded\": [5]}", "_embedded[0]" },
    { "{\"_embedded\": [{\"status\": \"x\"}]}", "_embedded[0].employeeId" },
    { "{\"_embedded\": [{\"employeeId\": \"a\", \"status\": \"x\"}, {\"employeeId\": \"b\"}]}",
      "_embedded[1].status" },
    { "{\"_embedded\": [{\"employeeId\": 7, \"status\": \"x\"}]}", "_embedded[0].employeeId" },
    { "{\"_embedded\": [{\"employeeId\": \"a\", \"status\": {\"key\": 1}}]}", "_embedded[0].status" },
    { "{\"totalPages\": \"many\", \"_embedded\": []}", "totalPages" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FakeLoket) fake = fake_loket_new ();
      g_autoptr (OvsLoket) loket = fake_loket_knowing_client (fake);
      g_autoptr (GError) error = NULL;
      g_autofree char *place = g_strconcat ("“", cases[i].place, "”", NULL);

      fake_loket_answer (fake, "GET", ACCESS, 200, cases[i].json);
      g_assert_null (read_mijnloket (loket, &error));
      g_assert_error (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_MALFORMED);
      g_assert_nonnull (strstr (error->message, place));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/loket/paging/pages", test_pages);
  g_test_add_func ("/loket/paging/page-size-of-the-answer", test_page_size_of_the_answer);
  g_test_add_func ("/loket/paging/shrinking", test_shrinking);
  g_test_add_func ("/loket/paging/emptied", test_emptied);
  g_test_add_func ("/loket/paging/never-steady", test_never_steady);
  g_test_add_func ("/loket/paging/endless", test_endless);
  g_test_add_func ("/loket/paging/malformed", test_malformed);
  return g_test_run ();
}
