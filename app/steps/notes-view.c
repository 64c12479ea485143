/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/notes-view.h"

#include <glib/gi18n.h>

#include "steps/day-words.h"
#include "steps/note-dialog.h"
#include "widgets/accessible.h"

struct _OvsNotesView
{
  GtkWidget parent_instance;

  GtkWidget *add;
  GtkWidget *list;
  OvsWorkspace *workspace;   /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable): of the reading */
  OvsNotesOn on;
  gint64 whom;
  char *name;
  OvsDay today;
  guint n_open;
};

G_DEFINE_FINAL_TYPE (OvsNotesView, ovs_notes_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_N_OPEN,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

/* --- writing --------------------------------------------------------------------------------------------------- */

typedef struct
{
  OvsNotesView *view; /* (owned) */
  OvsNotesOn on;
  gint64 id;  /* of whom it is about, or of the note */
  char *text; /* (nullable) of a new one */
  OvsDay day;
  gboolean done;
} Work;

static Work *
work_new (OvsNotesView *self, gint64 id)
{
  Work *work = g_new0 (Work, 1);

  work->view = g_object_ref (self);
  work->on = self->on;
  work->id = id;
  return work;
}

static void
work_free (Work *work)
{
  g_object_unref (work->view);
  g_free (work->text);
  g_free (work);
}

static gboolean
write_note (OvsTx *tx, gpointer data, GError **error)
{
  const Work *work = data;

  return ovs_notes_add (tx, work->on, work->id, work->text, work->day, error) > 0;
}

static gboolean
tick_off (OvsTx *tx, gpointer data, GError **error)
{
  const Work *work = data;

  return ovs_notes_tick (tx, work->on, work->id, work->done, error);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Work *work = user_data;
  g_autoptr (GError) error = NULL;
  const char *told = work->text != NULL ? _ ("Note kept") : work->done ? _ ("Called back") : _ ("Still to be called back");

  if (ovs_workspace_write_finish (OVS_WORKSPACE (source), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (work->view), "win.tell", "(sb)", told, TRUE);
  else
    gtk_widget_activate_action (GTK_WIDGET (work->view), "win.tell-error", "s", error->message);
  work_free (work);
}

/* About whom was asked, whoever is shown by the time the answer comes. */
static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Work *work = user_data;

  work->text = ovs_note_dialog_finish (result, &work->day);
  if (work->text != NULL)
    ovs_workspace_write_async (work->view->workspace, write_note, work, NULL, on_done, work);
  else
    work_free (work);
}

static void
on_add (OvsNotesView *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  ovs_note_dialog_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->name, self->today, on_written, work_new (self, self->whom));
}

static void
on_tick (GtkCheckButton *check, OvsNotesView *self)
{
  const gint64 *note = g_object_get_data (G_OBJECT (check), "note");
  Work *work = work_new (self, *note);

  work->done = gtk_check_button_get_active (check);
  ovs_workspace_write_async (self->workspace, tick_off, work, NULL, on_done, work);
}

/* --- reading --------------------------------------------------------------------------------------------------- */

typedef struct
{
  gint64 id;
  char *text;
  char *actor;
  OvsDay call_back_on;
  OvsDay done_on;
  OvsDay written_on;
} Note;

typedef struct
{
  OvsNotesOn on;
  gint64 whom;
  OvsDay today;
  GPtrArray *notes; /* of Note */
} Reading;

static void
note_free (gpointer data)
{
  Note *note = data;

  g_free (note->text);
  g_free (note->actor);
  g_free (note);
}

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_ptr_array_unref (reading->notes);
  g_free (reading);
}

static void
take_note (const OvsNote *note, gpointer data)
{
  Note *copy = g_new0 (Note, 1);

  copy->id = note->id;
  copy->text = g_strdup (note->text);
  copy->actor = g_strdup (note->actor);
  copy->call_back_on = note->call_back_on;
  copy->done_on = note->done_on;
  copy->written_on = note->written_on;
  g_ptr_array_add (data, copy);
}

static gboolean
read_notes (OvsTx *tx, gpointer data, GError **error)
{
  Reading *reading = data;

  reading->today = ovs_tx_today (tx);
  ovs_notes_foreach (tx, reading->on, reading->whom, take_note, reading->notes);
  return TRUE;
}

/* --- showing --------------------------------------------------------------------------------------------------- */

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_call_back (OvsNotesView *self, const Note *note)
{
  gboolean done = note->done_on != OVS_NO_DAY;
  g_autofree char *day = ovs_day_words (note->done_on, self->today);
  g_autofree char *title = done ? g_strdup_printf (_ ("Called back on %s"), day) : ovs_day_words_call_back (note->call_back_on, self->today);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = make_label (title, done ? NULL : "heading");
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), done);
  gtk_widget_set_tooltip_text (check, done ? _ ("Still to be called back") : _ ("Was called back"));
  gtk_widget_set_sensitive (check, !ovs_workspace_get_read_only (self->workspace));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data_full (G_OBJECT (check), "note", g_memdup2 (&note->id, sizeof note->id), g_free);
  g_signal_connect (check, "toggled", G_CALLBACK (on_tick), self);
  gtk_box_append (GTK_BOX (line), check);
  gtk_box_append (GTK_BOX (line), label);
  return line;
}

static GtkWidget *
make_note (OvsNotesView *self, const Note *note)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *day = ovs_day_words (note->written_on, self->today);
  g_autofree char *who = *note->actor != '\0' ? g_strdup_printf ("%s · %s", note->actor, day) : g_strdup (day);
  GtkWidget *written = make_label (who, "caption");

  gtk_widget_add_css_class (written, "soft");
  if (note->call_back_on != OVS_NO_DAY)
    gtk_box_append (GTK_BOX (box), make_call_back (self, note));
  gtk_box_append (GTK_BOX (box), make_label (note->text, NULL));
  gtk_box_append (GTK_BOX (box), written);
  if (note->done_on != OVS_NO_DAY)
    gtk_widget_add_css_class (box, "soft");
  return box;
}

static void
set_n_open (OvsNotesView *self, guint n_open)
{
  if (self->n_open == n_open)
    return;
  self->n_open = n_open;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_OPEN]);
}

static void
empty (OvsNotesView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
}

static void
show_notes (OvsNotesView *self, const GPtrArray *notes)
{
  guint n_open = 0;
  GtkWidget *none;

  empty (self);
  for (guint i = 0; i < notes->len; i++)
    {
      const Note *note = g_ptr_array_index (notes, i);

      n_open += note->call_back_on != OVS_NO_DAY && note->done_on == OVS_NO_DAY;
      gtk_box_append (GTK_BOX (self->list), make_note (self, note));
    }
  set_n_open (self, n_open);
  if (notes->len > 0)
    return;
  none = make_label (_ ("No notes yet"), "caption");
  gtk_widget_add_css_class (none, "soft");
  gtk_box_append (GTK_BOX (self->list), none);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OvsNotesView *self = g_task_get_source_object (task);
  Reading *reading = g_task_get_task_data (task);

  g_task_return_boolean (task, ovs_dossier_read_finish (OVS_DOSSIER (source), result, NULL));
  if (!g_task_propagate_boolean (task, NULL) || reading->on != self->on || reading->whom != self->whom)
    return;
  self->today = reading->today;
  show_notes (self, reading->notes);
}

static void
look_again (OvsNotesView *self)
{
  Reading *reading;
  GTask *task;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->whom == 0)
    return;
  self->cancellable = g_cancellable_new ();
  reading = g_new0 (Reading, 1);
  reading->on = self->on;
  reading->whom = self->whom;
  reading->notes = g_ptr_array_new_with_free_func (note_free);
  task = g_task_new (self, self->cancellable, NULL, NULL);
  g_task_set_source_tag (task, look_again);
  g_task_set_task_data (task, reading, reading_free);
  ovs_dossier_read_async (ovs_workspace_get_dossier (self->workspace), read_notes, reading, self->cancellable, on_read, task);
}

/* --- the widget ------------------------------------------------------------------------------------------------ */

static void
ovs_notes_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_N_OPEN)
    g_value_set_uint (value, OVS_NOTES_VIEW (object)->n_open);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
ovs_notes_view_dispose (GObject *object)
{
  OvsNotesView *self = OVS_NOTES_VIEW (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (ovs_notes_view_parent_class)->dispose (object);
}

static void
ovs_notes_view_class_init (OvsNotesViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_notes_view_dispose;
  G_OBJECT_CLASS (klass)->get_property = ovs_notes_view_get_property;
  properties[PROP_N_OPEN] = g_param_spec_uint ("n-open", NULL, NULL, 0, G_MAXUINT, 0,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ovs_notes_view_init (OvsNotesView *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = make_label (_ ("Notes"), "heading");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 4);
  ovs_accessible_set_label (self, _ ("Notes"));
  self->add = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_tooltip_text (self->add, _ ("Add a note"));
  ovs_accessible_set_label (self->add, _ ("Add a note"));
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (on_add), self);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->add);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  gtk_widget_set_parent (head, GTK_WIDGET (self));
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

void
ovs_notes_view_set_workspace (OvsNotesView *self, OvsWorkspace *workspace)
{
  g_set_object (&self->workspace, workspace);
  gtk_widget_set_sensitive (self->add, !ovs_workspace_get_read_only (workspace));
  g_signal_connect_object (workspace, "changed", G_CALLBACK (look_again), self, G_CONNECT_SWAPPED);
}

void
ovs_notes_view_show (OvsNotesView *self, OvsNotesOn on, gint64 whom, const char *name)
{
  g_free (self->name);
  self->name = g_strdup (name);
  if (self->on == on && self->whom == whom)
    return;
  self->on = on;
  self->whom = whom;
  empty (self);
  set_n_open (self, 0);
  look_again (self);
}

guint
ovs_notes_view_get_n_open (OvsNotesView *self)
{
  return self->n_open;
}
