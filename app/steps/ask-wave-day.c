/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/ask-wave-day.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "conversion/blocked-days.h"
#include "rules/boundary.h"
#include "steps/ask-move.h"
#include "steps/ask-reason.h"
#include "steps/wave-words.h"
#include "steps/wave-work.h"
#include "widgets/accessible.h"
#include "widgets/dialog.h"
#include "widgets/sign.h"

/* So many days are looked at for one to propose. */
#define MOST_DAYS 100

typedef struct
{
  GtkWindow *parent;       /* (owned) */
  GtkWidget *teller;       /* (owned) */
  OvsWorkspace *workspace; /* (owned) */
  AdwMessageDialog *dialog; /* (owned) (nullable) */
  gint64 wave;
  gint64 number;
  OvsDay had;              /* the day that it has */
  char *reason;            /* (owned) (nullable): why so soon */
  OvsNotice notice;
  OvsDay today;
  OvsDay day; /* that it has or that is proposed, then the one that was chosen */
  OvsBlockedDays *blocked; /* (owned) (nullable) where they could not be read */
  GtkCalendar *calendar;
  GtkImage *sign;
  GtkLabel *advice;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->parent);
  g_object_unref (question->teller);
  g_object_unref (question->workspace);
  g_clear_object (&question->dialog);
  g_clear_pointer (&question->blocked, ovs_blocked_days_free);
  g_free (question->reason);
  g_free (question);
}

static OvsDay
get_day (const Question *question)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (question->calendar);

  return ovs_day_from_ymd (g_date_time_get_year (date), g_date_time_get_month (date), g_date_time_get_day_of_month (date));
}

/* Who was not informed yet can still be told in time. */
static gboolean
is_too_soon (const Question *question, OvsDay day)
{
  return day < ovs_notice_earliest (&question->notice, question->today, NULL);
}

/* --- what speaks against a day --- */

/* Returns: (transfer full): "" where nothing does. */
static char *
say_against (const Question *question, OvsDay day)
{
  g_autofree char *barred = NULL;
  OvsPlanReason reason;

  if (day < question->today)
    return g_strdup (_ ("This day has passed. Choose a day that is to come."));
  if (question->blocked != NULL && ovs_plan_day_is_barred (day, question->blocked->periods, &reason))
    barred = ovs_plan_reason_tell (&reason);
  if (!is_too_soon (question, day))
    return barred != NULL ? g_steal_pointer (&barred) : g_strdup ("");
  return g_strdup_printf (_ ("Less than %d days after informing the clients: a reason is asked for. %s"), OVS_NOTICE_DAYS, barred != NULL ? barred : "");
}

static void
show_advice (Question *question)
{
  OvsDay day = get_day (question);
  g_autofree char *against = g_strchomp (say_against (question, day));
  OvsSign sign = *against == '\0' ? OVS_SIGN_DONE : day < question->today ? OVS_SIGN_STOPPER : OVS_SIGN_WARNING;

  gtk_label_set_text (question->advice, *against != '\0' ? against : _ ("Nothing speaks against this day."));
  gtk_image_set_from_icon_name (question->sign, ovs_sign_get_icon (sign));
  gtk_widget_set_css_classes (GTK_WIDGET (question->sign), (const char *[]){ ovs_sign_get_class (sign), NULL });
  adw_message_dialog_set_response_enabled (question->dialog, "go", day >= question->today);
}

static GtkWidget *
make_fields (Question *question, const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autoptr (GDateTime) date = NULL;
  int year, month, day;

  ovs_day_to_ymd (question->day, &year, &month, &day);
  date = g_date_time_new_utc (year, month, day, 12, 0, 0);
  question->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_calendar_select_day (question->calendar, date);
  ovs_accessible_set_label (question->calendar, name);
  question->sign = GTK_IMAGE (g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign", GTK_ALIGN_START, NULL));
  question->advice = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (question->advice, TRUE);
  gtk_label_set_xalign (question->advice, 0);
  gtk_label_set_yalign (question->advice, 0);
  gtk_label_set_width_chars (question->advice, 34);
  gtk_label_set_max_width_chars (question->advice, 44);
  gtk_widget_set_hexpand (GTK_WIDGET (question->advice), TRUE);
  /* Two lines, so that the dialog does not jump. */
  gtk_widget_set_size_request (line, -1, 44);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (question->sign));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (question->advice));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (question->calendar));
  gtk_box_append (GTK_BOX (box), line);
  g_signal_connect_swapped (question->calendar, "day-selected", G_CALLBACK (show_advice), question);
  return box;
}

/* --- the answer --- */

static void
on_move_asked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Question *question = user_data;
  g_autoptr (GError) error = NULL;

  if (ovs_ask_move_finish (result, &error))
    ovs_wave_work_day (question->teller, question->workspace, question->number, question->day, question->reason);
  else if (error != NULL)
    gtk_widget_activate_action (question->teller, "win.tell-error", "s", error->message);
  question_free (question);
}

/* What it brings along is shown first; the same day once more brings nothing along. */
static void
move (Question *question)
{
  if (question->day != question->had)
    {
      ovs_ask_move_async (question->parent, question->workspace, question->wave, question->number, question->day, on_move_asked, question);
      return;
    }
  ovs_wave_work_day (question->teller, question->workspace, question->number, question->day, question->reason);
  question_free (question);
}

static void
on_reason (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Question *question = user_data;

  question->reason = ovs_ask_reason_finish (result);
  if (question->reason != NULL)
    move (question);
  else
    question_free (question);
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
  if (!is_too_soon (question, question->day))
    {
      move (question);
      return;
    }
  day = ovs_day_to_dutch (question->day);
  heading = g_strdup_printf (_ ("Why as soon as %s?"), day);
  ovs_ask_reason_async (question->parent, heading, _ ("That is less than 14 days after informing the clients. Their people may be surprised by the e-mail."),
                        _ ("Choose this day"), ovs_wave_words_early_reasons (), on_reason, question);
}

static void
present (Question *question)
{
  g_autofree char *heading = g_strdup_printf (_ ("The day of round %d"), (int) question->number);
  g_autofree char *earliest = ovs_notice_tell (&question->notice, question->today);
  GtkWidget *dialog = adw_message_dialog_new (question->parent, heading, earliest);

  question->dialog = g_object_ref (ADW_MESSAGE_DIALOG (dialog));
  adw_message_dialog_add_responses (question->dialog, "cancel", _ ("Cancel"), "go", _ ("Choose this day"), NULL);
  adw_message_dialog_set_response_appearance (question->dialog, "go", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (question->dialog, "go");
  adw_message_dialog_set_close_response (question->dialog, "cancel");
  adw_message_dialog_set_extra_child (question->dialog, make_fields (question, heading));
  show_advice (question);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), question);
  ovs_dialog_present (question->dialog);
}

static gboolean
read_blocked (OvsTx *tx, gpointer data, GError **error)
{
  Question *question = data;

  question->blocked = ovs_blocked_days_read (tx);
  return TRUE;
}

/* The first day that nothing speaks against, as far as a calendar tells. */
static OvsDay
find_proposal (const Question *question)
{
  OvsDay earliest = ovs_notice_earliest (&question->notice, question->today, NULL);

  for (OvsDay day = earliest; question->blocked != NULL && day < earliest + MOST_DAYS; day++)
    if (!ovs_plan_day_is_barred (day, question->blocked->periods, NULL))
      return day;
  return earliest;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Question *question = user_data;

  ovs_dossier_read_finish (OVS_DOSSIER (source), result, NULL);
  if (question->day == OVS_NO_DAY)
    question->day = find_proposal (question);
  present (question);
}

void
ovs_ask_wave_day (GtkWindow *parent, GtkWidget *teller, OvsWorkspace *workspace, const OvsRound *round)
{
  Question *question = g_new0 (Question, 1);

  question->parent = g_object_ref (parent);
  question->teller = g_object_ref (teller);
  question->workspace = g_object_ref (workspace);
  question->wave = round->id;
  question->number = round->number;
  question->notice = round->facts.notice;
  question->today = round->facts.today;
  question->day = question->had = round->facts.day;
  ovs_dossier_read_async (ovs_workspace_get_dossier (workspace), read_blocked, question, NULL, on_read, question);
}
