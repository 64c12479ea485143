/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/fixture.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dossier/migrations.h"
#include "dossier/settings.h"

static guint
mode_of (const char *path)
{
  struct stat info;

  g_assert_cmpint (stat (path, &info), ==, 0);
  return info.st_mode & 0777;
}

static char *
path_with (Fixture *fixture, const char *suffix)
{
  return g_strconcat (fixture->path, suffix, NULL);
}

static void
execute_file (const char *path, const char *sql)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

/* Refused both to read and to write, with one sentence, and left as it is. */
static void
assert_refused (const char *path, OvsDossierError code)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length = 0, length_after = 0;

  g_file_get_contents (path, &before, &length, NULL);
  for (int mode = OVS_DOSSIER_TO_READ; mode <= OVS_DOSSIER_TO_WRITE; mode++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ovs_dossier_open (path, (OvsDossierMode) mode, &error));
      g_assert_error (error, OVS_DOSSIER_ERROR, (int) code);
      g_assert_true (g_str_has_suffix (error->message, "."));
      g_assert_null (strstr (error->message, "sqlite"));
    }
  g_file_get_contents (path, &after, &length_after, NULL);
  g_assert_cmpmem (before, length, after, length_after);
}

static void
test_no_dossiers (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *name;
    const char *text;
  } files[] = {
    { "leeg.overstap", "" },
    { "tekst.overstap", "Werkgevernummer;Werkgever\n20;Bakkerij\n" },
    { "bijna.overstap", "SQLite format 3" },
  };
  g_autofree char *foreign = fixture_path (fixture, "vreemd.overstap");
  g_autofree char *absent = fixture_path (fixture, "er-niet.overstap");

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = fixture_path (fixture, files[i].name);

      g_assert_true (g_file_set_contents (path, files[i].text, -1, NULL));
      assert_refused (path, OVS_DOSSIER_ERROR_NOT_DOSSIER);
    }
  execute_file (foreign, "CREATE TABLE t (a); INSERT INTO t VALUES (1)");
  assert_refused (foreign, OVS_DOSSIER_ERROR_NOT_DOSSIER);
  assert_refused (fixture->folder, OVS_DOSSIER_ERROR_NOT_DOSSIER);
  assert_refused (absent, OVS_DOSSIER_ERROR_MISSING);
  g_assert_false (g_file_test (absent, G_FILE_TEST_EXISTS));
}

static void
test_newer (Fixture *fixture, gconstpointer unused)
{
  g_clear_object (&fixture->dossier);
  execute_file (fixture->path, "PRAGMA user_version = 99");
  assert_refused (fixture->path, OVS_DOSSIER_ERROR_TOO_NEW);
}

static void
test_existing (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = fixture_path (fixture, "brief.txt");
  g_autofree char *nowhere = fixture_path (fixture, "geen-map/proef.overstap");
  g_autofree char *text = NULL;
  g_autoptr (GError) exists = NULL;
  g_autoptr (GError) no_folder = NULL;

  g_assert_true (g_file_set_contents (path, "blijf af", -1, NULL));
  g_assert_null (ovs_dossier_create (path, &exists));
  g_assert_error (exists, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "blijf af");
  g_assert_null (ovs_dossier_create (nowhere, &no_folder));
  g_assert_error (no_folder, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_READ_ONLY);
}

static void
test_owner_only (Fixture *fixture, gconstpointer unused)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = NULL;

  fixture_execute (fixture, "INSERT INTO setting VALUES ('firm', 'Kantoor')");
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = path_with (fixture, suffixes[i]);
      g_assert_cmpuint (mode_of (path), ==, 0600);
    }
  backup = ovs_dossier_backup (fixture->dossier, "proef", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mode_of (backup), ==, 0600);
}

/* Whoever reads the same dossier in this process must not loosen the hold of who writes. */
static void
test_beside_each_other (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsDossier) reader = ovs_dossier_open (fixture->path, OVS_DOSSIER_TO_READ, &error);
  g_autoptr (GError) second = NULL;

  g_assert_no_error (error);
  g_assert_null (ovs_dossier_open (fixture->path, OVS_DOSSIER_TO_WRITE, &second));
  g_assert_error (second, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_IN_USE);
  fixture_execute (fixture, "INSERT INTO setting VALUES ('firm', 'Kantoor')");
}

static gboolean
fail_halfway (OvsTx *tx, gpointer data, GError **error)
{
  ovs_settings_set (tx, OVS_SETTING_FIRM, "Half");
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "on purpose");
  return FALSE;
}

static gboolean
break_a_rule (OvsTx *tx, gpointer data, GError **error)
{
  ovs_settings_set (tx, OVS_SETTING_FIRM, "Half");
  ovs_tx_run (tx, "INSERT INTO setting (name) VALUES (?1)", "s", "zonder waarde");
  g_assert_true (ovs_tx_failed (tx));
  /* From then on nothing is done, and the end reports it. */
  ovs_settings_set (tx, OVS_SETTING_FIRM, "Toch");
  return TRUE;
}

static gboolean
pretend (OvsTx *tx, gpointer data, GError **error)
{
  ovs_tx_set_dry_run (tx);
  ovs_settings_set (tx, OVS_SETTING_FIRM, "Alsof");
  return TRUE;
}

static void
test_rolled_back (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) own = NULL;
  g_autoptr (GError) sql = NULL;

  g_assert_false (ovs_dossier_write (fixture->dossier, fail_halfway, NULL, NULL, &own));
  g_assert_error (own, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_false (ovs_dossier_write (fixture->dossier, break_a_rule, NULL, NULL, &sql));
  g_assert_error (sql, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_FAILED);
  g_assert_true (ovs_dossier_write (fixture->dossier, pretend, NULL, NULL, NULL));
  fixture_assert (fixture, "SELECT count(*) FROM setting", "0\n");
}

static gboolean
count_for_ever (OvsTx *tx, gpointer data, GError **error)
{
  gint64 count;

  ovs_tx_get_int (tx, &count,
                  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
                  "");
  return !ovs_tx_failed (tx);
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (50000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_cancelled (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);

  g_assert_false (ovs_dossier_read (fixture->dossier, count_for_ever, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  fixture_assert (fixture, "SELECT 1", "1\n");
}

static gboolean
set_clock (OvsTx *tx, gpointer data, GError **error)
{
  ovs_settings_set_int (tx, OVS_SETTING_CLOCK_OFFSET, G_GINT64_CONSTANT (86400) * 30 * G_USEC_PER_SEC);
  return TRUE;
}

static gboolean
read_today (OvsTx *tx, gpointer data, GError **error)
{
  *(OvsDay *) data = ovs_tx_today (tx);
  return TRUE;
}

/* A dossier that is bound to a practice Loket goes by that Loket's clock from the moment it is opened. */
static void
test_clock (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OvsClock) machine = ovs_clock_new ();
  OvsDay here, there;

  g_assert_true (ovs_dossier_write (fixture->dossier, set_clock, NULL, NULL, NULL));
  fixture_reopen (fixture);
  here = ovs_clock_today (machine);
  g_assert_true (ovs_dossier_read (fixture->dossier, read_today, &there, NULL, NULL));
  g_assert_cmpint (there - here, >=, 29);
  g_assert_cmpint (there - here, <=, 31);
}

static guint
count_backups (Fixture *fixture)
{
  const char *name;
  guint count = 0;
  GDir *folder = g_dir_open (fixture->folder, 0, NULL);

  while ((name = g_dir_read_name (folder)) != NULL)
    if (strstr (name, ".overstap.version-0-") != NULL)
      {
        g_autofree char *path = fixture_path (fixture, name);
        g_assert_cmpuint (mode_of (path), ==, 0600);
        count++;
      }
  g_dir_close (folder);
  return count;
}

static void
test_migrated (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *mark = g_strdup_printf (
      "PRAGMA application_id = %d; CREATE TABLE older (note); INSERT INTO older VALUES ('kept')",
      OVS_DOSSIER_APPLICATION_ID);
  g_autofree char *version = g_strdup_printf ("%d\n", OVS_SCHEMA_VERSION);

  g_clear_object (&fixture->dossier);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  execute_file (fixture->path, mark);
  fixture_reopen (fixture);
  g_assert_cmpuint (count_backups (fixture), ==, 1);
  fixture_assert (fixture, "PRAGMA user_version", version);
  fixture_assert (fixture,
                  "SELECT note FROM older; SELECT count(*) FROM employee; SELECT count(*) FROM lease",
                  "kept\n0\n1\n");
  fixture_reopen (fixture);
  g_assert_cmpuint (count_backups (fixture), ==, 1);
}

static void
test_marks (Fixture *fixture, gconstpointer unused)
{
  fixture_assert (fixture,
                  "PRAGMA application_id; PRAGMA foreign_keys; SELECT count(*) FROM pragma_table_list WHERE "
                  "schema = 'main' "
                  "AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'",
                  "1331057492\n1\n0\n");
  fixture_assert (fixture, "PRAGMA integrity_check; PRAGMA foreign_key_check", "ok\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/open/no-dossiers", Fixture, NULL, fixture_set_up, test_no_dossiers, fixture_tear_down);
  g_test_add ("/open/newer", Fixture, NULL, fixture_set_up, test_newer, fixture_tear_down);
  g_test_add ("/open/existing", Fixture, NULL, fixture_set_up, test_existing, fixture_tear_down);
  g_test_add ("/open/owner-only", Fixture, NULL, fixture_set_up, test_owner_only, fixture_tear_down);
  g_test_add ("/open/beside-each-other", Fixture, NULL, fixture_set_up, test_beside_each_other,
              fixture_tear_down);
  g_test_add ("/open/rolled-back", Fixture, NULL, fixture_set_up, test_rolled_back, fixture_tear_down);
  g_test_add ("/open/cancelled", Fixture, NULL, fixture_set_up, test_cancelled, fixture_tear_down);
  g_test_add ("/open/clock", Fixture, NULL, fixture_set_up, test_clock, fixture_tear_down);
  g_test_add ("/open/migrated", Fixture, NULL, fixture_set_up, test_migrated, fixture_tear_down);
  g_test_add ("/open/marks", Fixture, NULL, fixture_set_up, test_marks, fixture_tear_down);
  return g_test_run ();
}
