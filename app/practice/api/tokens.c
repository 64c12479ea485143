/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/api/tokens.h"

#include <sodium.h>
#include <string.h>
#include <sys/random.h>

#define CODE_SECONDS 60

char *
ovs_practice_tokens_random (void)
{
  guchar bits[32];
  static const char digits[] = "0123456789abcdef";
  char *text = g_malloc (2 * sizeof bits + 1);

  if (getrandom (bits, sizeof bits, 0) != sizeof bits)
    g_error ("The system gives no random numbers");
  for (gsize i = 0; i < sizeof bits; i++)
    {
      text[2 * i] = digits[bits[i] >> 4];
      text[2 * i + 1] = digits[bits[i] & 15];
    }
  text[2 * sizeof bits] = '\0';
  return text;
}

char *
ovs_practice_tokens_hash (const char *secret)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, secret, -1);
}

gboolean
ovs_practice_tokens_equal (const char *given, const char *expected)
{
  gsize length = strlen (expected);

  return given != NULL && strlen (given) == length && sodium_memcmp (given, expected, length) == 0;
}

typedef struct
{
  const char *use;
  int seconds;              /* 0: for ever */
  const char *redirect_uri; /* (nullable) */
  const char *challenge;    /* (nullable) */
  const char *supersedes;   /* (nullable) a secret */
} Kind;

static char *
issue (OvsPracticeState *state, const Kind *kind)
{
  g_autofree char *secret = ovs_practice_tokens_random ();
  g_autofree char *key = ovs_practice_tokens_hash (secret);
  g_autofree char *older = kind->supersedes != NULL ? ovs_practice_tokens_hash (kind->supersedes) : NULL;
  gint64 now = ovs_clock_now (state->machine);

  ovs_practice_db_run (state->db, "DELETE FROM token WHERE expires_at <= ?", "l", now);
  ovs_practice_db_run (state->db,
                       "INSERT INTO token (hash, use, redirect_uri, challenge, supersedes, expires_at)"
                       " VALUES (?, ?, ?, ?, ?, nullif (?, 0))",
                       "tttttl", key, kind->use, kind->redirect_uri, kind->challenge, older,
                       kind->seconds > 0 ? now + (gint64) kind->seconds * G_USEC_PER_SEC : (gint64) 0);
  return g_steal_pointer (&secret);
}

char *
ovs_practice_tokens_issue_code (OvsPracticeState *state, const char *redirect_uri, const char *challenge)
{
  const Kind kind = { "code", CODE_SECONDS, .redirect_uri = redirect_uri, .challenge = challenge };

  return issue (state, &kind);
}

char *
ovs_practice_tokens_issue_access (OvsPracticeState *state, const char *supersedes)
{
  const Kind kind = { "access", state->behaviour->token_seconds, .supersedes = supersedes };

  return issue (state, &kind);
}

char *
ovs_practice_tokens_issue_refresh (OvsPracticeState *state, const char *supersedes)
{
  const Kind kind = { "refresh", state->behaviour->refresh_seconds, .supersedes = supersedes };

  return issue (state, &kind);
}

/* BASE64URL (SHA256 (verifier)) without padding, as of RFC 7636. */
static char *
challenge_of (const char *verifier)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  char *text;

  g_checksum_update (sum, (const guchar *) verifier, -1);
  g_checksum_get_digest (sum, digest, &length);
  text = g_base64_encode (digest, length);
  g_strdelimit (text, "+", '-');
  g_strdelimit (text, "/", '_');
  text[strcspn (text, "=")] = '\0';
  return text;
}

gboolean
ovs_practice_tokens_redeem_code (OvsPracticeState *state,
                                 const char *code,
                                 const char *redirect_uri,
                                 const char *verifier)
{
  g_autofree char *key = ovs_practice_tokens_hash (code);
  g_autofree char *challenge = challenge_of (verifier != NULL ? verifier : "");

  return ovs_practice_db_run (state->db,
                              "DELETE FROM token WHERE hash = ? AND use = 'code' AND redirect_uri = ?"
                              " AND (challenge IS NULL OR challenge = ?) AND expires_at > ?",
                              "tttl", key, redirect_uri, challenge, ovs_clock_now (state->machine)) == 1;
}

static void
forget (OvsPracticeState *state, const char *key)
{
  ovs_practice_db_run (state->db, "DELETE FROM token WHERE hash = ? AND use = 'refresh'", "t", key);
}

void
ovs_practice_tokens_forget_refresh (OvsPracticeState *state, const char *token)
{
  g_autofree char *key = ovs_practice_tokens_hash (token);

  forget (state, key);
}

static gboolean
check (OvsPracticeState *state, const char *use, const char *token)
{
  g_autofree char *key = ovs_practice_tokens_hash (token);
  g_autofree char *older = NULL;

  {
    g_autoptr (OvsPracticeRows) row = ovs_practice_db_query (
        state->db,
        "SELECT supersedes FROM token WHERE hash = ? AND use = ? AND (expires_at IS NULL OR expires_at > ?)",
        "ttl", key, use, ovs_clock_now (state->machine));

    if (!ovs_practice_rows_next (row))
      return FALSE;
    older = g_strdup (ovs_practice_rows_text (row, 0));
  }
  if (older == NULL)
    return TRUE;
  forget (state, older);
  ovs_practice_db_run (state->db, "UPDATE token SET supersedes = NULL WHERE supersedes = ?", "t", older);
  return TRUE;
}

gboolean
ovs_practice_tokens_check (OvsPracticeState *state, const char *token)
{
  return check (state, "access", token);
}

gboolean
ovs_practice_tokens_check_refresh (OvsPracticeState *state, const char *token)
{
  return check (state, "refresh", token);
}
