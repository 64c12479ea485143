/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loket/fake-loket.h"

#include "loket/lists.h"
#include "loket/loket-private.h"

#define PROVIDERS "/v2/providers"
#define EMPTY "{\"totalSize\": 0, \"totalPages\": 0, \"_embedded\": []}"

static GPtrArray *
read_providers (OvsLoket *loket, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ovs_loket_read_providers_async (loket, cancellable, fake_loket_done_cb, &result);
  return ovs_loket_read_providers_finish (loket, fake_loket_wait (&result), error);
}

static gboolean
stop_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
run_for (guint milliseconds)
{
  gboolean stop = FALSE;

  g_timeout_add (milliseconds, stop_cb, &stop);
  while (!stop)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_four_at_once (void)
{
  enum
  {
    REQUESTS = 12
  };
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_client (fake);
  GAsyncResult *results[REQUESTS] = { NULL };

  fake_loket_answer (fake, "GET", PROVIDERS, 200, EMPTY);
  fake_loket_set_delay (fake, 40);
  for (guint i = 0; i < REQUESTS; i++)
    ovs_loket_read_providers_async (loket, NULL, fake_loket_done_cb, &results[i]);
  for (guint i = 0; i < REQUESTS; i++)
    {
      g_ptr_array_unref (ovs_loket_read_providers_finish (loket, fake_loket_wait (&results[i]), NULL));
      g_object_unref (results[i]);
    }
  g_assert_cmpuint (fake_loket_get_most_at_once (fake), <=, 4);
  g_assert_cmpuint (fake_loket_get_most_at_once (fake), >, 1);
  g_assert_cmpuint (fake_loket_count (fake, "GET", PROVIDERS), ==, REQUESTS);
}

static void
test_reads_try_again (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_client (fake);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  fake_loket_answer_once (fake, "GET", PROVIDERS, 500, NULL);
  fake_loket_answer_once (fake, "GET", PROVIDERS, 503, NULL);
  fake_loket_answer_once (fake, "GET", PROVIDERS, 200, "<html>maintenance</html>");
  fake_loket_answer_raw_once (fake, "GET", PROVIDERS, "HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n{");
  fake_loket_answer (fake, "GET", PROVIDERS, 200, EMPTY);
  list = read_providers (loket, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fake_loket_count (fake, "GET", PROVIDERS), ==, 5);
}

static void
test_reads_give_up (void)
{
  static const struct
  {
    guint status;
    const char *body;
    OvsLoketError code;
    guint requests;
  } cases[] = {
    { 500, NULL, OVS_LOKET_ERROR_SERVER, 5 },      { 502, NULL, OVS_LOKET_ERROR_SERVER, 5 },
    { 429, NULL, OVS_LOKET_ERROR_BUSY, 5 },        { 200, "nothing", OVS_LOKET_ERROR_MALFORMED, 5 },
    { 400, NULL, OVS_LOKET_ERROR_BAD_REQUEST, 1 }, { 403, NULL, OVS_LOKET_ERROR_FORBIDDEN, 1 },
    { 405, NULL, OVS_LOKET_ERROR_NOT_FOUND, 1 },   { 409, NULL, OVS_LOKET_ERROR_CONFLICT, 1 },
    { 301, NULL, OVS_LOKET_ERROR_NOT_LOKET, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FakeLoket) fake = fake_loket_new ();
      g_autoptr (OvsLoket) loket = fake_loket_client (fake);
      g_autoptr (GError) error = NULL;

      fake_loket_answer (fake, "GET", PROVIDERS, cases[i].status, cases[i].body);
      g_assert_null (read_providers (loket, NULL, &error));
      g_assert_error (error, OVS_LOKET_ERROR, (int) cases[i].code);
      g_assert_cmpuint (fake_loket_count (fake, "GET", PROVIDERS), ==, cases[i].requests);
    }
}

static void
test_retry_after_is_kept (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_client (fake);
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  gint64 refused_at;

  fake_loket_answer_header (fake, "GET", PROVIDERS, 429, "Retry-After", "1");
  fake_loket_answer (fake, "GET", PROVIDERS, 200, EMPTY);
  fake_loket_answer (fake, "GET", "/v2/users/collectiveactions", 200, EMPTY);
  ovs_loket_read_providers_async (loket, NULL, fake_loket_done_cb, &first);
  while (fake_loket_count (fake, "GET", PROVIDERS) == 0)
    g_main_context_iteration (NULL, TRUE);
  refused_at = g_get_monotonic_time ();
  run_for (20);
  /* Whoever comes now waits too. */
  ovs_loket_read_actions_async (loket, NULL, fake_loket_done_cb, &second);
  g_ptr_array_unref (ovs_loket_read_actions_finish (loket, fake_loket_wait (&second), NULL));
  g_assert_cmpint (g_get_monotonic_time () - refused_at, >=, G_USEC_PER_SEC);
  g_ptr_array_unref (ovs_loket_read_providers_finish (loket, fake_loket_wait (&first), NULL));
  g_assert_cmpuint (fake_loket_count (fake, "GET", PROVIDERS), ==, 2);
}

static void
test_retry_after_is_told (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_client (fake);
  g_autoptr (GError) error = NULL;

  ovs_wire_get_manners (ovs_loket_get_wire (loket))->retries = 0;
  fake_loket_answer_header (fake, "GET", PROVIDERS, 503, "Retry-After", "90");
  g_assert_null (read_providers (loket, NULL, &error));
  g_assert_error (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_BUSY);
  g_assert_cmpuint (ovs_loket_error_get_retry_after (error), ==, 90);
}

static void
test_too_large (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_client (fake);
  g_autofree char *filling = g_strnfill (200 * 1024, ' ');
  g_autofree char *large = g_strconcat ("{", filling, "\"_embedded\": []}", NULL);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  fake_loket_answer (fake, "GET", PROVIDERS, 200, large);
  list = read_providers (loket, NULL, &error);
  g_assert_no_error (error);

  ovs_wire_get_manners (ovs_loket_get_wire (loket))->answer_bytes = 100 * 1024;
  g_assert_null (read_providers (loket, NULL, &error));
  g_assert_error (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_MALFORMED);
}

static void
test_too_deep (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_client (fake);
  g_autofree char *open = g_strnfill (500 * 1000, '[');
  g_autofree char *deep = g_strconcat ("{\"_embedded\": ", open, NULL);
  g_autoptr (GError) error = NULL;

  fake_loket_answer (fake, "GET", PROVIDERS, 200, deep);
  g_assert_null (read_providers (loket, NULL, &error));
  g_assert_error (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_MALFORMED);
}

static void
test_time_out (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_client (fake);
  g_autoptr (GError) error = NULL;

  fake_loket_answer (fake, "GET", PROVIDERS, 200, EMPTY);
  fake_loket_set_delay (fake, 150);
  ovs_wire_get_manners (ovs_loket_get_wire (loket))->answer_ms = 30;
  g_assert_null (read_providers (loket, NULL, &error));
  g_assert_error (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_UNREACHABLE);
  g_assert_cmpuint (fake_loket_count (fake, "GET", PROVIDERS), ==, 1);
}

static void
test_no_server (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_stranger (fake);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fake, fake_loket_free);
  g_assert_false (fake_loket_sign_in (loket, &error));
  g_assert_error (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_UNREACHABLE);
}

static void
test_cancel (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_client (fake);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  fake_loket_answer (fake, "GET", PROVIDERS, 200, EMPTY);
  g_cancellable_cancel (cancellable);
  g_assert_null (read_providers (loket, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  /* The places of cancelled requests are free again. */
  for (guint i = 0; i < 5; i++)
    {
      g_assert_null (read_providers (loket, cancellable, &error));
      g_clear_error (&error);
    }
  list = read_providers (loket, NULL, &error);
  g_assert_no_error (error);
}

static void
test_cancel_under_way (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsLoket) loket = fake_loket_client (fake);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  fake_loket_answer (fake, "GET", PROVIDERS, 200, EMPTY);
  fake_loket_set_delay (fake, 30);
  for (guint i = 1; i <= 5; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) cancelled = NULL;

      ovs_loket_read_providers_async (loket, cancellable, fake_loket_done_cb, &result);
      while (fake_loket_count (fake, "GET", PROVIDERS) < i)
        g_main_context_iteration (NULL, TRUE);
      g_cancellable_cancel (cancellable);
      g_assert_null (ovs_loket_read_providers_finish (loket, fake_loket_wait (&result), &cancelled));
      g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
  list = read_providers (loket, NULL, &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/loket/manners/four-at-once", test_four_at_once);
  g_test_add_func ("/loket/manners/reads-try-again", test_reads_try_again);
  g_test_add_func ("/loket/manners/reads-give-up", test_reads_give_up);
  g_test_add_func ("/loket/manners/retry-after-is-kept", test_retry_after_is_kept);
  g_test_add_func ("/loket/manners/retry-after-is-told", test_retry_after_is_told);
  g_test_add_func ("/loket/manners/too-large", test_too_large);
  g_test_add_func ("/loket/manners/too-deep", test_too_deep);
  g_test_add_func ("/loket/manners/time-out", test_time_out);
  g_test_add_func ("/loket/manners/no-server", test_no_server);
  g_test_add_func ("/loket/manners/cancel", test_cancel);
  g_test_add_func ("/loket/manners/cancel-under-way", test_cancel_under_way);
  return g_test_run ();
}
