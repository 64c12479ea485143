/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "loket/redirect.h"

#include <glib/gi18n.h>
#include <libsoup/soup.h>
#include <string.h>

#include "loket/loket-error.h"

OvsRedirect
ovs_redirect_read (const char *query, const char *state, OvsSecret **code)
{
  g_autoptr (GHashTable) fields = soup_form_decode (query != NULL ? query : "");
  const char *given = g_hash_table_lookup (fields, "code");
  const char *error = g_hash_table_lookup (fields, "error");

  *code = NULL;
  if (given == NULL && error == NULL && g_hash_table_lookup (fields, "state") == NULL)
    return OVS_REDIRECT_NOTHING;
  if (!ovs_secret_equal (g_hash_table_lookup (fields, "state"), state))
    return OVS_REDIRECT_FOREIGN;
  if (error != NULL && g_ascii_strcasecmp (error, "access_denied") == 0)
    return OVS_REDIRECT_DENIED;
  if (error != NULL || given == NULL || *given == '\0')
    return OVS_REDIRECT_REFUSED;
  *code = g_strdup (given);
  return OVS_REDIRECT_CODE;
}

static gboolean
is_noise (char c)
{
  return g_ascii_isspace (c) || strchr ("\"'<>", c) != NULL;
}

char *
ovs_redirect_get_query (const char *pasted)
{
  const char *question = strchr (pasted, '?');
  const char *start = question != NULL ? question + 1 : strstr (pasted, "=") != NULL ? pasted : "";
  GString *query = g_string_new (NULL);

  for (const char *c = start; *c != '\0' && *c != '#'; c++)
    if (!is_noise (*c))
      g_string_append_c (query, *c);
  return g_string_free (query, FALSE);
}

static const char *
sentence_for (OvsRedirect redirect)
{
  switch (redirect)
    {
    case OVS_REDIRECT_DENIED:
      return _ ("In the browser Overstap was not given access, so nobody was signed in. Sign in anew and allow it.");
    case OVS_REDIRECT_FOREIGN:
      return _ ("The answer to the sign-in was not meant for this sign-in, and was not used. Sign in anew.");
    case OVS_REDIRECT_NOTHING:
      return _ ("This is not the address on which a sign-in ends. Copy the whole address from the address bar of the browser, from “http” on.");
    case OVS_REDIRECT_REFUSED:
    case OVS_REDIRECT_CODE:
    default:
      return _ ("Loket refused the sign-in. Sign in anew, with a user who may.");
    }
}

GError *
ovs_redirect_to_error (OvsRedirect redirect)
{
  return g_error_new_literal (OVS_LOKET_ERROR, OVS_LOKET_ERROR_SIGN_IN, sentence_for (redirect));
}
