/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/fixture.h"

#include "dossier/trail.h"

#define NOTE "Op verzoek van de klant"

static gboolean
add_entry (OvsTx *tx, gpointer note, GError **error)
{
  gint64 sequence = ovs_trail_begin (tx);

  ovs_history_add (tx, sequence, 0, 0, "tier", NULL, "Plus");
  ovs_trail_end (tx, sequence, "select", "{\"clients\": 2}", note);
  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture_set_up (fixture, NULL);
  for (guint i = 0; i < 4; i++)
    g_assert_true (
        ovs_dossier_write (fixture->dossier, add_entry, i == 2 ? (gpointer) NOTE : NULL, NULL, NULL));
}

typedef struct
{
  gint64 entries;
  gint64 broken;
} Verdict;

static gboolean
verify (OvsTx *tx, gpointer data, GError **error)
{
  Verdict *verdict = data;

  verdict->broken = ovs_trail_verify (tx, &verdict->entries);
  return TRUE;
}

static void
expect (Fixture *fixture, gint64 broken)
{
  Verdict verdict;

  g_assert_true (ovs_dossier_read (fixture->dossier, verify, &verdict, NULL, NULL));
  g_assert_cmpint (verdict.broken, ==, broken);
  if (broken == 0)
    g_assert_cmpint (verdict.entries, ==, 4);
}

static void
test_intact (Fixture *fixture, gconstpointer unused)
{
  expect (fixture, 0);
  fixture_reopen (fixture);
  expect (fixture, 0);
}

/* One byte anywhere, or an entry away, and where the chain breaks. */
static const struct
{
  const char *name;
  const char *sql;
  gint64 broken;
} changes[] = {
  { "detail", "UPDATE audit SET detail = replace (detail, '2', '3') WHERE sequence = 2", 2 },
  { "operation", "UPDATE audit SET operation = 'Select' WHERE sequence = 1", 1 },
  { "at", "UPDATE audit SET at = '2026-01-01T00:00:00Z' WHERE sequence = 4", 4 },
  { "actor", "UPDATE audit SET actor = actor || '0' WHERE sequence = 3", 3 },
  { "note-away", "UPDATE audit SET note = NULL WHERE sequence = 3", 3 },
  { "hash", "UPDATE audit SET hash = previous WHERE sequence = 2", 2 },
  { "entry-away",
    "PRAGMA foreign_keys = OFF; DELETE FROM history WHERE audit = 2; DELETE FROM audit WHERE sequence = 2",
    3 },
};

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);

  fixture_execute (fixture, changes[i].sql);
  expect (fixture, changes[i].broken);
}

/* Texts can be removed, and the chain still proves itself. */
static void
test_purged (Fixture *fixture, gconstpointer unused)
{
  fixture_assert (fixture,
                  "SELECT count(*) FROM audit_text WHERE text = '" NOTE
                  "'; SELECT count(*) FROM audit WHERE detail LIKE '%klant%'",
                  "1\n0\n");
  fixture_execute (fixture, "DELETE FROM audit_text; DELETE FROM history");
  expect (fixture, 0);
}

static void
collect (gint64 sequence,
         const char *at,
         const char *operation,
         const char *detail,
         const char *actor,
         const char *note,
         const char *hash,
         gpointer data)
{
  g_string_append_printf (data, "%" G_GINT64_FORMAT " %s %s;", sequence, operation, note);
}

static gboolean
walk (OvsTx *tx, gpointer data, GError **error)
{
  ovs_trail_foreach (tx, collect, data);
  return TRUE;
}

static void
test_walked (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_true (ovs_dossier_read (fixture->dossier, walk, text, NULL, NULL));
  g_assert_cmpstr (text->str, ==, "1 select ;2 select ;3 select " NOTE ";4 select ;");
}

/* The same user twice leaves no link between the entries once the texts are gone. */
static void
test_salted (Fixture *fixture, gconstpointer unused)
{
  fixture_assert (fixture, "SELECT count(DISTINCT actor) FROM audit", "4\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/trail/intact", Fixture, NULL, set_up, test_intact, fixture_tear_down);
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strconcat ("/trail/changed/", changes[i].name, NULL);
      g_test_add (path, Fixture, GSIZE_TO_POINTER (i), set_up, test_changed, fixture_tear_down);
    }
  g_test_add ("/trail/purged", Fixture, NULL, set_up, test_purged, fixture_tear_down);
  g_test_add ("/trail/walked", Fixture, NULL, set_up, test_walked, fixture_tear_down);
  g_test_add ("/trail/salted", Fixture, NULL, set_up, test_salted, fixture_tear_down);
  return g_test_run ();
}
