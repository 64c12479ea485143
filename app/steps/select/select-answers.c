/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/select-answers.h"

#include <glib/gi18n.h>

#include "rules/load.h"

static gint64
count_chosen (const OvsFigures *figures)
{
  return figures->clients.selected - figures->clients.converted;
}

static gint64
count_people (const OvsFigures *figures)
{
  return figures->clients.selected_employees - figures->clients.converted_employees;
}

static char *
say_people (gint64 people)
{
  return g_strdup_printf (ngettext ("%'d employee", "%'d employees", (gulong) people), (int) people);
}

static char *
say_standing (const OvsFigures *figures, gint64 chosen)
{
  int all = (int) figures->clients.employers;

  if (chosen == 0 && figures->clients.converted > 0)
    return g_strdup_printf (ngettext ("%d of %d client is over", "%d of %d clients are over", (gulong) all), (int) figures->clients.converted, all);
  return g_strdup_printf (ngettext ("%d of %d client chosen", "%d of %d clients chosen", (gulong) all), (int) chosen, all);
}

static void
show_standing (OvsAnswerStrip *strip, const OvsFigures *figures)
{
  gint64 chosen = count_chosen (figures);
  g_autofree char *title = say_standing (figures, chosen);
  g_autofree char *people = say_people (chosen > 0 ? count_people (figures) : figures->clients.converted_employees);
  g_autofree char *caption = NULL;

  if (chosen > 0 && figures->clients.converted > 0)
    caption = g_strdup_printf (_ ("%s, %'d clients over already"), people, (int) figures->clients.converted);
  ovs_answer_strip_set (strip, OVS_ANSWER_STANDING, figures->clients.selected > 0 ? OVS_SIGN_DONE : OVS_SIGN_NONE, title,
                        caption != NULL ? caption : people);
}

static void
show_call_backs (OvsAnswerStrip *strip, const OvsFigures *figures)
{
  int calls = (int) (figures->call_backs + figures->people_call_backs);
  g_autofree char *title = figures->people_call_backs == 0
                               ? g_strdup_printf (ngettext ("Call %d client back", "Call %d clients back", (gulong) calls), calls)
                               : g_strdup_printf (ngettext ("Call back %d time", "Call back %d times", (gulong) calls), calls);
  g_autofree char *caption = NULL;

  if (calls > 1)
    caption = g_strdup_printf (ngettext ("%s, then %d more.", "%s, then %d more.", (gulong) calls - 1), figures->first_call_back, calls - 1);
  ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_CALL, title, caption != NULL ? caption : figures->first_call_back);
}

static void
show_to_do (OvsAnswerStrip *strip, const OvsFigures *figures)
{
  if (figures->call_backs + figures->people_call_backs > 0)
    show_call_backs (strip, figures);
  else if (count_chosen (figures) > 0)
    ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_NONE, _ ("Check who can go over"), _ ("Or choose more clients first."));
  else if (figures->clients.converted == figures->clients.employers)
    ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_DONE, _ ("Nothing more here"), _ ("Go on to Follow."));
  else
    ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_WAITING, _ ("Tick the clients"), _ ("Space ticks, Ctrl+A ticks all that are shown."));
}

/* Before MijnLoket can be switched on the firm has signed the addendum: asked until somebody answers. */
static const char *
ask_for_mijnloket (OvsTold addendum)
{
  if (addendum == OVS_TOLD_YES)
    return _ ("Ask Loket for it first, then choose them.");
  return addendum == OVS_TOLD_NO ? _ ("First the addendum has to be signed.") : _ ("Is the addendum signed? Answer it at the three dots.");
}

static void
show_look_out (OvsAnswerStrip *strip, const OvsFigures *figures)
{
  int off = (int) figures->clients.without_mijnloket;
  int without = (int) figures->clients.without_product;
  int stoppers = (int) figures->judged.dispositions[OVS_DISPOSITION_STOPPER];
  g_autofree char *title = NULL;

  if (figures->withdrawals_open > 0)
    {
      title = g_strdup_printf (ngettext ("%d withdrawal is open", "%d withdrawals are open", (gulong) figures->withdrawals_open),
                               (int) figures->withdrawals_open);
      ovs_answer_strip_set (strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_STOPPER, title, _ ("Until Loket confirms it may convert them all the same."));
    }
  else if (off > 0)
    {
      title = g_strdup_printf (ngettext ("MijnLoket is off at %d", "MijnLoket is off at %d", (gulong) off), off);
      ovs_answer_strip_set (strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_WARNING, title, ask_for_mijnloket (figures->addendum));
    }
  else if (without > 0)
    {
      title = g_strdup_printf (ngettext ("%d without product 500", "%d without product 500", (gulong) without), without);
      ovs_answer_strip_set (strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_INFO, title, _ ("Ask Loket whether they can go along."));
    }
  else if (stoppers > 0)
    {
      title = g_strdup_printf (ngettext ("%'d stopper", "%'d stoppers", (gulong) stoppers), stoppers);
      ovs_answer_strip_set (strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_STOPPER, title, _ ("They can only go along once it is mended in Loket."));
    }
  else if (count_chosen (figures) > 0 || figures->clients.converted > 0)
    ovs_answer_strip_set (strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_DONE, _ ("No stoppers"), NULL);
  else
    ovs_answer_strip_set (strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_NONE, _ ("Nothing chosen yet"), _ ("What stands in the way is shown beside each client."));
}

void
ovs_select_answers_show_strip (OvsAnswerStrip *strip, const OvsFigures *figures)
{
  show_standing (strip, figures);
  show_to_do (strip, figures);
  show_look_out (strip, figures);
}

static void
show_empty_foot (OvsStepPage *page, const OvsFigures *figures)
{
  g_autofree char *day = ovs_day_to_dutch (figures->ticket_on);
  g_autofree char *ticket = figures->ticket != NULL ? g_strdup_printf (_ ("Ticket %s: handed in on %s"), figures->ticket, day)
                                                    : g_strdup_printf (_ ("Ticket: handed in on %s"), day);

  ovs_step_page_set_state (page, _ ("no clients yet"), OVS_STEP_MARK_NONE, 0);
  ovs_step_page_set_foot (page, _ ("Number of clients: unknown"), figures->ticket_on != OVS_NO_DAY ? ticket : _ ("Ticket: not handed in yet"), NULL, FALSE);
}

void
ovs_select_answers_show_foot (OvsStepPage *page, const OvsFigures *figures)
{
  gint64 chosen = count_chosen (figures), people = count_people (figures);
  gint64 shown = chosen > 0 ? chosen : figures->clients.converted;
  g_autofree char *clients = g_strdup_printf (ngettext ("%'d client", "%'d clients", (gulong) chosen), (int) chosen);
  g_autofree char *employees = say_people (people);
  g_autofree char *state = NULL;
  g_autofree char *totals = NULL;
  g_autofree char *load = ovs_load_tell ();
  g_autofree char *questions = ovs_load_say_questions ((guint64) people);

  if (figures->clients.employers == 0)
    {
      show_empty_foot (page, figures);
      return;
    }
  state = g_strdup_printf (_ ("%d of %d clients"), (int) shown, (int) figures->clients.employers);
  totals = people > 0 ? g_strdup_printf ("%s · %s · %s", clients, employees, questions)
                      : g_strdup_printf ("%s · %s", clients, employees);
  ovs_step_page_set_state (page, state, shown > 0 ? OVS_STEP_MARK_DONE : OVS_STEP_MARK_NONE, 0);
  ovs_step_page_set_foot (page, totals, people > 0 ? load : NULL,
                          _ ("On to Check"),
                          figures->clients.selected > 0);
}
