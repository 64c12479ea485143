/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/fixture.h"

#include "dossier/decisions.h"
#include "dossier/judgement.h"
#include "dossier/migrations.h"
#include "dossier/notes.h"
#include "dossier/trail.h"

/* A dossier as each version of the schema left it, in tests/fixtures: today's program opens it, finds everybody and goes on. A
 * new migration adds the file that the version before it wrote. */
typedef struct
{
  int version;
  const char *name;
  gint64 employees;
  gint64 accepted; /* of the warnings email-at-work */
  gint64 notes;    /* on the first client */
} Version;

static const Version versions[] = {
  { 1, "dossier-version-1.overstap", 150, 3, 0 },
  { 2, "dossier-version-2.overstap", 150, 3, 2 },
  { 3, "dossier-version-3.overstap", 150, 3, 2 },
  { 4, "dossier-version-4.overstap", 150, 3, 2 },
  { 5, "dossier-version-5.overstap", 150, 3, 2 },
  { 6, "dossier-version-6.overstap", 150, 3, 2 },
  { 7, "dossier-version-7.overstap", 150, 3, 2 },
};

typedef struct
{
  OvsJudgementCounts counts;
  gint64 open;
  gint64 entries;
  gint64 broken;
  gint64 notes;
} Found;

static void
count (const OvsJudged *judged, gpointer data)
{
  Found *found = data;

  ovs_judgement_count (&found->counts, &judged->verdict);
  found->open += (judged->verdict.open & OVS_FINDING_BIT (OVS_FINDING_EMAIL_AT_WORK)) != 0;
}

static void
count_note (const OvsNote *note, gpointer data)
{
  ((Found *) data)->notes++;
}

static gboolean
look (OvsTx *tx, gpointer data, GError **error)
{
  Found *found = data;

  ovs_judgement_run (tx, ovs_day_from_ymd (2026, 12, 1), count, found);
  ovs_notes_foreach (tx, OVS_NOTES_ON_CLIENT, 1, count_note, found);
  found->broken = ovs_trail_verify (tx, &found->entries);
  return ovs_decisions_select (tx, OVS_SELECT_NONE, NULL, FALSE, error) > 0;
}

/* A file of an older version is kept beside the one that was brought up to date. */
static gboolean
has_backup (Fixture *fixture, int version)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  g_autofree char *begin = g_strdup_printf ("proef.overstap.version-%d-", version);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_prefix (name, begin))
      return TRUE;
  return FALSE;
}

static void
copy_version (Fixture *fixture, const Version *version)
{
  g_autofree char *kept = g_test_build_filename (G_TEST_DIST, "fixtures", version->name, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  fixture_set_up (fixture, NULL);
  g_clear_object (&fixture->dossier);
  g_file_get_contents (kept, &bytes, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (fixture->path, bytes, (gssize) length, &error);
  g_assert_no_error (error);
}

static void
test_version (gconstpointer data)
{
  const Version *version = data;
  Fixture fixture;
  Found found = { 0 };
  g_autoptr (GError) error = NULL;

  copy_version (&fixture, version);
  fixture_reopen (&fixture);
  ovs_dossier_write (fixture.dossier, look, &found, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (found.counts.employees, ==, version->employees);
  g_assert_cmpint (found.counts.findings[OVS_FINDING_EMAIL_AT_WORK], >=, version->accepted);
  g_assert_cmpint (found.counts.findings[OVS_FINDING_EMAIL_AT_WORK] - found.open, ==, version->accepted);
  g_assert_cmpint (found.broken, ==, 0);
  g_assert_cmpint (found.entries, >, 0);
  g_assert_cmpint (found.notes, ==, version->notes);
  g_assert_cmpint (has_backup (&fixture, version->version), ==, version->version < OVS_SCHEMA_VERSION);
  fixture_tear_down (&fixture, NULL);
}

static gboolean
read_notes (OvsTx *tx, gpointer data, GError **error)
{
  ovs_notes_foreach (tx, OVS_NOTES_ON_CLIENT, 1, count_note, data);
  return TRUE;
}

/* Who only reads it needs today's schema too. */
static void
test_to_read (gconstpointer data)
{
  const Version *version = data;
  Fixture fixture;
  Found found = { 0 };
  g_autoptr (GError) error = NULL;

  copy_version (&fixture, version);
  fixture.dossier = ovs_dossier_open (fixture.path, OVS_DOSSIER_TO_READ, &error);
  g_assert_no_error (error);
  ovs_dossier_read (fixture.dossier, read_notes, &found, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (found.notes, ==, version->notes);
  fixture_tear_down (&fixture, NULL);
}

static void
test_every_version_is_kept (void)
{
  g_assert_cmpint (versions[G_N_ELEMENTS (versions) - 1].version, ==, OVS_SCHEMA_VERSION);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autofree char *path = g_strdup_printf ("/versions/%d", versions[i].version);
      g_autofree char *to_read = g_strdup_printf ("/versions/%d/to-read", versions[i].version);

      g_test_add_data_func (path, &versions[i], test_version);
      g_test_add_data_func (to_read, &versions[i], test_to_read);
    }
  g_test_add_func ("/versions/every-version-is-kept", test_every_version_is_kept);
  return g_test_run ();
}
