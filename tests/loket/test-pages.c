/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loket/fake-loket.h"

#include "loket/details.h"
#include "loket/pages.h"

#define ACCESS   "/v2/providers/employers/e1/employees/essaccessstatus"
#define EMPLOYEE "/v2/providers/employers/employees/m1"
#define EMPLOYER "/v2/providers/employers/e1"

typedef struct
{
  FakeLoket *fake;
  OvsLoket *loket;
  GString *told; /* the ids of each page, with the reading before them: `1:ab 1:c` */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->fake = fake_loket_new ();
  fixture->loket = fake_loket_knowing_client (fixture->fake);
  fixture->told = g_string_new (NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_string_free (fixture->told, TRUE);
  g_object_unref (fixture->loket);
  fake_loket_free (fixture->fake);
}

static void
on_page (GPtrArray *records, guint reading, gpointer data)
{
  Fixture *fixture = data;

  g_string_append_printf (fixture->told, "%s%u:", fixture->told->len > 0 ? " " : "", reading);
  for (guint i = 0; i < records->len; i++)
    g_string_append (fixture->told, ((OvsLoketAccess *) records->pdata[i])->employee_id);
}

static guint
read_pages (Fixture *fixture, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ovs_loket_read_pages_async (fixture->loket, OVS_LOKET_LIST_MIJNLOKET, "e1", on_page, fixture, NULL, fake_loket_done_cb, &result);
  return ovs_loket_read_pages_finish (fixture->loket, fake_loket_wait (&result), error);
}

/* @ids: one letter each. */
static void
add_page (Fixture *fixture, int page, int pages, int size, const char *ids)
{
  g_autoptr (GString) items = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (gsize i = 0; ids[i] != '\0'; i++)
    g_string_append_printf (items, "%s{\"employeeId\": \"%c\", \"status\": \"InvitePending\"}", i > 0 ? "," : "", ids[i]);
  text = fake_loket_page (page, pages, size, items->str);
  fake_loket_answer_once (fixture->fake, "GET", ACCESS, 200, text);
}

static void
test_each_page_as_it_comes (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  add_page (fixture, 1, 2, 3, "ab");
  add_page (fixture, 2, 2, 3, "c");
  g_assert_cmpuint (read_pages (fixture, &error), ==, 1);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture->told->str, ==, "1:ab 1:c");
}

static void
test_nobody (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  add_page (fixture, 1, 0, 0, "");
  g_assert_cmpuint (read_pages (fixture, &error), ==, 1);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture->told->str, ==, "1:");
}

static void
test_a_list_that_changes_is_read_again (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  /* a goes away, so that c moves to the first page. */
  add_page (fixture, 1, 2, 4, "ab");
  add_page (fixture, 2, 2, 3, "d");
  add_page (fixture, 1, 2, 3, "bc");
  add_page (fixture, 2, 2, 3, "d");
  g_assert_cmpuint (read_pages (fixture, &error), ==, 2);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture->told->str, ==, "1:ab 1:d 2:bc 2:d");
}

/* Nobody may be missed: all readings count. */
static void
test_a_list_that_keeps_changing (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 3; i++)
    {
      add_page (fixture, 1, 2, 4, "ab");
      add_page (fixture, 2, 2, 3 - i, "c");
    }
  g_assert_cmpuint (read_pages (fixture, &error), ==, 1);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture->told->str, ==, "1:ab 1:c 2:ab 2:c 3:ab 3:c");
}

static void
test_a_page_that_fails (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  add_page (fixture, 1, 2, 3, "ab");
  fake_loket_answer (fixture->fake, "GET", ACCESS, 403, "{\"message\": \"no\"}");
  g_assert_cmpuint (read_pages (fixture, &error), ==, 0);
  g_assert_error (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_FORBIDDEN);
}

static void
test_one_employee (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsLoketEmployee) employee = NULL;

  fake_loket_answer (fixture->fake, "GET", EMPLOYEE, 200,
                     "{\"version\": {\"resourceVersion\": \"2021-03-29\"}, \"messages\": [], \"content\": {\"id\": \"m1\", \"employeeNumber\": 156, "
                     "\"personalDetails\": {\"lastName\": \"Fictief\", \"dateOfBirth\": \"1990-02-03\"}, "
                     "\"contactInformation\": {\"emailAddress\": \" susan@prive.example \"}}}");
  ovs_loket_read_employee_async (fixture->loket, "m1", NULL, fake_loket_done_cb, &result);
  employee = ovs_loket_read_employee_finish (fixture->loket, fake_loket_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (employee->number, ==, "156");
  g_assert_cmpstr (employee->private_email, ==, "susan@prive.example");
  g_assert_cmpstr (fake_loket_get_last (fixture->fake, EMPLOYEE, "Accept"), ==, "application/json;version=2021-03-29");
}

static void
test_nobody_with_that_id (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ovs_loket_read_employee_async (fixture->loket, "m1", NULL, fake_loket_done_cb, &result);
  g_assert_null (ovs_loket_read_employee_finish (fixture->loket, fake_loket_wait (&result), &error));
  g_assert_error (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_NOT_FOUND);
}

static void
test_contact_email (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *content;
    const char *email;
  } cases[] = {
    { "{\"id\": \"e1\", \"contactInformation\": {\"emailAddress\": \"info@proef.example\"}}", "info@proef.example" },
    { "{\"id\": \"e1\", \"contactInformation\": {\"emailAddress\": null}}", "" },
    { "{\"id\": \"e1\"}", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *answer = g_strdup_printf ("{\"messages\": [], \"content\": %s}", cases[i].content);
      g_autofree char *email = NULL;

      fake_loket_answer (fixture->fake, "GET", EMPLOYER, 200, answer);
      ovs_loket_read_contact_email_async (fixture->loket, "e1", NULL, fake_loket_done_cb, &result);
      email = ovs_loket_read_contact_email_finish (fixture->loket, fake_loket_wait (&result), &error);
      g_assert_no_error (error);
      g_assert_cmpstr (email, ==, cases[i].email);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/loket/pages/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("each-page-as-it-comes", test_each_page_as_it_comes);
  ADD ("nobody", test_nobody);
  ADD ("a-list-that-changes-is-read-again", test_a_list_that_changes_is_read_again);
  ADD ("a-list-that-keeps-changing", test_a_list_that_keeps_changing);
  ADD ("a-page-that-fails", test_a_page_that_fails);
  ADD ("one-employee", test_one_employee);
  ADD ("nobody-with-that-id", test_nobody_with_that_id);
  ADD ("contact-email", test_contact_email);
  return g_test_run ();
}
