/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/purge.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/drafts.h"
#include "dossier/backups.h"
#include "dossier/closing.h"
#include "dossier/error.h"
#include "dossier/judgement.h"
#include "dossier/purge-columns.h"
#include "dossier/purged.h"
#include "dossier/settings.h"
#include "dossier/stale.h"
#include "dossier/traces.h"
#include "dossier/trail.h"
#include "dossier/undo.h"

#define SALT "erasure-salt"

typedef struct
{
  gint64 employee; /* 0 for everybody */
  OvsTraces *traces;
  gint64 people;
} Purge;

/* --- what is in the tables -------------------------------------------------------------------------------------- */

/* What was found of everybody stands, also when there is nothing left to judge by. */
static void
keep_judgements (OvsTx *tx)
{
  g_autofree char *today = ovs_day_to_iso (ovs_tx_today (tx));

  ovs_tx_run (tx, "UPDATE judgement SET judged_on = ?1", "s", today);
  ovs_stale_note_all (tx, ovs_tx_today (tx));
}

static gboolean
empty_all (OvsTx *tx, gpointer data, GError **error)
{
  Purge *purge = data;
  gint64 sequence;
  g_autofree char *today = ovs_day_to_iso (ovs_tx_today (tx));
  g_autofree char *detail = NULL;

  ovs_judgement_refresh (tx, ovs_tx_today (tx), G_MAXINT64);
  ovs_traces_note (purge->traces, tx, 0);
  ovs_tx_get_int (tx, &purge->people, "SELECT count(*) FROM employee", "");
  ovs_purge_columns_empty (tx, 0);
  keep_judgements (tx);
  ovs_settings_set (tx, OVS_SETTING_PURGED_ON, today);
  ovs_purged_set_begun (tx, TRUE);
  sequence = ovs_trail_begin (tx);
  detail = g_strdup_printf ("{\"people\": %" G_GINT64_FORMAT "}", purge->people);
  ovs_trail_end (tx, sequence, "purge", detail, NULL);
  return TRUE;
}

static char *
hash_of (OvsTx *tx, gint64 employer, const char *number_key)
{
  g_autofree char *salt = ovs_settings_get (tx, SALT);
  g_autofree char *all = g_strdup_printf ("%s\n%" G_GINT64_FORMAT "\n%s", salt != NULL ? salt : "", employer, number_key);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, all, -1);
}

/* So that he is known again in a file, without telling anybody who he was. */
static gboolean
remember_erased (OvsTx *tx, gint64 employee, GError **error)
{
  g_autofree char *key = ovs_tx_get_text (tx, "SELECT number_key FROM employee WHERE id = ?1", "i", employee);
  g_autofree char *salt = ovs_settings_get (tx, SALT);
  g_autofree char *hash = NULL;
  gint64 employer = 0;

  if (key == NULL)
    {
      g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_NOT_FOUND, _ ("This employee is not in the dossier. Nothing was changed."));
      return FALSE;
    }
  if (salt == NULL)
    {
      g_autofree char *one = g_uuid_string_random ();

      ovs_settings_set (tx, SALT, one);
    }
  ovs_tx_get_int (tx, &employer, "SELECT employer FROM employee WHERE id = ?1", "i", employee);
  hash = hash_of (tx, employer, key);
  return ovs_tx_run (tx, "INSERT OR REPLACE INTO erased (employee, erased_on, hash) VALUES (?1, ?2, ?3)", "ids", employee, ovs_tx_today (tx), hash);
}

static gboolean
empty_one (OvsTx *tx, gpointer data, GError **error)
{
  Purge *purge = data;
  g_autofree char *detail = g_strdup_printf ("{\"employee\": %" G_GINT64_FORMAT "}", purge->employee);
  gint64 sequence;

  if (!remember_erased (tx, purge->employee, error))
    return FALSE;
  ovs_traces_note (purge->traces, tx, purge->employee);
  ovs_purge_columns_empty (tx, purge->employee);
  ovs_tx_run (tx, "UPDATE employee SET excluded_reason = '–', email_kind = 'absent' WHERE id = ?1", "i", purge->employee);
  ovs_purged_set_begun (tx, TRUE);
  sequence = ovs_trail_begin (tx);
  ovs_trail_end (tx, sequence, "erase", detail, NULL);
  purge->people = 1;
  return TRUE;
}

/* --- what is beside the tables ----------------------------------------------------------------------------------- */

static gint64
size_of (OvsDossier *dossier)
{
  g_autofree char *wal = g_strconcat (ovs_dossier_get_path (dossier), "-wal", NULL);
  GStatBuf file = { 0 }, log = { 0 };

  g_stat (ovs_dossier_get_path (dossier), &file);
  g_stat (wal, &log);
  return file.st_size + log.st_size + ovs_backups_size (ovs_dossier_get_path (dossier));
}

typedef struct
{
  OvsTraces *traces;
  gint64 found;
} Search;

static void
search (sqlite3 *handle, gpointer data)
{
  Search *wanted = data;

  wanted->found = ovs_traces_search (wanted->traces, handle);
}

static gboolean
run (OvsDossier *dossier, gint64 employee, OvsDossierFunc empty, OvsPurgeReport *report, GError **error)
{
  g_autoptr (OvsTraces) traces = ovs_traces_new ();
  Purge purge = { employee, traces, 0 };
  Search wanted = { traces, -1 };
  gint64 before = size_of (dossier);

  *report = (OvsPurgeReport) { 0 };
  if (!ovs_dossier_write (dossier, empty, &purge, NULL, error) || !ovs_dossier_finish_purge (dossier, &report->backups, error))
    return FALSE;
  ovs_drafts_remove_old (0);
  report->people = purge.people;
  report->sought = ovs_traces_count (traces);
  ovs_dossier_run_bare (dossier, search, &wanted);
  report->found = wanted.found;
  report->bytes = MAX (before - size_of (dossier), 0);
  return TRUE;
}

gboolean
ovs_purge_run (OvsDossier *dossier, OvsPurgeReport *report, GError **error)
{
  return run (dossier, 0, empty_all, report, error);
}

gboolean
ovs_purge_erase (OvsDossier *dossier, gint64 employee, OvsPurgeReport *report, GError **error)
{
  g_autofree char *backup = NULL;

  g_return_val_if_fail (employee != 0, FALSE);
  if (!run (dossier, employee, empty_one, report, error))
    return FALSE;
  /* The others' data are worth a backup, now without him. */
  backup = ovs_dossier_backup (dossier, "erase", error);
  return backup != NULL;
}

/* --- without waiting --------------------------------------------------------------------------------------------- */

typedef struct
{
  gint64 employee;
  OvsPurgeReport report;
} Job;

static void
run_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  gboolean done = job->employee != 0 ? ovs_purge_erase (source, job->employee, &job->report, &error) : ovs_purge_run (source, &job->report, &error);

  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ovs_purge_erase_async (OvsDossier *dossier, gint64 employee, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (dossier, NULL, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->employee = employee;
  g_task_set_source_tag (task, ovs_purge_async);
  g_task_set_task_data (task, job, g_free);
  g_task_run_in_thread (task, run_job);
}

void
ovs_purge_async (OvsDossier *dossier, GAsyncReadyCallback callback, gpointer user_data)
{
  ovs_purge_erase_async (dossier, 0, callback, user_data);
}

gboolean
ovs_purge_finish (OvsDossier *dossier, GAsyncResult *result, OvsPurgeReport *report, GError **error)
{
  *report = ((Job *) g_task_get_task_data (G_TASK (result)))->report;
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- when ---------------------------------------------------------------------------------------------------------- */

gint64
ovs_purge_get_after (OvsTx *tx)
{
  gint64 days = ovs_settings_get_int (tx, OVS_SETTING_PURGE_AFTER);

  return days > 0 ? days : OVS_PURGE_AFTER;
}

void
ovs_purge_set_after (OvsTx *tx, gint64 days)
{
  OvsStep step = ovs_step_begin (tx);
  g_autofree char *detail = NULL;

  days = CLAMP (days, OVS_PURGE_AFTER_LEAST, OVS_PURGE_AFTER_MOST);
  detail = g_strdup_printf ("{\"days\": %" G_GINT64_FORMAT "}", days);
  ovs_settings_set_int (tx, OVS_SETTING_PURGE_AFTER, days);
  ovs_step_end (&step, "purge-after", detail, NULL);
}

/* --- what is so -------------------------------------------------------------------------------------------------- */

gint64
ovs_purge_count_people (OvsTx *tx)
{
  gint64 people = 0;

  ovs_tx_get_int (tx, &people, "SELECT count(*) FROM employee WHERE number <> ''", "");
  return people;
}

gboolean
ovs_purge_was_erased (OvsTx *tx, gint64 employer, const char *number_key)
{
  g_autofree char *hash = NULL;
  gint64 any = 0;

  ovs_tx_get_int (tx, &any, "SELECT EXISTS (SELECT 1 FROM erased)", "");
  if (any == 0)
    return FALSE;
  hash = hash_of (tx, employer, number_key);
  ovs_tx_get_int (tx, &any, "SELECT EXISTS (SELECT 1 FROM erased WHERE hash = ?1)", "s", hash);
  return any != 0;
}
