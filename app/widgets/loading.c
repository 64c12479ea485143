/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/loading.h"

#include <glib/gi18n.h>

GtkWidget *
ovs_loading_new (void)
{
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_spinner_set_spinning (GTK_SPINNER (spinner), TRUE);
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spinner), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Loading"), -1);
  return spinner;
}
