/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/choose-wave.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "steps/wave-words.h"
#include "steps/wave-work.h"
#include "widgets/accessible.h"
#include "widgets/dialog.h"

typedef struct
{
  GtkWidget *teller;       /* (owned) */
  OvsWorkspace *workspace; /* (owned) */
  GArray *clients;         /* (owned) (nullable) */
  gint64 number;
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->teller);
  g_object_unref (question->workspace);
  g_clear_pointer (&question->clients, g_array_unref);
  g_free (question);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Question *question)
{
  if (g_str_equal (response, "go"))
    ovs_wave_work_move (question->teller, question->workspace, g_steal_pointer (&question->clients), question->number);
}

static void
on_toggled (GtkCheckButton *check, Question *question)
{
  if (gtk_check_button_get_active (check))
    question->number = *(gint64 *) g_object_get_data (G_OBJECT (check), "number");
}

/* @group: (nullable): the first of the rows. */
static GtkWidget *
add_row (GtkWidget *list, Question *question, GtkWidget *group, gint64 number, const char *title, const char *subtitle, gboolean possible)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  g_object_set_data_full (G_OBJECT (check), "number", g_memdup2 (&number, sizeof number), g_free);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (group));
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), question);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), possible && number == question->number);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  ovs_accessible_set_label (check, title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  ovs_accessible_set_label (row, title);
  gtk_widget_set_sensitive (row, possible);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return check;
}

static GtkWidget *
make_rows (Question *question, const GArray *waves)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *group = NULL;
  gint64 last = 0;
  g_autofree char *new_round = NULL;

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  ovs_accessible_set_label (list, _ ("Rounds"));
  for (guint i = 0; i < waves->len; i++)
    last = MAX (last, g_array_index (waves, OvsFiguresWave, i).number);
  question->number = last + 1;
  for (guint i = 0; i < waves->len; i++)
    {
      const OvsFiguresWave *wave = &g_array_index (waves, OvsFiguresWave, i);
      g_autofree char *name = ovs_wave_words_name (wave->number, wave->date);
      GtkWidget *check;

      if (!wave->frozen && question->number == last + 1)
        question->number = wave->number;
      check = add_row (list, question, group, wave->number, name, wave->frozen ? _ ("Frozen: nobody comes or goes any more") : ovs_route_title (wave->route),
                       !wave->frozen);
      group = group != NULL ? group : check;
    }
  new_round = g_strdup_printf (_ ("New round %d"), (int) last + 1);
  group = add_row (list, question, group, last + 1, new_round, _ ("Its day and its route are chosen under Rounds…"), TRUE);
  add_row (list, question, group, 0, _ ("Without a round"), _ ("Applied with everybody who is in no round"), TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  return scrolled;
}

void
ovs_choose_wave (GtkWidget *teller, OvsWorkspace *workspace, GArray *clients)
{
  const OvsFigures *figures = ovs_workspace_get_figures (workspace);
  Question *question = g_new0 (Question, 1);
  g_autofree char *heading
      = g_strdup_printf (ngettext ("Which round for %'u client?", "Which round for %'u clients?", clients->len), clients->len);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (teller)), heading,
                                              _ ("A round is converted on one day. Its people are judged on that day."));

  question->teller = g_object_ref (teller);
  question->workspace = g_object_ref (workspace);
  question->clients = clients;
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "go", _ ("Choose the round"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "go", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "go");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_rows (question, figures->waves));
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), question, question_free, 0);
  ovs_dialog_present (ADW_MESSAGE_DIALOG (dialog));
}
