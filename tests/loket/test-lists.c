/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loket/fake-loket.h"

#include "loket/lists.h"
#include "loket/practice-door.h"

#define EMPLOYER "/v2/providers/employers/e1"

static GPtrArray *
read_mijnloket (OvsLoket *loket, GError **error)
{
  return fake_loket_read (loket, ovs_loket_read_mijnloket_async, ovs_loket_read_mijnloket_finish, "e1",
                          error);
}

static GPtrArray *
read_providers (OvsLoket *loket, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ovs_loket_read_providers_async (loket, NULL, fake_loket_done_cb, &result);
  return ovs_loket_read_providers_finish (loket, fake_loket_wait (&result), error);
}

static void
answer_list (FakeLoket *fake, const char *path, const char *items)
{
  g_autofree char *page = fake_loket_page (1, 1, 1, items);

  fake_loket_answer (fake, "GET", path, 200, page);
}

static void
test_employers (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_client (fake);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  OvsLoketEmployer *employer;

  answer_list (
      fake, "/v2/providers/employers/minimized",
      "{\"id\": \"e1\", \"companyName\": \" Bakkerij De Proef B.V. \", \"employerNumber\": 20001, "
      "\"address\": "
      "{\"city\": \"Testdam\"}, \"providerSettings\": {\"administrationNumber\": \"DEB001\", \"groupCode\": "
      "40}, "
      "\"contact\": {\"name\": \"P. Proef\", \"phoneNumber\": null}, \"employerLogo\": null, \"new\": [[]]}");
  ovs_loket_read_employers_async (loket, NULL, fake_loket_done_cb, &result);
  list = ovs_loket_read_employers_finish (loket, fake_loket_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 1);
  employer = list->pdata[0];
  g_assert_cmpstr (employer->id, ==, "e1");
  g_assert_cmpstr (employer->number, ==, "20001");
  g_assert_cmpstr (employer->name, ==, "Bakkerij De Proef B.V.");
  g_assert_cmpstr (employer->city, ==, "Testdam");
  g_assert_cmpstr (employer->contact_name, ==, "P. Proef");
  g_assert_cmpstr (employer->contact_phone, ==, "");
  g_assert_cmpstr (employer->group, ==, "40");
  g_assert_cmpstr (employer->debtor_number, ==, "DEB001");
  g_assert_cmpstr (fake_loket_get_last (fake, "/v2/providers/employers/minimized", "Accept"), ==,
                   "application/json;version=2018-01-01");
}

static void
test_employees (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_knowing_client (fake);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  OvsLoketEmployee *employee;

  answer_list (fake, EMPLOYER "/employees",
               "{\"id\": \"m1\", \"employeeNumber\": 156, \"personalDetails\": {\"firstName\": null, "
               "\"initials\": \"S.L.\", "
               "\"prefix\": \"van\", \"lastName\": \"Fictief\", \"formattedName\": \"Fictief S.L. van\", "
               "\"dateOfBirth\": "
               "\"1990-02-03\", \"dateOfDeath\": null}, \"contactInformation\": {\"emailAddress\": "
               "\"susan@prive.example \", "
               "\"businessEmailAddress\": \"s.fictief@proef.example\"}}");
  list =
      fake_loket_read (loket, ovs_loket_read_employees_async, ovs_loket_read_employees_finish, "e1", &error);
  g_assert_no_error (error);
  employee = list->pdata[0];
  g_assert_cmpstr (employee->number, ==, "156");
  g_assert_cmpstr (employee->first_name, ==, "");
  g_assert_cmpstr (employee->initials, ==, "S.L.");
  g_assert_cmpstr (employee->prefix, ==, "van");
  g_assert_cmpstr (employee->last_name, ==, "Fictief");
  g_assert_cmpstr (employee->formatted_name, ==, "Fictief S.L. van");
  g_assert_cmpint (employee->birth_date, ==, ovs_day_from_ymd (1990, 2, 3));
  g_assert_cmpint (employee->deceased_on, ==, OVS_NO_DAY);
  g_assert_cmpstr (employee->private_email, ==, "susan@prive.example");
  g_assert_cmpstr (employee->work_email, ==, "s.fictief@proef.example");
  g_assert_cmpstr (fake_loket_get_last (fake, EMPLOYER "/employees", "Accept"), ==,
                   "application/json;version=2021-03-29");
}

static void
test_employments (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_knowing_client (fake);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  OvsLoketEmployment *employment;

  answer_list (fake, EMPLOYER "/employees/employments/minimized",
               "{\"id\": \"d1\", \"employee\": {\"id\": \"m1\", \"employeeNumber\": 156}, \"startDate\": "
               "\"2019-01-01\", "
               "\"endDate\": null},"
               "{\"id\": \"d2\", \"employee\": {\"id\": \"m1\", \"employeeNumber\": 156}, \"startDate\": "
               "\"2010-01-01\", "
               "\"endDate\": \"2012-12-31\"}");
  list = fake_loket_read (loket, ovs_loket_read_employments_async, ovs_loket_read_employments_finish, "e1",
                          &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 2);
  employment = list->pdata[0];
  g_assert_cmpstr (employment->employee_id, ==, "m1");
  g_assert_cmpint (employment->start, ==, ovs_day_from_ymd (2019, 1, 1));
  g_assert_cmpint (employment->end, ==, OVS_NO_DAY);
  employment = list->pdata[1];
  g_assert_cmpint (employment->end, ==, ovs_day_from_ymd (2012, 12, 31));
}

static void
test_access (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_knowing_client (fake);
  g_autoptr (GPtrArray) old_portal = NULL;
  g_autoptr (GPtrArray) new_portal = NULL;
  g_autoptr (GPtrArray) migration = NULL;
  g_autoptr (GError) error = NULL;
  OvsLoketAccess *access;
  OvsLoketMigration *row;

  answer_list (
      fake, EMPLOYER "/employees/selfservice",
      "{\"employee\": {\"id\": \"m1\", \"employeeNumber\": 156}, \"status\": \"HasAccessToClient\"}");
  answer_list (fake, EMPLOYER "/employees/essaccessstatus",
               "{\"employeeId\": \"m1\", \"status\": \"SomethingNew\"}");
  answer_list (
      fake, EMPLOYER "/employees/selfservice/migration",
      "{\"employee\": {\"id\": \"m1\", \"formattedName\": \"Zonder M.\", \"firstName\": null, "
      "\"employeeNumber\": 157, "
      "\"emailAddress\": null, \"employmentEndDate\": \"2026-12-31\"}, \"statusWNL\": \"HasAccessToClient\", "
      "\"statusESS\": \"InviteExpired\"}");

  old_portal = fake_loket_read (loket, ovs_loket_read_werknemerloket_async,
                                ovs_loket_read_werknemerloket_finish, "e1", &error);
  g_assert_no_error (error);
  access = old_portal->pdata[0];
  g_assert_cmpstr (access->employee_id, ==, "m1");
  g_assert_cmpstr (access->employee_number, ==, "156");
  g_assert_cmpstr (access->status, ==, "HasAccessToClient");

  new_portal = read_mijnloket (loket, &error);
  g_assert_no_error (error);
  access = new_portal->pdata[0];
  g_assert_cmpstr (access->status, ==, "SomethingNew");
  g_assert_cmpstr (access->employee_number, ==, "");

  migration =
      fake_loket_read (loket, ovs_loket_read_migration_async, ovs_loket_read_migration_finish, "e1", &error);
  g_assert_no_error (error);
  row = migration->pdata[0];
  g_assert_cmpstr (row->name, ==, "Zonder M.");
  g_assert_cmpstr (row->email, ==, "");
  g_assert_cmpint (row->end_date, ==, ovs_day_from_ymd (2026, 12, 31));
  g_assert_cmpstr (row->status_mijnloket, ==, "InviteExpired");
}

static void
test_modules (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_knowing_client (fake);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  OvsLoketModule *module;

  answer_list (fake, EMPLOYER "/modules",
               "{\"id\": \"p1\", \"description\": \"Werknemerloket\", \"number\": 500, \"bundle\": null},"
               "{\"id\": \"p2\", \"description\": \"MijnLoket\", \"number\": 777, \"bundle\": "
               "{\"description\": \"Plus\"}}");
  list = fake_loket_read (loket, ovs_loket_read_modules_async, ovs_loket_read_modules_finish, "e1", &error);
  g_assert_no_error (error);
  module = list->pdata[0];
  g_assert_cmpint (module->number, ==, 500);
  g_assert_cmpstr (module->bundle, ==, "");
  module = list->pdata[1];
  g_assert_cmpstr (module->description, ==, "MijnLoket");
  g_assert_cmpstr (module->bundle, ==, "Plus");
  /* This list takes no paging. */
  g_assert_null (fake_loket_get_last (fake, EMPLOYER "/modules", "query"));
}

static void
test_actions (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_knowing_client (fake);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) actions = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *reasons = NULL;
  OvsLoketAction *action;
  OvsLoketActionItem *item;

  answer_list (fake, "/v2/users/collectiveactions",
               "{\"collectiveActionId\": \"a1\", \"employerId\": \"e1\", \"type\": \"Werknemerloket\", "
               "\"submittedOn\": "
               "\"2026-11-21T10:15:00.000Z\", \"status\": \"Completed\", \"itemCount\": {\"total\": 2, "
               "\"processed\": 1, "
               "\"processedWithWarning\": 0, \"processedWithError\": 1}},"
               "{\"collectiveActionId\": \"a2\", \"employerId\": null, \"type\": \"Nieuw\", \"submittedOn\": "
               "\"gisteren\", "
               "\"status\": \"InProgress\", \"itemCount\": null}");
  ovs_loket_read_actions_async (loket, NULL, fake_loket_done_cb, &result);
  actions = ovs_loket_read_actions_finish (loket, fake_loket_wait (&result), &error);
  g_assert_no_error (error);
  action = actions->pdata[0];
  g_assert_cmpstr (action->employer_id, ==, "e1");
  g_assert_true (ovs_loket_action_is_completed (action));
  g_assert_cmpint (action->submitted_on, !=, 0);
  g_assert_cmpint (action->total, ==, 2);
  g_assert_cmpint (action->processed_with_error, ==, 1);
  action = actions->pdata[1];
  g_assert_false (ovs_loket_action_is_completed (action));
  g_assert_cmpstr (action->employer_id, ==, "");
  g_assert_cmpint (action->submitted_on, ==, 0);

  answer_list (
      fake, "/v2/users/collectiveactions/a1",
      "{\"collectiveActionItemId\": \"i1\", \"entityId\": \"m1\", \"succes\": true, \"messages\": null},"
      "{\"collectiveActionItemId\": \"i2\", \"entityId\": \"m2\", \"succes\": false, \"messages\": "
      "[{\"type\": "
      "\"BrokenBusinessRule\", \"description\": \"no address\", \"id\": \"m2\"}, {\"type\": {\"key\": 1, "
      "\"value\": "
      "\"Warning\"}, \"description\": \"and more\", \"id\": null}]}");
  items = fake_loket_read (loket, ovs_loket_read_action_items_async, ovs_loket_read_action_items_finish, "a1",
                           &error);
  g_assert_no_error (error);
  item = items->pdata[0];
  g_assert_true (item->succeeded);
  g_assert_cmpuint (item->messages->len, ==, 0);
  item = items->pdata[1];
  g_assert_false (item->succeeded);
  g_assert_cmpstr (item->entity_id, ==, "m2");
  g_assert_cmpstr (((OvsLoketMessage *) item->messages->pdata[0])->type, ==, "BrokenBusinessRule");
  g_assert_cmpstr (((OvsLoketMessage *) item->messages->pdata[1])->type, ==, "Warning");
  reasons = ovs_loket_messages_to_text (item->messages);
  g_assert_cmpstr (reasons, ==, "no address; and more");
}

static void
test_user (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_client (fake);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  fake_loket_answer (fake, "GET", "/v2/user", 200,
                     "{\"content\": {\"personalDetails\": {\"firstName\": \"Anouk\", \"initials\": \"A.\", "
                     "\"prefix\": \"van "
                     "der\", \"lastName\": \"Testmans\"}}}");
  ovs_loket_read_user_async (loket, NULL, fake_loket_done_cb, &result);
  name = ovs_loket_read_user_finish (loket, fake_loket_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, "Anouk van der Testmans");
}

static void
test_obsolete_told_once (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_knowing_client (fake);
  const OvsLoketObsolete *obsolete;

  fake_loket_answer (fake, "GET", "/v2/providers", 200,
                     "{\"version\": {\"obsoleteDate\": \"2027-06-01\"}, \"_embedded\": []}");
  g_assert_cmpuint (ovs_loket_get_obsolete (loket)->len, ==, 0);
  g_ptr_array_unref (read_providers (loket, NULL));
  g_ptr_array_unref (read_providers (loket, NULL));
  g_assert_cmpuint (ovs_loket_get_obsolete (loket)->len, ==, 1);
  obsolete = ovs_loket_get_obsolete (loket)->pdata[0];
  g_assert_cmpstr (obsolete->resource, ==, "providers");
  g_assert_cmpint (obsolete->on, ==, ovs_day_from_ymd (2027, 6, 1));
}

static gboolean
read_clock (OvsLoket *loket, gint64 *instant, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ovs_loket_read_practice_clock_async (loket, NULL, fake_loket_done_cb, &result);
  return ovs_loket_read_practice_clock_finish (loket, fake_loket_wait (&result), instant, error);
}

static void
test_practice_clock (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_stranger (fake);
  g_autoptr (OvsClock) clock = ovs_clock_new ();
  g_autoptr (OvsLoket) real = ovs_loket_new ("https://api.loket.nl", clock, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *iso = NULL;
  gint64 instant = 1;

  g_assert_false (read_clock (loket, &instant, &error));
  g_assert_no_error (error);
  g_assert_cmpint (instant, ==, 0);

  g_assert_false (read_clock (real, &instant, &error));
  g_assert_no_error (error);

  fake_loket_answer (fake, "GET", "/practice/clock", 200, "{\"now\": \"2026-12-01T09:00:00Z\"}");
  g_assert_true (read_clock (loket, &instant, &error));
  g_assert_no_error (error);
  iso = ovs_clock_to_iso (instant);
  g_assert_cmpstr (iso, ==, "2026-12-01T09:00:00Z");

  fake_loket_answer (fake, "GET", "/practice/clock", 200, "{\"now\": \"noon\"}");
  g_assert_false (read_clock (loket, &instant, &error));
  g_assert_error (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_MALFORMED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/loket/lists/employers", test_employers);
  g_test_add_func ("/loket/lists/employees", test_employees);
  g_test_add_func ("/loket/lists/employments", test_employments);
  g_test_add_func ("/loket/lists/access", test_access);
  g_test_add_func ("/loket/lists/modules", test_modules);
  g_test_add_func ("/loket/lists/actions", test_actions);
  g_test_add_func ("/loket/lists/user", test_user);
  g_test_add_func ("/loket/lists/obsolete-told-once", test_obsolete_told_once);
  g_test_add_func ("/loket/lists/practice-clock", test_practice_clock);
  return g_test_run ();
}
