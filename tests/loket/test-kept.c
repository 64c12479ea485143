/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/user-settings.h"
#include "loket/fake-keyring.h"
#include "loket/fake-loket.h"
#include "loket/lists.h"
#include "loket/loket-private.h"
#include "loket/oauth.h"

#define EMPTY "{\"totalSize\": 0, \"totalPages\": 0, \"_embedded\": []}"
#define FIRM "0a1b-firm"

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

/* The browser of somebody who signs in at once: follows the redirect to our port. */
static void
browse_cb (OvsBrowser *browser, const char *url, SoupSession *session)
{
  g_autoptr (SoupMessage) message = soup_message_new ("GET", url);

  soup_session_send_and_read_async (session, message, G_PRIORITY_DEFAULT, NULL, NULL, NULL);
}

/* A client of @fake as of a real Loket: a person signs in, and @keyring keeps it. */
static OvsLoket *
new_client (FakeLoket *fake, FakeKeyring *keyring)
{
  OvsLoket *loket = fake_loket_stranger (fake);

  fake_loket_answer (fake, "GET", "/v2/providers", 200, EMPTY);
  ovs_loket_use_keyring (loket, OVS_KEYRING (keyring));
  ovs_loket_set_provider (loket, FIRM);
  return loket;
}

static OvsLoket *
signed_in_client (FakeLoket *fake, FakeKeyring *keyring)
{
  OvsLoket *loket = new_client (fake, keyring);
  g_autoptr (GError) error = NULL;

  fake_keyring_set (keyring, "refresh-1");
  fake_loket_sign_in (loket, &error);
  g_assert_no_error (error);
  return loket;
}

static void
test_browser (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (FakeKeyring) keyring = fake_keyring_new ();
  g_autoptr (OvsLoket) loket = new_client (fake, keyring);
  g_autoptr (OvsLoket) later = new_client (fake, keyring);
  g_autoptr (OvsBrowser) browser = ovs_browser_new ();
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ovs_loket_use_browser (loket, browser);
  g_signal_connect (browser, "open", G_CALLBACK (browse_cb), session);
  fake_loket_sign_in (loket, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (fake_loket_get_last (fake, "/token", "body"), "grant_type=authorization_code"));
  /* Whose it is was not known before. */
  g_assert_null (fake_keyring_get (keyring));
  assert_reads (loket);
  ovs_loket_keep_async (loket, FIRM, fake_loket_done_cb, &result);
  g_assert_true (ovs_loket_keep_finish (loket, fake_loket_wait (&result), &error));
  g_assert_cmpstr (fake_keyring_get (keyring), ==, "refresh-1");
  g_assert_cmpstr (fake_keyring_get_item (keyring), ==, "refresh-token\npractice\n" FIRM);
  g_assert_true (ovs_loket_is_kept (loket));

  /* The next run needs no person, and keeps what it got in place of it. */
  fake_loket_sign_in (later, &error);
  g_assert_no_error (error);
  assert_reads (later);
  g_assert_cmpuint (fake_loket_count (fake, "GET", "/authorize"), ==, 1);
  g_assert_cmpstr (fake_keyring_get (keyring), ==, "refresh-2");
}

static void
test_nobody_signed_in (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (FakeKeyring) keyring = fake_keyring_new ();
  g_autoptr (OvsLoket) loket = new_client (fake, keyring);
  g_autoptr (GError) error = NULL;

  g_assert_false (fake_loket_sign_in (loket, &error));
  g_assert_error (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_SIGN_IN);
  g_assert_cmpuint (fake_loket_count (fake, NULL, NULL), ==, 0);
}

/* Of our listener, as the address to sign in at names it. */
static guint
get_port (const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_ENCODED, NULL);
  g_autoptr (GHashTable) query = soup_form_decode (g_uri_get_query (uri));
  g_autoptr (GUri) redirect = g_uri_parse (g_hash_table_lookup (query, "redirect_uri"), G_URI_FLAGS_NONE, NULL);

  return (guint) g_uri_get_port (redirect);
}

static void
test_cancelled_in_the_browser (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (FakeKeyring) keyring = fake_keyring_new ();
  g_autoptr (OvsLoket) loket = new_client (fake, keyring);
  g_autoptr (OvsBrowser) browser = ovs_browser_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint port;

  ovs_loket_use_browser (loket, browser);
  ovs_loket_sign_in_async (loket, cancellable, fake_loket_done_cb, &result);
  while (ovs_browser_get_url (browser) == NULL)
    g_main_context_iteration (NULL, TRUE);
  port = get_port (ovs_browser_get_url (browser));
  g_cancellable_cancel (cancellable);
  g_assert_false (ovs_loket_sign_in_finish (loket, fake_loket_wait (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  while (ovs_browser_get_url (browser) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (ovs_browser_listen (browser, port, "state", NULL));
}

/* The new token is in the keyring before anything is done with the access token that came with it. */
static void
test_stored_first (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (FakeKeyring) keyring = fake_keyring_new ();
  g_autoptr (OvsLoket) loket = signed_in_client (fake, keyring);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) providers = NULL;

  fake_loket_expire (fake);
  fake_keyring_hold (keyring);
  ovs_loket_read_providers_async (loket, NULL, fake_loket_done_cb, &result);
  while (!fake_keyring_has_held (keyring))
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (fake_loket_count (fake, "GET", "/v2/providers"), ==, 1);
  g_assert_cmpstr (fake_keyring_get (keyring), ==, "refresh-1");
  fake_keyring_release (keyring);
  providers = ovs_loket_read_providers_finish (loket, fake_loket_wait (&result), NULL);
  g_assert_nonnull (providers);
  g_assert_cmpstr (fake_keyring_get (keyring), ==, "refresh-2");
}

static void
test_keyring_fails_later (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (FakeKeyring) first = fake_keyring_new ();
  g_autoptr (OvsKeyring) memory = ovs_keyring_new_memory ();
  g_autoptr (OvsKeyring) keyring = ovs_keyring_new_with_fallback (OVS_KEYRING (first), memory);
  g_autoptr (OvsLoket) loket = signed_in_client (fake, first);
  g_autoptr (OvsLoket) later = new_client (fake, first);
  g_autoptr (GError) error = NULL;

  ovs_loket_use_keyring (loket, keyring);
  ovs_loket_use_keyring (later, keyring);
  fake_keyring_set_failing (first, TRUE);
  fake_loket_expire (fake);
  assert_reads (loket);
  g_assert_false (ovs_loket_is_kept (loket));
  g_assert_cmpstr (fake_keyring_get (first), ==, "refresh-1");
  /* In this run another client goes on with it. */
  fake_loket_sign_in (later, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (fake_loket_get_last (fake, "/token", "body"), "refresh_token=refresh-2"));
}

static void
test_another_process_renewed (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (FakeKeyring) keyring = fake_keyring_new ();
  g_autoptr (OvsLoket) loket = signed_in_client (fake, keyring);

  /* Before we looked. */
  fake_loket_expire (fake);
  fake_loket_forget (fake);
  fake_keyring_set (keyring, "refresh-40");
  assert_reads (loket);
  g_assert_nonnull (strstr (fake_loket_get_last (fake, "/token", "body"), "refresh_token=refresh-40"));

  /* After we looked. */
  fake_loket_expire (fake);
  fake_loket_forget (fake);
  fake_keyring_set_after_lookup (keyring, "refresh-50");
  assert_reads (loket);
  g_assert_nonnull (strstr (fake_loket_get_last (fake, "/token", "body"), "refresh_token=refresh-50"));
  g_assert_cmpuint (fake_loket_count (fake, "GET", "/authorize"), ==, 0);
}

static void
test_sign_in_ended (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (FakeKeyring) keyring = fake_keyring_new ();
  g_autoptr (OvsLoket) loket = signed_in_client (fake, keyring);
  g_autoptr (GError) error = NULL;

  fake_loket_expire (fake);
  fake_loket_forget (fake);
  read_providers (loket, &error);
  g_assert_error (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_SIGN_IN);
  g_assert_null (strstr (error->message, "refresh-"));
  g_assert_cmpuint (fake_loket_count (fake, "GET", "/authorize"), ==, 0);
}

static void
test_lost_refresh_answer (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (FakeKeyring) keyring = fake_keyring_new ();
  g_autoptr (OvsLoket) loket = signed_in_client (fake, keyring);

  fake_loket_expire (fake);
  fake_loket_answer_raw_once (fake, "POST", "/token", "");
  assert_reads (loket);
  g_assert_cmpstr (fake_keyring_get (keyring), ==, "refresh-2");
}

static void
test_signs_out (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (FakeKeyring) keyring = fake_keyring_new ();
  g_autoptr (OvsLoket) loket = signed_in_client (fake, keyring);
  g_autoptr (OvsLoket) later = new_client (fake, keyring);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ovs_loket_sign_out_async (loket, FIRM, fake_loket_done_cb, &result);
  g_assert_true (ovs_loket_sign_out_finish (loket, fake_loket_wait (&result), &error));
  g_assert_null (fake_keyring_get (keyring));
  g_assert_cmpstr (fake_keyring_get_item (keyring), ==, "refresh-token\npractice\n" FIRM);
  g_assert_false (fake_loket_sign_in (later, &error));
  g_assert_error (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_SIGN_IN);
}

/* --- what is sent --- */

static char *
get_field (const char *encoded, const char *name)
{
  g_autoptr (GHashTable) fields = soup_form_decode (encoded);

  return g_strdup (g_hash_table_lookup (fields, name));
}

static void
sign_in_with (FakeLoket *fake, const OvsRegistration *registration)
{
  g_autoptr (OvsLoket) loket = fake_loket_stranger (fake);
  OvsWire *wire = ovs_loket_get_wire (loket);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsGrant) grant = NULL;

  ovs_oauth_sign_in_async (wire, fake_loket_get_url (fake), registration, NULL, NULL, fake_loket_done_cb, &result);
  grant = ovs_oauth_sign_in_finish (wire, fake_loket_wait (&result), &error);
  g_assert_no_error (error);
}

static void
test_pkce_and_secret (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsRegistration) registration = ovs_registration_new ();
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *plain = NULL, *verifier = NULL, *challenge = NULL, *method = NULL, *secret = NULL, *wanted = NULL;
  guint8 digest[32];
  gsize length = sizeof digest;

  registration->port = 50000;
  sign_in_with (fake, registration);
  plain = get_field (fake_loket_get_last (fake, "/authorize", "query"), "redirect_uri");
  g_assert_cmpstr (plain, ==, "http://127.0.0.1:50000/");
  g_assert_null (strstr (fake_loket_get_last (fake, "/authorize", "query"), "code_challenge"));
  g_assert_null (strstr (fake_loket_get_last (fake, "/token", "body"), "code_verifier"));
  g_assert_null (strstr (fake_loket_get_last (fake, "/token", "body"), "client_secret"));

  registration->pkce = TRUE;
  registration->client_secret = g_strdup ("s3 cret&");
  sign_in_with (fake, registration);
  challenge = get_field (fake_loket_get_last (fake, "/authorize", "query"), "code_challenge");
  method = get_field (fake_loket_get_last (fake, "/authorize", "query"), "code_challenge_method");
  verifier = get_field (fake_loket_get_last (fake, "/token", "body"), "code_verifier");
  secret = get_field (fake_loket_get_last (fake, "/token", "body"), "client_secret");
  g_assert_cmpstr (method, ==, "S256");
  g_assert_cmpstr (secret, ==, "s3 cret&");
  g_assert_cmpuint (strlen (verifier), >=, 43);
  g_assert_null (strstr (fake_loket_get_last (fake, "/authorize", "query"), "cret"));
  g_checksum_update (checksum, (const guchar *) verifier, -1);
  g_checksum_get_digest (checksum, digest, &length);
  wanted = ovs_secret_encode (digest, length);
  g_assert_cmpstr (challenge, ==, wanted);
}

static void
test_state_is_new (void)
{
  g_autoptr (FakeLoket) fake = fake_loket_new ();
  g_autoptr (OvsRegistration) registration = ovs_registration_new ();
  g_autofree char *one = NULL, *other = NULL;

  sign_in_with (fake, registration);
  one = get_field (fake_loket_get_last (fake, "/authorize", "query"), "state");
  sign_in_with (fake, registration);
  other = get_field (fake_loket_get_last (fake, "/authorize", "query"), "state");
  g_assert_cmpuint (strlen (one), >=, 22);
  g_assert_cmpstr (one, !=, other);
}

/* Everything that is logged, whoever asked for it. */
static GLogWriterOutput
keep (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE"))
      g_string_append_printf (data, "%s\n", (const char *) fields[i].value);
  return g_log_writer_default (level, fields, n_fields, NULL);
}

static void
test_nothing_secret_was_logged (gconstpointer data)
{
  const GString *logged = data;

  g_assert_nonnull (strstr (logged->str, "POST"));
  g_assert_null (strstr (logged->str, "s3"));
  g_assert_null (strstr (logged->str, "refresh-"));
  g_assert_null (strstr (logged->str, "access-"));
  g_assert_null (strstr (logged->str, "code="));
}

int
main (int argc, char **argv)
{
  g_autoptr (GString) logged = g_string_new (NULL);

  g_test_init (&argc, &argv, NULL);
  g_log_set_writer_func (keep, logged, NULL);
  /* Any that is free: other tests run at the same time. */
  ovs_user_settings_set (OVS_REGISTRATION_PORT, g_variant_new_int32 (0));
  g_test_add_func ("/loket/kept/browser", test_browser);
  g_test_add_func ("/loket/kept/nobody-signed-in", test_nobody_signed_in);
  g_test_add_func ("/loket/kept/cancelled-in-the-browser", test_cancelled_in_the_browser);
  g_test_add_func ("/loket/kept/stored-first", test_stored_first);
  g_test_add_func ("/loket/kept/keyring-fails-later", test_keyring_fails_later);
  g_test_add_func ("/loket/kept/another-process-renewed", test_another_process_renewed);
  g_test_add_func ("/loket/kept/sign-in-ended", test_sign_in_ended);
  g_test_add_func ("/loket/kept/lost-refresh-answer", test_lost_refresh_answer);
  g_test_add_func ("/loket/kept/signs-out", test_signs_out);
  g_test_add_func ("/loket/kept/pkce-and-secret", test_pkce_and_secret);
  g_test_add_func ("/loket/kept/state-is-new", test_state_is_new);
  g_test_add_data_func ("/loket/kept/nothing-secret-was-logged", logged, test_nothing_secret_was_logged);
  return g_test_run ();
}
