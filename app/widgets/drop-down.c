/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/drop-down.h"

#include "widgets/accessible.h"

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (label), text);
  if (gtk_widget_get_parent (label) != NULL)
    ovs_accessible_set_label (gtk_widget_get_parent (label), text);
}

static void
on_selected (GtkDropDown *drop_down, GParamSpec *spec, const char *label)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (drop_down);
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  g_autofree char *spoken = g_strdup_printf ("%s: %s", label, chosen != NULL ? gtk_string_object_get_string (chosen) : "–");

  ovs_accessible_set_label (button, spoken);
}

GtkListItemFactory *
ovs_drop_down_make_rows (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  return factory;
}

GtkWidget *
ovs_drop_down_new (GtkStringList *choices, const char *label)
{
  g_autoptr (GtkListItemFactory) factory = ovs_drop_down_make_rows ();
  GtkWidget *self = gtk_drop_down_new (choices != NULL ? G_LIST_MODEL (choices) : NULL, NULL);

  gtk_drop_down_set_factory (GTK_DROP_DOWN (self), factory);
  ovs_accessible_set_label (self, label);
  gtk_widget_set_tooltip_text (self, label);
  ovs_accessible_name_below (self, GTK_TYPE_LIST_VIEW, label);
  g_signal_connect_data (self, "notify::selected-item", G_CALLBACK (on_selected), g_strdup (label), (GClosureNotify) (GCallback) g_free, 0);
  on_selected (GTK_DROP_DOWN (self), NULL, label);
  return self;
}

static void
on_setup_short (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  on_setup (factory, item);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_list_item_get_child (item)), PANGO_ELLIPSIZE_END);
}

void
ovs_drop_down_shorten (GtkWidget *self)
{
  g_autoptr (GtkListItemFactory) whole = ovs_drop_down_make_rows ();
  g_autoptr (GtkListItemFactory) shortened = gtk_signal_list_item_factory_new ();

  g_signal_connect (shortened, "setup", G_CALLBACK (on_setup_short), NULL);
  g_signal_connect (shortened, "bind", G_CALLBACK (on_bind), NULL);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (self), whole);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (self), shortened);
}
