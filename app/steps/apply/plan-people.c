/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/apply/plan-people.h"

#include <glib/gi18n.h>

#include "steps/apply/plan-lists.h"
#include "steps/list-source.h"
#include "steps/show-person.h"

GtkWidget *
ovs_plan_people_new (OvsWorkspace *workspace, OvsTable **people)
{
  const OvsTableColumn columns[] = {
    { "name", _ ("Name"), 0, FALSE, TRUE, FALSE },
    { OVS_PLAN_COLUMN_CLIENT, _ ("Client"), 208, FALSE, TRUE, FALSE },
    { "number", _ ("Number"), 72, FALSE, FALSE, FALSE },
    { "email", _ ("Private e-mail"), 220, FALSE, FALSE, FALSE },
    { "why", _ ("Outcome"), 240, FALSE, FALSE, FALSE },
  };
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *table = ovs_table_new ("apply-people", _ ("Employees"), columns, G_N_ELEMENTS (columns), FALSE);
  g_autoptr (OvsTableSource) source = ovs_list_source_new (workspace, ovs_plan_people_query, ovs_plan_people_fetch);

  *people = OVS_TABLE (table);
  ovs_table_set_source (*people, source);
  ovs_show_person_from (*people);
  gtk_widget_set_vexpand (table, TRUE);
  gtk_box_append (GTK_BOX (card), table);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_set_overflow (card, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (card, "page-card");
  return card;
}
