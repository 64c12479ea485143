/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/mijnloket/accounts.h"

#define COLUMNS "SELECT id, email, first_name, password, activated_at FROM account "

void
ovs_practice_account_free (OvsPracticeAccount *account)
{
  g_free (account->email);
  g_free (account->first_name);
  g_free (account->password);
  g_free (account);
}

static OvsPracticeAccount *
read_account (OvsPracticeRows *row)
{
  OvsPracticeAccount *account;

  if (!ovs_practice_rows_next (row))
    return NULL;
  account = g_new0 (OvsPracticeAccount, 1);
  account->id = ovs_practice_rows_number (row, 0);
  account->email = g_strdup (ovs_practice_rows_text (row, 1));
  account->first_name = g_strdup (ovs_practice_rows_text (row, 2));
  account->password = g_strdup (ovs_practice_rows_text (row, 3));
  account->activated = !ovs_practice_rows_is_null (row, 4);
  return account;
}

OvsPracticeAccount *
ovs_practice_accounts_load (OvsPracticeState *state, gint64 id)
{
  g_autoptr (OvsPracticeRows) row = ovs_practice_db_query (state->db, COLUMNS "WHERE id = ?", "l", id);

  return read_account (row);
}

OvsPracticeAccount *
ovs_practice_accounts_find (OvsPracticeState *state, const char *email)
{
  g_autofree char *lower = g_utf8_strdown (email, -1);
  g_autoptr (OvsPracticeRows) row = ovs_practice_db_query (state->db, COLUMNS "WHERE email = ?", "t", lower);

  return read_account (row);
}

gint64
ovs_practice_accounts_ensure (OvsPracticeState *state, const char *email, const char *first_name)
{
  g_autofree char *lower = g_utf8_strdown (email, -1);

  ovs_practice_db_run (state->db,
                       "INSERT INTO account (email, first_name, made_at) VALUES (?, ?, ?) ON CONFLICT (email) DO NOTHING", "ttl",
                       lower, first_name != NULL ? first_name : "", ovs_clock_now (state->clock));
  return ovs_practice_db_number (state->db, 0, "SELECT id FROM account WHERE email = ?", "t", lower);
}

void
ovs_practice_accounts_activate (OvsPracticeState *state, gint64 id, const char *password)
{
  ovs_practice_db_run (state->db, "UPDATE account SET password = ?, activated_at = coalesce (activated_at, ?) WHERE id = ?", "tll",
                       password, ovs_clock_now (state->clock), id);
}

void
ovs_practice_accounts_change (OvsPracticeState *state, gint64 id, const char *email, const char *first_name)
{
  g_autofree char *lower = g_utf8_strdown (email, -1);

  ovs_practice_db_run (state->db, "UPDATE account SET email = ?, first_name = ? WHERE id = ?", "ttl", lower, first_name, id);
}

void
ovs_practice_accounts_take (OvsPracticeState *state, gint64 id, gint64 employee)
{
  ovs_practice_db_run (state->db, "UPDATE employee SET account_id = ? WHERE id = ?", "ll", id, employee);
}
