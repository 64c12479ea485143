/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/milestone-work.h"

#include <glib/gi18n.h>

#include "dossier/milestones.h"

/* Where each is done: an action of the window, and what it is asked. */
static const struct
{
  const char *action;
  const char *target; /* (nullable) */
  const char *label;
} ways[OVS_N_MILESTONES] = {
  [OVS_MILESTONE_OVERVIEW] = { "win.step", "select", N_ ("Go to Select") },
  [OVS_MILESTONE_READ_IN] = { "win.import", NULL, N_ ("Read in…") },
  [OVS_MILESTONE_ANSWERS] = { "win.step", "check", N_ ("Go to Check") },
  [OVS_MILESTONE_CLIENT_MAIL] = { "win.send-piece", "client", N_ ("Send the client mail…") },
  [OVS_MILESTONE_EMPLOYEES] = { "win.step", "inform", N_ ("Look at the clients") },
  [OVS_MILESTONE_READ_AGAIN] = { "win.import", NULL, N_ ("Read in…") },
  [OVS_MILESTONE_FREEZE] = { "win.step", "apply", N_ ("Go to Apply") },
  [OVS_MILESTONE_HAND_IN] = { "win.step", "apply", N_ ("Go to Apply") },
  [OVS_MILESTONE_CONVERSION] = { "win.step", "apply", N_ ("Go to Apply") },
  [OVS_MILESTONE_RESULTS] = { "win.step", "track", N_ ("Go to Follow") },
  [OVS_MILESTONE_FALLOUT] = { "win.step", "track", N_ ("Go to Follow") },
  [OVS_MILESTONE_FOLLOW_UP] = { "win.send-piece", "reminder", N_ ("Send the reminder…") },
  [OVS_MILESTONE_SECOND_FOLLOW_UP] = { "win.step", "track", N_ ("Go to Follow") },
  [OVS_MILESTONE_CLOSE] = { "win.send-piece", "closing", N_ ("Send the closing mail…") },
};

typedef struct
{
  GtkWidget *teller; /* (owned) */
  gint64 wave;
  OvsMilestone milestone;
  gboolean done;
} Tick;

static void
tick_free (Tick *tick)
{
  g_object_unref (tick->teller);
  g_free (tick);
}

static gboolean
write_tick (OvsTx *tx, gpointer data, GError **error)
{
  const Tick *tick = data;

  return ovs_milestones_tick (tx, tick->wave, ovs_milestone_code (tick->milestone), tick->done ? ovs_tx_today (tx) : OVS_NO_DAY, error);
}

static void
on_ticked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Tick *tick = user_data;
  g_autoptr (GError) error = NULL;

  if (ovs_workspace_write_finish (OVS_WORKSPACE (source), result, &error))
    {
      g_autofree char *text = g_strdup_printf (tick->done ? _ ("Done: %s") : _ ("Not done yet: %s"),
                                               ovs_milestone_title (tick->milestone, OVS_ROUTE_LOKET));

      gtk_widget_activate_action (tick->teller, "win.tell", "(sb)", text, TRUE);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_activate_action (tick->teller, "win.tell-error", "s", error->message);
  tick_free (tick);
}

void
ovs_milestone_work_tick (GtkWidget *teller, OvsWorkspace *workspace, gint64 wave, OvsMilestone milestone, gboolean done)
{
  Tick *tick = g_new0 (Tick, 1);

  tick->teller = g_object_ref (teller);
  tick->wave = wave;
  tick->milestone = milestone;
  tick->done = done;
  ovs_workspace_write_async (workspace, write_tick, tick, NULL, on_ticked, tick);
}

void
ovs_milestone_work_go (GtkWidget *teller, OvsWorkspace *workspace, gint64 wave, OvsMilestone milestone)
{
  if (wave != 0)
    ovs_workspace_set_wave (workspace, wave);
  if (ways[milestone].target != NULL)
    gtk_widget_activate_action (teller, ways[milestone].action, "s", ways[milestone].target);
  else
    gtk_widget_activate_action (teller, ways[milestone].action, NULL);
}

const char *
ovs_milestone_work_go_label (OvsMilestone milestone)
{
  return _ (ways[milestone].label);
}
