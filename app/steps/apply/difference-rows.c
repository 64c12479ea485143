/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/apply/difference-rows.h"

#include <glib/gi18n.h>

#include "widgets/sign.h"

static GtkWidget *
row_new (const char *title, const char *subtitle, OvsSign sign)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = gtk_image_new_from_icon_name (ovs_sign_get_icon (sign));

  gtk_widget_add_css_class (image, ovs_sign_get_class (sign));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  return row;
}

GtkWidget *
ovs_difference_row_new (const OvsDifference *difference)
{
  g_autofree char *title
      = g_strdup_printf (_ ("Client %s · employee %s"), difference->employer_number, difference->employee_number);
  g_autofree char *held
      = difference->held ? g_strdup_printf (_ ("%s. Not invited: look at it first."), ovs_difference_title (difference)) : NULL;

  return row_new (title, held != NULL ? held : ovs_difference_title (difference), difference->held ? OVS_SIGN_WARNING : OVS_SIGN_INFO);
}

void
ovs_difference_rows_foreach (const GPtrArray *differences, OvsDifferenceRowFunc add, gpointer data)
{
  guint number = differences != NULL ? differences->len : 0;

  for (guint i = 0; i < MIN (number, OVS_DIFFERENCE_ROWS); i++)
    add (ovs_difference_row_new (g_ptr_array_index (differences, i)), data);
  if (number > OVS_DIFFERENCE_ROWS)
    {
      g_autofree char *rest = g_strdup_printf (_ ("And %'u more"), number - OVS_DIFFERENCE_ROWS);

      add (row_new (rest, _ ("“overstap apply --dry-run” lists them all"), OVS_SIGN_INFO), data);
    }
}
