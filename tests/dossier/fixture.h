/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>

#include "dossier/dossier.h"

/* A folder of its own with a new dossier in it, for tests that work on one. */
typedef struct
{
  char *folder;
  char *path;
  OvsDossier *dossier;
} Fixture;

static inline void
fixture_set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("overstap-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "proef.overstap", NULL);
  fixture->dossier = ovs_dossier_create (fixture->path, &error);
  g_assert_no_error (error);
}

static inline void
fixture_tear_down (Fixture *fixture, gconstpointer unused)
{
  const char *name;

  g_clear_object (&fixture->dossier);
  GDir *folder = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_dir_close (folder);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static inline char *
fixture_path (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static inline void
fixture_reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->dossier);
  fixture->dossier = ovs_dossier_open (fixture->path, OVS_DOSSIER_TO_WRITE, &error);
  g_assert_no_error (error);
}

typedef struct
{
  const char *sql;
  GString *text;
} FixtureQuery;

static inline int
fixture_add_row (void *data, int n, char **values, char **names)
{
  GString *text = data;

  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", values[i] != NULL ? values[i] : "");
  g_string_append_c (text, '\n');
  return 0;
}

static inline gboolean
fixture_run_query (OvsTx *tx, gpointer data, GError **error)
{
  FixtureQuery *query = data;

  g_assert_cmpint (sqlite3_exec (ovs_tx_handle (tx), query->sql, fixture_add_row, query->text, NULL), ==,
                   SQLITE_OK);
  return TRUE;
}

/* The rows of a query, a line each with `|` between the values and nothing for NULL. */
static inline char *
fixture_query (Fixture *fixture, const char *sql)
{
  FixtureQuery query = { sql, g_string_new (NULL) };
  g_autoptr (GError) error = NULL;

  ovs_dossier_read (fixture->dossier, fixture_run_query, &query, NULL, &error);
  g_assert_no_error (error);
  return g_string_free (query.text, FALSE);
}

/* Changes the dossier behind the back of the program. */
static inline void
fixture_execute (Fixture *fixture, const char *sql)
{
  FixtureQuery query = { sql, g_string_new (NULL) };
  g_autoptr (GError) error = NULL;

  ovs_dossier_write (fixture->dossier, fixture_run_query, &query, NULL, &error);
  g_assert_no_error (error);
  g_string_free (query.text, TRUE);
}

#define fixture_assert(fixture, sql, expected)                                                               \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autofree char *fixture_rows = fixture_query ((fixture), (sql));                                        \
    g_assert_cmpstr (fixture_rows, ==, (expected));                                                          \
  }                                                                                                          \
  G_STMT_END
