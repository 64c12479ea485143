/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conversion/office.h"

#include <glib/gstdio.h>
#include <libsoup/soup.h>

#include "conversion/apply.h"
#include "conversion/connect.h"
#include "conversion/track.h"
#include "dossier/decisions.h"
#include "dossier/judgement.h"
#include "intake/intake.h"

void
office_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

GAsyncResult *
office_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

void
office_open (Office *office, int employers, int employees, guint32 seed)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  office->folder = g_dir_make_tmp ("overstap-test-XXXXXX", &error);
  g_assert_no_error (error);
  office->practice = ovs_practice_new (office->folder, employers, employees, seed, &error);
  g_assert_no_error (error);
  ovs_practice_listen (office->practice, 0, &error);
  g_assert_no_error (error);
  ovs_practice_write_files (office->practice, office->folder, &error);
  g_assert_no_error (error);
  path = g_build_filename (office->folder, "test.overstap", NULL);
  office->dossier = ovs_dossier_create (path, &error);
  g_assert_no_error (error);
}

void
office_close (Office *office)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_clear_object (&office->dossier);
  g_clear_object (&office->practice);
  dir = g_dir_open (office->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (office->folder, name, NULL);
      g_unlink (path);
    }
  g_rmdir (office->folder);
  g_free (office->folder);
}

static void
read_file (Office *office, OvsCsvKind kind, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (office->folder, name, NULL);
  OvsIntakeRequest request = { .path = path, .kind = kind };
  OvsIntakeResult *result = ovs_intake_run (office->dossier, &request, NULL, &error);

  g_assert_no_error (error);
  ovs_intake_result_unref (result);
}

static gboolean
decide (OvsTx *tx, gpointer data, GError **error)
{
  ovs_decisions_select (tx, OVS_SELECT_ALL, NULL, FALSE, error);
  for (int finding = 0; finding < OVS_N_FINDINGS; finding++)
    if (OVS_FINDINGS_WARNINGS & OVS_FINDING_BIT (finding))
      ovs_decisions_accept (tx, ovs_rule_get (finding)->code, NULL, NULL, ovs_tx_today (tx), "test", error);
  return TRUE;
}

void
office_prepare (Office *office)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (OvsConnection) connection = NULL;

  read_file (office, OVS_CSV_EMPLOYERS, "klanten.csv");
  read_file (office, OVS_CSV_EMPLOYEES, "medewerkers.csv");
  ovs_dossier_write (office->dossier, decide, NULL, NULL, &error);
  g_assert_no_error (error);
  ovs_connect_async (office->dossier, ovs_practice_get_url (office->practice), NULL, office_done, &result);
  connection = ovs_connect_finish (office->dossier, office_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (connection->employers, ==, connection->recognised);
}

void
office_apply (Office *office, gboolean dry_run, guint *requests)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (OvsApplied) applied = NULL;

  OvsApplyOptions options = OVS_APPLY_OPTIONS_INIT;

  options.dry_run = dry_run;
  ovs_apply_async (office->dossier, &options, NULL, office_done, &result);
  applied = ovs_apply_finish (office->dossier, office_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (applied->problems->len, ==, 0);
  if (requests != NULL)
    *requests = applied->requests->len;
}

void
office_track (Office *office)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  ovs_track_async (office->dossier, NULL, office_done, &result);
  g_assert_cmpint (ovs_track_finish (office->dossier, office_wait (&result), &error), >, 0);
  g_assert_no_error (error);
}

static gboolean
count (OvsTx *tx, gpointer data, GError **error)
{
  ovs_outcomes_count (tx, ovs_tx_today (tx), data);
  return TRUE;
}

OvsOutcomeCounts
office_counts (Office *office)
{
  g_autoptr (GError) error = NULL;
  OvsOutcomeCounts counts;

  ovs_dossier_read (office->dossier, count, &counts, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (counts.submitted, ==, counts.invited + counts.fallout + counts.unknown);
  return counts;
}

JsonNode *
office_door (Office *office, const char *path, const char *body)
{
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autofree char *uri = g_strconcat (ovs_practice_get_url (office->practice), path, NULL);
  g_autoptr (SoupMessage) message = soup_message_new (body != NULL ? "POST" : "GET", uri);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) answer = NULL;
  g_autoptr (GBytes) content = body != NULL ? g_bytes_new (body, strlen (body)) : NULL;
  JsonNode *node;

  if (content != NULL)
    soup_message_set_request_body_from_bytes (message, "application/json", content);
  soup_session_send_and_read_async (session, message, G_PRIORITY_DEFAULT, NULL, office_done, &result);
  answer = soup_session_send_and_read_finish (session, office_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (soup_message_get_status (message), ==, 200);
  g_autofree char *text = g_strndup (g_bytes_get_data (answer, NULL), g_bytes_get_size (answer));
  node = json_from_string (text, &error);
  g_assert_no_error (error);
  return node;
}

GHashTable *
office_events (Office *office, const char *event)
{
  g_autoptr (JsonNode) node = office_door (office, "/practice/events", NULL);
  JsonArray *list = json_object_get_array_member (json_node_get_object (node), "_embedded");
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *one = json_array_get_object_element (list, i);
      char *person;

      if (g_strcmp0 (json_object_get_string_member (one, "event"), event) != 0)
        continue;
      person = g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, json_object_get_int_member (one, "employerNumber"),
                                json_object_get_int_member (one, "employeeNumber"));
      g_hash_table_insert (counts, person, GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (counts, person)) + 1));
    }
  return counts;
}
