/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/loading.h"

#include <glib/gi18n.h>

#include "widgets/accessible.h"

GtkWidget *
ovs_loading_new (void)
{
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_spinner_set_spinning (GTK_SPINNER (spinner), TRUE);
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (spinner, 32, 32);
  ovs_accessible_set_label (spinner, _ ("Loading"));
  return spinner;
}
