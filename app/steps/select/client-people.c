/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/client-people.h"

#include <glib/gi18n.h>

#include "widgets/sign.h"

static GtkWidget *
make_sign (OvsSign sign)
{
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", ovs_sign_get_icon (sign), "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  if (ovs_sign_get_class (sign) != NULL)
    gtk_widget_add_css_class (image, ovs_sign_get_class (sign));
  return image;
}

static void
add_line (GtkBox *box, const char *title, OvsSign sign, gint64 number, gboolean heading)
{
  GtkWidget *line = g_object_new (GTK_TYPE_BOX, "spacing", 8, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *label = gtk_label_new (title);
  g_autofree char *text = g_strdup_printf ("%'" G_GINT64_FORMAT, number);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", title, text);
  GtkWidget *count = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, heading ? "heading" : "soft");
  gtk_label_set_xalign (GTK_LABEL (count), 1);
  gtk_label_set_width_chars (GTK_LABEL (count), 3);
  gtk_widget_add_css_class (count, "heading");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (line), label);
  if (sign != OVS_SIGN_NONE)
    gtk_box_append (GTK_BOX (line), make_sign (sign));
  gtk_box_append (GTK_BOX (line), count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_box_append (box, line);
}

void
ovs_client_people_fill (GtkBox *box, const OvsClientFacts *facts)
{
  const struct
  {
    const char *title;
    OvsSign sign;
    gint64 number;
  } lines[] = {
    { _ ("Can go over"), OVS_SIGN_DONE, facts->ready },
    { _ ("To decide"), OVS_SIGN_WARNING, facts->decide },
    { _ ("Stopper"), OVS_SIGN_STOPPER, facts->stoppers },
    { facts->selected ? _ ("Does not go along") : _ ("Client not chosen"), OVS_SIGN_NONE, facts->left_out },
    { _ ("Has an invitation or is over"), OVS_SIGN_NONE, facts->done },
  };
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  add_line (box, _ ("Employees"), OVS_SIGN_NONE, facts->employees, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i].number > 0)
      add_line (box, lines[i].title, lines[i].sign, lines[i].number, FALSE);
}
