/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/apply/rounds-ahead.h"

#include <glib/gi18n.h>

#include "steps/wave-words.h"
#include "widgets/accessible.h"

struct _OvsRoundsAhead
{
  AdwBin parent_instance;

  OvsWorkspace *workspace; /* (owned) */
  AdwStatusPage *page;
  GtkWidget *show;
  gint64 first;            /* id of the round, 0 for none */
};

G_DEFINE_FINAL_TYPE (OvsRoundsAhead, ovs_rounds_ahead, ADW_TYPE_BIN)

static void
ovs_rounds_ahead_dispose (GObject *object)
{
  g_clear_object (&OVS_ROUNDS_AHEAD (object)->workspace);
  G_OBJECT_CLASS (ovs_rounds_ahead_parent_class)->dispose (object);
}

static void
ovs_rounds_ahead_class_init (OvsRoundsAheadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_rounds_ahead_dispose;
}

static void
on_show (OvsRoundsAhead *self)
{
  ovs_workspace_set_wave (self->workspace, self->first);
}

static void
ovs_rounds_ahead_init (OvsRoundsAhead *self)
{
  self->page = ADW_STATUS_PAGE (adw_status_page_new ());
  self->show = gtk_button_new ();
  gtk_widget_add_css_class (GTK_WIDGET (self->page), "compact");
  gtk_widget_add_css_class (self->show, "pill");
  gtk_widget_set_halign (self->show, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->show, "clicked", G_CALLBACK (on_show), self);
  adw_status_page_set_icon_name (self->page, "x-office-calendar-symbolic");
  adw_status_page_set_title (self->page, _ ("Nothing is due yet"));
  adw_status_page_set_child (self->page, self->show);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->page));
}

GtkWidget *
ovs_rounds_ahead_new (OvsWorkspace *workspace)
{
  OvsRoundsAhead *self = g_object_new (OVS_TYPE_ROUNDS_AHEAD, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

/* The first day counts; rounds without a day come after those with one. */
static gboolean
comes_before (const OvsFiguresWave *wave, const OvsFiguresWave *other)
{
  if (other == NULL || wave->date == OVS_NO_DAY)
    return other == NULL;
  return other->date == OVS_NO_DAY || wave->date < other->date;
}

static const OvsFiguresWave *
find_first (const OvsFigures *figures)
{
  const OvsFiguresWave *first = NULL;

  for (guint i = 0; i < figures->waves->len; i++)
    {
      const OvsFiguresWave *wave = &g_array_index (figures->waves, OvsFiguresWave, i);
      gboolean ahead = wave->date == OVS_NO_DAY || wave->date > figures->reference_date;

      if (!wave->applied && ahead && wave->to_invite > 0 && comes_before (wave, first))
        first = wave;
    }
  return first;
}

gboolean
ovs_rounds_ahead_update (OvsRoundsAhead *self, const OvsPlanFigures *plan)
{
  const OvsFigures *figures = ovs_workspace_get_figures (self->workspace);
  gboolean nothing_due = plan->wave == 0 && plan->ready + plan->decide + plan->stopper + plan->waiting == 0;
  const OvsFiguresWave *first = figures != NULL && nothing_due ? find_first (figures) : NULL;
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;

  self->first = first != NULL ? first->id : 0;
  if (first == NULL)
    return FALSE;
  day = ovs_day_to_dutch (first->date);
  if (first->date != OVS_NO_DAY)
    text = g_strdup_printf (ngettext ("Round %d comes first, on %s: %'d employee can go over then. Nothing is sent before you apply it.",
                                      "Round %d comes first, on %s: %'d employees can go over then. Nothing is sent before you apply it.", (gulong) first->to_invite),
                            (int) first->number, day, (int) first->to_invite);
  else
    text = g_strdup_printf (ngettext ("Round %d comes first, but has no day yet: %'d employee can go over. Choose its day under Rounds.",
                                      "Round %d comes first, but has no day yet: %'d employees can go over. Choose its day under Rounds.", (gulong) first->to_invite),
                            (int) first->number, (int) first->to_invite);
  label = g_strdup_printf (_ ("Show round %d"), (int) first->number);
  adw_status_page_set_description (self->page, text);
  gtk_button_set_label (GTK_BUTTON (self->show), label);
  ovs_accessible_set_label (self->show, label);
  return TRUE;
}
