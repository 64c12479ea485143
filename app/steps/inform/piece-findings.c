/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/piece-findings.h"

#include <glib/gi18n.h>

#include "widgets/accessible.h"
#include "widgets/sign.h"

/* Some rows can be seen at once, and the text keeps its place. */
#define MOST_HEIGHT 170

struct _OvsPieceFindings
{
  AdwBin parent_instance;

  GtkWidget *sign;
  GtkWidget *summary;
  GtkWidget *list;
  GtkWidget *scrolled;

  GPtrArray *findings; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (OvsPieceFindings, ovs_piece_findings, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
make_sign (OvsSign sign)
{
  GtkWidget *image = gtk_image_new_from_icon_name (ovs_sign_get_icon (sign));

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_add_css_class (image, ovs_sign_get_class (sign));
  return image;
}

static GtkWidget *
make_row (const OvsLintFinding *finding, gboolean forbids)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *place = finding->line > 0 ? g_strdup_printf (_ ("Line %u: %s"), finding->line, finding->sentence) : g_strdup (finding->sentence);
  g_autofree char *spoken = g_strdup_printf ("%s. %s", forbids ? _ ("Has to be mended") : _ ("To look at"), place);
  GtkWidget *label = gtk_label_new (place);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), make_sign (forbids ? OVS_SIGN_STOPPER : OVS_SIGN_WARNING));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "finding-line");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), finding->line > 0);
  ovs_accessible_set_label (row, spoken);
  return row;
}

static void
show_summary (OvsPieceFindings *self, guint forbidding, guint others)
{
  OvsSign sign = forbidding > 0 ? OVS_SIGN_STOPPER : others > 0 ? OVS_SIGN_WARNING : OVS_SIGN_DONE;
  g_autofree char *wrong = g_strdup_printf (ngettext ("%u thing has to be mended before it goes out", "%u things have to be mended before it goes out",
                                                      forbidding),
                                            forbidding);
  g_autofree char *doubtful = g_strdup_printf (ngettext ("%u thing to look at", "%u things to look at", others), others);
  g_autofree char *both = g_strdup_printf ("%s · %s", wrong, doubtful);
  const char *text = _ ("This text can be used");

  if (forbidding > 0)
    text = others > 0 ? both : wrong;
  else if (others > 0)
    text = doubtful;
  gtk_image_set_from_icon_name (GTK_IMAGE (self->sign), ovs_sign_get_icon (sign));
  gtk_widget_set_css_classes (self->sign, (const char *[]){ ovs_sign_get_class (sign), NULL });
  gtk_label_set_text (GTK_LABEL (self->summary), text);
}

void
ovs_piece_findings_show (OvsPieceFindings *self, GPtrArray *findings, OvsDay round_day)
{
  guint forbidding = 0;
  GtkWidget *row;

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = g_ptr_array_ref (findings);
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < findings->len; i++)
    {
      const OvsLintFinding *finding = g_ptr_array_index (findings, i);
      gboolean forbids = ovs_lint_forbids (finding, round_day);

      forbidding += forbids;
      gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (finding, forbids));
    }
  gtk_widget_set_visible (self->scrolled, findings->len > 0);
  show_summary (self, forbidding, findings->len - forbidding);
}

static void
on_activated (GtkListBox *list, GtkListBoxRow *row, OvsPieceFindings *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, g_ptr_array_index (self->findings, (guint) gtk_list_box_row_get_index (row)));
}

static void
ovs_piece_findings_finalize (GObject *object)
{
  g_clear_pointer (&OVS_PIECE_FINDINGS (object)->findings, g_ptr_array_unref);
  G_OBJECT_CLASS (ovs_piece_findings_parent_class)->finalize (object);
}

static void
ovs_piece_findings_class_init (OvsPieceFindingsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ovs_piece_findings_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
ovs_piece_findings_init (OvsPieceFindings *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->sign = gtk_image_new ();
  self->summary = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->summary), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->summary), 0);
  gtk_widget_add_css_class (self->summary, "heading");
  gtk_box_append (GTK_BOX (head), self->sign);
  gtk_box_append (GTK_BOX (head), self->summary);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  ovs_accessible_set_label (self->list, _ ("What is wrong with the text"));
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_activated), self);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scrolled), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->list);
  gtk_widget_add_css_class (self->scrolled, "card");
  gtk_widget_set_overflow (self->scrolled, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_visible (self->scrolled, FALSE);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), self->scrolled);
  adw_bin_set_child (ADW_BIN (self), box);
}

OvsPieceFindings *
ovs_piece_findings_new (void)
{
  return g_object_new (OVS_TYPE_PIECE_FINDINGS, NULL);
}
