/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stack.h"

static void
present (GtkStack *stack)
{
  GtkWidget *shown = gtk_stack_get_visible_child (stack);

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (stack)); page != NULL; page = gtk_widget_get_next_sibling (page))
    gtk_accessible_update_state (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_STATE_HIDDEN, page != shown, -1);
}

void
ovs_stack_present_shown_only (GtkStack *stack)
{
  g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (stack);

  g_signal_connect (stack, "notify::visible-child", G_CALLBACK (present), NULL);
  /* For pages that are added later. */
  g_signal_connect_object (pages, "items-changed", G_CALLBACK (present), stack, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (stack), "presented-pages", g_steal_pointer (&pages), g_object_unref);
  present (stack);
}
