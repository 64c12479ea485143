/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/menus.h"

#include <glib/gi18n.h>

#include "widgets/accessible.h"

void
ovs_menus_name_button (GtkWidget *button, const char *name)
{
  gtk_widget_set_tooltip_text (button, name);
  if (GTK_IS_MENU_BUTTON (button))
    ovs_accessible_name_menu (button, name);
  else
    ovs_accessible_set_label (button, name);
}

static void
add_section (GMenu *menu, GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

static GMenu *
dossiers_section (void)
{
  GMenu *section = g_menu_new ();

  g_menu_append (section, _ ("New dossier…"), "win.new");
  g_menu_append (section, _ ("Open another dossier…"), "win.open");
  return section;
}

static GMenu *
program_section (void)
{
  GMenu *section = g_menu_new ();

  g_menu_append (section, _ ("Preferences"), "win.preferences");
  g_menu_append (section, _ ("Keyboard shortcuts"), "win.show-shortcuts");
  g_menu_append (section, _ ("About Overstap"), "app.about");
  return section;
}

static GtkWidget *
make_button (const char *icon, const char *name, GMenu *menu)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), icon);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  ovs_menus_name_button (button, name);
  g_object_unref (menu);
  return button;
}

static GtkWidget *
make_main_button (GMenu *menu)
{
  GtkWidget *button = make_button ("open-menu-symbolic", _ ("Menu"), menu);

  gtk_menu_button_set_primary (GTK_MENU_BUTTON (button), TRUE);
  return button;
}

GtkWidget *
ovs_menus_new_start_button (void)
{
  GMenu *menu = g_menu_new ();

  add_section (menu, dossiers_section ());
  add_section (menu, program_section ());
  return make_main_button (menu);
}

static GMenu *
care_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("Backups…"), "win.show-care::backups");
  g_menu_append (menu, _ ("Audit trail…"), "win.show-care::trail");
  g_menu_append (menu, _ ("Remove personal data…"), "win.show-care::purge");
  return menu;
}

GtkWidget *
ovs_menus_new_main_button (void)
{
  GMenu *menu = g_menu_new ();
  GMenu *work = g_menu_new ();
  GMenu *care = care_menu ();

  g_menu_append (work, _ ("Take the last step back"), "win.undo");
  g_menu_append (work, _ ("Read back from Loket"), "win.refresh");
  g_menu_append (work, _ ("Send the client mail…"), "win.send-piece::client");
  g_menu_append (work, _ ("Outbox"), "win.outbox");
  g_menu_append (work, _ ("Texts of letters…"), "win.show-texts");
  g_menu_append_submenu (work, _ ("Advanced"), G_MENU_MODEL (care));
  g_object_unref (care);
  add_section (menu, dossiers_section ());
  add_section (menu, work);
  add_section (menu, program_section ());
  return make_main_button (menu);
}

GtkWidget *
ovs_menus_new_practice_button (void)
{
  GMenu *menu = g_menu_new ();
  GMenu *look = g_menu_new ();
  GMenu *time = g_menu_new ();
  GMenu *trouble = g_menu_new ();

  g_menu_append (look, _ ("Open the practice Loket"), "win.show-practice::/");
  g_menu_append (look, _ ("Open the mail box"), "win.show-practice::/mail");
  g_menu_append (look, _ ("Questions of employees…"), "win.show-questions");
  g_menu_append (time, _ ("Move time forward…"), "win.advance-clock");
  g_menu_append (time, _ ("Let employees activate…"), "win.activate-employees");
  g_menu_append (time, _ ("As in real life…"), "win.real-life");
  g_menu_append (trouble, _ ("Practise trouble…"), "win.order-trouble");
  add_section (menu, look);
  add_section (menu, time);
  add_section (menu, trouble);
  return make_button ("applications-science-symbolic", _ ("Practise"), menu);
}

GtkWidget *
ovs_menus_new_firm_button (void)
{
  GMenu *menu = dossiers_section ();
  GMenu *own = g_menu_new ();
  GtkWidget *button;

  g_menu_append (own, _ ("Name and mail domain…"), "win.preferences");
  add_section (menu, own);
  button = gtk_menu_button_new ();
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "firm");
  g_object_unref (menu);
  return button;
}

void
ovs_menus_set_firm (GtkWidget *button, const char *firm, gboolean compact)
{
  GtkWidget *label = gtk_label_new (firm);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", compact ? "text-x-generic-symbolic" : "pan-down-symbolic", "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (!compact)
    gtk_box_append (GTK_BOX (content), g_object_ref_sink (label));
  else
    g_object_ref_sink (label);
  g_object_unref (label);
  gtk_box_append (GTK_BOX (content), arrow);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), content);
  ovs_menus_name_button (button, firm);
}
