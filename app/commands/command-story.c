/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "commands/named-people.h"
#include "commands/parse.h"
#include "commands/target.h"
#include "dossier/story.h"
#include "letters/story-file.h"
#include "letters/story-words.h"

typedef struct
{
  OvsInvocation *invocation;
  const char *employer;
  const char *employee;
  const char *target; /* (nullable) */
  gboolean everywhere;
  guint n_people;
} Story;

/* Returns: 0 with @error set where there is no such employee. */
static gint64
find_person (OvsTx *tx, const Story *story, GError **error)
{
  const char *employees[] = { story->employee, NULL };
  g_autoptr (GArray) people = ovs_named_people_find (tx, story->employer, employees, error);

  return people != NULL ? g_array_index (people, gint64, 0) : 0;
}

static void
tell_access (OvsInvocation *invocation, const char *portal, const char *title, const OvsStoryAccess *access)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);
  g_autofree char *as_of = access->status != NULL ? ovs_clock_to_iso (access->as_of) : NULL;
  g_autofree char *source = ovs_story_words_source (access);

  ovs_json_begin_object (json, portal);
  ovs_json_add_text (json, "status", access->status);
  ovs_json_add_text (json, "as_of", as_of);
  ovs_json_add_text (json, "source", source);
  ovs_json_end_object (json);
  ovs_invocation_say (invocation, "%-16s %s%s%s", title, ovs_story_words_access (access), *source != '\0' ? ", " : "", source);
}

static void
tell_event (OvsInvocation *invocation, const OvsStoryEvent *event)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);
  g_autofree char *at = ovs_clock_to_iso (event->at);
  g_autofree char *when = ovs_story_words_when (event);
  g_autofree char *title = ovs_story_words_title (event);
  g_autofree char *detail = ovs_story_words_detail (event, FALSE);

  ovs_json_begin_object (json, NULL);
  ovs_json_add_text (json, "at", at);
  ovs_json_add_text (json, "kind", ovs_story_kind_code (event->kind));
  ovs_json_add_text (json, "what", event->what);
  ovs_json_add_text (json, "title", title);
  ovs_json_add_text (json, "detail", detail);
  ovs_json_add_text (json, "by", event->actor);
  ovs_json_end_object (json);
  ovs_invocation_say (invocation, "%-16s %s%s%s", when, title, *detail != '\0' ? ": " : "", detail);
}

static gboolean
tell (OvsTx *tx, gpointer data, GError **error)
{
  const Story *asked = data;
  OvsJsonWriter *json = ovs_invocation_json (asked->invocation);
  gint64 employee = find_person (tx, asked, error);
  g_autoptr (OvsStory) story = employee != 0 ? ovs_story_read (tx, employee) : NULL;

  if (story == NULL)
    return FALSE;
  ovs_json_add_text (json, "employer", story->employer_number);
  ovs_json_add_text (json, "employee", story->record.number);
  tell_access (asked->invocation, OVS_PORTAL_WERKNEMERLOKET, "Werknemerloket", &story->werknemerloket);
  tell_access (asked->invocation, OVS_PORTAL_MIJNLOKET, "MijnLoket", &story->mijnloket);
  ovs_json_add_count (json, "others", story->others->len);
  ovs_json_begin_list (json, "events");
  for (guint i = 0; i < story->events->len; i++)
    tell_event (asked->invocation, g_ptr_array_index (story->events, i));
  ovs_json_end_list (json);
  return TRUE;
}

static gboolean
save (OvsTx *tx, gpointer data, GError **error)
{
  Story *story = data;
  gint64 employee = find_person (tx, story, error);

  return employee != 0 && ovs_story_file_save (tx, employee, story->everywhere, story->target, &story->n_people, error);
}

static gboolean
save_story (Story *story, OvsDossier *dossier, GError **error)
{
  g_autofree char *shown = g_filename_display_name (story->target);

  if (!ovs_target_check (story->target, ovs_dossier_get_path (dossier), error) || !ovs_dossier_write (dossier, save, story, NULL, error))
    return FALSE;
  ovs_json_add_count (ovs_invocation_json (story->invocation), "people", story->n_people);
  ovs_json_add_text (ovs_invocation_json (story->invocation), "file", shown);
  ovs_invocation_say (story->invocation, _ ("Wrote everything about this person to %s."), shown);
  return TRUE;
}

gboolean
ovs_command_story (OvsInvocation *invocation, GError **error)
{
  g_autofree char *employer = NULL;
  g_autofree char *employee = NULL;
  g_autofree char *target = NULL;
  gboolean here = FALSE;
  g_autoptr (OvsDossier) dossier = NULL;
  Story story = { invocation };
  const GOptionEntry options[] = {
    { "employer", 0, 0, G_OPTION_ARG_STRING, &employer, N_ ("The client"), "NUMBER" },
    { "employee", 0, 0, G_OPTION_ARG_STRING, &employee, N_ ("An employee of this client"), "NUMBER" },
    { "this-client-only", 0, 0, G_OPTION_ARG_NONE, &here, N_ ("Save nothing of other clients where he is the same person"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &target, N_ ("The file to write, a PDF or JSON; one that is there is replaced"), "FILE" },
    { NULL },
  };

  if (!ovs_invocation_parse (invocation, options, 1, 1, error))
    return FALSE;
  if (employer == NULL || employee == NULL)
    return ovs_usage_refuse (error, _ ("Say who with --employer and --employee."));
  if (here && target == NULL)
    return ovs_usage_refuse (error, _ ("--this-client-only goes with -o."));
  if (target != NULL && !g_str_has_suffix (target, ".pdf") && !g_str_has_suffix (target, ".json"))
    return ovs_usage_refuse (error, _ ("Give the file a name that ends in .pdf or .json."));

  dossier = ovs_invocation_open (invocation, target != NULL ? OVS_DOSSIER_TO_WRITE : OVS_DOSSIER_TO_READ, error);
  if (dossier == NULL)
    return FALSE;
  story.employer = employer;
  story.employee = employee;
  story.target = target;
  story.everywhere = !here;
  return target != NULL ? save_story (&story, dossier, error) : ovs_dossier_read (dossier, tell, &story, NULL, error);
}
