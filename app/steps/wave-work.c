/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/wave-work.h"

#include <glib/gi18n.h>

#include "dossier/waves.h"

typedef struct
{
  GtkWidget *teller; /* (owned) */
  GArray *clients;   /* (owned) (nullable) */
  gint64 number;
  OvsDay day;
  OvsRoute route;
  gboolean frozen;
  char *reason; /* (nullable) */
  gint64 changed;
  char *(*say) (gpointer work);
} Work;

static void
work_free (Work *work)
{
  g_object_unref (work->teller);
  g_clear_pointer (&work->clients, g_array_unref);
  g_free (work->reason);
  g_free (work);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Work *work = user_data;
  g_autoptr (GError) error = NULL;

  if (ovs_workspace_write_finish (OVS_WORKSPACE (source), result, &error))
    {
      g_autofree char *text = work->say (work);

      gtk_widget_activate_action (work->teller, "win.tell", "(sb)", text, work->changed != 0);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_activate_action (work->teller, "win.tell-error", "s", error->message);
  work_free (work);
}

static Work *
work_new (GtkWidget *teller, gint64 number, char *(*say) (gpointer work))
{
  Work *work = g_new0 (Work, 1);

  work->teller = g_object_ref (teller);
  work->number = number;
  work->changed = 1;
  work->say = say;
  return work;
}

/* --- clients --- */

static char *
say_moved (gpointer data)
{
  const Work *work = data;

  if (work->changed == 0)
    return g_strdup (work->number == 0 ? _ ("These clients are in no round") : _ ("These clients are in that round already, or stay where they are"));
  if (work->number == 0)
    return g_strdup_printf (ngettext ("%'d client without a round", "%'d clients without a round", (gulong) work->changed), (int) work->changed);
  /* Translators: a number of clients, and the number of the round. */
  return g_strdup_printf (ngettext ("%'d client in round %d", "%'d clients in round %d", (gulong) work->changed), (int) work->changed,
                          (int) work->number);
}

static gboolean
move (OvsTx *tx, gpointer data, GError **error)
{
  Work *work = data;
  OvsWaveChange change = { .number = work->number, .clients = work->clients };
  gboolean is_new = work->number != 0 && ovs_waves_find (tx, work->number) == 0;

  for (guint i = work->clients->len; work->clients->len > 1 && i > 0; i--)
    if (!ovs_waves_can_move (tx, g_array_index (work->clients, gint64, i - 1)))
      g_array_remove_index (work->clients, i - 1);
  work->changed = ovs_waves_set (tx, &change, error);
  if (work->changed < 0)
    return FALSE;
  work->changed -= is_new;
  return TRUE;
}

void
ovs_wave_work_move (GtkWidget *teller, OvsWorkspace *workspace, GArray *clients, gint64 number)
{
  Work *work = work_new (teller, number, say_moved);

  work->clients = clients;
  ovs_workspace_write_async (workspace, move, work, NULL, on_done, work);
}

static char *
say_client_route (gpointer data)
{
  const Work *work = data;

  return g_strdup_printf (_ ("Route: %s"), work->route == OVS_N_ROUTES ? _ ("that of the round") : ovs_route_title (work->route));
}

static gboolean
set_client_route (OvsTx *tx, gpointer data, GError **error)
{
  Work *work = data;

  work->changed = ovs_waves_set_route (tx, work->clients, work->route == OVS_N_ROUTES ? NULL : &work->route, error);
  return work->changed >= 0;
}

void
ovs_wave_work_client_route (GtkWidget *teller, OvsWorkspace *workspace, gint64 client, OvsRoute route)
{
  Work *work = work_new (teller, 0, say_client_route);

  work->route = route;
  work->clients = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (work->clients, client);
  ovs_workspace_write_async (workspace, set_client_route, work, NULL, on_done, work);
}

/* --- the round itself --- */

static gboolean
set (OvsTx *tx, Work *work, const OvsRoute *route, GError **error)
{
  OvsWaveChange change = { .number = work->number, .date = work->day, .route = route, .notice_reason = work->reason };

  work->changed = ovs_waves_set (tx, &change, error);
  return work->changed >= 0;
}

static char *
say_day (gpointer data)
{
  const Work *work = data;
  g_autofree char *day = ovs_day_to_dutch (work->day);

  return g_strdup_printf (_ ("Round %d: %s"), (int) work->number, day);
}

static gboolean
set_day (OvsTx *tx, gpointer data, GError **error)
{
  return set (tx, data, NULL, error);
}

void
ovs_wave_work_day (GtkWidget *teller, OvsWorkspace *workspace, gint64 number, OvsDay day, const char *reason)
{
  Work *work = work_new (teller, number, say_day);

  work->day = day;
  work->reason = g_strdup (reason);
  ovs_workspace_write_async (workspace, set_day, work, NULL, on_done, work);
}

static char *
say_added (gpointer data)
{
  return g_strdup_printf (_ ("Round %d made"), (int) ((Work *) data)->number);
}

void
ovs_wave_work_add (GtkWidget *teller, OvsWorkspace *workspace, gint64 number)
{
  Work *work = work_new (teller, number, say_added);

  ovs_workspace_write_async (workspace, set_day, work, NULL, on_done, work);
}

static char *
say_route (gpointer data)
{
  const Work *work = data;

  return g_strdup_printf (_ ("Round %d: %s"), (int) work->number, ovs_route_title (work->route));
}

static gboolean
set_route (OvsTx *tx, gpointer data, GError **error)
{
  Work *work = data;

  return set (tx, work, &work->route, error);
}

void
ovs_wave_work_route (GtkWidget *teller, OvsWorkspace *workspace, gint64 number, OvsRoute route)
{
  Work *work = work_new (teller, number, say_route);

  work->route = route;
  ovs_workspace_write_async (workspace, set_route, work, NULL, on_done, work);
}

static char *
say_removed (gpointer data)
{
  return g_strdup_printf (_ ("Round %d removed; its clients are without a round"), (int) ((Work *) data)->number);
}

static gboolean
remove_wave (OvsTx *tx, gpointer data, GError **error)
{
  return ovs_waves_remove (tx, ((Work *) data)->number, error);
}

void
ovs_wave_work_remove (GtkWidget *teller, OvsWorkspace *workspace, gint64 number)
{
  Work *work = work_new (teller, number, say_removed);

  ovs_workspace_write_async (workspace, remove_wave, work, NULL, on_done, work);
}

static char *
say_frozen (gpointer data)
{
  const Work *work = data;

  return g_strdup_printf (work->frozen ? _ ("Round %d frozen: its day and its clients stand") : _ ("Round %d thawed: it can be changed again"),
                          (int) work->number);
}

static gboolean
freeze (OvsTx *tx, gpointer data, GError **error)
{
  const Work *work = data;

  return ovs_waves_freeze (tx, work->number, work->frozen, error);
}

void
ovs_wave_work_freeze (GtkWidget *teller, OvsWorkspace *workspace, gint64 number, gboolean frozen)
{
  Work *work = work_new (teller, number, say_frozen);

  work->frozen = frozen;
  ovs_workspace_write_async (workspace, freeze, work, NULL, on_done, work);
}
