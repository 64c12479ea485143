/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/ticket-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/text.h"
#include "rules/bsn.h"
#include "steps/day-row.h"
#include "widgets/accessible.h"
#include "widgets/dialog.h"
#include "widgets/drop-down.h"
#include "widgets/entry-row.h"

typedef struct
{
  AdwMessageDialog *dialog;
  OvsTicketDraft *draft; /* (owned) */
  GtkWidget *subject;    /* (nullable): where it is no question */
  GtkWidget *about;      /* (nullable): the same */
  GtkWidget *words;
  GtkWidget *number;
  GtkWidget *day;
  OvsDay today;
} Question;

static const char *const subjects[OVS_N_SUBJECTS] = {
  [OVS_SUBJECT_OVERVIEW] = N_ ("Overview"),     [OVS_SUBJECT_CLIENT_LIST] = N_ ("Client list"),
  [OVS_SUBJECT_WITHDRAWAL] = N_ ("Withdrawal"), [OVS_SUBJECT_ADDENDUM] = N_ ("Addendum"),
  [OVS_SUBJECT_MIJNLOKET] = N_ ("MijnLoket on"), [OVS_SUBJECT_OTHER] = N_ ("Something else"),
};

const char *
ovs_ticket_subject_title (OvsSubject subject)
{
  return _ (subjects[subject]);
}

OvsTicketDraft *
ovs_ticket_draft_new (OvsSubject subject, gint64 client, const char *client_name)
{
  OvsTicketDraft *draft = g_new0 (OvsTicketDraft, 1);

  draft->subject = subject;
  draft->client = client;
  draft->client_name = g_strdup (client_name);
  draft->about = client != 0 ? OVS_TICKET_ABOUT_CLIENT : OVS_TICKET_ABOUT_NOBODY;
  return draft;
}

void
ovs_ticket_draft_free (OvsTicketDraft *draft)
{
  g_free (draft->words);
  g_free (draft->number);
  g_free (draft->client_name);
  g_free (draft);
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_pointer (&question->draft, ovs_ticket_draft_free);
  g_free (question);
}

static const char *
get_text (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
on_changed (Question *question)
{
  OvsDay day;
  gboolean good = ovs_day_row_get (question->day, question->today, &day) && day != OVS_NO_DAY && day <= question->today;

  adw_message_dialog_set_response_enabled (question->dialog, "go",
                                           good && !ovs_bsn_in_text (get_text (question->words)) && !ovs_bsn_in_text (get_text (question->number)));
}

/* --- whom it is about ------------------------------------------------------------------------------------------ */

static const int scopes[] = { OVS_TICKET_ABOUT_AS_IT_WAS, OVS_TICKET_ABOUT_NOBODY, OVS_TICKET_ABOUT_CLIENT, OVS_TICKET_ABOUT_TAKING_PART };

static gboolean
is_possible (const OvsTicketDraft *draft, int scope)
{
  if (scope == OVS_TICKET_ABOUT_AS_IT_WAS)
    return draft->id != 0;
  return scope != OVS_TICKET_ABOUT_CLIENT || draft->client != 0;
}

static guint
find_scope (const OvsTicketDraft *draft, guint chosen)
{
  for (gsize i = 0; i < G_N_ELEMENTS (scopes); i++)
    if (is_possible (draft, scopes[i]) && chosen-- == 0)
      return (guint) scopes[i];
  return OVS_TICKET_ABOUT_NOBODY;
}

static GtkWidget *
make_about (const OvsTicketDraft *draft)
{
  GtkStringList *choices = gtk_string_list_new (NULL);
  GtkWidget *drop_down;
  guint selected = 0, n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      if (!is_possible (draft, scopes[i]))
        continue;
      if (scopes[i] == (int) draft->about)
        selected = n;
      n++;
      gtk_string_list_append (choices, scopes[i] == OVS_TICKET_ABOUT_AS_IT_WAS ? _ ("The clients it was about")
                                       : scopes[i] == OVS_TICKET_ABOUT_NOBODY  ? _ ("No client in particular")
                                       : scopes[i] == OVS_TICKET_ABOUT_CLIENT  ? draft->client_name
                                                                               : _ ("All clients that take part"));
    }
  drop_down = ovs_drop_down_new (choices, _ ("About"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), selected);
  return drop_down;
}

/* A client list is about all who take part, unless one client is asked about. */
static void
on_subject (Question *question)
{
  guint subject = gtk_drop_down_get_selected (GTK_DROP_DOWN (question->subject));

  if (subject == OVS_SUBJECT_CLIENT_LIST && question->draft->id == 0 && question->draft->client == 0)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (question->about), 1);
}

static GtkWidget *
make_subject (OvsSubject subject)
{
  GtkStringList *choices = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  for (int i = 0; i < OVS_N_SUBJECTS; i++)
    gtk_string_list_append (choices, ovs_ticket_subject_title ((OvsSubject) i));
  drop_down = ovs_drop_down_new (choices, _ ("Subject"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), (guint) subject);
  return drop_down;
}

static void
add_drop_down (GtkListBox *list, const char *title, GtkWidget *drop_down)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (drop_down, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), drop_down);
  gtk_list_box_append (list, row);
}

static GtkWidget *
add_entry (GtkListBox *list, GtkWidget *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_list_box_append (list, row);
  return row;
}

static GtkWidget *
make_fields (Question *question, gboolean fixed)
{
  GtkWidget *list = gtk_list_box_new ();
  OvsTicketDraft *draft = question->draft;
  g_autofree char *day = ovs_day_to_dutch (draft->handed_in_on != OVS_NO_DAY ? draft->handed_in_on : question->today);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  ovs_accessible_set_label (list, _ ("Ticket to Loket"));
  if (!fixed)
    {
      question->subject = make_subject (draft->subject);
      question->about = make_about (draft);
      add_drop_down (GTK_LIST_BOX (list), _ ("Subject"), question->subject);
      add_drop_down (GTK_LIST_BOX (list), _ ("About"), question->about);
      g_signal_connect_swapped (question->subject, "notify::selected", G_CALLBACK (on_subject), question);
    }
  question->number = add_entry (GTK_LIST_BOX (list), ovs_entry_row_new (_ ("Ticket number")), draft->number);
  question->day = add_entry (GTK_LIST_BOX (list), ovs_day_row_new (_ ("Handed in on (d-m-yyyy)")), day);
  question->words = add_entry (GTK_LIST_BOX (list), ovs_entry_row_new (_ ("In your own words, if need be")), draft->words);
  g_signal_connect_swapped (question->number, "changed", G_CALLBACK (on_changed), question);
  g_signal_connect_swapped (question->day, "changed", G_CALLBACK (on_changed), question);
  g_signal_connect_swapped (question->words, "changed", G_CALLBACK (on_changed), question);
  return list;
}

/* --- the dialog ------------------------------------------------------------------------------------------------ */

static OvsTicketDraft *
take_answer (Question *question)
{
  OvsTicketDraft *draft = g_steal_pointer (&question->draft);

  if (question->subject != NULL)
    {
      draft->subject = (OvsSubject) gtk_drop_down_get_selected (GTK_DROP_DOWN (question->subject));
      draft->about = find_scope (draft, gtk_drop_down_get_selected (GTK_DROP_DOWN (question->about)));
    }
  g_free (draft->words);
  g_free (draft->number);
  draft->words = ovs_text_clean (get_text (question->words));
  draft->number = ovs_text_clean (get_text (question->number));
  ovs_day_row_get (question->day, question->today, &draft->handed_in_on);
  return draft;
}

static void
on_response (AdwMessageDialog *dialog, const char *response, GTask *task)
{
  Question *question = g_object_get_data (G_OBJECT (dialog), "question");

  g_task_return_pointer (task, g_str_equal (response, "go") ? take_answer (question) : NULL, (GDestroyNotify) ovs_ticket_draft_free);
  g_object_unref (task);
}

void
ovs_ticket_dialog_async (GtkWindow *parent, OvsTicketDraft *draft, gboolean fixed, OvsDay today, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkWidget *dialog = adw_message_dialog_new (parent, _ ("Note the ticket"), _ ("So that everybody in the office sees that Loket was asked, and when."));
  Question *question = g_new0 (Question, 1);

  question->dialog = ADW_MESSAGE_DIALOG (dialog);
  question->draft = draft;
  question->today = today;
  g_task_set_source_tag (task, ovs_ticket_dialog_async);
  g_object_set_data_full (G_OBJECT (dialog), "question", question, question_free);
  adw_message_dialog_add_responses (question->dialog, "cancel", _ ("Cancel"), "go", _ ("Keep"), NULL);
  adw_message_dialog_set_response_appearance (question->dialog, "go", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (question->dialog, "go");
  adw_message_dialog_set_close_response (question->dialog, "cancel");
  adw_message_dialog_set_extra_child (question->dialog, make_fields (question, fixed));
  on_changed (question);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), task);
  ovs_dialog_present (ADW_MESSAGE_DIALOG (dialog));
}

OvsTicketDraft *
ovs_ticket_dialog_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
