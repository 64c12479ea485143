/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/piece-bar.h"

#include <glib/gi18n.h>

#include "widgets/accessible.h"

static GtkWidget *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  GMenu *texts = g_menu_new ();
  GMenu *files = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (texts, _ ("Put back the text of Overstap"), "editor.restore");
  g_menu_append (texts, _ ("Put back your previous text"), "editor.previous");
  g_menu_append (files, _ ("Use a file from the toolkit…"), "editor.use-file");
  g_menu_append (files, _ ("Use the text, not the file"), "editor.drop-file");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (texts));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _ ("More for this text"));
  ovs_accessible_name_menu (button, _ ("More for this text"));
  g_object_unref (texts);
  g_object_unref (files);
  g_object_unref (menu);
  return button;
}

GtkWidget *
ovs_piece_bar_new (const char *title, GtkWidget **window_title, GtkWidget **preview)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *save_button = gtk_button_new_with_label (_ ("Save"));

  *window_title = adw_window_title_new (title, "");
  *preview = gtk_toggle_button_new_with_label (_ ("Preview"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (*preview), TRUE);
  gtk_widget_add_css_class (save_button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (save_button), "editor.save");
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), *window_title);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), save_button);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), make_menu ());
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), *preview);
  return bar;
}
