/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/round-card.h"

#include <glib/gi18n.h>

#include "dossier/client-filter.h"
#include "rules/boundary.h"
#include "steps/day-words.h"
#include "steps/inform/plan-window.h"
#include "steps/inform/time-line.h"
#include "steps/waves-window.h"
#include "widgets/accessible.h"
#include "widgets/sign.h"
#include "widgets/stack.h"

/* Of the window: below this the time line is shown only when it is asked for. */
#define ENOUGH_HEIGHT 760

struct _OvsRoundCard
{
  AdwBin parent_instance;

  GtkWidget *stack;
  GtkWidget *title;
  GtkWidget *caption;
  GtkWidget *time_line;
  GtkWidget *fold; /* shows the time line, or not */
  GtkWidget *rounds;
  GtkWidget *none; /* what is so while there is no round to show */
  GtkWidget *propose;

  OvsWorkspace *workspace; /* (owned) */
};

G_DEFINE_FINAL_TYPE (OvsRoundCard, ovs_round_card, ADW_TYPE_BIN)

/* --- one round ------------------------------------------------------------------------------------------------- */

static char *
say_size (const OvsInformingRound *round)
{
  gulong clients = round != NULL ? (gulong) round->clients : 0;
  gulong employees = round != NULL ? (gulong) round->employees : 0;
  g_autofree char *of_clients = g_strdup_printf (ngettext ("%'lu client", "%'lu clients", clients), clients);
  g_autofree char *of_employees = g_strdup_printf (ngettext ("%'lu employee", "%'lu employees", employees), employees);

  return g_strdup_printf ("%s · %s", of_clients, of_employees);
}

static char *
say_name (const OvsFiguresWave *wave)
{
  g_autofree char *day = ovs_day_words_long (wave->date);

  return wave->date != OVS_NO_DAY ? g_strdup_printf (_ ("Round %d · %s"), (int) wave->number, day)
                                  : g_strdup_printf (_ ("Round %d · no day yet"), (int) wave->number);
}

/* The earliest possible day, with its reason. */
static char *
say_earliest (const OvsInformingRound *round, OvsDay today)
{
  OvsEarliest why;
  OvsDay earliest = ovs_notice_earliest (&round->notice, today, &why);
  g_autofree char *day = ovs_day_words (earliest, today);

  if (why == OVS_EARLIEST_INFORMED)
    return g_strdup_printf (_ ("earliest: %s, %d days after the last client was informed"), day, OVS_NOTICE_DAYS);
  if (why == OVS_EARLIEST_NOT_INFORMED)
    return g_strdup_printf (_ ("earliest: %s, %d days after informing all today"), day, OVS_NOTICE_DAYS);
  return g_strdup (_ ("possible from today: all were informed long enough ago"));
}

static void
show_one (OvsRoundCard *self, const OvsFigures *figures, const OvsFiguresWave *wave)
{
  const OvsInformingRound *round = ovs_informing_totals_find (&figures->informing, wave->id);
  g_autofree char *name = say_name (wave);
  g_autofree char *size = say_size (round);
  g_autofree char *earliest = round != NULL && !wave->applied ? say_earliest (round, figures->reference_date) : NULL;
  g_autofree char *caption = g_strdup_printf ("%s · %s%s%s", ovs_route_title (wave->route), size, earliest != NULL ? " · " : "",
                                              earliest != NULL ? earliest : "");

  gtk_widget_set_tooltip_text (self->caption, caption);
  gtk_label_set_text (GTK_LABEL (self->title), name);
  gtk_label_set_text (GTK_LABEL (self->caption), caption);
  ovs_time_line_set_round (OVS_TIME_LINE (self->time_line), wave->id);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "one");
}

/* --- all of them ----------------------------------------------------------------------------------------------- */

static GtkWidget *
make_line (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style);
  return label;
}

/* What is next in it. */
static OvsSign
say_state (const OvsFiguresWave *wave, const OvsInformingRound *round, OvsDay today, char **text)
{
  gulong open = round != NULL ? (gulong) round->open : 0;
  OvsDay due = wave->date != OVS_NO_DAY ? wave->date - OVS_NOTICE_DAYS : OVS_NO_DAY;
  g_autofree char *day = ovs_day_words (due, today);

  if (wave->date == OVS_NO_DAY)
    {
      *text = g_strdup (_ ("choose a day"));
      return OVS_SIGN_DAY;
    }
  if (open == 0)
    {
      *text = g_strdup (round != NULL ? _ ("all informed") : _ ("no clients yet"));
      return round != NULL ? OVS_SIGN_DONE : OVS_SIGN_NONE;
    }
  if (due < today)
    {
      *text = g_strdup_printf (ngettext ("late: %'lu to be sent", "late: %'lu to be sent", open), open);
      return OVS_SIGN_WARNING;
    }
  if (due == today)
    {
      *text = g_strdup_printf (ngettext ("today: %'lu to be sent", "today: %'lu to be sent", open), open);
      return OVS_SIGN_WARNING;
    }
  *text = g_strdup_printf (ngettext ("%'lu to be sent, by %s", "%'lu to be sent, by %s", open), open, day);
  return OVS_SIGN_DAY;
}

static GtkWidget *
make_state (OvsSign sign, const char *text)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = make_line (text, "caption");

  if (sign != OVS_SIGN_NONE)
    {
      GtkWidget *image = gtk_image_new_from_icon_name (ovs_sign_get_icon (sign));

      gtk_widget_add_css_class (image, ovs_sign_get_class (sign));
      gtk_box_append (GTK_BOX (line), image);
    }
  gtk_box_append (GTK_BOX (line), label);
  return line;
}

/* How many clients have none. */
static gint64
count_without (const OvsFigures *figures)
{
  const OvsInformingRound *without = ovs_informing_totals_find (&figures->informing, 0);

  return without != NULL ? without->clients : 0;
}

static void
on_round (GtkWidget *button, OvsRoundCard *self)
{
  const gint64 *wave = g_object_get_data (G_OBJECT (button), "wave");

  ovs_workspace_set_wave (self->workspace, *wave);
}

/* @wave: id, or %OVS_WITHOUT_WAVE. */
static GtkWidget *
make_card (OvsRoundCard *self, gint64 wave, const char *name, const char *size, OvsSign sign, const char *state)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s", name, size, state);

  gtk_box_append (GTK_BOX (box), make_line (name, "heading"));
  gtk_box_append (GTK_BOX (box), make_line (size, "caption"));
  gtk_box_append (GTK_BOX (box), make_state (sign, state));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "round");
  ovs_accessible_set_label (button, spoken);
  g_object_set_data_full (G_OBJECT (button), "wave", g_memdup2 (&wave, sizeof wave), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_round), self);
  return button;
}

/* "Round 1 · Tue 8 December": what fits on a card. */
static char *
say_short_name (const OvsFiguresWave *wave)
{
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *day = NULL;
  int year, month, day_of_month;

  if (wave->date == OVS_NO_DAY)
    return say_name (wave);
  ovs_day_to_ymd (wave->date, &year, &month, &day_of_month);
  date = g_date_time_new_utc (year, month, day_of_month, 12, 0, 0);
  /* TRANSLATORS: a day for g_date_time_format(): Tue 8 December */
  day = g_date_time_format (date, _ ("%a %-d %B"));
  return g_strdup_printf (_ ("Round %d · %s"), (int) wave->number, day);
}

static GtkWidget *
make_round (OvsRoundCard *self, const OvsFigures *figures, const OvsFiguresWave *wave)
{
  const OvsInformingRound *round = ovs_informing_totals_find (&figures->informing, wave->id);
  g_autofree char *name = say_short_name (wave);
  g_autofree char *size = say_size (round);
  g_autofree char *state = NULL;
  OvsSign sign = say_state (wave, round, figures->reference_date, &state);

  return make_card (self, wave->id, name, size, sign, state);
}

static GtkWidget *
make_without (OvsRoundCard *self, const OvsFigures *figures)
{
  g_autofree char *size = say_size (ovs_informing_totals_find (&figures->informing, 0));

  return make_card (self, OVS_WITHOUT_WAVE, _ ("Without a round"), size, OVS_SIGN_DAY, _ ("choose a round"));
}

static void
show_all (OvsRoundCard *self, const OvsFigures *figures)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->rounds)) != NULL)
    gtk_box_remove (GTK_BOX (self->rounds), child);
  for (guint i = 0; i < figures->waves->len; i++)
    gtk_box_append (GTK_BOX (self->rounds), make_round (self, figures, &g_array_index (figures->waves, OvsFiguresWave, i)));
  if (count_without (figures) > 0)
    gtk_box_append (GTK_BOX (self->rounds), make_without (self, figures));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "all");
}

/* There are no rounds, or those without one are looked at. */
static void
show_none (OvsRoundCard *self, const OvsFigures *figures)
{
  gtk_label_set_text (GTK_LABEL (self->none), figures->waves->len > 0 ? _ ("Clients without a round") : _ ("No rounds yet"));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "none");
}

void
ovs_round_card_update (OvsRoundCard *self)
{
  const OvsFigures *figures = ovs_workspace_get_figures (self->workspace);
  gint64 chosen = ovs_workspace_get_wave (self->workspace);
  const OvsFiguresWave *wave;

  if (figures == NULL)
    return;
  wave = ovs_figures_find_wave (figures, chosen);
  if (wave == NULL && chosen == 0 && figures->waves->len == 1 && count_without (figures) == 0)
    wave = &g_array_index (figures->waves, OvsFiguresWave, 0);
  gtk_widget_set_sensitive (self->propose, !ovs_workspace_get_read_only (self->workspace));
  if (wave != NULL)
    show_one (self, figures, wave);
  else if (figures->waves->len > 0 && chosen != OVS_WITHOUT_WAVE)
    show_all (self, figures);
  else
    show_none (self, figures);
}

/* --- the object ------------------------------------------------------------------------------------------------ */

static void
on_rounds (OvsRoundCard *self)
{
  ovs_waves_window_show (GTK_WIDGET (self), self->workspace);
}

static void
on_propose (OvsRoundCard *self)
{
  ovs_plan_window_present (GTK_WIDGET (self), self->workspace);
}

static GtkWidget *
make_button (OvsRoundCard *self, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  return button;
}

static GtkWidget *
make_words (const char *title, const char *caption, GtkWidget **title_label, GtkWidget **caption_label)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  *title_label = make_line (title, "heading");
  *caption_label = make_line (caption, "caption");
  gtk_widget_add_css_class (*caption_label, "soft");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), *title_label);
  gtk_box_append (GTK_BOX (words), *caption_label);
  return words;
}

/* In a low window the clients need the room first. */
static void
on_mapped (OvsRoundCard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_signal_handlers_disconnect_by_func (self, on_mapped, NULL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->fold), gtk_widget_get_height (GTK_WIDGET (root)) >= ENOUGH_HEIGHT);
}

static GtkWidget *
make_fold (OvsRoundCard *self)
{
  self->fold = gtk_toggle_button_new_with_label (_ ("Time line"));
  gtk_widget_add_css_class (self->fold, "flat");
  gtk_widget_set_valign (self->fold, GTK_ALIGN_CENTER);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->fold), TRUE);
  g_object_bind_property (self->fold, "active", self->time_line, "visible", G_BINDING_SYNC_CREATE);
  g_signal_connect (self, "map", G_CALLBACK (on_mapped), NULL);
  return self->fold;
}

static GtkWidget *
make_one (OvsRoundCard *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *change = make_button (self, _ ("Change the day or the route…"), G_CALLBACK (on_rounds));

  gtk_widget_add_css_class (change, "flat");
  gtk_box_append (GTK_BOX (line), make_words ("", "", &self->title, &self->caption));
  self->time_line = ovs_time_line_new (self->workspace);
  gtk_box_append (GTK_BOX (line), make_fold (self));
  gtk_box_append (GTK_BOX (line), change);
  gtk_widget_add_css_class (line, "round-head");
  gtk_box_append (GTK_BOX (card), line);
  gtk_box_append (GTK_BOX (card), self->time_line);
  gtk_widget_add_css_class (card, "card");
  return card;
}

static GtkWidget *
make_none (OvsRoundCard *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *caption;

  self->propose = make_button (self, _ ("Propose rounds…"), G_CALLBACK (on_propose));
  gtk_box_append (GTK_BOX (card), make_words (_ ("No rounds yet"), _ ("Clients go over in rounds. What they are told follows from the day of their round."),
                                              &self->none, &caption));
  gtk_box_append (GTK_BOX (card), make_button (self, _ ("Rounds…"), G_CALLBACK (on_rounds)));
  gtk_box_append (GTK_BOX (card), self->propose);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "round-card");
  return card;
}

/* Many rounds are scrolled along. */
static GtkWidget *
make_all (OvsRoundCard *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->rounds = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_box_set_homogeneous (GTK_BOX (self->rounds), TRUE);
  gtk_widget_add_css_class (self->rounds, "rounds");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->rounds);
  ovs_accessible_set_label (scrolled, _ ("Rounds"));
  return scrolled;
}

static void
ovs_round_card_dispose (GObject *object)
{
  g_clear_object (&OVS_ROUND_CARD (object)->workspace);
  G_OBJECT_CLASS (ovs_round_card_parent_class)->dispose (object);
}

static void
ovs_round_card_class_init (OvsRoundCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_round_card_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ovs_round_card_init (OvsRoundCard *self)
{
}

GtkWidget *
ovs_round_card_new (OvsWorkspace *workspace)
{
  OvsRoundCard *self = g_object_new (OVS_TYPE_ROUND_CARD, NULL);

  self->workspace = g_object_ref (workspace);
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  ovs_stack_present_shown_only (GTK_STACK (self->stack));
  gtk_stack_add_named (GTK_STACK (self->stack), make_none (self), "none");
  gtk_stack_add_named (GTK_STACK (self->stack), make_one (self), "one");
  gtk_stack_add_named (GTK_STACK (self->stack), make_all (self), "all");
  ovs_accessible_set_label (self, _ ("Rounds"));
  adw_bin_set_child (ADW_BIN (self), self->stack);
  return GTK_WIDGET (self);
}
