/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loket/fake-loket.h"

#include "loket/changes.h"
#include "loket/lists.h"
#include "loket/loket-private.h"

#define ACCESS "/v2/providers/employers/e1/employees/essaccessstatus"
#define EMPTY "{\"totalSize\": 0, \"totalPages\": 0, \"_embedded\": []}"
#define ACCEPTED                                                                                             \
  "{\"messages\": [], \"content\": {\"collectiveActionId\": \"a1\", \"type\": \"Werknemerloket\", "          \
  "\"submittedOn\": "                                                                                        \
  "\"2026-11-21T10:15:00.000Z\", \"status\": \"NotStarted\", \"itemCount\": {\"total\": 2, \"processed\": "  \
  "0}}}"

static const char *const two[] = { "m1", "m2", NULL };

static OvsLoketAction *
invite (OvsLoket *loket, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ovs_loket_change_mijnloket_async (loket, "e1", two, OVS_LOKET_CHANGE_SEND_INVITE, NULL, fake_loket_done_cb,
                                    &result);
  return ovs_loket_change_mijnloket_finish (loket, fake_loket_wait (&result), error);
}

static void
read_once (OvsLoket *loket)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  ovs_loket_read_mijnloket_async (loket, "e1", NULL, fake_loket_done_cb, &result);
  list = ovs_loket_read_mijnloket_finish (loket, fake_loket_wait (&result), &error);
  g_assert_no_error (error);
}

static void
test_accepted (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_knowing_client (fake);
  g_autoptr (OvsLoketAction) action = NULL;
  g_autoptr (GError) error = NULL;

  fake_loket_answer (fake, "PATCH", ACCESS, 200, ACCEPTED);
  action = invite (loket, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (action->id, ==, "a1");
  g_assert_cmpstr (action->status, ==, "NotStarted");
  g_assert_cmpint (action->total, ==, 2);
  g_assert_cmpuint (action->messages->len, ==, 0);
  g_assert_cmpstr (fake_loket_get_last (fake, ACCESS, "body"), ==,
                   "[{\"employeeId\":\"m1\",\"action\":\"SendInvite\"},{\"employeeId\":\"m2\",\"action\":"
                   "\"SendInvite\"}]");
  g_assert_cmpstr (fake_loket_get_last (fake, ACCESS, "Content-Type"), ==, "application/json");
  g_assert_cmpstr (fake_loket_get_last (fake, ACCESS, "Connection"), ==, "close");
  g_assert_cmpstr (fake_loket_get_last (fake, ACCESS, "Accept"), ==, "application/json;version=2018-01-01");
}

static void
test_messages_in_the_answer (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_knowing_client (fake);
  g_autoptr (OvsLoketAction) action = NULL;
  g_autoptr (GError) error = NULL;
  OvsLoketMessage *message;

  fake_loket_answer (
      fake, "PATCH", ACCESS, 200,
      "{\"messages\": [{\"type\": \"BrokenBusinessRule\", \"description\": \"already\", \"id\": \"m2\"}], "
      "\"content\": {\"collectiveActionId\": \"a1\", \"status\": \"NotStarted\"}}");
  action = invite (loket, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (action->messages->len, ==, 1);
  message = action->messages->pdata[0];
  g_assert_cmpstr (message->id, ==, "m2");
  g_assert_cmpstr (message->description, ==, "already");
}

static void
test_werknemerloket (void)
{
  static const struct
  {
    OvsLoketChange change;
    const char *word;
  } cases[] = {
    { OVS_LOKET_CHANGE_REVOKE_ACCESS, "\"RevokeAccess\"" },
    { OVS_LOKET_CHANGE_REINSTATE_ACCESS, "\"ReinstateAccess\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FakeLoket) fake = fake_loket_new ();
      g_autoptr (OvsLoket) loket = fake_loket_knowing_client (fake);
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (OvsLoketAction) action = NULL;
      g_autoptr (GError) error = NULL;

      fake_loket_answer (fake, "PATCH", "/v2/providers/employers/e1/employees/selfservice", 200, ACCEPTED);
      ovs_loket_change_werknemerloket_async (loket, "e1", two, cases[i].change, NULL, fake_loket_done_cb,
                                             &result);
      action = ovs_loket_change_werknemerloket_finish (loket, fake_loket_wait (&result), &error);
      g_assert_no_error (error);
      g_assert_cmpstr (action->id, ==, "a1");
      g_assert_nonnull (
          strstr (fake_loket_get_last (fake, "/v2/providers/employers/e1/employees/selfservice", "body"),
                  cases[i].word));
    }
}

static gboolean
change_email (OvsLoket *loket, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ovs_loket_change_email_async (loket, "m1", " nieuw@prive.example ", NULL, fake_loket_done_cb, &result);
  return ovs_loket_change_email_finish (loket, fake_loket_wait (&result), error);
}

static void
test_email (void)
{
  static const struct
  {
    const char *body; /* (nullable) */
    gboolean done;
  } cases[] = {
    { NULL, TRUE },
    { "{\"content\": {}}", TRUE },
    { "<html>Welkom</html>", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FakeLoket) fake = fake_loket_new ();
      g_autoptr (OvsLoket) loket = fake_loket_knowing_client (fake);
      g_autoptr (GError) error = NULL;

      fake_loket_answer (fake, "PATCH", "/v2/providers/employers/employees/m1", 200, cases[i].body);
      g_assert_cmpint (change_email (loket, &error), ==, cases[i].done);
      g_assert_cmpint (ovs_loket_error_is_unknown (error), ==, !cases[i].done);
      g_assert_cmpstr (fake_loket_get_last (fake, "/v2/providers/employers/employees/m1", "body"), ==,
                       "{\"emailAddress\":\"nieuw@prive.example\"}");
    }
}

static void
test_outcomes (void)
{
  static const struct
  {
    guint status;
    const char *body;
    OvsLoketError code;
    gboolean nothing_done;
  } cases[] = {
    { 400, "{\"messages\": [{\"description\": \"too many\"}], \"content\": {}}", OVS_LOKET_ERROR_BAD_REQUEST,
      TRUE },
    { 400, "plain text", OVS_LOKET_ERROR_BAD_REQUEST, TRUE },
    { 403, "{\"message\": \"Insufficient rights\"}", OVS_LOKET_ERROR_FORBIDDEN, TRUE },
    { 404, NULL, OVS_LOKET_ERROR_NOT_FOUND, TRUE },
    { 405, NULL, OVS_LOKET_ERROR_NOT_FOUND, TRUE },
    { 409, "{}", OVS_LOKET_ERROR_CONFLICT, FALSE },
    { 429, NULL, OVS_LOKET_ERROR_BUSY, TRUE },
    { 503, NULL, OVS_LOKET_ERROR_BUSY, TRUE },
    { 500, NULL, OVS_LOKET_ERROR_UNKNOWN_OUTCOME, FALSE },
    { 502, "<html>", OVS_LOKET_ERROR_UNKNOWN_OUTCOME, FALSE },
    { 504, NULL, OVS_LOKET_ERROR_UNKNOWN_OUTCOME, FALSE },
    { 302, NULL, OVS_LOKET_ERROR_UNKNOWN_OUTCOME, FALSE },
    { 200, "<html>Welkom</html>", OVS_LOKET_ERROR_UNKNOWN_OUTCOME, FALSE },
    { 200, NULL, OVS_LOKET_ERROR_UNKNOWN_OUTCOME, FALSE },
    { 200, "{\"content\": {}}", OVS_LOKET_ERROR_UNKNOWN_OUTCOME, FALSE },
    { 200, "{\"content\": {\"collectiveActionId\": 5, \"status\": \"NotStarted\"}}",
      OVS_LOKET_ERROR_UNKNOWN_OUTCOME, FALSE },
    { 200, "{\"content\": {\"collectiveActionId\": \"a1\", \"status\"", OVS_LOKET_ERROR_UNKNOWN_OUTCOME,
      FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FakeLoket) fake = fake_loket_new ();
      g_autoptr (OvsLoket) loket = fake_loket_knowing_client (fake);
      g_autoptr (GError) error = NULL;

      fake_loket_answer (fake, "PATCH", ACCESS, cases[i].status, cases[i].body);
      g_assert_null (invite (loket, &error));
      g_assert_error (error, OVS_LOKET_ERROR, (int) cases[i].code);
      g_assert_cmpint (ovs_loket_error_nothing_done (error), ==, cases[i].nothing_done);
      g_assert_cmpuint (fake_loket_count (fake, "PATCH", ACCESS), ==, 1);
    }
}

static void
test_dropped_is_seen_once (void)
{
  static const char *const cases[] = {
    "",
    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n",
    "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"content\": ",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"con\r\n",
    "this is no HTTP\r\n\r\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FakeLoket) fake = fake_loket_new ();
      g_autoptr (OvsLoket) loket = fake_loket_knowing_client (fake);
      g_autoptr (GError) error = NULL;

      /* Now a connection is kept open: a request that breaks on such a one is what HTTP clients like to
       * repeat. */
      fake_loket_answer (fake, "GET", ACCESS, 200, EMPTY);
      read_once (loket);
      fake_loket_answer (fake, "PATCH", ACCESS, 200, ACCEPTED);
      fake_loket_answer_raw_once (fake, "PATCH", ACCESS, cases[i]);
      g_assert_null (invite (loket, &error));
      g_assert_error (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_UNKNOWN_OUTCOME);
      g_assert_true (ovs_loket_error_is_unknown (error));
      g_assert_cmpuint (fake_loket_count (fake, "PATCH", ACCESS), ==, 1);
    }
}

static void
test_time_out (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_knowing_client (fake);
  g_autoptr (GError) error = NULL;

  fake_loket_answer (fake, "PATCH", ACCESS, 200, ACCEPTED);
  fake_loket_set_delay (fake, 200);
  ovs_wire_get_manners (ovs_loket_get_wire (loket))->answer_ms = 50;
  g_assert_null (invite (loket, &error));
  g_assert_error (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_UNKNOWN_OUTCOME);
  g_assert_cmpuint (fake_loket_count (fake, "PATCH", ACCESS), ==, 1);
}

static void
test_no_connection (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (FakeLoket) gone = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_knowing_client (gone);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&gone, fake_loket_free);
  g_assert_null (invite (loket, &error));
  g_assert_error (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_UNREACHABLE);
  g_assert_true (ovs_loket_error_nothing_done (error));
}

static void
test_sent_again_when_asked_to (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_knowing_client (fake);
  g_autoptr (OvsLoketAction) action = NULL;
  g_autoptr (GError) error = NULL;

  fake_loket_answer_header (fake, "PATCH", ACCESS, 503, "Retry-After", "0");
  fake_loket_answer_header (fake, "PATCH", ACCESS, 429, "Retry-After", "0");
  fake_loket_answer (fake, "PATCH", ACCESS, 200, ACCEPTED);
  action = invite (loket, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fake_loket_count (fake, "PATCH", ACCESS), ==, 3);
}

static void
test_not_for_ever (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_knowing_client (fake);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 6; i++)
    fake_loket_answer_header (fake, "PATCH", ACCESS, 503, "Retry-After", "0");
  g_assert_null (invite (loket, &error));
  g_assert_error (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_BUSY);
  g_assert_cmpuint (fake_loket_count (fake, "PATCH", ACCESS), ==, 5);
}

static void
test_sent_again_after_renewal (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_knowing_client (fake);
  g_autoptr (OvsLoketAction) action = NULL;
  g_autoptr (GError) error = NULL;

  fake_loket_answer (fake, "PATCH", ACCESS, 200, ACCEPTED);
  fake_loket_expire (fake);
  action = invite (loket, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fake_loket_count (fake, "PATCH", ACCESS), ==, 2);
}

static void
test_failed_renewal_did_nothing (void)
{
  static const struct
  {
    guint status;
    const char *body;
  } cases[] = { { 500, "{}" }, { 200, "no JSON" }, { 503, "{}" }, { 302, "{}" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FakeLoket) fake = fake_loket_new ();
      g_autoptr (OvsLoket) loket = fake_loket_knowing_client (fake);
      g_autoptr (GError) error = NULL;

      fake_loket_answer (fake, "PATCH", ACCESS, 200, ACCEPTED);
      fake_loket_expire (fake);
      fake_loket_answer_once (fake, "POST", "/token", cases[i].status, cases[i].body);
      fake_loket_answer_once (fake, "POST", "/token", cases[i].status, cases[i].body);
      g_assert_null (invite (loket, &error));
      g_assert_true (ovs_loket_error_nothing_done (error));
      g_assert_cmpuint (fake_loket_count (fake, "PATCH", ACCESS), ==, 1);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_knowing_client (fake);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fake_loket_answer (fake, "PATCH", ACCESS, 200, ACCEPTED);
  fake_loket_set_delay (fake, 50);
  ovs_loket_change_mijnloket_async (loket, "e1", two, OVS_LOKET_CHANGE_SEND_INVITE, cancellable,
                                    fake_loket_done_cb, &result);
  while (fake_loket_count (fake, "PATCH", ACCESS) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_cancellable_cancel (cancellable);
  g_assert_null (ovs_loket_change_mijnloket_finish (loket, fake_loket_wait (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (ovs_loket_error_is_unknown (error));
}

/* Whoever stops has nothing sent any more but what was on its way: that is waited for. */
static void
test_halted (void)
{
  enum
  {
    REQUESTS = 7,
    AT_ONCE = 4
  };
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_knowing_client (fake);
  g_autoptr (GCancellable) halt = g_cancellable_new ();
  GAsyncResult *results[REQUESTS] = { NULL };
  guint accepted = 0;
  guint sent;

  fake_loket_answer (fake, "PATCH", ACCESS, 200, ACCEPTED);
  fake_loket_set_delay (fake, 100);
  ovs_loket_set_halt (loket, halt);
  for (guint i = 0; i < REQUESTS; i++)
    ovs_loket_change_mijnloket_async (loket, "e1", two, OVS_LOKET_CHANGE_SEND_INVITE, NULL, fake_loket_done_cb, &results[i]);
  while (fake_loket_count (fake, "PATCH", ACCESS) < AT_ONCE)
    g_main_context_iteration (NULL, TRUE);
  g_cancellable_cancel (halt);
  for (guint i = 0; i < REQUESTS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (OvsLoketAction) action = ovs_loket_change_mijnloket_finish (loket, fake_loket_wait (&results[i]), &error);

      g_clear_object (&results[i]);
      if (action != NULL)
        {
          accepted++;
          continue;
        }
      g_assert_error (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_CALLED_OFF);
      g_assert_true (ovs_loket_error_nothing_done (error));
    }
  sent = fake_loket_count (fake, "PATCH", ACCESS);
  g_assert_cmpuint (sent, ==, AT_ONCE);
  g_assert_cmpuint (accepted, ==, AT_ONCE);

  /* Reading goes on; and another halt lets changes through again. */
  fake_loket_answer (fake, "GET", ACCESS, 200, "{\"_embedded\": []}");
  read_once (loket);
  ovs_loket_set_halt (loket, NULL);
  ovs_loket_change_mijnloket_async (loket, "e1", two, OVS_LOKET_CHANGE_SEND_INVITE, NULL, fake_loket_done_cb, &results[0]);
  ovs_loket_action_free (ovs_loket_change_mijnloket_finish (loket, fake_loket_wait (&results[0]), NULL));
  g_object_unref (results[0]);
  g_assert_cmpuint (fake_loket_count (fake, "PATCH", ACCESS), ==, sent + 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/loket/changes/accepted", test_accepted);
  g_test_add_func ("/loket/changes/halted", test_halted);
  g_test_add_func ("/loket/changes/messages-in-the-answer", test_messages_in_the_answer);
  g_test_add_func ("/loket/changes/werknemerloket", test_werknemerloket);
  g_test_add_func ("/loket/changes/email", test_email);
  g_test_add_func ("/loket/changes/outcomes", test_outcomes);
  g_test_add_func ("/loket/changes/dropped-is-seen-once", test_dropped_is_seen_once);
  g_test_add_func ("/loket/changes/time-out", test_time_out);
  g_test_add_func ("/loket/changes/no-connection", test_no_connection);
  g_test_add_func ("/loket/changes/sent-again-when-asked-to", test_sent_again_when_asked_to);
  g_test_add_func ("/loket/changes/not-for-ever", test_not_for_ever);
  g_test_add_func ("/loket/changes/sent-again-after-renewal", test_sent_again_after_renewal);
  g_test_add_func ("/loket/changes/failed-renewal-did-nothing", test_failed_renewal_did_nothing);
  g_test_add_func ("/loket/changes/cancelled", test_cancelled);
  return g_test_run ();
}
