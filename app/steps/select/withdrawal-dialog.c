/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/withdrawal-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/text.h"
#include "rules/bsn.h"
#include "steps/day-row.h"
#include "steps/day-words.h"
#include "widgets/accessible.h"
#include "widgets/dialog.h"
#include "widgets/entry-row.h"
#include "widgets/sign.h"

#define HEAD_AND_BUTTONS 230
#define LEAST 240
#define WIDTH 440

typedef struct
{
  AdwMessageDialog *dialog;
  GPtrArray *choices; /* (owned): radio buttons, their labels are the reasons */
  GtkWidget *other;
  GtkWidget *said_by;
  GtkWidget *said_on;
  OvsDay today;
} Question;

void
ovs_withdrawal_answer_free (OvsWithdrawalAnswer *answer)
{
  g_free (answer->reason);
  g_free (answer->said_by);
  g_free (answer);
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_ptr_array_unref (question->choices);
  g_free (question);
}

/* What is typed goes before what is chosen. */
static char *
get_reason (const Question *question)
{
  g_autofree char *typed = ovs_text_clean (gtk_editable_get_text (GTK_EDITABLE (question->other)));

  if (*typed != '\0')
    return g_steal_pointer (&typed);
  for (guint i = 0; i < question->choices->len; i++)
    {
      GtkCheckButton *choice = g_ptr_array_index (question->choices, i);

      if (gtk_check_button_get_active (choice))
        return g_strdup (gtk_check_button_get_label (choice));
    }
  return NULL;
}

static void
on_changed (Question *question)
{
  g_autofree char *reason = get_reason (question);
  OvsDay day;
  gboolean good = ovs_day_row_get (question->said_on, question->today, &day) && day != OVS_NO_DAY && day <= question->today;

  adw_message_dialog_set_response_enabled (question->dialog, "go",
                                           good && reason != NULL && !ovs_bsn_in_text (reason)
                                               && !ovs_bsn_in_text (gtk_editable_get_text (GTK_EDITABLE (question->said_by))));
}

static OvsWithdrawalAnswer *
take_answer (const Question *question)
{
  OvsWithdrawalAnswer *answer = g_new0 (OvsWithdrawalAnswer, 1);

  answer->reason = get_reason (question);
  answer->said_by = ovs_text_clean (gtk_editable_get_text (GTK_EDITABLE (question->said_by)));
  ovs_day_row_get (question->said_on, question->today, &answer->said_on);
  return answer;
}

static void
on_response (AdwMessageDialog *dialog, const char *response, GTask *task)
{
  const Question *question = g_object_get_data (G_OBJECT (dialog), "question");

  g_task_return_pointer (task, g_str_equal (response, "go") ? take_answer (question) : NULL, (GDestroyNotify) ovs_withdrawal_answer_free);
  g_object_unref (task);
}

/* --- what is asked --------------------------------------------------------------------------------------------- */

static void
add_choice (Question *question, GtkListBox *list, const char *reason)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *choice = gtk_check_button_new_with_label (reason);

  if (question->choices->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (choice), g_ptr_array_index (question->choices, 0));
  else
    gtk_check_button_set_active (GTK_CHECK_BUTTON (choice), TRUE);
  gtk_widget_set_hexpand (choice, TRUE);
  g_signal_connect_swapped (choice, "toggled", G_CALLBACK (on_changed), question);
  g_ptr_array_add (question->choices, choice);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), choice);
  ovs_accessible_set_label (row, reason);
  gtk_list_box_append (list, row);
}

static GtkWidget *
make_list (const char *label)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  ovs_accessible_set_label (list, label);
  return list;
}

static GtkWidget *
make_reasons (Question *question)
{
  const char *const ready[] = { _ ("Wants to wait"), _ ("Leaves our firm"), _ ("Stops, or is bankrupt"), _ ("Stops with Loket") };
  GtkWidget *list = make_list (_ ("Reason"));

  question->other = ovs_entry_row_new (_ ("Another reason"));
  for (gsize i = 0; i < G_N_ELEMENTS (ready); i++)
    add_choice (question, GTK_LIST_BOX (list), ready[i]);
  gtk_list_box_append (GTK_LIST_BOX (list), question->other);
  return list;
}

static GtkWidget *
make_said (Question *question, const OvsClientFacts *facts)
{
  GtkWidget *list = make_list (_ ("Who said so"));
  g_autofree char *today = ovs_day_to_dutch (facts->today);

  question->said_by = ovs_entry_row_new (_ ("Who said so"));
  gtk_editable_set_text (GTK_EDITABLE (question->said_by), facts->contact_name != NULL ? facts->contact_name : "");
  question->said_on = ovs_day_row_new (_ ("On (d-m-yyyy)"));
  gtk_editable_set_text (GTK_EDITABLE (question->said_on), today);
  gtk_list_box_append (GTK_LIST_BOX (list), question->said_by);
  gtk_list_box_append (GTK_LIST_BOX (list), question->said_on);
  g_signal_connect_swapped (question->other, "changed", G_CALLBACK (on_changed), question);
  g_signal_connect_swapped (question->said_by, "changed", G_CALLBACK (on_changed), question);
  g_signal_connect_swapped (question->said_on, "changed", G_CALLBACK (on_changed), question);
  return list;
}

/* --- what follows ---------------------------------------------------------------------------------------------- */

static void
add_line (GtkBox *box, OvsSign sign, const char *text)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", ovs_sign_get_icon (sign), "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "valign", GTK_ALIGN_START, NULL);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (image, ovs_sign_get_class (sign));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 30);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), image);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (box, line);
}

static void
add_handed_in (GtkBox *box, const OvsClientFacts *facts)
{
  g_autofree char *day = ovs_day_words (facts->handed_in_on, facts->today);
  g_autofree char *text = g_strdup_printf (_ ("Loket got a client list with it on %s: tell Loket in a ticket, whose text is ready to copy. Until Loket "
                                              "confirms, the client may be converted all the same."),
                                           day);

  add_line (box, OVS_SIGN_WARNING, text);
}

static void
add_informed (GtkBox *box, const OvsClientFacts *facts)
{
  g_autofree char *day = ovs_day_words (facts->informed_on, facts->today);
  g_autofree char *text = g_strdup_printf (_ ("It was informed on %s: a letter that takes the announcement back is due."), day);

  add_line (box, OVS_SIGN_WARNING, text);
}

static void
add_invited (GtkBox *box, const OvsClientFacts *facts)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%'d person was invited already. That cannot be taken back: an invitation stays, and so does an "
                                                     "account. Werknemerloket can be opened again, see Follow.",
                                                     "%'d people were invited already. That cannot be taken back: invitations stay, and so do "
                                                     "accounts. Werknemerloket can be opened again, see Follow.",
                                                     (gulong) facts->invited),
                                           (int) facts->invited);

  add_line (box, OVS_SIGN_STOPPER, text);
}

static GtkWidget *
make_consequences (const OvsClientFacts *facts)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *title = gtk_label_new (_ ("What follows"));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (box), title);
  if (facts->withdrawal.duties & OVS_DUTY_LOOK)
    add_invited (GTK_BOX (box), facts);
  if (facts->withdrawal.possible)
    add_line (GTK_BOX (box), OVS_SIGN_DONE, _ ("Out of the selection: its people get no invitation and keep Werknemerloket."));
  if (facts->withdrawal.duties & OVS_DUTY_LETTER)
    add_informed (GTK_BOX (box), facts);
  if (facts->withdrawal.duties & OVS_DUTY_TELL)
    add_handed_in (GTK_BOX (box), facts);
  if (facts->withdrawal.possible)
    add_line (GTK_BOX (box), OVS_SIGN_INFO, _ ("It is one step that can be undone, and the client can take part again at any time."));
  return box;
}

/* --- the dialog ------------------------------------------------------------------------------------------------ */

static void
ask (Question *question, GtkBox *content, const OvsClientFacts *facts)
{
  gtk_box_append (content, make_reasons (question));
  gtk_box_append (content, make_said (question, facts));
  adw_message_dialog_add_responses (question->dialog, "cancel", _ ("Cancel"), "go", _ ("Does not take part"), NULL);
  adw_message_dialog_set_response_appearance (question->dialog, "go", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (question->dialog, "go");
  on_changed (question);
}

/* In a low window the content scrolls, and the buttons stay in sight. */
static GtkWidget *
make_scrolled (GtkWindow *parent, GtkWidget *content)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  int room = gtk_widget_get_height (GTK_WIDGET (parent)) - HEAD_AND_BUTTONS;

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_widget_set_size_request (scrolled, WIDTH, -1);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX (room, LEAST));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);
  /* The shadows of its cards. */
  gtk_widget_set_margin_start (content, 2);
  gtk_widget_set_margin_end (content, 2);
  gtk_widget_set_margin_bottom (content, 4);
  return scrolled;
}

void
ovs_withdrawal_dialog_async (GtkWindow *parent, const OvsClientFacts *facts, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  g_autofree char *heading = g_strdup_printf (_ ("Does “%s” not take part?"), facts->name != NULL ? facts->name : facts->number);
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, NULL);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  Question *question = g_new0 (Question, 1);

  question->dialog = ADW_MESSAGE_DIALOG (dialog);
  question->choices = g_ptr_array_new ();
  question->today = facts->today;
  g_task_set_source_tag (task, ovs_withdrawal_dialog_async);
  g_object_set_data_full (G_OBJECT (dialog), "question", question, question_free);
  gtk_box_append (GTK_BOX (content), make_consequences (facts));
  if (facts->withdrawal.possible)
    ask (question, GTK_BOX (content), facts);
  else
    adw_message_dialog_add_responses (question->dialog, "cancel", _ ("Close"), NULL);
  adw_message_dialog_set_close_response (question->dialog, "cancel");
  adw_message_dialog_set_extra_child (question->dialog, make_scrolled (parent, content));
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), task);
  ovs_dialog_present (ADW_MESSAGE_DIALOG (dialog));
}

OvsWithdrawalAnswer *
ovs_withdrawal_dialog_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
