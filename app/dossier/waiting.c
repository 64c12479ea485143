/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/waiting.h"

#include <glib/gi18n.h>

#include "dossier/beside.h"
#include "dossier/client-filter.h"
#include "dossier/error.h"
#include "dossier/outcome-list.h"
#include "dossier/settings.h"
#include "dossier/undo.h"

/* Each invitation that went out, or may have; and the last word to his client. */
static const char select_invited[]
    = "SELECT i.employee, max(r.sent), count(*) FROM intent i JOIN request r ON r.id = i.request "
      "WHERE i.kind = 'invite' AND i.state IN ('sent', 'unknown', 'confirmed') GROUP BY i.employee ORDER BY i.employee";

static const char select_words[] = "SELECT employer, max(settled) FROM letter WHERE piece IN ('reminder', 'help') AND state = 'sent' AND employer IS NOT NULL "
                                   "GROUP BY employer";

static const char select_clients[] = "SELECT c.id FROM employer c WHERE " OVS_CLIENT_FILTER ("c.", "?1");

typedef struct
{
  OvsBeside invited;
  GHashTable *words;   /* (owned) employer → day */
  GHashTable *clients; /* (owned) a set of employers */
  OvsWaitingFunc func;
  gpointer data;
} Walk;

static OvsDay
day_of_text (const char *iso)
{
  gint64 instant;

  return iso != NULL && ovs_clock_parse_iso (iso, &instant) ? ovs_clock_day_of (instant) : OVS_NO_DAY;
}

static gpointer
key_of (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

static GHashTable *
read_words (OvsTx *tx)
{
  GHashTable *words = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  OvsRows rows = ovs_rows_open (tx, select_words, "");

  while (ovs_rows_next (&rows))
    g_hash_table_insert (words, key_of (ovs_rows_int (&rows, 0)), GINT_TO_POINTER (day_of_text (ovs_rows_text (&rows, 1))));
  return words;
}

static GHashTable *
read_clients (OvsTx *tx, const char *filter)
{
  GHashTable *clients = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  OvsRows rows = ovs_rows_open (tx, select_clients, "s", filter);

  while (ovs_rows_next (&rows))
    g_hash_table_add (clients, key_of (ovs_rows_int (&rows, 0)));
  return clients;
}

static void
look_at (const OvsOutcomeRow *row, gpointer data)
{
  Walk *walk = data;
  gpointer word;
  OvsWaitingPerson person = { .outcome = row };

  if (!ovs_outcome_list_has (OVS_OUTCOMES_WAITING, row) || !g_hash_table_contains (walk->clients, &row->employer))
    return;
  person.follow_up = (OvsFollowUpRow) { OVS_NO_DAY, 0, ovs_outcome_list_has (OVS_OUTCOMES_LAPSED, row), OVS_NO_DAY, row->snoozed_until };
  if (ovs_beside_next (&walk->invited, row->employee))
    {
      person.follow_up.invited_on = day_of_text (ovs_rows_text (&walk->invited.rows, 1));
      person.follow_up.invitations = (int) ovs_rows_int (&walk->invited.rows, 2);
    }
  if (g_hash_table_lookup_extended (walk->words, &row->employer, NULL, &word))
    person.follow_up.word_on = GPOINTER_TO_INT (word);
  walk->func (&person, walk->data);
}

void
ovs_waiting_foreach (OvsTx *tx, OvsDay today, const char *filter, OvsWaitingFunc func, gpointer data)
{
  g_autoptr (GHashTable) words = read_words (tx);
  g_autoptr (GHashTable) clients = read_clients (tx, filter);
  Walk walk = { .words = words, .clients = clients, .func = func, .data = data };

  ovs_beside_open (&walk.invited, tx, select_invited);
  ovs_outcomes_foreach_sent (tx, today, look_at, &walk);
  ovs_beside_close (&walk.invited);
}

/* --- the office's days -------------------------------------------------------------------------------------------- */

static int
read_days (OvsTx *tx, const char *name, int advised)
{
  g_autofree char *value = ovs_settings_get (tx, name);

  return value != NULL ? (int) g_ascii_strtoll (value, NULL, 10) : advised;
}

OvsFollowUpDays
ovs_waiting_days (OvsTx *tx)
{
  return (OvsFollowUpDays) { read_days (tx, OVS_SETTING_FIRST_WORD_DAYS, OVS_FOLLOW_WORD_DAYS),
                             read_days (tx, OVS_SETTING_SECOND_INVITATION_DAYS, OVS_FOLLOW_INVITE_DAYS) };
}

gint64
ovs_waiting_set_days (OvsTx *tx, const OvsFollowUpDays *days, GError **error)
{
  OvsFollowUpDays before = ovs_waiting_days (tx);
  g_autofree char *word = g_strdup_printf ("%d", days->word);
  g_autofree char *invite = g_strdup_printf ("%d", days->invite);
  OvsStep step;
  gint64 changed = (before.word != days->word) + (before.invite != days->invite);

  if (days->word < 0 || days->invite < 0 || days->word > OVS_WAITING_MOST_DAYS || days->invite > OVS_WAITING_MOST_DAYS)
    {
      g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED, _ ("Choose a number of days from 0 (never) to %d. Nothing was changed."), OVS_WAITING_MOST_DAYS);
      return -1;
    }
  step = ovs_step_begin (tx);
  if (before.word != days->word)
    ovs_settings_set (tx, OVS_SETTING_FIRST_WORD_DAYS, word);
  if (before.invite != days->invite)
    ovs_settings_set (tx, OVS_SETTING_SECOND_INVITATION_DAYS, invite);
  ovs_step_end (&step, "follow-up-days", "{}", NULL);
  return changed;
}
