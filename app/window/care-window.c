/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/care-window.h"

#include <glib/gi18n.h>

#include "widgets/accessible.h"
#include "window/care-backups.h"
#include "window/care-purge.h"
#include "window/care-trail.h"

void
ovs_care_window_tell (GtkWidget *page, const char *text)
{
  GtkRoot *window = gtk_widget_get_root (page);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  if (window != NULL)
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (window), adw_toast_new (escaped));
}

static void
add_page (GtkWidget *window, GtkWidget *page, const char *name, const char *title, const char *icon)
{
  adw_preferences_page_set_name (ADW_PREFERENCES_PAGE (page), name);
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (page), title);
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (page), icon);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));
}

void
ovs_care_window_show (GtkWidget *teller, OvsWorkspace *workspace, const char *page)
{
  GtkWidget *window = g_object_new (ADW_TYPE_PREFERENCES_WINDOW, "title", _ ("Care of the dossier"), "modal", TRUE, "destroy-with-parent", TRUE,
                                    "transient-for", gtk_widget_get_root (teller), "search-enabled", FALSE, "default-width", 680, "default-height", 600, NULL);

  add_page (window, ovs_care_backups_new (teller, workspace), OVS_CARE_PAGE_BACKUPS, _ ("Backups"), "drive-harddisk-symbolic");
  add_page (window, ovs_care_trail_new (teller, workspace), OVS_CARE_PAGE_TRAIL, _ ("Audit trail"), "view-list-symbolic");
  add_page (window, ovs_care_purge_new (teller, workspace), OVS_CARE_PAGE_PURGE, _ ("Remove personal data"), "user-trash-symbolic");
  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (window), page);
  ovs_accessible_name_parts (window, _ ("Care of the dossier"));
  gtk_window_present (GTK_WINDOW (window));
}
