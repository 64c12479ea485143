/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/meanings.h"

#include <glib/gi18n.h>

#include "base/text.h"
#include "dossier/client-filter.h"
#include "dossier/error.h"
#include "dossier/free-text.h"
#include "dossier/undo.h"
#include "rules/reason-words.h"

gboolean
ovs_meanings_set (OvsTx *tx, const char *words, const char *meaning, const char *advice, GError **error)
{
  g_autofree char *key = ovs_reason_words_key (words);
  g_autofree char *plain = ovs_text_clean (meaning);
  g_autofree char *what = ovs_text_clean (advice != NULL ? advice : "");
  OvsStep step;

  if (*key == '\0')
    {
      g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED, _ ("Loket gave no words that could mean something. Nothing was changed."));
      return FALSE;
    }
  if (!ovs_free_text_check (plain, error) || !ovs_free_text_check (what, error))
    return FALSE;
  step = ovs_step_begin (tx);
  if (*plain == '\0')
    ovs_tx_run (tx, "DELETE FROM reason_meaning WHERE words = ?1", "s", key);
  else
    ovs_tx_run (tx,
                "INSERT INTO reason_meaning (words, meaning, advice) VALUES (?1, ?2, nullif (?3, '')) "
                "ON CONFLICT (words) DO UPDATE SET meaning = excluded.meaning, advice = excluded.advice",
                "sss", key, plain, what);
  ovs_step_end (&step, "reason-meaning", "{}", NULL);
  return TRUE;
}

/* By the key. */
static char *
find (OvsTx *tx, const char *key, char **advice)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT meaning, advice FROM reason_meaning WHERE words = ?1", "s", key);
  char *meaning = NULL;

  if (ovs_rows_next (&rows))
    {
      meaning = g_strdup (ovs_rows_text (&rows, 0));
      if (advice != NULL)
        *advice = g_strdup (ovs_rows_text (&rows, 1));
    }
  ovs_rows_close (&rows);
  return meaning;
}

char *
ovs_meanings_get (OvsTx *tx, const char *words, char **advice)
{
  g_autofree char *key = ovs_reason_words_key (words);

  if (advice != NULL)
    *advice = NULL;
  return *key != '\0' ? find (tx, key, advice) : NULL;
}

static void
group_free (gpointer data)
{
  OvsReasonGroup *group = data;

  g_free (group->words);
  g_free (group->meaning);
  g_free (group->advice);
  g_free (group);
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const OvsReasonGroup *one = *(OvsReasonGroup *const *) a;
  const OvsReasonGroup *other = *(OvsReasonGroup *const *) b;

  if (one->number != other->number)
    return one->number < other->number ? 1 : -1;
  return g_strcmp0 (one->words, other->words);
}

GPtrArray *
ovs_meanings_groups (OvsTx *tx, const char *filter)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT i.message, count(*) FROM intent i JOIN employee e ON e.id = i.employee JOIN employer c ON c.id = e.employer "
                                "WHERE i.state = 'refused' AND i.message IS NOT NULL AND " OVS_CLIENT_FILTER ("c.", "?1") " GROUP BY i.message ORDER BY max(i.id)",
                                "s", filter);

  while (ovs_rows_next (&rows))
    {
      char *key = ovs_reason_words_key (ovs_rows_text (&rows, 0));
      OvsReasonGroup *group = *key != '\0' ? g_hash_table_lookup (by_key, key) : NULL;

      if (group == NULL && *key != '\0')
        {
          group = g_new0 (OvsReasonGroup, 1);
          group->meaning = find (tx, key, &group->advice);
          g_ptr_array_add (groups, group);
          g_hash_table_insert (by_key, g_strdup (key), group);
        }
      if (group != NULL)
        {
          g_free (group->words);
          group->words = g_strdup (ovs_rows_text (&rows, 0));
          group->number += ovs_rows_int (&rows, 1);
        }
      g_free (key);
    }
  g_ptr_array_sort (groups, compare_groups);
  return groups;
}
