/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loket/fake-loket.h"

#include "loket/lists.h"

#define EMPTY "{\"totalSize\": 0, \"totalPages\": 0, \"_embedded\": []}"

static void
read_providers (OvsLoket *loket, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) providers = NULL;

  ovs_loket_read_providers_async (loket, NULL, fake_loket_done_cb, &result);
  providers = ovs_loket_read_providers_finish (loket, fake_loket_wait (&result), error);
}

static void
assert_reads (OvsLoket *loket)
{
  g_autoptr (GError) error = NULL;

  read_providers (loket, &error);
  g_assert_no_error (error);
}

static void
test_signs_in (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_client (fake);

  fake_loket_answer (fake, "GET", "/v2/providers", 200, EMPTY);
  assert_reads (loket);
  g_assert_cmpuint (fake_loket_count (fake, "GET", "/authorize"), ==, 1);
  g_assert_cmpuint (fake_loket_count (fake, "POST", "/token"), ==, 1);
  g_assert_nonnull (strstr (fake_loket_get_last (fake, "/token", "body"), "grant_type=authorization_code"));
  g_assert_nonnull (strstr (fake_loket_get_last (fake, "/authorize", "query"), "scope=all"));
}

static void
test_not_signed_in (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_stranger (fake);
  g_autoptr (GError) error = NULL;

  read_providers (loket, &error);
  g_assert_error (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_SIGN_IN);
  g_assert_cmpuint (fake_loket_count (fake, NULL, NULL), ==, 0);
}

static void
test_state_mismatch (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_stranger (fake);
  g_autoptr (GError) error = NULL;

  fake_loket_set_wrong_state (fake);
  g_assert_false (fake_loket_sign_in (loket, &error));
  g_assert_error (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_SIGN_IN);
  g_assert_cmpuint (fake_loket_count (fake, "POST", "/token"), ==, 0);
}

static void
test_authorize_answers (void)
{
  static const struct
  {
    guint status;
    const char *location; /* (nullable) */
    OvsLoketError code;
  } cases[] = {
    { 200, NULL, OVS_LOKET_ERROR_NOT_LOKET },
    { 404, NULL, OVS_LOKET_ERROR_NOT_LOKET },
    { 302, NULL, OVS_LOKET_ERROR_NOT_LOKET },
    { 302, "http://evil.example/?code=a&state=b", OVS_LOKET_ERROR_NOT_LOKET },
    { 302, "http://127.0.0.1:48321/", OVS_LOKET_ERROR_SIGN_IN },
    { 302, "http://127.0.0.1:48321/?error=access_denied", OVS_LOKET_ERROR_SIGN_IN },
    { 403, NULL, OVS_LOKET_ERROR_FORBIDDEN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FakeLoket) fake = fake_loket_new ();
      g_autoptr (OvsLoket) loket = fake_loket_stranger (fake);
      g_autoptr (GError) error = NULL;

      fake_loket_answer_header (fake, "GET", "/authorize", cases[i].status,
                                cases[i].location != NULL ? "Location" : "X-Nothing",
                                cases[i].location != NULL ? cases[i].location : "nothing");
      g_assert_false (fake_loket_sign_in (loket, &error));
      g_assert_error (error, OVS_LOKET_ERROR, (int) cases[i].code);
      g_assert_cmpuint (fake_loket_count (fake, NULL, NULL), ==, 1);
    }
}

static void
test_another_web_server (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_stranger (fake);
  g_autoptr (GError) error = NULL;

  fake_loket_answer_once (fake, "GET", "/authorize", 200, "<html>Welkom</html>");
  g_assert_false (fake_loket_sign_in (loket, &error));
  g_assert_error (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_NOT_LOKET);
  g_assert_cmpuint (fake_loket_count (fake, NULL, NULL), ==, 1);
}

static void
test_token_answers (void)
{
  static const struct
  {
    guint status;
    const char *body;
    OvsLoketError code;
  } cases[] = {
    { 400, "{\"error\": \"invalid_grant\"}", OVS_LOKET_ERROR_SIGN_IN },
    { 400, "{\"error\": \"INVALID_CLIENT\"}", OVS_LOKET_ERROR_SIGN_IN },
    { 401, "{\"error\": \"invalid_client\"}", OVS_LOKET_ERROR_SIGN_IN },
    { 400, "{\"error\": \"invalid_request\"}", OVS_LOKET_ERROR_BAD_REQUEST },
    { 200, "{\"access_token\": 5}", OVS_LOKET_ERROR_SIGN_IN },
    { 200, "no JSON", OVS_LOKET_ERROR_SIGN_IN },
    { 400, "no JSON", OVS_LOKET_ERROR_SIGN_IN },
    { 503, "{}", OVS_LOKET_ERROR_BUSY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FakeLoket) fake = fake_loket_new ();
      g_autoptr (OvsLoket) loket = fake_loket_stranger (fake);
      g_autoptr (GError) error = NULL;

      fake_loket_answer_once (fake, "POST", "/token", cases[i].status, cases[i].body);
      g_assert_false (fake_loket_sign_in (loket, &error));
      g_assert_error (error, OVS_LOKET_ERROR, (int) cases[i].code);
      g_assert_null (strstr (error->message, "access-"));
    }
}

static void
test_other_loket_is_refused (void)
{
  g_autoptr (OvsClock) clock = ovs_clock_new ();
  g_autoptr (OvsLoket) loket = ovs_loket_new ("https://api.loket.nl", clock, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (fake_loket_sign_in (loket, &error));
  g_assert_error (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_SIGN_IN);
}

/* It concerns every request, and not the client that the one request was about. */
static void
test_refused_renewal (void)
{
  static const guint statuses[] = { 403, 404 };

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (FakeLoket) fake = fake_loket_new ();
      g_autoptr (OvsLoket) loket = fake_loket_client (fake);
      g_autoptr (GPtrArray) providers = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GAsyncResult) result = NULL;

      fake_loket_answer (fake, "GET", "/v2/providers", 200, EMPTY);
      fake_loket_expire (fake);
      fake_loket_answer_once (fake, "POST", "/token", statuses[i], "{}");
      ovs_loket_read_providers_async (loket, NULL, fake_loket_done_cb, &result);
      providers = ovs_loket_read_providers_finish (loket, fake_loket_wait (&result), &error);
      g_assert_null (providers);
      g_assert_error (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_SIGN_IN);
    }
}

static void
test_renews_once_for_all (void)
{
  enum
  {
    REQUESTS = 6
  };
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_client (fake);
  GAsyncResult *results[REQUESTS] = { NULL };

  fake_loket_answer (fake, "GET", "/v2/providers", 200, EMPTY);
  fake_loket_expire (fake);
  for (guint i = 0; i < REQUESTS; i++)
    ovs_loket_read_providers_async (loket, NULL, fake_loket_done_cb, &results[i]);
  for (guint i = 0; i < REQUESTS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) providers =
          ovs_loket_read_providers_finish (loket, fake_loket_wait (&results[i]), &error);

      g_assert_no_error (error);
      g_object_unref (results[i]);
    }
  g_assert_cmpuint (fake_loket_count (fake, "POST", "/token"), ==, 2);
  g_assert_cmpstr (fake_loket_get_last (fake, "/token", "body"), ==,
                   "grant_type=refresh_token&refresh_token=refresh-1&client_id=overstap");
}

static void
test_rotation (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_client (fake);

  fake_loket_answer (fake, "GET", "/v2/providers", 200, EMPTY);
  fake_loket_expire (fake);
  assert_reads (loket);
  fake_loket_expire (fake);
  assert_reads (loket);
  g_assert_nonnull (strstr (fake_loket_get_last (fake, "/token", "body"), "refresh_token=refresh-2"));
}

static void
test_lost_refresh_answer (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_client (fake);

  fake_loket_answer (fake, "GET", "/v2/providers", 200, EMPTY);
  fake_loket_expire (fake);
  fake_loket_answer_raw_once (fake, "POST", "/token", "");
  assert_reads (loket);
  /* Signing in, the lost one, and the same token once more. */
  g_assert_cmpuint (fake_loket_count (fake, "POST", "/token"), ==, 3);
  g_assert_nonnull (strstr (fake_loket_get_last (fake, "/token", "body"), "refresh_token=refresh-1"));
}

static void
test_invalid_grant_signs_in_anew (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_client (fake);

  fake_loket_answer (fake, "GET", "/v2/providers", 200, EMPTY);
  fake_loket_expire (fake);
  fake_loket_forget (fake);
  assert_reads (loket);
  g_assert_cmpuint (fake_loket_count (fake, "GET", "/authorize"), ==, 2);
}

static void
test_expiry_renews_before_sending (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = NULL;

  fake_loket_set_lifetime (fake, 0);
  loket = fake_loket_client (fake);
  fake_loket_answer (fake, "GET", "/v2/providers", 200, EMPTY);
  assert_reads (loket);
  g_assert_cmpuint (fake_loket_count (fake, "POST", "/token"), ==, 2);
  g_assert_cmpuint (fake_loket_count (fake, "GET", "/v2/providers"), ==, 1);
}

static void
test_renewed_and_still_refused (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_client (fake);
  g_autoptr (GError) error = NULL;

  fake_loket_answer (fake, "GET", "/v2/providers", 401, "{}");
  read_providers (loket, &error);
  g_assert_error (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_SIGN_IN);
  g_assert_cmpuint (fake_loket_count (fake, "GET", "/v2/providers"), ==, 2);
  g_assert_cmpuint (fake_loket_count (fake, "POST", "/token"), ==, 2);
}

static void
test_cancelled_while_renewing (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_client (fake);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) cancelled = NULL;
  g_autoptr (GAsyncResult) other = NULL;
  g_autoptr (GError) error = NULL;

  fake_loket_answer (fake, "GET", "/v2/providers", 200, EMPTY);
  fake_loket_expire (fake);
  fake_loket_set_delay (fake, 30);
  ovs_loket_read_providers_async (loket, cancellable, fake_loket_done_cb, &cancelled);
  ovs_loket_read_providers_async (loket, NULL, fake_loket_done_cb, &other);
  while (fake_loket_count (fake, "POST", "/token") < 2)
    g_main_context_iteration (NULL, TRUE);
  g_cancellable_cancel (cancellable);
  g_assert_null (ovs_loket_read_providers_finish (loket, fake_loket_wait (&cancelled), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_ptr_array_unref (ovs_loket_read_providers_finish (loket, fake_loket_wait (&other), &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/loket/sign-in/signs-in", test_signs_in);
  g_test_add_func ("/loket/sign-in/not-signed-in", test_not_signed_in);
  g_test_add_func ("/loket/sign-in/state-mismatch", test_state_mismatch);
  g_test_add_func ("/loket/sign-in/authorize-answers", test_authorize_answers);
  g_test_add_func ("/loket/sign-in/another-web-server", test_another_web_server);
  g_test_add_func ("/loket/sign-in/token-answers", test_token_answers);
  g_test_add_func ("/loket/sign-in/other-loket-is-refused", test_other_loket_is_refused);
  g_test_add_func ("/loket/sign-in/refused-renewal", test_refused_renewal);
  g_test_add_func ("/loket/sign-in/renews-once-for-all", test_renews_once_for_all);
  g_test_add_func ("/loket/sign-in/rotation", test_rotation);
  g_test_add_func ("/loket/sign-in/lost-refresh-answer", test_lost_refresh_answer);
  g_test_add_func ("/loket/sign-in/invalid-grant-signs-in-anew", test_invalid_grant_signs_in_anew);
  g_test_add_func ("/loket/sign-in/expiry-renews-before-sending", test_expiry_renews_before_sending);
  g_test_add_func ("/loket/sign-in/renewed-and-still-refused", test_renewed_and_still_refused);
  g_test_add_func ("/loket/sign-in/cancelled-while-renewing", test_cancelled_while_renewing);
  return g_test_run ();
}
