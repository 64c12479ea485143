/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/apply/reconcile-list.h"

#include <glib/gi18n.h>

#include "steps/number-row.h"
#include "widgets/accessible.h"

struct _OvsReconcileList
{
  AdwBin parent_instance;

  OvsNumberRow *rows[OVS_N_RECONCILED]; /* none for what is submitted: the sum says it */
  GtkLabel *sum;
  GtkWidget *apart;
};

G_DEFINE_FINAL_TYPE (OvsReconcileList, ovs_reconcile_list, ADW_TYPE_BIN)

enum
{
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ovs_reconcile_list_class_init (OvsReconcileListClass *klass)
{
  signals[OPEN] = g_signal_new ("open", OVS_TYPE_RECONCILE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

const char *
ovs_reconcile_list_title (OvsReconciled list)
{
  switch (list)
    {
    case OVS_RECONCILED_INVITED:
      return _ ("Invited");
    case OVS_RECONCILED_FALLOUT:
      return _ ("Fallout");
    case OVS_RECONCILED_UNKNOWN:
      return _ ("Unknown");
    case OVS_RECONCILED_NOT_SUBMITTED:
      return _ ("Invited by Loket, not submitted");
    case OVS_RECONCILED_LISTED:
      return _ ("On the fallout list, not submitted");
    case OVS_RECONCILED_STRANGERS:
      return _ ("On the fallout list, not in this dossier");
    case OVS_RECONCILED_SUBMITTED:
    case OVS_N_RECONCILED:
    default:
      return _ ("Submitted");
    }
}

static void
on_activated (AdwActionRow *row, OvsReconcileList *self)
{
  for (int list = 0; list < OVS_N_RECONCILED; list++)
    if ((gpointer) self->rows[list] == (gpointer) row)
      g_signal_emit (self, signals[OPEN], 0, list);
}

static GtkWidget *
make_group (OvsReconcileList *self, const char *name, OvsReconciled first, OvsReconciled last)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  ovs_accessible_set_label (list, name);
  for (int i = (int) first; i <= (int) last; i++)
    {
      GtkWidget *row = ovs_number_row_new (ovs_reconcile_list_title ((OvsReconciled) i));

      self->rows[i] = OVS_NUMBER_ROW (row);
      g_signal_connect (row, "activated", G_CALLBACK (on_activated), self);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  return list;
}

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static void
ovs_reconcile_list_init (OvsReconcileList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = make_heading (_ ("Only in Loket's files"));

  self->sum = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->sum, 0);
  gtk_label_set_wrap (self->sum, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->sum), "numeric");
  self->apart = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_margin_top (heading, 8);
  gtk_box_append (GTK_BOX (self->apart), heading);
  gtk_box_append (GTK_BOX (self->apart), make_group (self, _ ("Only in Loket's files"), OVS_RECONCILED_NOT_SUBMITTED, OVS_RECONCILED_STRANGERS));
  gtk_box_append (GTK_BOX (box), make_heading (_ ("What came of it")));
  gtk_box_append (GTK_BOX (box), make_group (self, _ ("What came of it"), OVS_RECONCILED_INVITED, OVS_RECONCILED_UNKNOWN));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sum));
  gtk_box_append (GTK_BOX (box), self->apart);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
ovs_reconcile_list_new (void)
{
  return g_object_new (OVS_TYPE_RECONCILE_LIST, NULL);
}

static void
show_row (OvsReconcileList *self, const gint64 *counts, OvsReconciled list, const char *subtitle, OvsSign sign)
{
  ovs_number_row_set (self->rows[list], counts[list], subtitle, counts[list] > 0 ? sign : OVS_SIGN_NONE);
}

void
ovs_reconcile_list_show (OvsReconcileList *self, const OvsRouteFigures *figures)
{
  const gint64 *counts = figures->reconciled;
  g_autofree char *sum = g_strdup_printf (_ ("%'d sent = %'d invited + %'d fallout + %'d unknown"), (int) counts[OVS_RECONCILED_SUBMITTED],
                                          (int) counts[OVS_RECONCILED_INVITED], (int) counts[OVS_RECONCILED_FALLOUT],
                                          (int) counts[OVS_RECONCILED_UNKNOWN]);

  show_row (self, counts, OVS_RECONCILED_INVITED, _ ("By a status that was read since"), OVS_SIGN_DONE);
  show_row (self, counts, OVS_RECONCILED_FALLOUT, _ ("On Loket's fallout list, with its reason"), OVS_SIGN_WARNING);
  show_row (self, counts, OVS_RECONCILED_UNKNOWN, _ ("In none of Loket's files yet"), OVS_SIGN_UNKNOWN);
  show_row (self, counts, OVS_RECONCILED_NOT_SUBMITTED, _ ("Loket took them along, or they had MijnLoket"), OVS_SIGN_WARNING);
  show_row (self, counts, OVS_RECONCILED_LISTED, _ ("You had left them out yourself"), OVS_SIGN_INFO);
  show_row (self, counts, OVS_RECONCILED_STRANGERS, _ ("Read in the employees, or ask Loket who they are"), OVS_SIGN_UNKNOWN);
  gtk_label_set_text (self->sum, sum);
  gtk_widget_set_visible (self->apart, counts[OVS_RECONCILED_NOT_SUBMITTED] + counts[OVS_RECONCILED_LISTED] + counts[OVS_RECONCILED_STRANGERS] > 0);
}
