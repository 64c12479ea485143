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
  GtkWidget *line, *count;

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (reasons[i]->why != OVS_PLAN_NOTHING)
      {
        g_autofree char *sentence = ovs_plan_reason_tell (reasons[i]);

        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
      }
  line = add_line (row, name, text->str, planned->look_out.why != OVS_PLAN_NOTHING ? OVS_SIGN_WARNING : OVS_SIGN_NONE);
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

GtkWidget *
ovs_plan_round_row_new (const OvsPlan *plan, const OvsPlannedRound *round)
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
  add_reasons (row, round->day_reasons, OVS_SIGN_INFO);
  add_reasons (row, round->look_outs, OVS_SIGN_WARNING);
  for (guint i = 0; i < MIN (round->clients->len, MOST_SHOWN); i++)
    add_client (row, plan, &g_array_index (round->clients, OvsPlannedClient, i));
  if (round->clients->len > MOST_SHOWN)
    {
      guint more = round->clients->len - MOST_SHOWN;
      g_autofree char *rest = g_strdup_printf (ngettext ("And %'u more client", "And %'u more clients", more), more);

      add_line (row, rest, NULL, OVS_SIGN_NONE);
    }
  return row;
}

GtkWidget *
ovs_plan_left_row_new (const OvsPlan *plan)
{
  const GArray *left = plan->proposal->left;
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *sign = gtk_image_new_from_icon_name (ovs_sign_get_icon (OVS_SIGN_WARNING));
  g_autofree char *title = g_strdup_printf (ngettext ("%'u client without a round", "%'u clients without a round", left->len), left->len);

  gtk_widget_add_css_class (sign, ovs_sign_get_class (OVS_SIGN_WARNING));
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), sign);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  ovs_accessible_set_label (row, title);
  for (guint i = 0; i < MIN (left->len, MOST_SHOWN); i++)
    {
      const OvsPlanLeft *client = &g_array_index (left, OvsPlanLeft, i);
      g_autofree char *name = say_name (ovs_plan_get_client (plan, client->client));
      g_autofree char *sentence = ovs_plan_reason_tell (&client->why);

      add_line (row, name, sentence, OVS_SIGN_NONE);
    }
  return row;
}
