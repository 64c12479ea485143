/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "commands/parse.h"
#include "commands/wait.h"
#include "conversion/preflight-selected.h"
#include "dossier/closing.h"
#include "dossier/employers.h"
#include "dossier/judgement.h"

typedef struct
{
  gboolean all;
  gboolean again;     /* open these again */
  GStrv numbers;
  const char *reason; /* (nullable) */
  gint64 changed;
} Close;

/* --- the deed -------------------------------------------------------------------------------------------------- */

static GArray *
find_employers (OvsTx *tx, GStrv numbers, GError **error)
{
  g_autoptr (GArray) employers = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gsize i = 0; numbers[i] != NULL; i++)
    {
      gint64 employer;

      if (!ovs_employers_require (tx, numbers[i], &employer, error))
        return NULL;
      g_array_append_val (employers, employer);
    }
  return g_steal_pointer (&employers);
}

static gboolean
do_it (OvsTx *tx, gpointer data, GError **error)
{
  Close *close = data;
  g_autoptr (GArray) employers = NULL;

  if (close->all)
    {
      close->changed = ovs_closing_close_all (tx, NULL);
      return TRUE;
    }
  if (close->numbers == NULL)
    {
      ovs_judgement_refresh (tx, ovs_tx_today (tx), G_MAXINT64);
      return TRUE;
    }
  employers = find_employers (tx, close->numbers, error);
  if (employers == NULL)
    return FALSE;
  close->changed = close->again ? ovs_closing_open_again (tx, employers) : ovs_closing_close (tx, employers, close->reason, error);
  return close->changed >= 0;
}

/* --- the answer ------------------------------------------------------------------------------------------------ */

static void
answer_client (const OvsClosingClient *client, gpointer data)
{
  OvsInvocation *invocation = data;
  OvsJsonWriter *json = ovs_invocation_json (invocation);
  g_autofree char *words = NULL;

  if (client->closed)
    return;
  ovs_json_begin_object (json, NULL);
  ovs_json_add_text (json, "employer", client->number);
  ovs_json_begin_list (json, "obstacles");
  for (int obstacle = 0; obstacle < OVS_N_OBSTACLES; obstacle++)
    if (client->obstacles & OVS_OBSTACLE_BIT (obstacle))
      ovs_json_add_text (json, NULL, ovs_obstacle_code ((OvsObstacle) obstacle));
  ovs_json_end_list (json);
  ovs_json_end_object (json);
  words = client->obstacles != 0 ? ovs_closing_say (&client->facts, client->obstacles) : g_strdup (_ ("can be closed"));
  ovs_invocation_say (invocation, "%s %s: %s", client->number, client->name != NULL ? client->name : "", words);
}

static gboolean
answer (OvsTx *tx, gpointer data, GError **error)
{
  OvsInvocation *invocation = data;
  OvsJsonWriter *json = ovs_invocation_json (invocation);
  OvsClosingSums sums;
  g_autofree char *day = NULL;

  ovs_json_begin_list (json, "open");
  ovs_closing_foreach (tx, NULL, answer_client, invocation);
  ovs_json_end_list (json);
  ovs_closing_sum (tx, NULL, &sums);
  day = ovs_day_to_iso (sums.all_closed_on);
  ovs_json_begin_object (json, "ends");
  for (int state = 0; state < OVS_N_END_STATES; state++)
    ovs_json_add_count (json, ovs_end_state_code ((OvsEndState) state), sums.people[state]);
  ovs_json_end_object (json);
  ovs_json_add_count (json, "clients", sums.clients);
  ovs_json_add_count (json, "clients_closed", sums.closed);
  ovs_json_add_flag (json, "dossier_closed", day != NULL);
  ovs_json_add_text (json, "closed_on", day);
  ovs_invocation_say (invocation, _ ("%lu of %lu clients are closed."), (gulong) sums.closed, (gulong) sums.clients);
  return TRUE;
}

/* --- the command ----------------------------------------------------------------------------------------------- */

static gboolean
ask_loket (OvsDossier *dossier, GError **error)
{
  g_autoptr (OvsWait) wait = ovs_wait_new ();

  ovs_preflight_selected_async (dossier, NULL, TRUE, ovs_wait_get_cancellable (wait), ovs_wait_done, wait);
  return ovs_preflight_selected_finish (dossier, ovs_wait_result (wait), error);
}

static gboolean
check_use (const Close *close, gboolean list, GError **error)
{
  if (close->all + list + (close->numbers != NULL) != 1)
    return ovs_usage_refuse (error, _ ("Give one of --all, --employer and --list."));
  if ((close->reason != NULL || close->again) && close->numbers == NULL)
    return ovs_usage_refuse (error, _ ("--reason and --open-again are about the clients named with --employer."));
  return !(close->reason != NULL && close->again) || ovs_usage_refuse (error, _ ("Give either --reason or --open-again."));
}

gboolean
ovs_command_close (OvsInvocation *invocation, GError **error)
{
  gboolean list = FALSE, ask = FALSE;
  Close close = { FALSE };
  g_auto (GStrv) employers = NULL;
  g_auto (GStrv) numbers = NULL;
  g_autofree char *reason = NULL;
  g_autoptr (OvsDossier) dossier = NULL;
  const GOptionEntry options[] = {
    { "all", 0, 0, G_OPTION_ARG_NONE, &close.all, N_ ("Every client that nothing keeps open"), NULL },
    { "employer", 0, 0, G_OPTION_ARG_STRING_ARRAY, &employers, N_ ("These clients, where nothing keeps them open; several numbers may follow"), "NUMBER…" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("Why these are closed although Product 500 was not seen gone"), "TEXT" },
    { "open-again", 0, 0, G_OPTION_ARG_NONE, &close.again, N_ ("Open these clients again"), NULL },
    { "list", 0, 0, G_OPTION_ARG_NONE, &list, N_ ("Close nothing, only tell what keeps clients open"), NULL },
    { "ask", 0, 0, G_OPTION_ARG_NONE, &ask, N_ ("First ask Loket whether Product 500 is gone"), NULL },
    { NULL },
  };

  if (!ovs_invocation_parse (invocation, options, 1, G_MAXUINT, error) || !ovs_invocation_numbers (invocation, employers, 1, &numbers, error))
    return FALSE;
  close.numbers = employers != NULL ? numbers : NULL;
  close.reason = reason;
  if (!check_use (&close, list, error))
    return FALSE;
  dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_WRITE, error);
  if (dossier == NULL || (ask && !ask_loket (dossier, error)) || !ovs_dossier_write (dossier, do_it, &close, NULL, error))
    return FALSE;
  ovs_json_add_count (ovs_invocation_json (invocation), "changed", close.changed);
  return ovs_dossier_read (dossier, answer, invocation, NULL, error);
}
