/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/preferences-follow.h"

#include <glib/gi18n.h>

#include "dossier/waiting.h"
#include "widgets/accessible.h"

struct _OvsPreferencesFollow
{
  AdwPreferencesGroup parent_instance;

  OvsWorkspace *workspace; /* (owned) */
  GtkSpinButton *word;
  GtkSpinButton *invite;
  OvsFollowUpDays days; /* as they were read or written last */
};

G_DEFINE_FINAL_TYPE (OvsPreferencesFollow, ovs_preferences_follow, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  TOLD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ovs_preferences_follow_dispose (GObject *object)
{
  g_clear_object (&OVS_PREFERENCES_FOLLOW (object)->workspace);
  G_OBJECT_CLASS (ovs_preferences_follow_parent_class)->dispose (object);
}

static void
ovs_preferences_follow_class_init (OvsPreferencesFollowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_preferences_follow_dispose;
  signals[TOLD] = g_signal_new ("told", OVS_TYPE_PREFERENCES_FOLLOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ovs_preferences_follow_init (OvsPreferencesFollow *self)
{
}

/* --- what is set --- */

typedef struct
{
  OvsPreferencesFollow *self; /* (owned) */
  OvsFollowUpDays days;
} Days;

static void
days_free (Days *days)
{
  g_object_unref (days->self);
  g_free (days);
}

static Days *
days_new (OvsPreferencesFollow *self)
{
  Days *days = g_new0 (Days, 1);

  days->self = g_object_ref (self);
  days->days = self->days;
  return days;
}

static gboolean
write_days (OvsTx *tx, gpointer data, GError **error)
{
  return ovs_waiting_set_days (tx, &((Days *) data)->days, error) >= 0;
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Days *days = user_data;
  g_autoptr (GError) error = NULL;
  gboolean written = ovs_workspace_write_finish (OVS_WORKSPACE (source), result, &error);

  g_signal_emit (days->self, signals[TOLD], 0, written ? _ ("Saved in the dossier. Ctrl+Z takes it back.") : error->message);
  days_free (days);
}

static void
on_changed (OvsPreferencesFollow *self)
{
  OvsFollowUpDays days = { gtk_spin_button_get_value_as_int (self->word), gtk_spin_button_get_value_as_int (self->invite) };
  Days *writing;

  if (days.word == self->days.word && days.invite == self->days.invite)
    return;
  self->days = days;
  writing = days_new (self);
  ovs_workspace_write_async (self->workspace, write_days, writing, NULL, on_written, writing);
}

static gboolean
read_days (OvsTx *tx, gpointer data, GError **error)
{
  ((Days *) data)->days = ovs_waiting_days (tx);
  return TRUE;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Days *days = user_data;
  OvsPreferencesFollow *self = days->self;

  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, NULL) && self->workspace != NULL)
    {
      gboolean writable = !ovs_workspace_get_read_only (self->workspace);

      self->days = days->days;
      gtk_spin_button_set_value (self->invite, self->days.invite);
      gtk_spin_button_set_value (self->word, self->days.word);
      g_signal_connect_object (self->word, "value-changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->invite, "value-changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
      gtk_widget_set_sensitive (GTK_WIDGET (self->word), writable);
      gtk_widget_set_sensitive (GTK_WIDGET (self->invite), writable);
    }
  days_free (days);
}

static GtkSpinButton *
add_row (OvsPreferencesFollow *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (0, OVS_WAITING_MOST_DAYS, 1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (spin, FALSE);
  ovs_accessible_set_label (spin, title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return GTK_SPIN_BUTTON (spin);
}

GtkWidget *
ovs_preferences_follow_new (OvsWorkspace *workspace)
{
  OvsPreferencesFollow *self = g_object_new (OVS_TYPE_PREFERENCES_FOLLOW, "title", _ ("Who is not over yet"), "description",
                                             _ ("Days after the latest invitation; 0 is never. Loket reminds by itself besides; when is not known."), NULL);
  Days *days;

  self->workspace = g_object_ref (workspace);
  self->word = add_row (self, _ ("The client says a word after so many days"), _ ("By the text “Reminder by the client”"));
  self->invite = add_row (self, _ ("A new invitation after so many days"), _ ("So many on a day as the office can answer questions for"));
  days = days_new (self);
  ovs_dossier_read_async (ovs_workspace_get_dossier (workspace), read_days, days, NULL, on_read, days);
  return GTK_WIDGET (self);
}
