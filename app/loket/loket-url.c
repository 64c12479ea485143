/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "loket/loket-url.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "loket/loket-error.h"

/* NULL: it is where the API is. */
static const struct
{
  const char *word;
  const char *host;
  const char *url;
  const char *oauth;
} kinds[] = {
  [OVS_LOKET_KIND_PRODUCTION] = { "production", "api.loket.nl", "https://api.loket.nl", "https://oauth.loket.nl" },
  [OVS_LOKET_KIND_ACCEPTANCE] = { "acceptance", "api.loket-acc.nl", "https://api.loket-acc.nl", "https://oauth.loket-acc.nl" },
  [OVS_LOKET_KIND_PRACTICE] = { "practice", NULL, NULL, NULL },
  [OVS_LOKET_KIND_OTHER] = { "other", NULL, NULL, NULL },
};

static gboolean
is_loopback (const char *host)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);

  if (address != NULL)
    return g_inet_address_get_is_loopback (address);
  return g_ascii_strcasecmp (host, "localhost") == 0;
}

static OvsLoketKind
kind_of (const char *host)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].host != NULL && g_ascii_strcasecmp (host, kinds[i].host) == 0)
      return (OvsLoketKind) i;
  if (is_loopback (host))
    return OVS_LOKET_KIND_PRACTICE;
  return OVS_LOKET_KIND_OTHER;
}

static gboolean
is_plain (GUri *uri)
{
  const char *host = g_uri_get_host (uri);

  return host != NULL && *host != '\0' && g_uri_get_userinfo (uri) == NULL && g_uri_get_query (uri) == NULL &&
         g_uri_get_fragment (uri) == NULL;
}

char *
ovs_loket_url_read (const char *text, OvsLoketKind *kind, GError **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  g_autoptr (GUri) uri = g_uri_parse (trimmed, G_URI_FLAGS_HAS_PASSWORD | G_URI_FLAGS_ENCODED, NULL);

  if (uri == NULL || !is_plain (uri) ||
      (!g_str_equal (g_uri_get_scheme (uri), "https") && !g_str_equal (g_uri_get_scheme (uri), "http")))
    {
      g_set_error (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_REFUSED_URL,
                   _ ("“%s” is not the address of a Loket. Give one like https://api.loket.nl, or the "
                      "address that the "
                      "practice Loket prints."),
                   trimmed);
      return NULL;
    }
  *kind = kind_of (g_uri_get_host (uri));
  if (*kind != OVS_LOKET_KIND_PRACTICE && !g_str_equal (g_uri_get_scheme (uri), "https"))
    {
      g_set_error (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_REFUSED_URL,
                   _ ("“%s” is refused, since personal data would travel unprotected. Give the address with "
                      "https; http "
                      "is for a practice Loket on this computer only."),
                   trimmed);
      return NULL;
    }

  g_autofree char *url = g_uri_to_string (uri);
  while (g_str_has_suffix (url, "/"))
    url[strlen (url) - 1] = '\0';
  return g_steal_pointer (&url);
}

char *
ovs_loket_url_get_oauth (const char *url, OvsLoketKind kind)
{
  return g_strdup (kinds[kind].oauth != NULL ? kinds[kind].oauth : url);
}

const char *
ovs_loket_kind_get_word (OvsLoketKind kind)
{
  return kinds[kind].word;
}

const char *
ovs_loket_kind_get_url (OvsLoketKind kind)
{
  return kinds[kind].url;
}

char *
ovs_loket_url_get_host (const char *url)
{
  const char *start = strstr (url, "://");
  const char *end;

  start = start != NULL ? start + 3 : url;
  end = strchr (start, '/');
  return end != NULL ? g_strndup (start, (gsize) (end - start)) : g_strdup (start);
}
