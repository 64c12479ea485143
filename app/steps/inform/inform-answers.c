/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/inform-answers.h"

#include <glib/gi18n.h>

#include "rules/boundary.h"
#include "rules/term.h"
#include "steps/day-words.h"

/* --- where do we stand --- */

static void
show_standing (OvsAnswerStrip *strip, const OvsInformingTotals *totals)
{
  gulong all = (gulong) totals->clients;
  g_autofree char *title
      = g_strdup_printf (ngettext ("%'d of %'lu client informed", "%'d of %'lu clients informed", all), (int) totals->informed, all);
  g_autofree char *flyer = g_strdup_printf (ngettext ("The flyer hangs at %'d of %'lu client.", "The flyer hangs at %'d of %'lu clients.", all),
                                            (int) totals->flyer_hangs, all);

  ovs_answer_strip_set (strip, OVS_ANSWER_STANDING, totals->open == 0 ? OVS_SIGN_DONE : OVS_SIGN_WAITING, title, flyer);
}

/* --- what is to be done now --- */

static char *
say_without_address (const OvsInformingTotals *totals)
{
  int others = (int) totals->states[OVS_INFORMING_NO_ADDRESS] - 1;

  if (totals->without_address == NULL)
    return NULL;
  if (others <= 0)
    return g_strdup_printf (_ ("One lacks an address: %s"), totals->without_address);
  return g_strdup_printf (ngettext ("%s and %d more lack an address.", "%s and %d more lack an address.", (gulong) others), totals->without_address,
                          others);
}

static char *
say_by_when (const OvsInformingTotals *totals, OvsDay today)
{
  g_autofree char *day = ovs_day_words (totals->next_due, today);

  if (totals->late > 0)
    return g_strdup (_ ("As soon as possible."));
  return totals->next_due != OVS_NO_DAY ? g_strdup_printf (_ ("The first on %s at the latest."), day) : NULL;
}

static void
show_sending (OvsAnswerStrip *strip, const OvsInformingTotals *totals, OvsDay today)
{
  gulong n = (gulong) (totals->pressing > 0 ? totals->pressing : totals->can_go);
  g_autofree char *title = totals->pressing > 0 ? g_strdup_printf (ngettext ("%'lu client mail today", "%'lu client mails today", n), n)
                                    : g_strdup_printf (ngettext ("Send %'lu client mail", "Send %'lu client mails", n), n);
  g_autofree char *caption = say_without_address (totals);

  if (caption == NULL)
    caption = say_by_when (totals, today);
  ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_MAIL, title, caption);
}

/* What is left when nothing can be sent. */
static void
show_rest (OvsAnswerStrip *strip, const OvsInformingTotals *totals)
{
  const gint64 *states = totals->states;
  g_autofree char *title = NULL;
  g_autofree char *address = say_without_address (totals);

  if (states[OVS_INFORMING_DRAFT] > 0)
    {
      title = g_strdup_printf (ngettext ("Tick off %'lu draft", "Tick off %'lu drafts", (gulong) states[OVS_INFORMING_DRAFT]),
                               (gulong) states[OVS_INFORMING_DRAFT]);
      ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_WAITING, title, _ ("Say of each that it was sent."));
    }
  else if (states[OVS_INFORMING_NO_ADDRESS] > 0)
    {
      title = g_strdup_printf (ngettext ("Call %'lu client", "Call %'lu clients", (gulong) states[OVS_INFORMING_NO_ADDRESS]),
                               (gulong) states[OVS_INFORMING_NO_ADDRESS]);
      ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_CALL, title, address);
    }
  else if (states[OVS_INFORMING_PASSED] > 0)
    {
      title = g_strdup_printf (ngettext ("Another day for %'lu client", "Another day for %'lu clients", (gulong) states[OVS_INFORMING_PASSED]),
                               (gulong) states[OVS_INFORMING_PASSED]);
      ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_WARNING, title, _ ("The day of their round is past."));
    }
  else
    {
      title = g_strdup_printf (ngettext ("Plan %'lu client in a round", "Plan %'lu clients in rounds", (gulong) states[OVS_INFORMING_NO_ROUND]),
                               (gulong) states[OVS_INFORMING_NO_ROUND]);
      ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_DAY, title, _ ("A mail tells the day of the round."));
    }
}

static void
show_to_do (OvsAnswerStrip *strip, const OvsInformingTotals *totals, OvsDay today)
{
  gulong trouble = (gulong) (totals->states[OVS_INFORMING_REFUSED] + totals->states[OVS_INFORMING_UNKNOWN]);
  g_autofree char *title = g_strdup_printf (ngettext ("Look at %'lu message", "Look at %'lu messages", trouble), trouble);

  if (totals->open == 0)
    ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_DONE, _ ("Nothing more here"), _ ("Go on to Apply."));
  else if (trouble > 0)
    ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_STOPPER, title, _ ("Refused, or not known whether they went: see the outbox."));
  else if (totals->can_go > 0)
    show_sending (strip, totals, today);
  else
    show_rest (strip, totals);
}

/* --- what to look out for --- */

/* The earliest day, as if everybody got to know on @from. */
static void
show_earliest (OvsAnswerStrip *strip, const OvsInformingTotals *totals, OvsDay today)
{
  gboolean all = totals->open == 0 && totals->latest != OVS_NO_DAY;
  OvsDay from = all ? totals->latest : today;
  g_autofree char *day = ovs_day_to_dutch (from + OVS_NOTICE_DAYS);
  g_autofree char *since = ovs_day_to_dutch (from);
  g_autofree char *title = g_strdup_printf (_ ("Earliest: %s"), day);
  g_autofree char *source = ovs_term_tell_source (OVS_TERM_NOTICE);
  g_autofree char *caption = all ? g_strdup_printf (_ ("%d days after the last client (%s), %s"), ovs_term_get (OVS_TERM_NOTICE), since, source)
                                 : g_strdup_printf (_ ("If everybody knows today: %d days later, %s"), ovs_term_get (OVS_TERM_NOTICE), source);

  ovs_answer_strip_set (strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_INFO, title, caption);
}

static void
show_next_due (OvsAnswerStrip *strip, const OvsInformingTotals *totals, OvsDay today)
{
  gulong days = (gulong) (totals->next_due - today);
  g_autofree char *day = ovs_day_words (totals->next_due, today);
  g_autofree char *title = g_strdup_printf (_ ("Inform by %s"), day);
  g_autofree char *source = ovs_term_tell_source (OVS_TERM_NOTICE);
  g_autofree char *caption = g_strdup_printf (ngettext ("That is in %'lu day: %d days ahead, %s", "That is in %'lu days: %d days ahead, %s", days), days,
                                              ovs_term_get (OVS_TERM_NOTICE), source);

  ovs_answer_strip_set (strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_DAY, title, caption);
}

static void
show_look_out (OvsAnswerStrip *strip, const OvsInformingTotals *totals, OvsDay today)
{
  gulong late = (gulong) totals->late;
  g_autofree char *title = g_strdup_printf (ngettext ("Late for %'lu client", "Late for %'lu clients", late), late);
  g_autofree char *last = g_strdup_printf (_ ("From tomorrow on it is shorter than %d days."), ovs_term_get (OVS_TERM_NOTICE));
  g_autofree char *shorter = g_strdup_printf (_ ("Shorter than %d days: send now, or choose another day."), ovs_term_get (OVS_TERM_NOTICE));

  if (totals->late > 0)
    ovs_answer_strip_set (strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_WARNING, title, shorter);
  else if (totals->today > 0)
    ovs_answer_strip_set (strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_WARNING, _ ("Today is the last day"), last);
  else if (totals->next_due != OVS_NO_DAY)
    show_next_due (strip, totals, today);
  else
    show_earliest (strip, totals, today);
}

void
ovs_inform_answers_show_strip (OvsAnswerStrip *strip, const OvsFigures *figures)
{
  show_standing (strip, &figures->informing);
  show_to_do (strip, &figures->informing, figures->reference_date);
  show_look_out (strip, &figures->informing, figures->reference_date);
}

/* --- the foot -------------------------------------------------------------------------------------------------- */

static void
append (GString *text, gint64 n, const char *words)
{
  if (n > 0)
    g_string_append_printf (text, "%s%'d %s", text->len > 0 ? ", " : "", (int) n, words);
}

static char *
say_open (const OvsInformingTotals *totals)
{
  const gint64 *states = totals->states;
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 trouble = states[OVS_INFORMING_REFUSED] + states[OVS_INFORMING_UNKNOWN];

  append (text, totals->can_go, _ ("ready to be sent"));
  append (text, states[OVS_INFORMING_NO_ADDRESS],
          ngettext ("lacks an address of a contact", "lack an address of a contact", (gulong) states[OVS_INFORMING_NO_ADDRESS]));
  append (text, states[OVS_INFORMING_DRAFT], _ ("as a draft"));
  append (text, trouble, _ ("to be looked at in the outbox"));
  append (text, states[OVS_INFORMING_NO_ROUND], _ ("without a round"));
  append (text, states[OVS_INFORMING_PASSED], _ ("whose round is past"));
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
show_state (OvsStepPage *page, const OvsInformingTotals *totals)
{
  gulong open = (gulong) totals->open;
  g_autofree char *line = g_strdup_printf (ngettext ("%'lu still to be sent", "%'lu still to be sent", open), open);

  if (totals->clients == 0)
    ovs_step_page_set_state (page, _ ("nobody yet"), OVS_STEP_MARK_NONE, 0);
  else if (open > 0)
    ovs_step_page_set_state (page, line, OVS_STEP_MARK_WARNING, (guint) open);
  else
    ovs_step_page_set_state (page, _ ("all informed"), OVS_STEP_MARK_DONE, 0);
}

gboolean
ovs_inform_answers_sends (const OvsFigures *figures, gboolean may_write)
{
  return may_write && figures->informing.can_go > 0;
}

void
ovs_inform_answers_show_foot (OvsStepPage *page, const OvsFigures *figures, gboolean may_write)
{
  const OvsInformingTotals *totals = &figures->informing;
  gulong all = (gulong) totals->clients;
  gulong informed_theirs = (gulong) totals->employees_informed;
  gulong n = (gulong) totals->can_go;
  g_autofree char *informed
      = g_strdup_printf (ngettext ("%'d of %'lu client informed", "%'d of %'lu clients informed", all), (int) totals->informed, all);
  g_autofree char *theirs = g_strdup_printf (
      ngettext ("%'lu client informed its employees", "%'lu clients informed their employees", informed_theirs), informed_theirs);
  g_autofree char *line = informed_theirs > 0 ? g_strdup_printf ("%s · %s", informed, theirs) : g_strdup (informed);
  g_autofree char *open = say_open (totals);
  g_autofree char *send = g_strdup_printf (ngettext ("Send %'lu client mail…", "Send %'lu client mails…", n), n);
  gboolean sends = ovs_inform_answers_sends (figures, may_write);

  show_state (page, totals);
  ovs_step_page_set_foot (page, line, open, sends ? send : _ ("On to Apply"), totals->clients > 0);
  if (sends)
    ovs_step_page_set_plain (page, _ ("On to Apply"));
}
