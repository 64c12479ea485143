/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/check/answer-bar.h"

#include <glib/gi18n.h>

struct _OvsAnswerBar
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *name;
  GtkWidget *contact;
  GtkWidget *entry;
  GtkWidget *suggestion;
  GtkWidget *in_loket;
  GtkWidget *reason;
  GtkWidget *accept;
  GtkWidget *accept_all;
};

G_DEFINE_FINAL_TYPE (OvsAnswerBar, ovs_answer_bar, GTK_TYPE_WIDGET)

enum
{
  MEND,
  ACCEPT,
  EXCLUDE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ovs_answer_bar_dispose (GObject *object)
{
  g_clear_pointer (&OVS_ANSWER_BAR (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ovs_answer_bar_parent_class)->dispose (object);
}

static void
ovs_answer_bar_class_init (OvsAnswerBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_answer_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[MEND] = g_signal_new ("mend", OVS_TYPE_ANSWER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[ACCEPT]
      = g_signal_new ("accept", OVS_TYPE_ANSWER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[EXCLUDE] = g_signal_new ("exclude", OVS_TYPE_ANSWER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
on_save (GtkWidget *widget, OvsAnswerBar *self)
{
  g_signal_emit (self, signals[MEND], 0, gtk_editable_get_text (GTK_EDITABLE (self->entry)), FALSE);
}

static void
on_in_loket (GtkButton *button, OvsAnswerBar *self)
{
  g_signal_emit (self, signals[MEND], 0, gtk_editable_get_text (GTK_EDITABLE (self->entry)), TRUE);
}

static void
on_suggestion (GtkButton *button, OvsAnswerBar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), gtk_button_get_label (button));
  gtk_widget_grab_focus (self->entry);
}

static const char *
reason_of (OvsAnswerBar *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->reason));
}

static void
on_accept (GtkButton *button, OvsAnswerBar *self)
{
  g_signal_emit (self, signals[ACCEPT], 0, reason_of (self), FALSE);
}

static void
on_accept_all (GtkButton *button, OvsAnswerBar *self)
{
  g_signal_emit (self, signals[ACCEPT], 0, reason_of (self), TRUE);
}

static void
on_exclude (GtkButton *button, OvsAnswerBar *self)
{
  g_signal_emit (self, signals[EXCLUDE], 0, reason_of (self));
}

static GtkWidget *
make_entry (const char *name)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), name);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return entry;
}

static GtkWidget *
make_button (const char *label, GCallback callback, OvsAnswerBar *self)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect (button, "clicked", callback, self);
  return button;
}

static void
ovs_answer_bar_init (OvsAnswerBar *self)
{
  GtkWidget *who = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *address = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *others = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *save = make_button (_ ("Save and next"), G_CALLBACK (on_save), self);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (self->box, "answer-bar");
  self->name = gtk_label_new (NULL);
  self->contact = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->name, "heading");
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->name, TRUE);
  gtk_label_set_selectable (GTK_LABEL (self->contact), TRUE);
  gtk_widget_add_css_class (self->contact, "soft");
  gtk_box_append (GTK_BOX (who), self->name);
  gtk_box_append (GTK_BOX (who), self->contact);

  self->entry = make_entry (_ ("Private e-mail address"));
  gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_EMAIL);
  g_signal_connect (self->entry, "activate", G_CALLBACK (on_save), self);
  gtk_widget_add_css_class (save, "suggested-action");
  self->suggestion = make_button ("", G_CALLBACK (on_suggestion), self);
  gtk_widget_set_tooltip_text (self->suggestion, _ ("Probably meant"));
  self->in_loket = make_button (_ ("Changed in Loket"), G_CALLBACK (on_in_loket), self);
  gtk_box_append (GTK_BOX (address), self->entry);
  gtk_box_append (GTK_BOX (address), self->suggestion);
  gtk_box_append (GTK_BOX (address), self->in_loket);
  gtk_box_append (GTK_BOX (address), save);

  self->reason = make_entry (_ ("Reason, for taking along or leaving out"));
  self->accept = make_button (_ ("Take along anyway"), G_CALLBACK (on_accept), self);
  self->accept_all = make_button (_ ("Take all of this kind along"), G_CALLBACK (on_accept_all), self);
  gtk_box_append (GTK_BOX (others), self->reason);
  gtk_box_append (GTK_BOX (others), self->accept);
  gtk_box_append (GTK_BOX (others), self->accept_all);
  gtk_box_append (GTK_BOX (others), make_button (_ ("Leave out"), G_CALLBACK (on_exclude), self));

  gtk_box_append (GTK_BOX (self->box), who);
  gtk_box_append (GTK_BOX (self->box), address);
  gtk_box_append (GTK_BOX (self->box), others);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ovs_answer_bar_new (void)
{
  return g_object_new (OVS_TYPE_ANSWER_BAR, NULL);
}

void
ovs_answer_bar_show (OvsAnswerBar *self, const char *name, const char *contact, const char *email, const char *suggestion)
{
  gtk_widget_set_visible (GTK_WIDGET (self), name != NULL);
  if (name == NULL)
    return;
  gtk_label_set_text (GTK_LABEL (self->name), name);
  gtk_label_set_text (GTK_LABEL (self->contact), contact != NULL ? contact : "");
  gtk_editable_set_text (GTK_EDITABLE (self->entry), email != NULL ? email : "");
  gtk_widget_set_visible (self->suggestion, suggestion != NULL);
  if (suggestion != NULL)
    gtk_button_set_label (GTK_BUTTON (self->suggestion), suggestion);
}

void
ovs_answer_bar_set_possible (OvsAnswerBar *self, gboolean acceptable, gboolean in_loket)
{
  gtk_widget_set_visible (self->accept, acceptable);
  gtk_widget_set_visible (self->accept_all, acceptable);
  gtk_widget_set_visible (self->in_loket, in_loket);
}
