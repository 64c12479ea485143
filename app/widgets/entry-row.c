/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/entry-row.h"

#include "widgets/accessible.h"

GtkWidget *
ovs_entry_row_new (const char *title)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (row));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_object_set (text, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  ovs_accessible_set_label (text, title);
  return row;
}
