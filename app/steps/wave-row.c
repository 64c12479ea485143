/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/wave-row.h"

#include <glib/gi18n.h>

#include "rules/load.h"
#include "steps/ask-wave-day.h"
#include "steps/wave-words.h"
#include "steps/wave-work.h"
#include "widgets/accessible.h"
#include "widgets/drop-down.h"
#include "widgets/sign.h"

/* What the controls of a round act on. */
typedef struct
{
  OvsRound *round;         /* (owned) */
  OvsWorkspace *workspace; /* (owned) */
  GtkWidget *teller;       /* (unowned) */
} Subject;

static void
subject_free (gpointer data)
{
  Subject *subject = data;

  ovs_round_free (subject->round);
  g_object_unref (subject->workspace);
  g_free (subject);
}

static gboolean
can_change (const Subject *subject)
{
  return !ovs_workspace_get_read_only (subject->workspace) && ovs_round_state (&subject->round->facts) == OVS_ROUND_PLANNED;
}

static GtkWidget *
add_row (GtkWidget *row, const char *title, const char *subtitle, GtkWidget *suffix)
{
  GtkWidget *line = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (line), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (line), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (line), subtitle);
  if (suffix != NULL)
    {
      gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (line), suffix);
    }
  ovs_accessible_set_label (line, title);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), line);
  return line;
}

static GtkWidget *
make_sign (OvsSign sign)
{
  GtkWidget *image = gtk_image_new_from_icon_name (ovs_sign_get_icon (sign));

  gtk_widget_add_css_class (image, ovs_sign_get_class (sign));
  return image;
}

static GtkWidget *
make_button (const char *label, GCallback pressed, Subject *subject, gboolean possible)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_sensitive (button, possible);
  g_signal_connect (button, "clicked", pressed, subject);
  return button;
}

/* --- its day --- */

static void
on_day (GtkButton *button, Subject *subject)
{
  ovs_ask_wave_day (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button))), subject->teller, subject->workspace, subject->round);
}

static void
add_day (GtkWidget *row, Subject *subject)
{
  g_autofree char *day = ovs_day_to_dutch (subject->round->facts.day);
  g_autofree char *title = subject->round->facts.day != OVS_NO_DAY ? g_strdup_printf (_ ("Day: %s"), day) : g_strdup (_ ("No day yet"));
  g_autofree char *earliest = ovs_notice_tell (&subject->round->facts.notice, subject->round->facts.today);

  add_row (row, title, earliest, make_button (_ ("Choose the day…"), G_CALLBACK (on_day), subject, can_change (subject)));
  if (subject->round->notice_reason != NULL)
    add_row (row, _ ("Reason to inform so late"), subject->round->notice_reason, NULL);
  if (subject->round->early_reason != NULL)
    add_row (row, _ ("Reason to go so soon"), subject->round->early_reason, NULL);
}

/* --- its route --- */

static void
on_route (GtkDropDown *routes, GParamSpec *spec, Subject *subject)
{
  ovs_wave_work_route (subject->teller, subject->workspace, subject->round->number, (OvsRoute) gtk_drop_down_get_selected (routes));
}

static void
add_route (GtkWidget *row, Subject *subject)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *routes;
  g_autofree char *own = g_strdup_printf (ngettext ("%d client goes by a route of its own", "%d clients go by a route of their own", (gulong) subject->round->own_route),
                                          (int) subject->round->own_route);

  for (OvsRoute route = 0; route < OVS_N_ROUTES; route++)
    gtk_string_list_append (names, ovs_route_title (route));
  routes = ovs_drop_down_new (names, _ ("Route"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (routes), subject->round->route);
  gtk_widget_set_sensitive (routes, !ovs_workspace_get_read_only (subject->workspace) && subject->round->facts.submitted == 0);
  g_signal_connect (routes, "notify::selected", G_CALLBACK (on_route), subject);
  add_row (row, _ ("Route"), subject->round->own_route > 0 ? own : NULL, routes);
}

/* --- its clients --- */

static void
on_show_clients (GtkButton *button, Subject *subject)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (button));

  ovs_workspace_set_wave (subject->workspace, subject->round->id);
  gtk_widget_activate_action (subject->teller, "win.step", "s", "select");
  gtk_window_close (GTK_WINDOW (window));
}

static void
on_remove (GtkButton *button, Subject *subject)
{
  ovs_wave_work_remove (subject->teller, subject->workspace, subject->round->number);
}

static void
on_freeze (GtkButton *button, Subject *subject)
{
  ovs_wave_work_freeze (subject->teller, subject->workspace, subject->round->number, !subject->round->facts.frozen);
}

static void
add_verbs (GtkWidget *row, Subject *subject)
{
  gboolean writable = !ovs_workspace_get_read_only (subject->workspace);
  GtkWidget *verbs = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *freeze = make_button (subject->round->facts.frozen ? _ ("Thaw") : _ ("Freeze"), G_CALLBACK (on_freeze), subject,
                                   writable && subject->round->facts.submitted == 0 && subject->round->employers > 0);

  gtk_widget_set_tooltip_text (freeze, _ ("Frozen, its day and its clients stand"));
  gtk_box_append (GTK_BOX (verbs), make_button (_ ("Show the clients"), G_CALLBACK (on_show_clients), subject, subject->round->employers > 0));
  gtk_box_append (GTK_BOX (verbs), freeze);
  gtk_box_append (GTK_BOX (verbs), make_button (_ ("Remove"), G_CALLBACK (on_remove), subject, can_change (subject)));
  add_row (row, _ ("This round"), NULL, verbs);
}

/* --- what to look at --- */

static void
on_add_clients (GtkButton *button, Subject *subject)
{
  OvsTie tie = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "tie"));
  GArray *clients = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < subject->round->ties->len; i++)
    {
      const OvsRoundTie *found = g_ptr_array_index (subject->round->ties, i);

      if (found->tie == tie)
        g_array_append_val (clients, found->client);
    }
  ovs_wave_work_move (subject->teller, subject->workspace, clients, subject->round->number);
}

/* "Bakkerij Jansen, Garage Smit and 3 more". */
static char *
name_clients (const OvsRound *round, OvsTie tie)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint more = 0;
  guint n = 0;

  for (guint i = 0; i < round->ties->len; i++)
    {
      const OvsRoundTie *found = g_ptr_array_index (round->ties, i);

      if (found->tie != tie)
        continue;
      if (n++ < 3)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", found->name != NULL ? found->name : found->number);
      else
        more++;
    }
  if (more > 0)
    g_string_append_printf (names, ngettext (" and %u more", " and %u more", more), more);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
add_warning (GtkWidget *row, Subject *subject, OvsRoundWarning warning)
{
  g_autofree char *sentence = ovs_round_warning_tell (warning, &subject->round->facts);
  gboolean is_tie = warning >= OVS_ROUND_SHARES_ADDRESS;
  OvsTie tie = is_tie ? (OvsTie) (warning - OVS_ROUND_SHARES_ADDRESS) : 0;
  g_autofree char *names = is_tie ? name_clients (subject->round, tie) : NULL;
  GtkWidget *button = is_tie ? make_button (_ ("Add"), G_CALLBACK (on_add_clients), subject, can_change (subject)) : NULL;
  GtkWidget *line = add_row (row, sentence, names, button);

  if (button != NULL)
    g_object_set_data (G_OBJECT (button), "tie", GUINT_TO_POINTER (tie));
  adw_action_row_add_prefix (ADW_ACTION_ROW (line), make_sign (is_tie ? OVS_SIGN_INFO : OVS_SIGN_WARNING));
}

static char *
describe (const OvsRound *round)
{
  g_autofree char *clients = g_strdup_printf (ngettext ("%'d client", "%'d clients", (gulong) round->employers), (int) round->employers);
  g_autofree char *people = g_strdup_printf (ngettext ("%'d employee", "%'d employees", (gulong) round->employees), (int) round->employees);
  g_autofree char *questions = ovs_load_say (round->low, round->high);

  return g_strjoin (" · ", ovs_round_state_title (ovs_round_state (&round->facts)), ovs_route_title (round->route), clients, people, questions, NULL);
}

GtkWidget *
ovs_wave_row_new (OvsRound *round, OvsWorkspace *workspace, GtkWidget *teller)
{
  GtkWidget *row = adw_expander_row_new ();
  Subject *subject = g_new0 (Subject, 1);
  g_autofree char *title = ovs_wave_words_name (round->number, round->facts.day);
  g_autofree char *subtitle = describe (round);
  OvsSign sign = round->warnings != 0 ? OVS_SIGN_WARNING : round->facts.submitted > 0 ? OVS_SIGN_DONE : OVS_SIGN_WAITING;

  subject->round = round;
  subject->workspace = g_object_ref (workspace);
  subject->teller = teller;
  g_object_set_data_full (G_OBJECT (row), "subject", subject, subject_free);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), make_sign (sign));
  for (OvsRoundWarning warning = 0; warning < OVS_N_ROUND_WARNINGS; warning++)
    if (round->warnings & OVS_ROUND_WARNING_BIT (warning))
      add_warning (row, subject, warning);
  add_day (row, subject);
  add_route (row, subject);
  add_verbs (row, subject);
  ovs_accessible_set_label (row, title);
  ovs_accessible_name_below (row, GTK_TYPE_LIST_BOX, title);
  return row;
}
