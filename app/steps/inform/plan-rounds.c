/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/plan-rounds.h"

#include <glib/gi18n.h>

#include "widgets/accessible.h"
#include "widgets/sign.h"

/* So many clients are shown by name; a round of hundreds is told in the answer of the command and, once planned, in the lists. */
#define MOST_SHOWN 100

char *
ovs_plan_say_day (OvsDay day)
{
  int year, month, day_of_month;
  g_autoptr (GDateTime) date = NULL;

  ovs_day_to_ymd (day, &year, &month, &day_of_month);
  date = g_date_time_new_utc (year, month, day_of_month, 12, 0, 0);
  /* Translators: see g_date_time_format(): Tuesday 8 December 2026. */
  return g_date_time_format (date, _ ("%A %-e %B %Y"));
}

static GtkWidget *
add_line (GtkWidget *row, const char *title, const char *subtitle, OvsSign sign)
{
  GtkWidget *line = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (line), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (line), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (line), subtitle);
  if (sign != OVS_SIGN_NONE)
    {
      GtkWidget *image = gtk_image_new_from_icon_name (ovs_sign_get_icon (sign));

      gtk_widget_add_css_class (image, ovs_sign_get_class (sign));
      adw_action_row_add_prefix (ADW_ACTION_ROW (line), image);
    }
  ovs_accessible_set_label (line, title);
  if (subtitle != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), line);
  return line;
}

static void
add_reasons (GtkWidget *row, const GArray *reasons, OvsSign sign)
{
  for (guint i = 0; i < reasons->len; i++)
    {
      g_autofree char *sentence = ovs_plan_reason_tell (&g_array_index (reasons, OvsPlanReason, i));

      add_line (row, sentence, NULL, sign);
    }
}

static char *
say_name (const OvsPlanPerson *client)
{
  return g_strdup_printf ("%s %s", client->number, client->name != NULL ? client->name : "");
}

static void
add_client (GtkWidget *row, const OvsPlan *plan, const OvsPlannedClient *planned)
{
  const OvsPlanPerson *client = ovs_plan_get_client (plan, planned->client);
  const OvsPlanReason *reasons[] = { &planned->why, &planned->waited, &planned->look_out };
  g_autofree char *name = say_name (client);
  g_autofree char *people = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  OvsSign sign = OVS_SIGN_NONE;
  GtkWidget *line, *count;

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (reasons[i]->why != OVS_PLAN_NOTHING)
      {
        g_autofree char *sentence = ovs_plan_reason_tell (reasons[i]);

        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
      }
  /* Groups that are too large for one day are told, but nothing can be done about them. */
  if (planned->look_out.why != OVS_PLAN_NOTHING && planned->look_out.why != OVS_PLAN_APART)
    sign = OVS_SIGN_WARNING;
  line = add_line (row, name, text->str, sign);
  people = g_strdup_printf ("%'d", (int) g_array_index (plan->ask.clients, OvsPlanClient, planned->client).people);
  count = gtk_label_new (people);
  gtk_widget_add_css_class (count, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), count);
}

static char *
say_questions (const OvsPlannedRound *round)
{
  if (round->low == round->high)
    return g_strdup_printf (ngettext ("%'d question", "%'d questions", (gulong) round->high), (int) round->high);
  return g_strdup_printf (_ ("%'d to %'d questions"), (int) round->low, (int) round->high);
}

/* --- what unfolds is made when it does: a plan of hundreds of clients is shown again at each change --- */

typedef struct Unfold Unfold;

struct Unfold
{
  OvsPlan *plan;                /* (owned) */
  const OvsPlannedRound *round; /* (nullable) of the plan */
  gboolean nobody;              /* of who has no round: those with nobody to go */
  void (*fill) (GtkWidget *row, const Unfold *unfold);
};

static void
unfold_free (gpointer data, GClosure *closure)
{
  Unfold *unfold = data;

  ovs_plan_unref (unfold->plan);
  g_free (unfold);
}

static void
on_expanded (GtkWidget *row, GParamSpec *spec, Unfold *unfold)
{
  if (unfold->fill == NULL || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)))
    return;
  unfold->fill (row, unfold);
  unfold->fill = NULL;
}

static void
fill_later (GtkWidget *row, Unfold unfold)
{
  Unfold *kept = g_memdup2 (&unfold, sizeof unfold);

  ovs_plan_ref (kept->plan);
  g_signal_connect_data (row, "notify::expanded", G_CALLBACK (on_expanded), kept, unfold_free, 0);
}

/* --- a round --- */

static char *
say_title (const OvsPlannedRound *round)
{
  g_autofree char *day = ovs_plan_say_day (round->day);

  if (round->stands)
    return g_strdup_printf (_ ("Round %d (stands already): %s"), (int) round->number, day);
  return g_strdup_printf (round->pilot ? _ ("Round %d (trial): %s") : _ ("Round %d: %s"), (int) round->number, day);
}

static char *
say_size (const OvsPlan *plan, const OvsPlannedRound *round)
{
  gint64 open = ovs_plan_count_open (plan, round);
  g_autofree char *clients = NULL;
  g_autofree char *people = g_strdup_printf (ngettext ("%'d employee", "%'d employees", (gulong) round->people), (int) round->people);
  g_autofree char *first = g_strdup_printf (ngettext ("%'d to be settled first", "%'d to be settled first", (gulong) open), (int) open);
  g_autofree char *questions = say_questions (round);

  if (round->stands)
    clients = g_strdup_printf (ngettext ("%'d client more", "%'d clients more", round->clients->len), (int) round->clients->len);
  else
    clients = g_strdup_printf (ngettext ("%'d client", "%'d clients", round->clients->len), (int) round->clients->len);
  return g_strjoin (" · ", clients, people, questions, open > 0 ? first : NULL, NULL);
}

/* What is not shown of so many. */
static void
add_more (GtkWidget *row, guint clients)
{
  guint more = clients - MIN (clients, MOST_SHOWN);
  g_autofree char *rest = g_strdup_printf (ngettext ("And %'u more client", "And %'u more clients", more), more);

  if (more > 0)
    add_line (row, rest, NULL, OVS_SIGN_NONE);
}

static void
fill_round (GtkWidget *row, const Unfold *unfold)
{
  const OvsPlannedRound *round = unfold->round;

  add_reasons (row, round->day_reasons, OVS_SIGN_INFO);
  add_reasons (row, round->look_outs, OVS_SIGN_WARNING);
  for (guint i = 0; i < MIN (round->clients->len, MOST_SHOWN); i++)
    add_client (row, unfold->plan, &g_array_index (round->clients, OvsPlannedClient, i));
  add_more (row, round->clients->len);
}

GtkWidget *
ovs_plan_round_row_new (OvsPlan *plan, const OvsPlannedRound *round)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *title = say_title (round);
  g_autofree char *subtitle = say_size (plan, round);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  ovs_accessible_set_label (row, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  if (round->look_outs->len > 0)
    {
      GtkWidget *sign = gtk_image_new_from_icon_name (ovs_sign_get_icon (OVS_SIGN_WARNING));

      gtk_widget_add_css_class (sign, ovs_sign_get_class (OVS_SIGN_WARNING));
      adw_expander_row_add_action (ADW_EXPANDER_ROW (row), sign);
    }
  fill_later (row, (Unfold){ plan, round, FALSE, fill_round });
  return row;
}

/* --- who has no round --- */

static gboolean
is_nobody (const OvsPlanLeft *left)
{
  return left->why.why == OVS_PLAN_NOBODY;
}

static void
fill_left (GtkWidget *row, const Unfold *unfold)
{
  const GArray *left = unfold->plan->proposal->left;
  guint shown = 0;

  for (guint i = 0; i < left->len && shown < MOST_SHOWN; i++)
    {
      const OvsPlanLeft *client = &g_array_index (left, OvsPlanLeft, i);
      g_autofree char *name = say_name (ovs_plan_get_client (unfold->plan, client->client));
      g_autofree char *sentence = ovs_plan_reason_tell (&client->why);

      if (is_nobody (client) != unfold->nobody)
        continue;
      add_line (row, name, unfold->nobody ? NULL : sentence, OVS_SIGN_NONE);
      shown++;
    }
  add_more (row, ovs_plan_count_left (unfold->plan, unfold->nobody));
}

GtkWidget *
ovs_plan_left_row_new (OvsPlan *plan, gboolean nobody)
{
  guint count = ovs_plan_count_left (plan, nobody);
  OvsSign sign = nobody ? OVS_SIGN_DONE : OVS_SIGN_WARNING;
  GtkWidget *row, *image;
  g_autofree char *title = NULL;

  if (count == 0)
    return NULL;
  row = adw_expander_row_new ();
  image = gtk_image_new_from_icon_name (ovs_sign_get_icon (sign));
  if (nobody)
    title = g_strdup_printf (ngettext ("%'u client needs no round: nobody can be invited any more", "%'u clients need no round: nobody can be invited any more", count),
                             count);
  else
    title = g_strdup_printf (ngettext ("%'u client without a round", "%'u clients without a round", count), count);
  gtk_widget_add_css_class (image, ovs_sign_get_class (sign));
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), image);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  ovs_accessible_set_label (row, title);
  fill_later (row, (Unfold){ plan, NULL, nobody, fill_left });
  return row;
}
