/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/window-private.h"

#include <glib/gi18n.h>

#include "base/user-settings.h"
#include "conversion/follow-interval.h"
#include "conversion/track.h"
#include "dossier/sunsets.h"
#include "dossier/unknown-fields.h"

/* While a dossier is open, Loket is read back now and then by itself, and what is alarming or news is told. */

static guint
first_interval (void)
{
  g_autoptr (GVariant) value = ovs_user_settings_get ("follow-minutes");

  return value != NULL ? (guint) MAX (g_variant_get_int32 (value), 0) : OVS_FOLLOW_FIRST;
}

static gboolean on_time (gpointer user_data);

static void
wait_for (OvsWindow *self, guint minutes)
{
  g_clear_handle_id (&self->follow_source, g_source_remove);
  self->follow_minutes = minutes;
  if (minutes > 0)
    self->follow_source = g_timeout_add_seconds (minutes * 60, on_time, self);
}

/* Trouble is not told: nobody asked for this. Whoever asks for it by hand hears of it. */
static void
on_followed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsWindow) self = user_data;
  OvsWorkspace *workspace = self->frame != NULL ? ovs_frame_get_workspace (self->frame) : NULL;
  gboolean changed = FALSE;
  guint read;

  ovs_track_changes_finish (OVS_DOSSIER (source), result, &changed, &read, NULL);
  if (workspace == NULL)
    return;
  ovs_workspace_set_busy (workspace, FALSE);
  self->following = FALSE;
  self->read_back = read > 0;
  if (read > 0)
    ovs_workspace_refresh (workspace);
  wait_for (self, ovs_follow_interval_next (self->follow_minutes, first_interval (), changed));
}

static gboolean
can_follow (OvsWorkspace *workspace)
{
  const OvsFigures *figures = workspace != NULL ? ovs_workspace_get_figures (workspace) : NULL;

  return figures != NULL && figures->loket_kind != NULL && !ovs_workspace_get_busy (workspace) && !ovs_workspace_get_read_only (workspace);
}

static gboolean
on_time (gpointer user_data)
{
  OvsWindow *self = user_data;
  OvsWorkspace *workspace = self->frame != NULL ? ovs_frame_get_workspace (self->frame) : NULL;

  if (!can_follow (workspace))
    return G_SOURCE_CONTINUE;
  self->follow_source = 0;
  self->following = TRUE;
  ovs_workspace_set_busy (workspace, TRUE);
  ovs_track_changes_async (ovs_workspace_get_dossier (workspace), NULL, on_followed, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

/* After a run, much may happen soon. */
static void
on_busy (OvsWindow *self, GParamSpec *pspec, OvsWorkspace *workspace)
{
  if (!ovs_workspace_get_busy (workspace) && !self->following)
    wait_for (self, first_interval ());
}

/* --- what is alarming --- */

/* Over the whole desktop where nobody looks at the window. In front of somebody the numbers are in sight, and only what came of reading back by itself, or
 * on demand, is pointed at: who changed something knows what he did. */
static void
tell (OvsWindow *self, const char *title, const char *body)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.notify", "(ss)", title, body);
  if (self->read_back && gtk_window_is_active (GTK_WINDOW (self)))
    ovs_frame_tell (self->frame, title, FALSE);
}

static void
tell_both_portals (OvsWindow *self)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%d employee with both portals open", "%d employees with both portals open", (gulong) self->both_portals),
                                            (int) self->both_portals);

  tell (self, title, _ ("Applying again blocks Werknemerloket where that failed. Follow shows who they are."));
}

static void
tell_stranded (OvsWindow *self)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%d employee without any portal", "%d employees without any portal", (gulong) self->stranded),
                                            (int) self->stranded);

  tell (self, title, _ ("Solve this today: Follow shows who they are."));
}

/* What was so when the dossier was opened is in sight already; what is so in the middle of a run passes. */
static void
on_figures (OvsWindow *self, GParamSpec *pspec, OvsWorkspace *workspace)
{
  const OvsFigures *figures = ovs_workspace_get_figures (workspace);
  gint64 stranded = self->stranded, both_portals = self->both_portals;

  if (figures == NULL || ovs_workspace_get_busy (workspace))
    return;
  self->stranded = figures->all.outcomes.stranded;
  self->both_portals = figures->all.outcomes.both_portals;
  if (stranded >= 0 && self->stranded > stranded)
    tell_stranded (self);
  else if (both_portals >= 0 && self->both_portals > both_portals)
    tell_both_portals (self);
  self->read_back = FALSE;
}

/* --- what Loket will stop --- */

static void
find_sunset (const char *resource, OvsDay on, gboolean shown, gpointer data)
{
  OvsDay *news = data;

  if (!shown && (*news == OVS_NO_DAY || on < *news))
    *news = on;
}

typedef struct
{
  OvsWindow *self; /* (owned) */
  OvsDay news;
  guint fields;    /* that this version does not know, and was not told of */
} News;

static void
count_field (const char *resource, const char *field, gboolean shown, gpointer data)
{
  *(guint *) data += !shown;
}

static gboolean
look_for_news (OvsTx *tx, gpointer data, GError **error)
{
  News *news = data;

  ovs_sunsets_foreach (tx, find_sunset, &news->news);
  ovs_unknown_fields_foreach (tx, count_field, &news->fields);
  return TRUE;
}

static gboolean
mark_shown (OvsTx *tx, gpointer data, GError **error)
{
  ovs_sunsets_show (tx);
  ovs_unknown_fields_show (tx);
  return TRUE;
}

/* An end comes before what is merely new: that stands in the same dialog. */
static char *
say_news (const News *news)
{
  g_autofree char *day = ovs_day_to_dutch (news->news);

  if (news->news != OVS_NO_DAY)
    return g_strdup_printf (_ ("Loket stops on %s with what this version of Overstap uses. Get a newer Overstap before that day."), day);
  return g_strdup_printf (ngettext ("Loket answers with %u field that this version of Overstap does not know. It is passed over; “What Loket announced” has it.",
                                    "Loket answers with %u fields that this version of Overstap does not know. They are passed over; “What Loket announced” has them.",
                                    news->fields),
                          news->fields);
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  News *news = user_data;

  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, NULL) && (news->news != OVS_NO_DAY || news->fields > 0) && news->self->frame != NULL)
    {
      g_autofree char *text = say_news (news);

      ovs_frame_tell (news->self->frame, text, FALSE);
      ovs_dossier_write_async (OVS_DOSSIER (source), mark_shown, NULL, NULL, NULL, NULL);
    }
  g_object_unref (news->self);
  g_free (news);
}

static void
on_changed (OvsWindow *self, OvsWorkspace *workspace)
{
  News *news;

  if (ovs_workspace_get_read_only (workspace))
    return;
  news = g_new0 (News, 1);
  news->self = g_object_ref (self);
  news->news = OVS_NO_DAY;
  ovs_dossier_read_async (ovs_workspace_get_dossier (workspace), look_for_news, news, NULL, on_looked, news);
}

void
ovs_window_follow (OvsWindow *self, OvsWorkspace *workspace)
{
  self->stranded = self->both_portals = -1;
  g_signal_connect_object (workspace, "notify::figures", G_CALLBACK (on_figures), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::busy", G_CALLBACK (on_busy), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  wait_for (self, first_interval ());
}

void
ovs_window_follow_stop (OvsWindow *self)
{
  g_clear_handle_id (&self->follow_source, g_source_remove);
}
