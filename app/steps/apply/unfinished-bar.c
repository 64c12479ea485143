/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/apply/unfinished-bar.h"

#include <glib/gi18n.h>

#include "base/clock.h"
#include "widgets/sign.h"

struct _OvsUnfinishedBar
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *caption;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (OvsUnfinishedBar, ovs_unfinished_bar, ADW_TYPE_BIN)

enum
{
  RESUME,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ovs_unfinished_bar_class_init (OvsUnfinishedBarClass *klass)
{
  signals[RESUME] = g_signal_new ("resume", OVS_TYPE_UNFINISHED_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
on_clicked (OvsUnfinishedBar *self)
{
  g_signal_emit (self, signals[RESUME], 0);
}

static GtkWidget *
make_sign (void)
{
  GtkWidget *sign = gtk_image_new_from_icon_name (ovs_sign_get_icon (OVS_SIGN_WARNING));

  gtk_image_set_pixel_size (GTK_IMAGE (sign), 24);
  gtk_widget_add_css_class (sign, ovs_sign_get_class (OVS_SIGN_WARNING));
  gtk_widget_set_valign (sign, GTK_ALIGN_CENTER);
  return sign;
}

static GtkLabel *
add_line (GtkWidget *box, const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
ovs_unfinished_bar_init (OvsUnfinishedBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->title = add_line (words, "heading");
  self->caption = add_line (words, "soft");
  self->button = gtk_button_new_with_label (_ ("Go on"));
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_clicked), self);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), make_sign ());
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "notice-bar");
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ovs_unfinished_bar_new (void)
{
  return g_object_new (OVS_TYPE_UNFINISHED_BAR, NULL);
}

/* What it left, the most pressing first. Returns: (transfer full). */
static char *
say_left (const OvsUnfinishedRun *left)
{
  if (left->waiting > 0)
    return g_strdup_printf (ngettext ("%'d invitation waits for an answer", "%'d invitations wait for an answer", (gulong) left->waiting),
                            (int) left->waiting);
  if (left->unsent > 0)
    return g_strdup_printf (ngettext ("%'d employee was not invited yet", "%'d employees were not invited yet", (gulong) left->unsent),
                            (int) left->unsent);
  if (left->unblocked > 0)
    return g_strdup_printf (ngettext ("Werknemerloket is still to be blocked for %'d employee", "Werknemerloket is still to be blocked for %'d employees",
                                      (gulong) left->unblocked),
                            (int) left->unblocked);
  return g_strdup_printf (ngettext ("it is not known whether Werknemerloket was given back to %'d employee",
                                    "it is not known whether Werknemerloket was given back to %'d employees", (gulong) left->reinstates),
                          (int) left->reinstates);
}

static char *
say_title (const OvsUnfinishedRun *unfinished)
{
  g_autofree char *moment = ovs_clock_to_dutch (unfinished->begun);
  g_autofree char *left = say_left (unfinished);

  switch (unfinished->ending)
    {
    case OVS_RUN_ENDING_STOPPED:
      /* Translators: a moment, and what the run left. */
      return g_strdup_printf (_ ("The run of %s was stopped: %s"), moment, left);
    case OVS_RUN_ENDING_FAILED:
      return g_strdup_printf (_ ("The run of %s was interrupted: %s"), moment, left);
    case OVS_RUN_ENDING_BROKEN_OFF:
    case OVS_RUN_ENDING_DONE:
    default:
      return g_strdup_printf (_ ("The run of %s was broken off: %s"), moment, left);
    }
}

/* What follows from going on. Returns: (transfer full). */
static char *
say_resume (const OvsUnfinishedRun *left)
{
  if (left->unsent > 0 && left->waiting > 0)
    return g_strdup_printf (ngettext ("Overstap looks up in Loket what became of it, and invites the %'d employee who was agreed to and not sent yet. Nobody else.",
                                      "Overstap looks up in Loket what became of it, and invites the %'d employees who were agreed to and not sent yet. Nobody else.",
                                      (gulong) left->unsent),
                            (int) left->unsent);
  if (left->unsent > 0)
    return g_strdup (_ ("Overstap invites exactly whom was agreed to: the same employees, and nobody else."));
  return g_strdup (_ ("Overstap looks up in Loket what became of it. Nobody is invited who was not invited by that run."));
}

void
ovs_unfinished_bar_show (OvsUnfinishedBar *self, const OvsUnfinishedRun *unfinished, gboolean possible)
{
  g_autofree char *title = NULL;
  g_autofree char *caption = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), unfinished != NULL);
  if (unfinished == NULL)
    return;
  title = say_title (unfinished);
  caption = say_resume (unfinished);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->caption, caption);
  gtk_widget_set_sensitive (self->button, possible);
}

char *
ovs_unfinished_bar_line (const OvsUnfinishedRun *unfinished)
{
  if (unfinished->waiting > 0)
    return g_strdup_printf (ngettext ("broken off: %'d waits", "broken off: %'d wait", (gulong) unfinished->waiting), (int) unfinished->waiting);
  return g_strdup_printf (_ ("broken off: %'d still to do"), (int) (unfinished->unsent + unfinished->unblocked + unfinished->reinstates));
}
