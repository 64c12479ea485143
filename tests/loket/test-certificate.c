/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who answers over TLS without a certificate that is in order gets nothing, and the user a sentence of its own. */
#include "loket/fake-loket.h"

#include "loket/lists.h"

#ifdef __SANITIZE_ADDRESS__
int __lsan_is_turned_off (void);

/* The search for leaks itself falls over the memory of GnuTLS. */
int
__lsan_is_turned_off (void)
{
  return TRUE;
}
#endif

typedef struct
{
  SoupServer *server;
  guint seen;
} Impostor;

static void
answer_cb (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer data)
{
  ((Impostor *) data)->seen++;
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
}

static guint
listen_with_own_certificate (Impostor *impostor)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "tls", "untrusted.pem", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsCertificate) certificate = g_tls_certificate_new_from_file (path, &error);
  GSList *uris;
  guint port;

  g_assert_no_error (error);
  impostor->server = soup_server_new ("tls-certificate", certificate, NULL);
  soup_server_add_handler (impostor->server, NULL, answer_cb, impostor, NULL);
  soup_server_listen_local (impostor->server, 0, SOUP_SERVER_LISTEN_HTTPS | SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (impostor->server);
  port = (guint) g_uri_get_port (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  return port;
}

static void
test_untrusted (void)
{
  Impostor impostor = { NULL, 0 };
  g_autoptr (OvsClock) clock = ovs_clock_new ();
  g_autoptr (OvsLoket) loket = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *url = NULL;

  if (!g_tls_backend_supports_tls (g_tls_backend_get_default ()))
    {
      g_test_skip ("no TLS here (Debian: apt-get install glib-networking)");
      return;
    }
  url = g_strdup_printf ("https://127.0.0.1:%u", listen_with_own_certificate (&impostor));
  loket = ovs_loket_new (url, clock, &error);
  g_assert_no_error (error);
  ovs_loket_sign_in_async (loket, NULL, fake_loket_done_cb, &result);
  g_assert_false (ovs_loket_sign_in_finish (loket, fake_loket_wait (&result), &error));
  g_assert_error (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_UNREACHABLE);
  g_assert_nonnull (strstr (error->message, "certificate"));
  g_assert_true (ovs_loket_error_nothing_done (error));
  g_assert_cmpuint (impostor.seen, ==, 0);
  g_object_unref (impostor.server);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/loket/certificate/untrusted", test_untrusted);
  return g_test_run ();
}
