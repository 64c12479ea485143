/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steps/day-row.h"

#include "base/text.h"
#include "csv/days.h"
#include "widgets/entry-row.h"

GtkWidget *
ovs_day_row_new (const char *title)
{
  GtkWidget *row = ovs_entry_row_new (title);

  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  return row;
}

static gboolean
parse (const char *text, OvsDay today, OvsDay *day)
{
  OvsDayParts parts;
  g_autofree char *whole = NULL;
  int year;

  if (ovs_day_text_parse (text, &parts) == OVS_DAY_TEXT_DAY)
    {
      *day = parts.day;
      return TRUE;
    }
  ovs_day_to_ymd (today, &year, NULL, NULL);
  whole = g_strdup_printf ("%s-%d", text, year);
  if (ovs_day_text_parse (whole, &parts) != OVS_DAY_TEXT_DAY)
    return FALSE;
  *day = parts.day;
  return TRUE;
}

gboolean
ovs_day_row_get (GtkWidget *row, OvsDay today, OvsDay *day)
{
  g_autofree char *text = ovs_text_clean (gtk_editable_get_text (GTK_EDITABLE (row)));
  gboolean good;

  *day = OVS_NO_DAY;
  good = *text == '\0' || parse (text, today, day);
  if (good)
    gtk_widget_remove_css_class (row, "error");
  else
    gtk_widget_add_css_class (row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID, good ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  return good;
}
