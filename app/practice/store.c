/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "practice/store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>

#define FILE_NAME "oefenloket.sqlite"
#define LOCK_NAME "oefenloket.lock"
#define SCHEMA "/nl/overstap/practice/schema.sql"
#define SCHEMA_VERSION 4
#define LAST_WITHOUT_LINKS 2
/* "OvsP": tells this file from a dossier. */
#define APPLICATION_ID 0x4f767350

int
ovs_practice_store_lock (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, LOCK_NAME, NULL);
  int number, lock = -1;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    lock = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (lock >= 0 && flock (lock, LOCK_EX | LOCK_NB) == 0)
    return lock;

  number = errno;
  if (lock >= 0)
    g_close (lock, NULL);
  if (number == EWOULDBLOCK)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                 _ ("Another practice Loket works in %s already. Use that one, stop it, or choose another "
                    "folder with --data."),
                 folder);
  else
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number),
                 _ ("The practice Loket cannot use the folder %s: %s. Choose another folder with --data."),
                 folder, g_strerror (number));
  return -1;
}

void
ovs_practice_store_unlock (int lock)
{
  if (lock >= 0)
    g_close (lock, NULL);
}

static void
make_tables (OvsPracticeDb *db)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (SCHEMA, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) statements = g_strsplit (text, ";\n", -1);

  for (int i = 0; statements[i] != NULL; i++)
    if (strstr (statements[i], "CREATE") != NULL)
      ovs_practice_db_run (db, statements[i], "");
  ovs_practice_db_run (db, "PRAGMA application_id = " G_STRINGIFY (APPLICATION_ID), "");
  ovs_practice_db_run (db, "PRAGMA user_version = " G_STRINGIFY (SCHEMA_VERSION), "");
}

typedef struct
{
  int version; /* up to which a file lacks it */
  const char *statement;
} Step;

static void
run_steps (OvsPracticeDb *db, const Step *steps, gint64 version)
{
  for (; steps->statement != NULL; steps++)
    if (steps->version >= version)
      ovs_practice_db_run (db, steps->statement, "");
}

/* Keeps the hash of every secret in @sql, whose rows are secret, kind, employee and how its link ended. */
static void
keep_links (OvsPracticeDb *db, const char *sql)
{
  g_autoptr (OvsPracticeRows) rows = ovs_practice_db_query (db, sql, "");

  while (ovs_practice_rows_next (rows))
    {
      g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, ovs_practice_rows_text (rows, 0), -1);

      ovs_practice_db_run (db, "INSERT OR IGNORE INTO link (hash, kind, employee, ended_as) VALUES (?, ?, ?, ?)", "ttlt", hash,
                           ovs_practice_rows_text (rows, 1), ovs_practice_rows_number (rows, 2), ovs_practice_rows_text (rows, 3));
    }
}

/* Until version 2 the secret of an invitation that was good stood with the employee; now only its hash stands anywhere. */
static void
adopt_links (OvsPracticeDb *db)
{
  keep_links (db, "SELECT secret, 'invitation', id, NULL FROM employee WHERE secret IS NOT NULL");
  keep_links (db, "SELECT m.secret, iif (m.kind = 'activation', 'activation', 'invitation'), e.id,"
                  " CASE e.ess WHEN 'HasAccessToClient' THEN 'used' WHEN 'InviteExpired' THEN 'expired'"
                  "  WHEN 'InviteCancelled' THEN 'withdrawn' ELSE 'replaced' END"
                  " FROM mail m JOIN employee e ON e.id = m.employee WHERE m.secret IS NOT NULL");
}

/* Before what is new in the schema is made, and after it. */
static const Step first_steps[] = {
  { 1, "ALTER TABLE action ADD COLUMN completed_at INTEGER" },
  { 1, "UPDATE action SET completed_at = (SELECT max (done_at) FROM action_item WHERE action = id) WHERE status = 'Completed'" },
  { 1, "ALTER TABLE action_item ADD COLUMN fails INTEGER NOT NULL DEFAULT 0" },
  { 1, "ALTER TABLE token ADD COLUMN supersedes TEXT" },
  { 1, "ALTER TABLE token ADD COLUMN challenge TEXT" },
  { 2, "ALTER TABLE employee ADD COLUMN account_id INTEGER REFERENCES account (id)" },
  { 2, "DROP INDEX employee_account" },
  { 2, "ALTER TABLE mail ADD COLUMN first_name TEXT" },
  { 2, "ALTER TABLE mail ADD COLUMN begun INTEGER NOT NULL DEFAULT 0" },
  { 2, "ALTER TABLE mail ADD COLUMN delivery TEXT" },
  { 2, "ALTER TABLE mail ADD COLUMN delivered_at INTEGER" },
  { 2, "ALTER TABLE mail ADD COLUMN tries INTEGER NOT NULL DEFAULT 0" },
  { 2, "ALTER TABLE mail ADD COLUMN next_try INTEGER NOT NULL DEFAULT 0" },
  { 2, "ALTER TABLE mail ADD COLUMN trouble TEXT" },
  { 2, "ALTER TABLE action ADD COLUMN blocked INTEGER" },
  { 2, "ALTER TABLE action ADD COLUMN read_at INTEGER" },
  { 2, "DROP INDEX IF EXISTS employee_revoke" },
  { 3, "ALTER TABLE action ADD COLUMN origin TEXT NOT NULL DEFAULT 'interface'" },
  { 3, "ALTER TABLE action ADD COLUMN ticket INTEGER REFERENCES ticket (id)" },
  { 3, "ALTER TABLE action_item ADD COLUMN blocked INTEGER NOT NULL DEFAULT 0" },
  { 3, "UPDATE action_item SET blocked = 1 WHERE action IN (SELECT id FROM action WHERE blocked IS NOT NULL)" },
  { 3, "UPDATE action SET origin = 'list' WHERE blocked IS NOT NULL" },
  { 3, "ALTER TABLE action DROP COLUMN blocked" },
  { 0 },
};
static const Step last_steps[] = {
  { 2, "INSERT INTO account (email, first_name, made_at, activated_at)"
       " SELECT account, coalesce (min (first_name), ''), 0, 0 FROM employee WHERE account IS NOT NULL GROUP BY account" },
  { 2, "UPDATE employee SET account_id = (SELECT id FROM account WHERE email = employee.account) WHERE account IS NOT NULL" },
  { 2, "ALTER TABLE employee DROP COLUMN account" },
  { 2, "ALTER TABLE employee DROP COLUMN secret" },
  { 0 },
};

static void
upgrade_tables (OvsPracticeDb *db, gint64 version)
{
  run_steps (db, first_steps, version);
  make_tables (db);
  if (version <= LAST_WITHOUT_LINKS)
    adopt_links (db);
  run_steps (db, last_steps, version);
}

OvsPracticeDb *
ovs_practice_store_open (const char *folder, GError **error)
{
  g_autofree char *path = folder != NULL ? g_build_filename (folder, FILE_NAME, NULL) : NULL;
  g_autoptr (OvsPracticeDb) db = ovs_practice_db_open (path, error);
  gint64 application, version;
  gboolean known;

  if (db == NULL)
    return NULL;
  ovs_practice_db_begin (db);
  application = ovs_practice_db_number (db, -1, "PRAGMA application_id", "");
  version = ovs_practice_db_number (db, -1, "PRAGMA user_version", "");
  known = (application == 0 && version == 0) || (application == APPLICATION_ID && version >= 1 && version <= SCHEMA_VERSION);
  if (known && version == 0)
    make_tables (db);
  else if (known && version < SCHEMA_VERSION)
    upgrade_tables (db, version);
  if (!ovs_practice_db_end (db, error))
    return NULL;
  if (known)
    return g_steal_pointer (&db);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
               _ ("%s is no file of this version of the practice Loket. Choose another folder with --data."),
               path);
  return NULL;
}
