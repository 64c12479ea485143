/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/selection-bar.h"

#include <glib/gi18n.h>

#include "steps/track/follow-deeds.h"
#include "widgets/accessible.h"

struct _OvsSelectionBar
{
  GtkWidget parent_instance;

  GtkLabel *count;
  GtkWidget *invite;
  GtkWidget *no_access;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (OvsSelectionBar, ovs_selection_bar, GTK_TYPE_WIDGET)

enum
{
  DEED,
  CLEAR,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ovs_selection_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ovs_selection_bar_parent_class)->dispose (object);
}

static void
do_deed (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[DEED], 0, g_variant_get_int32 (parameter));
}

/* Not as the action of the button: that would make it sensitive again. */
static void
on_clicked (GtkWidget *button, gpointer deed)
{
  gtk_widget_activate_action (button, "ticked.deed", "i", GPOINTER_TO_INT (deed));
}

static void
on_clear (OvsSelectionBar *self)
{
  g_signal_emit (self, signals[CLEAR], 0);
}

static void
ovs_selection_bar_class_init (OvsSelectionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ovs_selection_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "ticked.deed", "i", do_deed);
  signals[DEED] = g_signal_new ("deed", OVS_TYPE_SELECTION_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[CLEAR] = g_signal_new ("clear", OVS_TYPE_SELECTION_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
add_button (OvsSelectionBar *self, const char *label, OvsFollowDeed deed)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), GINT_TO_POINTER (deed));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

static void
add_more (OvsSelectionBar *self)
{
  g_autoptr (GMenuModel) menu
      = ovs_follow_deeds_menu ("ticked.deed", NULL, OVS_NO_DAY, (1u << OVS_FOLLOW_INVITE) | (1u << OVS_FOLLOW_NO_ACCESS));

  self->more = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->more), "view-more-symbolic");
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (self->more), GTK_ARROW_UP);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->more), menu);
  gtk_widget_set_valign (self->more, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->more, _ ("More for the ticked ones"));
  ovs_accessible_name_menu (self->more, _ ("More for the ticked ones"));
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
}

static void
ovs_selection_bar_init (OvsSelectionBar *self)
{
  GtkWidget *clear = gtk_button_new_with_label (_ ("Tick nobody"));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 10);
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->count, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->count), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "heading");
  gtk_widget_set_parent (GTK_WIDGET (self->count), GTK_WIDGET (self));
  gtk_widget_add_css_class (clear, "flat");
  gtk_widget_set_valign (clear, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (clear, "clicked", G_CALLBACK (on_clear), self);
  gtk_widget_set_parent (clear, GTK_WIDGET (self));
  self->no_access = add_button (self, _ ("No access needed…"), OVS_FOLLOW_NO_ACCESS);
  self->invite = add_button (self, _ ("Invite again"), OVS_FOLLOW_INVITE);
  add_more (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "answer-bar");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ovs_selection_bar_new (void)
{
  return g_object_new (OVS_TYPE_SELECTION_BAR, NULL);
}

void
ovs_selection_bar_set (OvsSelectionBar *self, guint count, gboolean can_send, gboolean writable)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%'u ticked", "%'u ticked", count), count);

  gtk_label_set_text (self->count, text);
  ovs_accessible_set_label (self, text);
  gtk_widget_set_visible (GTK_WIDGET (self), count > 0);
  gtk_widget_set_visible (self->invite, can_send);
  gtk_widget_set_sensitive (self->no_access, writable);
  gtk_widget_set_sensitive (self->more, writable);
}
