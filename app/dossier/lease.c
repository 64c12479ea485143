/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/lease.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "dossier/actor.h"
#include "dossier/error.h"

/* The lease goes by the machine's clock: that of a practice Loket may stand in another month. */
static gint64
machine_now (void)
{
  g_autoptr (OvsClock) clock = ovs_clock_new ();

  return ovs_clock_now (clock);
}

/* When a process started, in ticks since boot; 0 where it does not run, or is only waited for. See proc(5), fields 3 and 22. */
static gint64
process_started (gint64 process)
{
  g_autofree char *path = g_strdup_printf ("/proc/%" G_GINT64_FORMAT "/stat", process);
  g_autofree char *stat = NULL;
  g_auto (GStrv) fields = NULL;
  const char *after_name;

  if (!g_file_get_contents (path, &stat, NULL, NULL))
    return 0;
  after_name = strrchr (stat, ')');
  if (after_name == NULL || strlen (after_name) < 3)
    return 0;
  fields = g_strsplit (after_name + 2, " ", -1);
  if (g_strcmp0 (fields[0], "Z") == 0 || g_strcmp0 (fields[0], "X") == 0)
    return 0;
  return g_strv_length (fields) > 19 ? g_ascii_strtoll (fields[19], NULL, 10) : 0;
}

static gboolean
is_alive (const char *host, gint64 process, gint64 started, const char *heartbeat)
{
  gint64 beat;

  if (g_strcmp0 (host, g_get_host_name ()) == 0)
    return process_started (process) == started && started != 0;
  if (!ovs_clock_parse_iso (heartbeat, &beat))
    return FALSE;
  return machine_now () - beat < (gint64) OVS_LEASE_STALE * G_USEC_PER_SEC;
}

static void
refuse (const char *name, const char *host, const char *since, GError **error)
{
  gint64 instant;
  g_autofree char *moment = NULL;

  ovs_clock_parse_iso (since, &instant);
  moment = ovs_clock_to_dutch (instant);
  g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_IN_USE,
               _ ("%s is working in this dossier since %s, on %s. Close it there first."), name, moment, host);
}

gboolean
ovs_lease_take (OvsTx *tx, GError **error)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT host, process, started, name, since, heartbeat FROM lease", "");
  g_autofree char *now = ovs_clock_to_iso (machine_now ());
  g_autofree char *name = ovs_actor_get ();

  if (ovs_rows_next (&rows)
      && is_alive (ovs_rows_text (&rows, 0), ovs_rows_int (&rows, 1), ovs_rows_int (&rows, 2), ovs_rows_text (&rows, 5)))
    {
      refuse (ovs_rows_text (&rows, 3), ovs_rows_text (&rows, 0), ovs_rows_text (&rows, 4), error);
      ovs_rows_close (&rows);
      return FALSE;
    }
  ovs_rows_close (&rows);

  return ovs_tx_run (tx,
                     "INSERT OR REPLACE INTO lease (id, host, process, started, name, since, heartbeat) "
                     "VALUES (1, ?1, ?2, ?3, ?4, ?5, ?5)",
                     "siiss", g_get_host_name (), (gint64) getpid (), process_started (getpid ()), name, now);
}

void
ovs_lease_look (OvsTx *tx, char **holder, char **since)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT host, process, started, name, since, heartbeat FROM lease", "");
  gint64 instant;

  *holder = NULL;
  *since = NULL;
  if (ovs_rows_next (&rows)
      && is_alive (ovs_rows_text (&rows, 0), ovs_rows_int (&rows, 1), ovs_rows_int (&rows, 2), ovs_rows_text (&rows, 5)))
    {
      *holder = g_strdup (ovs_rows_text (&rows, 3));
      if (ovs_clock_parse_iso (ovs_rows_text (&rows, 4), &instant))
        *since = ovs_clock_to_dutch (instant);
    }
  ovs_rows_close (&rows);
}

gboolean
ovs_lease_check (OvsTx *tx, gpointer unused, GError **error)
{
  gint64 ours;

  ovs_tx_get_int (tx, &ours, "SELECT count(*) FROM lease WHERE host = ?1 AND process = ?2", "si", g_get_host_name (),
                  (gint64) getpid ());
  if (ours == 1 || ovs_tx_failed (tx))
    return TRUE;
  g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_IN_USE,
                       _ ("Somebody else has taken over this dossier in the meantime. Close it and open it again."));
  return FALSE;
}

void
ovs_lease_beat (sqlite3 *handle, gpointer unused)
{
  g_autofree char *now = ovs_clock_to_iso (machine_now ());
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (handle, "UPDATE lease SET heartbeat = ?1 WHERE host = ?2 AND process = ?3", -1, &statement, NULL)
      != SQLITE_OK)
    return;
  sqlite3_bind_text (statement, 1, now, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, g_get_host_name (), -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 3, getpid ());
  sqlite3_step (statement);
  sqlite3_finalize (statement);
}

gboolean
ovs_lease_release (OvsTx *tx, gpointer unused, GError **error)
{
  return ovs_tx_run (tx, "DELETE FROM lease WHERE host = ?1 AND process = ?2", "si", g_get_host_name (), (gint64) getpid ());
}
