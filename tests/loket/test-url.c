/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loket/loket-url.h"
#include "loket/loket.h"

static void
test_accepted (void)
{
  static const struct
  {
    const char *text;
    const char *url;
    OvsLoketKind kind;
    const char *oauth;
    const char *host;
  } cases[] = {
    { "https://api.loket.nl", "https://api.loket.nl", OVS_LOKET_KIND_PRODUCTION, "https://oauth.loket.nl",
      "api.loket.nl" },
    { " https://api.loket.nl/ ", "https://api.loket.nl", OVS_LOKET_KIND_PRODUCTION, "https://oauth.loket.nl",
      "api.loket.nl" },
    { "https://api.loket-acc.nl", "https://api.loket-acc.nl", OVS_LOKET_KIND_ACCEPTANCE,
      "https://oauth.loket-acc.nl", "api.loket-acc.nl" },
    { "http://127.0.0.1:8080/", "http://127.0.0.1:8080", OVS_LOKET_KIND_PRACTICE, "http://127.0.0.1:8080",
      "127.0.0.1:8080" },
    { "http://127.9.8.7:1", "http://127.9.8.7:1", OVS_LOKET_KIND_PRACTICE, "http://127.9.8.7:1",
      "127.9.8.7:1" },
    { "http://[::1]:8080", "http://[::1]:8080", OVS_LOKET_KIND_PRACTICE, "http://[::1]:8080", "[::1]:8080" },
    { "http://localhost:99", "http://localhost:99", OVS_LOKET_KIND_PRACTICE, "http://localhost:99",
      "localhost:99" },
    { "https://loket.example", "https://loket.example", OVS_LOKET_KIND_OTHER, "https://loket.example",
      "loket.example" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      OvsLoketKind kind;
      g_autofree char *url = ovs_loket_url_read (cases[i].text, &kind, &error);
      g_autofree char *oauth = NULL;
      g_autofree char *host = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (url, ==, cases[i].url);
      g_assert_cmpint (kind, ==, cases[i].kind);
      oauth = ovs_loket_url_get_oauth (url, kind);
      g_assert_cmpstr (oauth, ==, cases[i].oauth);
      host = ovs_loket_url_get_host (url);
      g_assert_cmpstr (host, ==, cases[i].host);
    }
}

static void
test_refused (void)
{
  static const char *const cases[] = {
    "",
    "loket",
    "api.loket.nl",
    "ftp://api.loket.nl",
    "file:///etc/passwd",
    "http://api.loket.nl",
    "http://10.0.0.1:80",
    "http://128.0.0.1",
    "http://127.0.0.1.example.com",
    "http://localhost.example.com",
    "http://user:secret@127.0.0.1:80",
    "http://127.0.0.1:80@example.com",
    "https://api.loket.nl?x=1",
    "https://api.loket.nl#x",
    "https://",
    "http://",
  };
  g_autoptr (OvsClock) clock = ovs_clock_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ovs_loket_new (cases[i], clock, &error));
      g_assert_error (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_REFUSED_URL);
      g_assert_true (ovs_loket_error_nothing_done (error));
    }
}

static void
test_prefixes_kept (void)
{
  static const struct
  {
    const char *given;
    const char *kept;
  } cases[] = {
    { NULL, "" },
    { "", "" },
    { "nonsense actions=v3", "" },
    { "actions=none providers=v2", "providers=v2 actions=none" },
    { "providers=v2 employers=v2 user=none actions=v2", "providers=v2 employers=v2 user=none actions=v2" },
  };
  g_autoptr (OvsClock) clock = ovs_clock_new ();
  g_autoptr (OvsLoket) loket = ovs_loket_new ("https://api.loket.nl", clock, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *kept = NULL;

      ovs_loket_set_prefixes (loket, cases[i].given);
      kept = ovs_loket_get_prefixes (loket);
      g_assert_cmpstr (kept, ==, cases[i].kept);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/loket/url/accepted", test_accepted);
  g_test_add_func ("/loket/url/refused", test_refused);
  g_test_add_func ("/loket/url/prefixes-kept", test_prefixes_kept);
  return g_test_run ();
}
