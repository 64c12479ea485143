/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libsoup/soup.h>

#include "loket/browser.h"
#include "loket/fake-loket.h"
#include "loket/redirect.h"

#define STATE "the-state-of-this-test"

typedef struct
{
  OvsBrowser *browser;
  char *uri; /* where the browser is to return */
  GCancellable *cancellable;
  GAsyncResult *result;
} Wait;

static void
count_cb (OvsBrowser *browser, const char *url, guint *opened)
{
  g_assert_cmpstr (url, ==, "https://loket.example/authorize");
  g_assert_cmpstr (ovs_browser_get_url (browser), ==, url);
  (*opened)++;
}

static Wait *
wait_new (void)
{
  Wait *wait = g_new0 (Wait, 1);
  g_autoptr (GError) error = NULL;
  guint opened = 0;

  wait->browser = ovs_browser_new ();
  wait->cancellable = g_cancellable_new ();
  wait->uri = g_strdup (ovs_browser_listen (wait->browser, 0, STATE, &error));
  g_assert_no_error (error);
  g_signal_connect (wait->browser, "open", G_CALLBACK (count_cb), &opened);
  ovs_browser_wait_async (wait->browser, "https://loket.example/authorize", wait->cancellable, fake_loket_done_cb, &wait->result);
  g_signal_handlers_disconnect_by_data (wait->browser, &opened);
  g_assert_cmpuint (opened, ==, 1);
  return wait;
}

static void
wait_free (Wait *wait)
{
  g_object_unref (wait->browser);
  g_object_unref (wait->cancellable);
  g_clear_object (&wait->result);
  g_free (wait->uri);
  g_free (wait);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wait, wait_free)

/* What the user's browser would do. Returns the status, 0 where nobody listens. */
static guint
ask (Wait *wait, const char *method, const char *rest, const char *host, char **page)
{
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autofree char *url = g_strconcat (wait->uri, rest, NULL);
  g_autoptr (SoupMessage) message = soup_message_new (method, url);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) bytes = NULL;

  soup_session_set_proxy_resolver (session, NULL);
  soup_message_add_flags (message, SOUP_MESSAGE_NEW_CONNECTION);
  if (host != NULL)
    soup_message_headers_replace (soup_message_get_request_headers (message), "Host", host);
  soup_session_send_and_read_async (session, message, G_PRIORITY_DEFAULT, NULL, fake_loket_done_cb, &result);
  bytes = soup_session_send_and_read_finish (session, fake_loket_wait (&result), NULL);
  if (page != NULL)
    *page = bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
  return bytes != NULL ? soup_message_get_status (message) : 0;
}

static guint
get (Wait *wait, const char *rest)
{
  return ask (wait, "GET", rest, NULL, NULL);
}

static void
assert_code (Wait *wait, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *code = ovs_browser_wait_finish (wait->browser, fake_loket_wait (&wait->result), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (code, ==, wanted);
  g_assert_null (ovs_browser_get_url (wait->browser));
  g_assert_cmpuint (ovs_browser_get_left (wait->browser), ==, 0);
}

static void
assert_refused (Wait *wait, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ovs_browser_wait_finish (wait->browser, fake_loket_wait (&wait->result), &error));
  g_assert_error (error, domain, code);
  g_assert_null (strstr (error->message, STATE));
}

/* Nobody listens there any more: another may. */
static void
assert_port_is_free (Wait *wait)
{
  g_autoptr (OvsBrowser) other = ovs_browser_new ();
  g_autoptr (GUri) uri = g_uri_parse (wait->uri, G_URI_FLAGS_NONE, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (ovs_browser_listen (other, (guint) g_uri_get_port (uri), STATE, &error));
  g_assert_no_error (error);
}

static void
test_answer (void)
{
  g_autoptr (Wait) wait = wait_new ();
  g_autofree char *page = NULL;

  g_assert_true (g_str_has_prefix (wait->uri, "http://127.0.0.1:"));
  g_assert_cmpuint (ovs_browser_get_left (wait->browser), >, OVS_BROWSER_LIMIT - 30);
  g_assert_cmpuint (ask (wait, "GET", "?state=" STATE "&code=c0de", NULL, &page), ==, 200);
  g_assert_nonnull (strstr (page, "U kunt dit venster sluiten"));
  g_assert_null (strstr (page, "c0de"));
  assert_code (wait, "c0de");
  g_assert_cmpuint (get (wait, "?state=" STATE "&code=other"), ==, 0);
  assert_port_is_free (wait);
}

static void
test_not_for_us (void)
{
  g_autoptr (Wait) wait = wait_new ();
  g_autofree char *page = NULL;

  g_assert_cmpuint (ask (wait, "GET", "?state=wrong&code=stolen", NULL, &page), ==, 400);
  g_assert_null (strstr (page, "stolen"));
  g_assert_cmpuint (get (wait, "?code=stolen"), ==, 400);
  g_assert_cmpuint (get (wait, "?error=access_denied"), ==, 400);
  g_assert_cmpuint (get (wait, ""), ==, 400);
  g_assert_cmpuint (get (wait, "favicon.ico"), ==, 404);
  g_assert_cmpuint (get (wait, "other?state=" STATE "&code=c0de"), ==, 404);
  g_assert_cmpuint (ask (wait, "POST", "?state=" STATE "&code=c0de", NULL, NULL), ==, 405);
  g_assert_cmpuint (ask (wait, "GET", "?state=" STATE "&code=c0de", "evil.example", NULL), ==, 404);
  g_assert_cmpuint (ask (wait, "GET", "?state=" STATE "&code=c0de", "localhost", NULL), ==, 404);
  g_assert_null (wait->result);
  g_assert_cmpuint (get (wait, "?code=c0de&state=" STATE), ==, 200);
  assert_code (wait, "c0de");
}

static void
test_error_answers (void)
{
  static const char *const answers[] = { "?error=access_denied&state=" STATE, "?error=server_error&state=" STATE, "?state=" STATE, "?code=&state=" STATE };
  g_autofree char *denied = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (Wait) wait = wait_new ();
      g_autofree char *page = NULL;

      g_assert_cmpuint (ask (wait, "GET", answers[i], NULL, &page), ==, 200);
      g_assert_nonnull (strstr (page, "niet ingelogd"));
      assert_refused (wait, OVS_LOKET_ERROR, OVS_LOKET_ERROR_SIGN_IN);
      assert_port_is_free (wait);
    }
}

static void
test_denied_has_its_own_sentence (void)
{
  g_autoptr (GError) denied = ovs_redirect_to_error (OVS_REDIRECT_DENIED);
  g_autoptr (GError) refused = ovs_redirect_to_error (OVS_REDIRECT_REFUSED);

  g_assert_cmpstr (denied->message, !=, refused->message);
}

static void
test_time_out (void)
{
  g_autoptr (OvsBrowser) browser = ovs_browser_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  Wait wait = { browser, NULL, NULL, NULL };

  ovs_browser_set_limit (browser, 0);
  wait.uri = g_strdup (ovs_browser_listen (browser, 0, STATE, &error));
  ovs_browser_wait_async (browser, "https://loket.example/authorize", NULL, fake_loket_done_cb, &wait.result);
  assert_refused (&wait, OVS_LOKET_ERROR, OVS_LOKET_ERROR_SIGN_IN);
  assert_port_is_free (&wait);
  g_object_unref (wait.result);
  g_free (wait.uri);
}

static void
test_cancelled (void)
{
  g_autoptr (Wait) wait = wait_new ();

  g_cancellable_cancel (wait->cancellable);
  assert_refused (wait, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (get (wait, "?state=" STATE "&code=c0de"), ==, 0);
  assert_port_is_free (wait);
}

static void
test_port_in_use (void)
{
  g_autoptr (Wait) wait = wait_new ();
  g_autoptr (OvsBrowser) other = ovs_browser_new ();
  g_autoptr (GUri) uri = g_uri_parse (wait->uri, G_URI_FLAGS_NONE, NULL);
  g_autofree char *port = g_strdup_printf ("%d", g_uri_get_port (uri));
  g_autoptr (GError) error = NULL;

  g_assert_null (ovs_browser_listen (other, (guint) g_uri_get_port (uri), STATE, &error));
  g_assert_error (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_SIGN_IN);
  g_assert_nonnull (strstr (error->message, port));
}

static void
test_pasted (void)
{
  static const char *const good[] = {
    "http://127.0.0.1:48321/?state=" STATE "&code=c0de",
    "  127.0.0.1:48321/?state=" STATE "&code=c0de\r\n",
    "\"http://127.0.0.1:48321/?code=c0de&state=" STATE "\"",
    "<http://127.0.0.1:48321/?code=c0de&state=" STATE "#top>",
    "http://127.0.0.1:48321/?code=c0\n  de&state=" STATE,
    "code=c0de&state=" STATE,
  };
  static const char *const other[] = { "", "hallo", "https://www.loket.nl/", "http://127.0.0.1:48321/?code=c0de", "http://127.0.0.1/?state=wrong&code=c0de" };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (Wait) wait = wait_new ();

      for (gsize j = 0; j < G_N_ELEMENTS (other); j++)
        {
          g_autoptr (GError) error = NULL;

          g_assert_false (ovs_browser_paste (wait->browser, other[j], &error));
          g_assert_error (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_SIGN_IN);
          g_assert_null (strstr (error->message, "c0de"));
        }
      g_assert_true (ovs_browser_paste (wait->browser, good[i], NULL));
      assert_code (wait, "c0de");
      assert_port_is_free (wait);
    }
}

static void
test_pasted_refusal (void)
{
  g_autoptr (Wait) wait = wait_new ();

  g_assert_true (ovs_browser_paste (wait->browser, "127.0.0.1:1/?error=access_denied&state=" STATE, NULL));
  assert_refused (wait, OVS_LOKET_ERROR, OVS_LOKET_ERROR_SIGN_IN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/loket/browser/answer", test_answer);
  g_test_add_func ("/loket/browser/not-for-us", test_not_for_us);
  g_test_add_func ("/loket/browser/error-answers", test_error_answers);
  g_test_add_func ("/loket/browser/denied-has-its-own-sentence", test_denied_has_its_own_sentence);
  g_test_add_func ("/loket/browser/time-out", test_time_out);
  g_test_add_func ("/loket/browser/cancelled", test_cancelled);
  g_test_add_func ("/loket/browser/port-in-use", test_port_in_use);
  g_test_add_func ("/loket/browser/pasted", test_pasted);
  g_test_add_func ("/loket/browser/pasted-refusal", test_pasted_refusal);
  return g_test_run ();
}
