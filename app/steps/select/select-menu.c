/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/select-menu.h"

#include <glib/gi18n.h>

#include "steps/select/addendum-dialog.h"
#include "steps/select/ask-rights.h"
#include "steps/select/select-files.h"
#include "steps/select/tickets-window.h"
#include "steps/waves-window.h"
#include "widgets/accessible.h"

static void
on_tickets (GSimpleAction *action, GVariant *parameter, gpointer page)
{
  ovs_tickets_window_show (page, ovs_step_page_get_workspace (page));
}

static void
on_addendum (GSimpleAction *action, GVariant *parameter, gpointer page)
{
  ovs_addendum_ask (page, ovs_step_page_get_workspace (page));
}

static void
on_rights (GSimpleAction *action, GVariant *parameter, gpointer page)
{
  ovs_ask_rights (page);
}

static void
on_rounds (GSimpleAction *action, GVariant *parameter, gpointer page)
{
  ovs_waves_window_show (page, ovs_step_page_get_workspace (page));
}

static void
on_overview (GSimpleAction *action, GVariant *parameter, gpointer page)
{
  ovs_select_return_overview (page, ovs_step_page_get_workspace (page));
}

static void
on_calls (GSimpleAction *action, GVariant *parameter, gpointer page)
{
  ovs_select_save_call_list (page, ovs_step_page_get_workspace (page));
}

static void
add_actions (OvsStepPage *page)
{
  const GActionEntry entries[] = {
    { .name = "tickets", .activate = on_tickets },
    { .name = "addendum", .activate = on_addendum },
    { .name = "rights", .activate = on_rights },
    { .name = "rounds", .activate = on_rounds },
    { .name = "overview", .activate = on_overview },
    { .name = "calls", .activate = on_calls },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), page);
  if (ovs_workspace_get_read_only (ovs_step_page_get_workspace (page)))
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (group), "addendum")), FALSE);
  gtk_widget_insert_action_group (GTK_WIDGET (page), "clients", G_ACTION_GROUP (group));
}

GtkWidget *
ovs_select_menu_new (OvsStepPage *page)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) files = g_menu_new ();
  g_autoptr (GMenu) loket = g_menu_new ();
  g_autoptr (GMenu) rounds = g_menu_new ();

  add_actions (page);
  g_menu_append (loket, _ ("Tickets at Loket…"), "clients.tickets");
  g_menu_append (loket, _ ("Addendum…"), "clients.addendum");
  g_menu_append (loket, _ ("Ask Loket for the rights"), "clients.rights");
  g_menu_append (files, _ ("Overview back to Loket…"), "clients.overview");
  g_menu_append (files, _ ("Save the call list…"), "clients.calls");
  g_menu_append (rounds, _ ("Rounds…"), "clients.rounds");
  g_menu_append (rounds, _ ("Choose the round of these clients…"), "select.round");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rounds));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (loket));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _ ("More about the clients"));
  ovs_accessible_name_menu (button, _ ("More about the clients"));
  return button;
}
