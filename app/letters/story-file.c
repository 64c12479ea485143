/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "letters/story-file.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "base/text.h"
#include "dossier/error.h"
#include "dossier/settings.h"
#include "dossier/trail.h"
#include "letters/save-file.h"
#include "letters/story-paper.h"
#include "letters/story-words.h"

/* --- for programs ------------------------------------------------------------------------------------------------ */

/* What is not known is left out. */
static void
add_text (JsonBuilder *json, const char *name, const char *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (json, name);
  json_builder_add_string_value (json, text);
}

static void
add_day (JsonBuilder *json, const char *name, OvsDay day)
{
  g_autofree char *text = ovs_day_to_iso (day);

  add_text (json, name, text);
}

static void
add_instant (JsonBuilder *json, const char *name, gint64 instant)
{
  g_autofree char *text = ovs_clock_to_iso (instant);

  add_text (json, name, text);
}

static void
add_flag (JsonBuilder *json, const char *name, gboolean flag)
{
  json_builder_set_member_name (json, name);
  json_builder_add_boolean_value (json, flag);
}

static void
begin_list (JsonBuilder *json, const char *name)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
}

static void
add_record (JsonBuilder *json, const OvsStory *story)
{
  const OvsEmployee *record = &story->record;

  add_text (json, "employer_number", story->employer_number);
  add_text (json, "employer_name", story->employer_name);
  add_text (json, "employee_number", record->number);
  add_text (json, "initials", record->initials);
  add_text (json, "first_name", record->first_name);
  add_text (json, "prefix", record->prefix);
  add_text (json, "last_name", record->last_name);
  add_day (json, "birth_date", record->birth_date);
  add_day (json, "deceased_on", record->deceased_on);
  add_text (json, "private_email_in_loket", record->email_as_read);
  add_text (json, "private_email", record->email);
  add_text (json, "work_email", record->work_email);
  add_text (json, "loket_id", story->loket_id);
  add_instant (json, "first_seen", story->first_seen);
  add_flag (json, "missing", record->missing_since != 0);
  add_flag (json, "change_in_loket", record->change_in_loket);
  begin_list (json, "employments");
  for (guint i = 0; i < ovs_employee_n_employments (record); i++)
    {
      json_builder_begin_object (json);
      add_day (json, "start", ovs_employee_employments (record)[i].start);
      add_day (json, "end", ovs_employee_employments (record)[i].end);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_access (JsonBuilder *json, const char *portal, const OvsStoryAccess *access)
{
  static const char *const sources[] = {
    [OVS_ACCESS_FROM_EMPLOYEES] = "employees",
    [OVS_ACCESS_FROM_STATUS] = "status",
    [OVS_ACCESS_FROM_LOKET] = "loket",
  };

  if (access->status == NULL)
    return;
  json_builder_set_member_name (json, portal);
  json_builder_begin_object (json);
  add_text (json, "status", access->status);
  add_text (json, "source", sources[access->source]);
  add_instant (json, "as_of", access->as_of);
  json_builder_end_object (json);
}

static void
add_standing (JsonBuilder *json, const OvsStory *story)
{
  add_access (json, OVS_PORTAL_WERKNEMERLOKET, &story->werknemerloket);
  add_access (json, OVS_PORTAL_MIJNLOKET, &story->mijnloket);
  if (story->judged)
    add_text (json, "disposition", ovs_disposition_code (story->disposition));
  add_text (json, "reason", ovs_reason_code (story->reason));
  begin_list (json, "findings");
  for (int finding = 0; finding < OVS_N_FINDINGS; finding++)
    if (story->findings & OVS_FINDING_BIT (finding))
      json_builder_add_string_value (json, ovs_rule_get (finding)->code);
  json_builder_end_array (json);
  begin_list (json, "accepted");
  for (guint i = 0; i < story->acceptances->len; i++)
    {
      const OvsStoryAcceptance *acceptance = g_ptr_array_index (story->acceptances, i);

      json_builder_begin_object (json);
      add_text (json, "code", ovs_rule_get (acceptance->finding)->code);
      add_text (json, "reason", acceptance->reason);
      add_instant (json, "at", acceptance->at);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  add_text (json, "excluded_reason", story->excluded_reason);
  add_flag (json, "payslip_on_paper", story->on_paper);
  add_text (json, "no_access_reason", story->no_access_reason);
  add_day (json, "no_access_on", story->no_access_on);
  add_day (json, "snoozed_until", story->snoozed_until);
  add_text (json, "asked_address", story->asked_address);
}

static void
add_event (JsonBuilder *json, const OvsStoryEvent *event)
{
  g_autofree char *title = ovs_story_words_title (event);
  g_autofree char *detail = ovs_story_words_detail (event, TRUE);

  json_builder_begin_object (json);
  add_instant (json, "at", event->at);
  add_text (json, "kind", ovs_story_kind_code (event->kind));
  add_text (json, "what", event->what);
  add_text (json, "title", title);
  add_text (json, "detail", detail);
  json_builder_end_object (json);
}

static void
add_story (JsonBuilder *json, const OvsStory *story)
{
  json_builder_begin_object (json);
  add_record (json, story);
  add_standing (json, story);
  begin_list (json, "events");
  for (guint i = 0; i < story->events->len; i++)
    add_event (json, g_ptr_array_index (story->events, i));
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static gboolean
save_json (OvsTx *tx, const GPtrArray *stories, const char *path, GError **error)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (json);
  add_instant (json, "made_at", ovs_tx_now (tx));
  begin_list (json, "people");
  for (guint i = 0; i < stories->len; i++)
    add_story (json, g_ptr_array_index (stories, i));
  json_builder_end_array (json);
  json_builder_end_object (json);
  root = json_builder_get_root (json);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  return ovs_save_file (path, text, -1, error);
}

/* --- to print ---------------------------------------------------------------------------------------------------- */

static gboolean
save_pdf (OvsTx *tx, const GPtrArray *stories, const char *path, GError **error)
{
  g_autofree char *firm = ovs_settings_get (tx, OVS_SETTING_FIRM);
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_sheet_free);
  OvsPdfAbout about = { .title = "Alles van deze persoon", .author = firm, .made_on = ovs_tx_today (tx) };

  for (guint i = 0; i < stories->len; i++)
    g_ptr_array_add (sheets, ovs_story_paper_sheet (g_ptr_array_index (stories, i), firm, about.made_on, i > 0));
  return ovs_sheets_save_pdf (sheets, &about, path, error);
}

/* --- the file ---------------------------------------------------------------------------------------------------- */

/* Himself first. */
static GPtrArray *
read_stories (OvsTx *tx, gint64 employee, gboolean everywhere, GError **error)
{
  g_autoptr (GPtrArray) stories = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_story_free);
  OvsStory *story = ovs_story_read (tx, employee);

  if (story == NULL)
    {
      g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_NOT_FOUND, _ ("This employee is no longer in the dossier. Nothing was saved."));
      return NULL;
    }
  g_ptr_array_add (stories, story);
  for (guint i = 0; everywhere && i < story->others->len; i++)
    {
      OvsStory *other = ovs_story_read (tx, g_array_index (story->others, gint64, i));

      if (other != NULL)
        g_ptr_array_add (stories, other);
    }
  return g_steal_pointer (&stories);
}

gboolean
ovs_story_file_save (OvsTx *tx, gint64 employee, gboolean everywhere, const char *path, guint *n_people, GError **error)
{
  g_autoptr (GPtrArray) stories = read_stories (tx, employee, everywhere, error);
  g_autofree char *detail = NULL;
  gboolean saved;

  if (stories == NULL)
    return FALSE;
  saved = g_str_has_suffix (path, ".json") ? save_json (tx, stories, path, error) : save_pdf (tx, stories, path, error);
  if (!saved)
    return FALSE;
  if (n_people != NULL)
    *n_people = stories->len;
  detail = g_strdup_printf ("{\"employee\": %" G_GINT64_FORMAT ", \"people\": %u}", employee, stories->len);
  ovs_trail_end (tx, ovs_trail_begin (tx), "person-saved", detail, NULL);
  return TRUE;
}

char *
ovs_story_file_name (const OvsStory *story, OvsDay today)
{
  g_autofree char *number = ovs_text_file_word (story->employer_number);
  g_autofree char *client = ovs_text_file_word (story->employer_name);
  g_autofree char *day = ovs_day_to_iso (today);

  return g_strdup_printf ("inzage-%s-%s-%s-vertrouwelijk", number, client, day);
}
