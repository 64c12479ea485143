/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "commands/imported.h"
#include "commands/progress.h"
#include "commands/wait.h"
#include "conversion/connect.h"
#include "intake/fetch.h"

static void
show_progress (guint clients, guint all_clients, guint64 people, gpointer data)
{
  ovs_progress_show (clients, all_clients, data);
}

static OvsIntakeResult *
fetch (OvsInvocation *invocation, OvsDossier *dossier, OvsFetchRequest *request, GError **error)
{
  g_autoptr (OvsWait) wait = ovs_wait_new ();
  GCancellable *cancellable = ovs_wait_get_cancellable (wait);
  OvsProgress progress = ovs_progress_begin (invocation);
  g_autoptr (OvsLoket) loket = NULL;
  OvsIntakeResult *result;

  ovs_sign_in_async (dossier, cancellable, ovs_wait_done, wait);
  loket = ovs_sign_in_finish (dossier, ovs_wait_result (wait), error);
  if (loket == NULL)
    return NULL;
  request->progress = show_progress;
  request->progress_data = &progress;
  ovs_fetch_async (dossier, loket, request, cancellable, ovs_wait_done, wait);
  result = ovs_fetch_finish (dossier, ovs_wait_result (wait), error);
  ovs_progress_end (&progress);
  return result;
}

static void
answer_clients (OvsJsonWriter *json, const OvsIntakeResult *result)
{
  ovs_json_begin_object (json, "clients");
  ovs_json_add_count (json, "added", (gint64) result->clients_added);
  ovs_json_add_count (json, "changed", (gint64) result->clients_changed);
  ovs_json_add_count (json, "unchanged", (gint64) result->clients_unchanged);
  ovs_json_end_object (json);
}

static void
answer_unread (OvsJsonWriter *json, const OvsIntakeResult *result)
{
  ovs_json_begin_list (json, "unread");
  for (guint i = 0; i < result->unread->len; i++)
    {
      const OvsIntakeUnread *unread = g_ptr_array_index (result->unread, i);

      ovs_json_begin_object (json, NULL);
      ovs_json_add_text (json, "employer", unread->employer);
      ovs_json_add_text (json, "what", unread->what);
      ovs_json_add_text (json, "reason", unread->reason);
      ovs_json_end_object (json);
    }
  ovs_json_end_list (json);
}

static void
say (OvsInvocation *invocation, const OvsIntakeResult *result)
{
  gulong clients = (gulong) (result->clients_added + result->clients_changed + result->clients_unchanged);

  ovs_invocation_say (invocation, g_dngettext (GETTEXT_PACKAGE, "%lu client read from Loket:", "%lu clients read from Loket:", clients), clients);
  ovs_invocation_say_count (invocation, (gint64) result->clients_added, _ ("added"));
  ovs_invocation_say_count (invocation, (gint64) result->clients_changed, _ ("changed"));
  ovs_invocation_say_count (invocation, (gint64) result->clients_unchanged, _ ("unchanged"));
  ovs_say_intake (invocation, result);
  if (result->missing > 0)
    ovs_invocation_say_count (invocation, (gint64) result->missing, _ ("known people are no longer in Loket; they were kept and marked"));
  for (char **note = result->notes; note != NULL && *note != NULL; note++)
    ovs_invocation_say (invocation, "%s", *note);
  ovs_say_refused (invocation, result);
  if (result->clients_added > 0)
    ovs_invocation_say (invocation, "%s", _ ("New clients are not chosen by themselves."));
  if (result->dry_run)
    ovs_invocation_say (invocation, "\n%s", _ ("This was a trial: nothing was kept."));
}

static void
answer (OvsInvocation *invocation, const OvsIntakeResult *result)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);

  if (json == NULL)
    {
      say (invocation, result);
      return;
    }
  ovs_answer_intake (json, result);
  answer_clients (json, result);
  answer_unread (json, result);
  ovs_answer_texts (json, "notes", result->notes);
  ovs_json_add_flag (json, "dry_run", result->dry_run);
}

gboolean
ovs_command_fetch (OvsInvocation *invocation, GError **error)
{
  g_auto (GStrv) option = NULL;
  g_auto (GStrv) employers = NULL;
  g_autoptr (OvsDossier) dossier = NULL;
  g_autoptr (OvsIntakeResult) result = NULL;
  OvsFetchRequest request = { 0 };
  const GOptionEntry options[] = {
    { "employer", 0, 0, G_OPTION_ARG_STRING_ARRAY, &option, N_ ("Only these clients; several numbers may follow"), "NUMBER…" },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &request.dry_run, N_ ("Count only, keep nothing"), NULL },
    { NULL },
  };

  if (!ovs_invocation_parse (invocation, options, 1, G_MAXUINT, error) ||
      !ovs_invocation_numbers (invocation, option, 1, &employers, error))
    return FALSE;
  if (employers != NULL && employers[0] != NULL)
    request.employers = (const char *const *) employers;

  dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_WRITE, error);
  if (dossier == NULL || (result = fetch (invocation, dossier, &request, error)) == NULL)
    return FALSE;
  answer (invocation, result);
  return TRUE;
}
