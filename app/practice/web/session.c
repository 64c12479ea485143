/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/web/session.h"

#include <string.h>

#include "practice/api/tokens.h"

#define IDLE_SECONDS (30 * 60)
#define LONGEST_SECONDS (12 * 60 * 60)

/* As the cookies are called too. */
static const char *const names[] = { "kantoor", "mijnloket", "werknemerloket" };

void
ovs_practice_session_free (OvsPracticeSession *session)
{
  g_free (session->secret);
  g_free (session);
}

static gint64
seconds (OvsPracticeState *state)
{
  return ovs_clock_now (state->machine) / G_USEC_PER_SEC;
}

/* What the browser sent as the cookie of @kind. Returns: (transfer full) (nullable). */
static char *
read_cookie (OvsPracticeExchange *exchange, OvsPracticeSessionKind kind)
{
  const char *header = soup_message_headers_get_list (soup_server_message_get_request_headers (exchange->message), "Cookie");
  g_auto (GStrv) cookies = g_strsplit (header != NULL ? header : "", ";", -1);
  g_autofree char *start = g_strconcat (names[kind], "=", NULL);

  for (int i = 0; cookies[i] != NULL; i++)
    if (g_str_has_prefix (g_strstrip (cookies[i]), start))
      return g_strdup (cookies[i] + strlen (start));
  return NULL;
}

/* Chromium and Firefox take this machine for a safe place also without TLS, so that the cookie can be a secure one. From elsewhere it
 * would not come back. A name that begins with __Host- would add nothing: it keeps cookies of other names of a domain and of other paths
 * out, and a number has none; other ports of this machine share cookies either way. Lax and not Strict: the link in a mail that is shown
 * in a web mail program comes from another site, and has to find whoever is signed in. */
static void
write_cookie (OvsPracticeExchange *exchange, OvsPracticeSessionKind kind, const char *secret)
{
  g_autofree char *cookie = g_strdup_printf ("%s=%s; Path=/; HttpOnly;%s SameSite=Lax%s", names[kind], secret,
                                             exchange->state->host == NULL ? " Secure;" : "", *secret == '\0' ? "; Max-Age=0" : "");

  soup_message_headers_append (soup_server_message_get_response_headers (exchange->message), "Set-Cookie", cookie);
}

static OvsPracticeSession *
session_new (OvsPracticeSessionKind kind, char *secret, gint64 who)
{
  OvsPracticeSession *session = g_new0 (OvsPracticeSession, 1);

  session->kind = kind;
  session->secret = secret;
  session->who = who;
  return session;
}

OvsPracticeSession *
ovs_practice_session_find (OvsPracticeExchange *exchange, OvsPracticeSessionKind kind)
{
  OvsPracticeDb *db = exchange->state->db;
  g_autofree char *secret = read_cookie (exchange, kind);
  g_autofree char *key = secret != NULL ? ovs_practice_tokens_hash (secret) : NULL;
  gint64 now = seconds (exchange->state);
  gint64 who;

  if (key == NULL)
    return NULL;
  who = ovs_practice_db_number (db, -1, "SELECT who FROM session WHERE hash = ? AND kind = ? AND seen_at > ? AND begun_at > ?",
                                "ttll", key, names[kind], now - IDLE_SECONDS, now - LONGEST_SECONDS);
  if (who < 0)
    return NULL;
  /* Not at every request: reading a page should write nothing. */
  ovs_practice_db_run (db, "UPDATE session SET seen_at = ?1 WHERE hash = ?2 AND seen_at < ?1 - 60", "lt", now, key);
  return session_new (kind, g_steal_pointer (&secret), who);
}

static void
forget (OvsPracticeExchange *exchange, OvsPracticeSessionKind kind)
{
  g_autofree char *secret = read_cookie (exchange, kind);
  g_autofree char *key = secret != NULL ? ovs_practice_tokens_hash (secret) : NULL;
  gint64 now = seconds (exchange->state);

  ovs_practice_db_run (exchange->state->db, "DELETE FROM session WHERE hash = ? OR seen_at <= ? OR begun_at <= ?", "tll", key,
                       now - IDLE_SECONDS, now - LONGEST_SECONDS);
}

OvsPracticeSession *
ovs_practice_session_begin (OvsPracticeExchange *exchange, OvsPracticeSessionKind kind, gint64 who)
{
  g_autofree char *secret = ovs_practice_tokens_random ();
  g_autofree char *key = ovs_practice_tokens_hash (secret);

  forget (exchange, kind);
  ovs_practice_db_run (exchange->state->db, "INSERT INTO session (hash, kind, who, begun_at, seen_at) VALUES (?1, ?2, ?3, ?4, ?4)",
                       "ttll", key, names[kind], who, seconds (exchange->state));
  write_cookie (exchange, kind, secret);
  return session_new (kind, g_steal_pointer (&secret), who);
}

OvsPracticeSession *
ovs_practice_session_ensure (OvsPracticeExchange *exchange, OvsPracticeSessionKind kind)
{
  OvsPracticeSession *session = ovs_practice_session_find (exchange, kind);

  return session != NULL ? session : ovs_practice_session_begin (exchange, kind, 0);
}

gboolean
ovs_practice_session_was_there (OvsPracticeExchange *exchange, OvsPracticeSessionKind kind)
{
  g_autofree char *secret = read_cookie (exchange, kind);

  return secret != NULL && *secret != '\0';
}

void
ovs_practice_session_end (OvsPracticeExchange *exchange, OvsPracticeSessionKind kind)
{
  forget (exchange, kind);
  write_cookie (exchange, kind, "");
}

void
ovs_practice_session_end_all (OvsPracticeState *state, OvsPracticeSessionKind kind, gint64 who)
{
  ovs_practice_db_run (state->db, "DELETE FROM session WHERE kind = ? AND who = ?", "tl", names[kind], who);
}

/* Of the secret, which only the browser knows and no other site can read. */
static char *
form_token (OvsPracticeSession *session)
{
  return g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) session->secret, strlen (session->secret), "form", -1);
}

void
ovs_practice_session_put (OvsPracticeSession *session, OvsPracticeHtml *html)
{
  g_autofree char *token = form_token (session);

  ovs_practice_html_put (html, "csrf", token);
}

gboolean
ovs_practice_session_checks (OvsPracticeSession *session, const char *token)
{
  g_autofree char *expected = form_token (session);

  return ovs_practice_tokens_equal (token, expected);
}
