/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/apply/wave-bar.h"

#include <glib/gi18n.h>

#include "conversion/round.h"
#include "dossier/client-filter.h"
#include "steps/ask-reason.h"
#include "steps/wave-choice.h"
#include "steps/wave-words.h"
#include "steps/waves-window.h"
#include "widgets/drop-down.h"
#include "widgets/sign.h"

struct _OvsWaveBar
{
  AdwBin parent_instance;

  OvsWorkspace *workspace; /* (owned) */
  GtkDropDown *waves;
  GtkImage *sign;
  GtkLabel *told;
  OvsRound *round;         /* (owned) (nullable) */
  gboolean filling;
  gboolean loading;
  gboolean again;
};

G_DEFINE_FINAL_TYPE (OvsWaveBar, ovs_wave_bar, ADW_TYPE_BIN)

static void load (OvsWaveBar *self);

/* --- what is told of the round --- */

static char *
tell_round (const OvsRound *round)
{
  g_autofree char *first = NULL;
  guint more = 0;

  for (OvsRoundWarning warning = 0; warning < OVS_N_ROUND_WARNINGS; warning++)
    if (round->warnings & OVS_ROUND_WARNING_BIT (warning))
      {
        if (first == NULL)
          first = ovs_round_warning_tell (warning, &round->facts);
        else
          more++;
      }
  if (first == NULL && ovs_round_is_early (&round->facts) && round->facts.to_invite > 0)
    return g_strdup (_ ("Its day has not come yet: applying it now asks for a reason."));
  if (first == NULL && round->facts.submitted > 0)
    return g_strdup_printf (_ ("This round is %s."), ovs_round_state_title (ovs_round_state (&round->facts)));
  if (first == NULL)
    return g_strdup_printf (_ ("This round is %s; nothing stands in its way."), ovs_round_state_title (ovs_round_state (&round->facts)));
  return more > 0 ? g_strdup_printf (ngettext ("%s And %u more point.", "%s And %u more points.", more), first, more) : g_steal_pointer (&first);
}

static void
show_told (OvsWaveBar *self)
{
  gint64 wave = ovs_workspace_get_wave (self->workspace);
  g_autofree char *text = NULL;
  gboolean warned = FALSE;

  if (wave == 0)
    text = g_strdup (_ ("Together: clients without a round, and the rounds whose day has come."));
  else if (wave == OVS_WITHOUT_WAVE)
    text = g_strdup (_ ("The clients that are in no round."));
  else if (self->round != NULL)
    {
      text = tell_round (self->round);
      warned = self->round->warnings != 0 || (ovs_round_is_early (&self->round->facts) && self->round->facts.to_invite > 0);
    }
  gtk_label_set_text (self->told, text != NULL ? text : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->told), text);
  gtk_image_set_from_icon_name (self->sign, ovs_sign_get_icon (warned ? OVS_SIGN_WARNING : OVS_SIGN_INFO));
  if (warned)
    gtk_widget_add_css_class (GTK_WIDGET (self->sign), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->sign), "warning");
}

/* --- reading --- */

typedef struct
{
  OvsWaveBar *self; /* (owned) */
  gint64 wave;
  OvsRound *round; /* (owned) (nullable) */
} Load;

static gboolean
read_round (OvsTx *tx, gpointer data, GError **error)
{
  Load *asked = data;

  asked->round = asked->wave > 0 ? ovs_round_read (tx, asked->wave) : NULL;
  return TRUE;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Load *asked = user_data;
  g_autoptr (OvsWaveBar) self = asked->self;

  self->loading = FALSE;
  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, NULL))
    {
      ovs_round_free (self->round);
      self->round = g_steal_pointer (&asked->round);
      show_told (self);
    }
  ovs_round_free (asked->round);
  g_free (asked);
  if (self->again)
    load (self);
}

static void
load (OvsWaveBar *self)
{
  Load *asked;

  self->again = self->loading;
  if (self->loading || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->loading = TRUE;
  asked = g_new0 (Load, 1);
  asked->self = g_object_ref (self);
  asked->wave = ovs_workspace_get_wave (self->workspace);
  ovs_dossier_read_async (ovs_workspace_get_dossier (self->workspace), read_round, asked, NULL, on_read, asked);
}

/* --- which round --- */

static void
show (OvsWaveBar *self)
{
  const OvsFigures *figures = ovs_workspace_get_figures (self->workspace);
  g_autoptr (GtkStringList) names = NULL;
  gint64 chosen = ovs_workspace_get_wave (self->workspace);
  guint selected;

  if (figures == NULL)
    return;
  names = ovs_wave_choice_names (figures, _ ("What is due"), chosen, &selected);
  self->filling = TRUE;
  gtk_drop_down_set_model (self->waves, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->waves, selected);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), figures->waves->len > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->waves), !ovs_workspace_get_busy (self->workspace));
  load (self);
}

static void
on_chosen (GtkDropDown *waves, GParamSpec *spec, OvsWaveBar *self)
{
  const OvsFigures *figures = ovs_workspace_get_figures (self->workspace);
  guint chosen = gtk_drop_down_get_selected (waves);

  if (self->filling || figures == NULL)
    return;
  ovs_workspace_set_wave (self->workspace, ovs_wave_choice_at (figures, chosen));
}

static void
on_rounds (OvsWaveBar *self)
{
  ovs_waves_window_show (GTK_WIDGET (self), self->workspace);
}

/* --- why so soon --- */

static void
on_reason (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  char *reason = ovs_ask_reason_finish (result);

  g_task_set_task_data (task, reason, g_free);
  g_task_return_boolean (task, reason != NULL);
}

/* Why its clients get to know so late was asked when its day was chosen. */
static gboolean
needs_reason (const OvsRound *round)
{
  if (round == NULL || round->early_reason != NULL)
    return FALSE;
  return ovs_round_is_early (&round->facts) || (ovs_round_is_hasty (&round->facts) && round->notice_reason == NULL);
}

void
ovs_wave_bar_ask_async (OvsWaveBar *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  gboolean early = self->round != NULL && ovs_round_is_early (&self->round->facts);
  g_autofree char *day = NULL;
  g_autofree char *heading = NULL;

  g_task_set_source_tag (task, ovs_wave_bar_ask_async);
  if (ovs_workspace_get_wave (self->workspace) <= 0 || !needs_reason (self->round))
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  day = ovs_day_to_dutch (self->round->facts.day);
  if (early && self->round->facts.day != OVS_NO_DAY)
    heading = g_strdup_printf (_ ("Round %d is planned for %s. Why now?"), (int) self->round->number, day);
  else
    heading = g_strdup_printf (early ? _ ("Round %d has no day yet. Why now?") : _ ("Round %d: clients were informed less than 14 days ago, or not. Why now?"),
                               (int) self->round->number);
  ovs_ask_reason_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading, _ ("The reason is kept with the round and in the trail."),
                        _ ("Go on"), ovs_wave_words_early_reasons (), on_reason, task);
}

gboolean
ovs_wave_bar_ask_finish (GAsyncResult *result, char **reason)
{
  *reason = g_strdup (g_task_get_task_data (G_TASK (result)));
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

/* --- the widget --- */

static void
ovs_wave_bar_dispose (GObject *object)
{
  OvsWaveBar *self = OVS_WAVE_BAR (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->round, ovs_round_free);
  G_OBJECT_CLASS (ovs_wave_bar_parent_class)->dispose (object);
}

static void
ovs_wave_bar_class_init (OvsWaveBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_wave_bar_dispose;
}

static void
ovs_wave_bar_init (OvsWaveBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *rounds = gtk_button_new_with_label (_ ("Rounds…"));

  self->waves = GTK_DROP_DOWN (ovs_drop_down_new (NULL, _ ("Round to apply")));
  self->sign = GTK_IMAGE (gtk_image_new ());
  self->told = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->told, 0);
  gtk_label_set_wrap (self->told, TRUE);
  gtk_label_set_lines (self->told, 2);
  gtk_label_set_ellipsize (self->told, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->told), TRUE);
  g_signal_connect (self->waves, "notify::selected", G_CALLBACK (on_chosen), self);
  g_signal_connect_swapped (rounds, "clicked", G_CALLBACK (on_rounds), self);
  g_signal_connect (self, "map", G_CALLBACK (load), NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->waves));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sign));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->told));
  gtk_box_append (GTK_BOX (box), rounds);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_start (box, 16);
  gtk_widget_set_margin_end (box, 16);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
ovs_wave_bar_new (OvsWorkspace *workspace)
{
  OvsWaveBar *self = g_object_new (OVS_TYPE_WAVE_BAR, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::busy", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  show (self);
  return GTK_WIDGET (self);
}
