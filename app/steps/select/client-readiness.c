/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/client-readiness.h"

#include <glib/gi18n.h>

#include "widgets/accessible.h"
#include "widgets/sign.h"

static OvsSign
sign_of (const OvsReadinessPoint *point)
{
  switch (ovs_hindrance_get (point->hindrance)->kind)
    {
    case OVS_HINDRANCE_KIND_STOPS:
      return OVS_SIGN_STOPPER;
    case OVS_HINDRANCE_KIND_DECIDE:
    case OVS_HINDRANCE_KIND_WARNING:
      return OVS_SIGN_WARNING;
    case OVS_HINDRANCE_KIND_UNKNOWN:
      return OVS_SIGN_UNKNOWN;
    default:
      return OVS_SIGN_INFO;
    }
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_sign (OvsSign sign)
{
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", ovs_sign_get_icon (sign), "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "valign", GTK_ALIGN_START, "margin-top", 2, NULL);

  gtk_widget_add_css_class (image, ovs_sign_get_class (sign));
  return image;
}

/* What is to be done about it from here; NULL where that is elsewhere. */
static GtkWidget *
make_button (const OvsReadinessPoint *point)
{
  const struct
  {
    OvsHindrance hindrance;
    const char *label;
    const char *action;
    const char *target; /* (nullable) */
  } ways[] = {
    { OVS_HINDRANCE_ADDENDUM_NOT_SIGNED, _ ("Answer…"), "clients.addendum", NULL },
    { OVS_HINDRANCE_ADDENDUM_UNKNOWN, _ ("Answer…"), "clients.addendum", NULL },
    { OVS_HINDRANCE_RIGHTS_UNKNOWN, _ ("Has the rights"), "client.rights", "yes" },
    { OVS_HINDRANCE_NO_RIGHTS, _ ("Has them after all"), "client.rights", "yes" },
    { OVS_HINDRANCE_RIGHT_LACKS, _ ("Ask again"), "clients.rights", NULL },
    { OVS_HINDRANCE_MIJNLOKET_NOT_SHOWN, _ ("Ask again"), "clients.rights", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    if (ways[i].hindrance == point->hindrance)
      {
        GtkWidget *button = gtk_button_new_with_label (ways[i].label);

        if (ways[i].target != NULL)
          gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", ways[i].target);
        gtk_actionable_set_action_name (GTK_ACTIONABLE (button), ways[i].action);
        gtk_widget_set_halign (button, GTK_ALIGN_START);
        gtk_widget_set_margin_top (button, 2);
        return button;
      }
  return NULL;
}

static GtkWidget *
make_point (const OvsReadinessPoint *point)
{
  GtkWidget *line = g_object_new (GTK_TYPE_BOX, "spacing", 8, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *button = make_button (point);
  g_autofree char *title = ovs_readiness_title (point);
  g_autofree char *why = ovs_readiness_why (point);
  gboolean heavy = ovs_hindrance_get (point->hindrance)->kind < OVS_HINDRANCE_KIND_UNKNOWN;
  GtkWidget *heading = make_label (title, heavy ? "heading" : "plain");
  GtkWidget *remedy = make_label (ovs_readiness_remedy (point), "caption");

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), heading);
  /* What nobody knows yet, or only wants to be known, says in one line what to do about it. */
  if (heavy)
    gtk_box_append (GTK_BOX (words), make_label (why, "caption"));
  else
    gtk_widget_set_tooltip_text (line, why);
  gtk_widget_add_css_class (remedy, "soft");
  gtk_box_append (GTK_BOX (words), remedy);
  if (button != NULL)
    gtk_box_append (GTK_BOX (words), button);
  gtk_box_append (GTK_BOX (line), make_sign (sign_of (point)));
  gtk_box_append (GTK_BOX (line), words);
  ovs_accessible_set_label (line, title);
  return line;
}

void
ovs_client_readiness_fill (GtkBox *box, const OvsClientFacts *facts)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  gtk_widget_set_visible (GTK_WIDGET (box), facts->readiness.n_points > 0);
  gtk_box_append (box, make_label (_ ("Stands in the way"), "heading"));
  for (guint i = 0; i < facts->readiness.n_points; i++)
    gtk_box_append (box, make_point (&facts->readiness.points[i]));
}
