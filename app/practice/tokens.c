/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/tokens.h"

#include <sys/random.h>

#define CODE_SECONDS 60

char *
ovs_practice_tokens_random (void)
{
  guchar bits[32];
  GString *text = g_string_sized_new (2 * sizeof bits);

  if (getrandom (bits, sizeof bits, 0) != sizeof bits)
    g_error ("The system gives no random numbers");
  for (gsize i = 0; i < sizeof bits; i++)
    g_string_append_printf (text, "%02x", bits[i]);
  return g_string_free (text, FALSE);
}

static char *
hash (const char *secret)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, secret, -1);
}

static char *
issue (OvsPracticeState *state, const char *use, const char *redirect_uri, int seconds)
{
  g_autofree char *secret = ovs_practice_tokens_random ();
  g_autofree char *key = hash (secret);
  gint64 now = ovs_clock_now (state->machine);

  ovs_practice_db_run (state->db, "DELETE FROM token WHERE expires_at <= ?", "l", now);
  ovs_practice_db_run (
      state->db, "INSERT INTO token (hash, use, redirect_uri, expires_at) VALUES (?, ?, ?, nullif (?, 0))",
      "tttl", key, use, redirect_uri, seconds > 0 ? now + (gint64) seconds * G_USEC_PER_SEC : (gint64) 0);
  return g_steal_pointer (&secret);
}

char *
ovs_practice_tokens_issue_code (OvsPracticeState *state, const char *redirect_uri)
{
  return issue (state, "code", redirect_uri, CODE_SECONDS);
}

char *
ovs_practice_tokens_issue_access (OvsPracticeState *state)
{
  return issue (state, "access", NULL, OVS_PRACTICE_TOKEN_SECONDS);
}

char *
ovs_practice_tokens_issue_refresh (OvsPracticeState *state)
{
  return issue (state, "refresh", NULL, 0);
}

gboolean
ovs_practice_tokens_redeem_code (OvsPracticeState *state, const char *code, const char *redirect_uri)
{
  g_autofree char *key = hash (code);

  return ovs_practice_db_run (
             state->db,
             "DELETE FROM token WHERE hash = ? AND use = 'code' AND redirect_uri = ? AND expires_at > ?",
             "ttl", key, redirect_uri, ovs_clock_now (state->machine)) == 1;
}

static gboolean
exists (OvsPracticeState *state, const char *use, const char *token)
{
  g_autofree char *key = hash (token);

  return ovs_practice_db_number (
             state->db, 0,
             "SELECT 1 FROM token WHERE hash = ? AND use = ? AND (expires_at IS NULL OR expires_at > ?)",
             "ttl", key, use, ovs_clock_now (state->machine)) == 1;
}

gboolean
ovs_practice_tokens_check (OvsPracticeState *state, const char *token)
{
  return exists (state, "access", token);
}

gboolean
ovs_practice_tokens_check_refresh (OvsPracticeState *state, const char *token)
{
  return exists (state, "refresh", token);
}
