/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/ask-wave-day.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "steps/ask-reason.h"
#include "steps/wave-words.h"
#include "steps/wave-work.h"
#include "widgets/accessible.h"
#include "widgets/dialog.h"

typedef struct
{
  GtkWindow *parent;       /* (owned) */
  GtkWidget *teller;       /* (owned) */
  OvsWorkspace *workspace; /* (owned) */
  gint64 number;
  OvsNotice notice;
  OvsDay day;
  GtkCalendar *calendar;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->parent);
  g_object_unref (question->teller);
  g_object_unref (question->workspace);
  g_free (question);
}

static OvsDay
get_day (const Question *question)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (question->calendar);

  return ovs_day_from_ymd (g_date_time_get_year (date), g_date_time_get_month (date), g_date_time_get_day_of_month (date));
}

static void
on_reason (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Question *question = user_data;
  g_autofree char *reason = ovs_ask_reason_finish (result);

  if (reason != NULL)
    ovs_wave_work_day (question->teller, question->workspace, question->number, question->day, reason);
  question_free (question);
}

/* Who was not informed yet can still be told in time. */
static gboolean
is_too_soon (const Question *question)
{
  const OvsFigures *figures = ovs_workspace_get_figures (question->workspace);

  return question->day < ovs_notice_earliest (&question->notice, figures->reference_date, NULL);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Question *question)
{
  g_autofree char *day = NULL;
  g_autofree char *heading = NULL;

  if (!g_str_equal (response, "go"))
    {
      question_free (question);
      return;
    }
  question->day = get_day (question);
  if (!is_too_soon (question))
    {
      ovs_wave_work_day (question->teller, question->workspace, question->number, question->day, NULL);
      question_free (question);
      return;
    }
  day = ovs_day_to_dutch (question->day);
  heading = g_strdup_printf (_ ("Why as soon as %s?"), day);
  ovs_ask_reason_async (question->parent, heading, _ ("That is less than 14 days after informing the clients. Their people may be surprised by the e-mail."),
                        _ ("Choose this day"), ovs_wave_words_early_reasons (), on_reason, question);
}

void
ovs_ask_wave_day (GtkWindow *parent, GtkWidget *teller, OvsWorkspace *workspace, const OvsRound *round)
{
  Question *question = g_new0 (Question, 1);
  g_autofree char *heading = g_strdup_printf (_ ("The day of round %d"), (int) round->number);
  g_autofree char *earliest = ovs_notice_tell (&round->facts.notice, round->facts.today);
  OvsDay proposed = round->facts.day != OVS_NO_DAY ? round->facts.day : ovs_notice_earliest (&round->facts.notice, round->facts.today, NULL);
  g_autoptr (GDateTime) date = NULL;
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, earliest);
  int year, month, day;

  ovs_day_to_ymd (proposed, &year, &month, &day);
  date = g_date_time_new_utc (year, month, day, 12, 0, 0);
  question->parent = g_object_ref (parent);
  question->teller = g_object_ref (teller);
  question->workspace = g_object_ref (workspace);
  question->number = round->number;
  question->notice = round->facts.notice;
  question->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_calendar_select_day (question->calendar, date);
  ovs_accessible_set_label (question->calendar, heading);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "go", _ ("Choose this day"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "go", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "go");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), GTK_WIDGET (question->calendar));
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), question);
  ovs_dialog_present (ADW_MESSAGE_DIALOG (dialog));
}
