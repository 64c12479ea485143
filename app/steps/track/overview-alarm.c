/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/overview-alarm.h"

#include <glib/gi18n.h>

#include "widgets/accessible.h"
#include "widgets/sign.h"

struct _OvsOverviewAlarm
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *who;
  GtkWidget *solve;
};

G_DEFINE_FINAL_TYPE (OvsOverviewAlarm, ovs_overview_alarm, GTK_TYPE_BOX)

static void
ovs_overview_alarm_class_init (OvsOverviewAlarmClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkLabel *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
ovs_overview_alarm_init (OvsOverviewAlarm *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *sign = gtk_image_new_from_icon_name (ovs_sign_get_icon (OVS_SIGN_WARNING));

  gtk_widget_add_css_class (sign, ovs_sign_get_class (OVS_SIGN_STOPPER));
  self->title = add_label (texts, "heading");
  self->who = add_label (texts, NULL);
  gtk_widget_set_hexpand (texts, TRUE);
  self->solve = gtk_button_new_with_label ("");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->solve), "win.show-stranded");
  gtk_widget_set_valign (self->solve, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->solve, "suggested-action");
  gtk_box_append (GTK_BOX (self), sign);
  gtk_box_append (GTK_BOX (self), texts);
  gtk_box_append (GTK_BOX (self), self->solve);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "alarm-card");
  ovs_accessible_set_label (self, _ ("Without access"));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ovs_overview_alarm_new (void)
{
  return g_object_new (OVS_TYPE_OVERVIEW_ALARM, "spacing", 14, NULL);
}

static char *
say_person (const GPtrArray *people, guint i)
{
  const OvsOverviewPerson *person = g_ptr_array_index (people, i);

  return person->client != NULL ? g_strdup_printf ("%s (%s)", person->name, person->client) : g_strdup (person->name);
}

static char *
say_who (gint64 number, const GPtrArray *people)
{
  g_autofree char *first = people->len > 0 ? say_person (people, 0) : NULL;
  g_autofree char *second = people->len > 1 ? say_person (people, 1) : NULL;
  int others = (int) (number - people->len);

  if (first == NULL)
    return g_strdup (_ ("They cannot see their payslips."));
  if (second == NULL && others <= 0)
    return g_strdup_printf (_ ("%s cannot see any payslip."), first);
  if (second == NULL)
    return g_strdup_printf (ngettext ("%s and %'d other cannot see their payslips.", "%s and %'d others cannot see their payslips.", (gulong) others), first, others);
  if (others <= 0)
    return g_strdup_printf (_ ("%s and %s cannot see their payslips."), first, second);
  return g_strdup_printf (ngettext ("%s, %s and %'d other cannot see their payslips.", "%s, %s and %'d others cannot see their payslips.", (gulong) others), first,
                          second, others);
}

void
ovs_overview_alarm_show (OvsOverviewAlarm *self, gint64 number, const GPtrArray *people)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%'d employee is without access", "%'d employees are without access", (gulong) number), (int) number);
  g_autofree char *who = say_who (number, people);
  g_autofree char *verb = g_strdup_printf (ngettext ("Solve this one", "Solve these %'d", (gulong) number), (int) number);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->who, who);
  gtk_button_set_label (GTK_BUTTON (self->solve), verb);
  gtk_widget_set_visible (GTK_WIDGET (self), number > 0);
}
