/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** The menu of the start page, where no dossier is open. */
GtkWidget *ovs_menus_new_start_button    (void);

/** The main menu of a dossier. */
GtkWidget *ovs_menus_new_main_button     (void);

/** What only a practice Loket can do: its pages, time that passes, employees who activate, trouble on order. */
GtkWidget *ovs_menus_new_practice_button (void);

/** The firm's name as a menu of dossiers; show the name with ovs_menus_set_firm(). */
GtkWidget *ovs_menus_new_firm_button     (void);
void       ovs_menus_set_firm            (GtkWidget *button, const char *firm, gboolean compact);

/** Gives @button, that shows an icon only, a name: for a tooltip and for who does not see it. */
void       ovs_menus_name_button         (GtkWidget *button, const char *name);

G_END_DECLS
