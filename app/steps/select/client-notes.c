/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/client-notes.h"

#include <glib/gi18n.h>

#include "steps/select/client-note-dialog.h"
#include "steps/select/client-words.h"
#include "steps/select/client-work.h"

struct _OvsClientNotes
{
  GtkWidget parent_instance;

  GtkWidget *add;
  GtkWidget *list;
  OvsWorkspace *workspace; /* (owned) */
  gint64 client;
  char *name;
  OvsDay today;
};

G_DEFINE_FINAL_TYPE (OvsClientNotes, ovs_client_notes, GTK_TYPE_WIDGET)

typedef struct
{
  OvsClientNotes *notes; /* (owned) */
  gint64 client;
} Asking;

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Asking *asking = user_data;
  OvsDay call_back_on;
  g_autofree char *text = ovs_client_note_dialog_finish (result, &call_back_on);

  if (text != NULL)
    ovs_client_work_note (GTK_WIDGET (asking->notes), asking->notes->workspace, asking->client, text, call_back_on);
  g_object_unref (asking->notes);
  g_free (asking);
}

static void
on_add (OvsClientNotes *self)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->notes = g_object_ref (self);
  asking->client = self->client;
  ovs_client_note_dialog_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->name, self->today, on_written, asking);
}

static void
on_tick (GtkCheckButton *check, OvsClientNotes *self)
{
  const gint64 *note = g_object_get_data (G_OBJECT (check), "note");

  ovs_client_work_called (GTK_WIDGET (self), self->workspace, *note, gtk_check_button_get_active (check));
}

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
make_call_back (OvsClientNotes *self, const OvsClientNote *note)
{
  gboolean done = note->done_on != OVS_NO_DAY;
  g_autofree char *day = ovs_client_words_day (note->done_on, self->today);
  g_autofree char *title = done ? g_strdup_printf (_ ("Called back on %s"), day) : ovs_client_words_call_back (note->call_back_on, self->today);
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
make_note (OvsClientNotes *self, const OvsClientNote *note)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *day = ovs_client_words_day (note->written_on, self->today);
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
ovs_client_notes_dispose (GObject *object)
{
  OvsClientNotes *self = OVS_CLIENT_NOTES (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (ovs_client_notes_parent_class)->dispose (object);
}

static void
ovs_client_notes_class_init (OvsClientNotesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_client_notes_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ovs_client_notes_init (OvsClientNotes *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = make_label (_ ("Notes"), "heading");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 4);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Notes"), -1);
  self->add = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_tooltip_text (self->add, _ ("Add a note"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Add a note"), -1);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (on_add), self);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->add);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  gtk_widget_set_parent (head, GTK_WIDGET (self));
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

void
ovs_client_notes_set_workspace (OvsClientNotes *self, OvsWorkspace *workspace)
{
  g_set_object (&self->workspace, workspace);
  gtk_widget_set_sensitive (self->add, !ovs_workspace_get_read_only (workspace));
}

void
ovs_client_notes_show (OvsClientNotes *self, const OvsClientFacts *facts)
{
  GtkWidget *child;

  self->client = facts->id;
  self->today = facts->today;
  g_free (self->name);
  self->name = g_strdup (facts->name != NULL ? facts->name : facts->number);
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint i = 0; i < facts->notes->len; i++)
    gtk_box_append (GTK_BOX (self->list), make_note (self, g_ptr_array_index (facts->notes, i)));
  if (facts->notes->len > 0)
    return;
  child = make_label (_ ("No notes yet"), "caption");
  gtk_widget_add_css_class (child, "soft");
  gtk_box_append (GTK_BOX (self->list), child);
}
