/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "practice/client.h"

/* A folder with a practice Loket, and a client of it. */
typedef struct
{
  char *folder;
  Client *client;
  char *employer;
  GPtrArray *ids; /* (owned) to be migrated at that employer */
} Office;

G_GNUC_UNUSED static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Puts something into the server's file that the API has no way for. */
G_GNUC_UNUSED static void
poke (Office *office, const char *sql, const char *employee)
{
  g_autofree char *path = g_build_filename (office->folder, "oefenloket.sqlite", NULL);
  sqlite3 *db;
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  if (employee != NULL)
    sqlite3_bind_text (statement, 1, employee, -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
  sqlite3_close (db);
}

G_GNUC_UNUSED static void
set_up (Office *office, gconstpointer data)
{
  office->folder = g_dir_make_tmp ("overstap-practice-XXXXXX", NULL);
  office->client = client_new (office->folder, 6, 120, 5);
  office->employer = client_biggest_employer (office->client);
  poke (office, "UPDATE employee SET trouble = '', email = 'persoon' || id || '@gmail.com'", NULL);
  poke (office, "UPDATE employer SET mijnloket = 1, product_500 = 1", NULL);
  office->ids = client_to_migrate (office->client, office->employer);
  g_assert_cmpuint (office->ids->len, >, 12);
}

G_GNUC_UNUSED static void
tear_down (Office *office, gconstpointer data)
{
  client_free (office->client);
  remove_folder (office->folder);
  g_free (office->folder);
  g_free (office->employer);
  g_ptr_array_unref (office->ids);
}

G_GNUC_UNUSED static void
assert_status (Office *office, guint person, gboolean mijnloket, const char *status)
{
  g_autofree char *actual =
      client_status (office->client, office->employer, office->ids->pdata[person], mijnloket);

  g_assert_cmpstr (actual, ==, status);
}

G_GNUC_UNUSED static gboolean
succeeded (JsonArray *items, guint i)
{
  return json_object_get_boolean_member (json_array_get_object_element (items, i), "succes");
}

G_GNUC_UNUSED static const char *
message_type (JsonArray *items, guint i)
{
  JsonArray *messages = json_object_get_array_member (json_array_get_object_element (items, i), "messages");

  g_assert_cmpuint (json_array_get_length (messages), ==, 1);
  return json_object_get_string_member (json_array_get_object_element (messages, 0), "type");
}

G_GNUC_UNUSED static JsonArray *
act (Office *office, const char *portal, guint first, guint n, const char *action, Reply **kept)
{
  g_autofree char *body = actions_for (office->ids, first, n, action);
  JsonArray *items = client_do (office->client, office->employer, portal, body, kept);

  g_assert_cmpuint (json_array_get_length (items), ==, n);
  return items;
}
