/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/accessible.h"

void
ovs_accessible_init (void)
{
  g_autoptr (GTypeClass) image = g_type_class_ref (GTK_TYPE_IMAGE);

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (image), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

void
ovs_accessible_set_label (gpointer widget, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
