/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/track-answers.h"

#include <glib/gi18n.h>

static char *
count_waiting (const gint64 *counts)
{
  return g_strdup_printf (ngettext ("%'d is waiting.", "%'d are waiting.", (gulong) counts[OVS_OUTCOMES_WAITING]), (int) counts[OVS_OUTCOMES_WAITING]);
}

static char *
count_over (const gint64 *counts)
{
  return g_strdup_printf (_ ("%'d of %'d are over"), (int) counts[OVS_OUTCOMES_OVER], (int) counts[OVS_OUTCOMES_INVITED]);
}

static void
show_standing (OvsAnswerStrip *strip, const gint64 *counts)
{
  g_autofree char *over = count_over (counts);
  g_autofree char *waiting = count_waiting (counts);

  if (counts[OVS_OUTCOMES_INVITED] + counts[OVS_OUTCOMES_REFUSED] + counts[OVS_OUTCOMES_UNKNOWN] == 0)
    ovs_answer_strip_set (strip, OVS_ANSWER_STANDING, OVS_SIGN_INFO, _ ("Nothing to follow yet"), _ ("Following begins after Apply."));
  else
    ovs_answer_strip_set (strip, OVS_ANSWER_STANDING, counts[OVS_OUTCOMES_WAITING] == 0 ? OVS_SIGN_DONE : OVS_SIGN_WAITING, over, waiting);
}

static void
show_to_do (OvsAnswerStrip *strip, const gint64 *counts)
{
  int fallout = (int) counts[OVS_OUTCOMES_FALLOUT];
  g_autofree char *title = g_strdup_printf (ngettext ("%'d on the fallout list", "%'d on the fallout list", (gulong) fallout), fallout);

  if (fallout > 0)
    ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_WARNING, title, _ ("Each row says why, and what to do."));
  else if (counts[OVS_OUTCOMES_UNKNOWN] > 0)
    ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_UNKNOWN, _ ("Read the status back"), _ ("Loket has not told everything."));
  else
    ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_DONE, _ ("Nothing now"), _ ("Read the status back now and then (F5)."));
}

static gboolean
show_stranded (OvsAnswerStrip *strip, OvsAnswer answer, const gint64 *counts)
{
  int stranded = (int) counts[OVS_OUTCOMES_STRANDED];
  g_autofree char *title = g_strdup_printf (ngettext ("%'d without access", "%'d without access", (gulong) stranded), stranded);

  if (stranded > 0)
    ovs_answer_strip_set (strip, answer, OVS_SIGN_STOPPER, title, _ ("Solve these today."));
  return stranded > 0;
}

static void
show_look_out (OvsAnswerStrip *strip, const gint64 *counts)
{
  int both = (int) counts[OVS_OUTCOMES_BOTH_PORTALS];
  g_autofree char *open = g_strdup_printf (ngettext ("%'d has both portals", "%'d have both portals", (gulong) both), both);

  if (show_stranded (strip, OVS_ANSWER_LOOK_OUT, counts))
    return;
  if (both > 0)
    ovs_answer_strip_set (strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_WARNING, open, _ ("Werknemerloket is open beside MijnLoket."));
  else
    ovs_answer_strip_set (strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_INFO, _ ("Loket reminds by itself"), _ ("When is not known."));
}

static void
show_fallout (OvsAnswerStrip *strip, const gint64 *counts)
{
  int open = (int) counts[OVS_OUTCOMES_FALLOUT];
  int handled = (int) counts[OVS_OUTCOMES_HANDLED];
  g_autofree char *standing = g_strdup_printf (ngettext ("%'d is still open", "%'d are still open", (gulong) open), open);
  int without = (int) counts[OVS_OUTCOMES_NO_ACCESS];
  g_autofree char *solved = without > 0 ? g_strdup_printf (_ ("%'d invited since, %'d need no access."), handled, without)
                                        : g_strdup_printf (ngettext ("%'d was solved since.", "%'d were solved since.", (gulong) handled), handled);

  if (open > 0)
    ovs_answer_strip_set (strip, OVS_ANSWER_STANDING, OVS_SIGN_WARNING, standing, solved);
  else
    ovs_answer_strip_set (strip, OVS_ANSWER_STANDING, OVS_SIGN_DONE, _ ("Nobody is on the list"), solved);
  if (open == 0)
    ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_DONE, _ ("Nothing now"), _ ("Read the status back now and then (F5)."));
  else if (!show_stranded (strip, OVS_ANSWER_TO_DO, counts))
    ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_INFO, _ ("Invite again per row"), _ ("Where the address is wrong, adjust it first."));
  ovs_answer_strip_set (strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_WARNING, _ ("Invited today already?"), _ ("Let them look in the spam folder first."));
}

static void
show_waiting (OvsAnswerStrip *strip, const gint64 *counts)
{
  int waiting = (int) counts[OVS_OUTCOMES_WAITING];
  int lapsed = (int) counts[OVS_OUTCOMES_LAPSED];
  g_autofree char *standing = g_strdup_printf (ngettext ("%'d is still waiting", "%'d are still waiting", (gulong) waiting), waiting);
  g_autofree char *over = count_over (counts);
  g_autofree char *caption = g_strdup_printf ("%s.", over);
  g_autofree char *expired = g_strdup_printf (ngettext ("%'d invitation lapsed", "%'d invitations lapsed", (gulong) lapsed), lapsed);

  ovs_answer_strip_set (strip, OVS_ANSWER_STANDING, waiting == 0 ? OVS_SIGN_DONE : OVS_SIGN_WAITING, standing, caption);
  if (lapsed > 0)
    ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_WARNING, expired, _ ("Only a new invitation helps them."));
  else
    ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_DONE, _ ("Nothing now"), _ ("Loket reminds by itself; when is not known."));
  ovs_answer_strip_set (strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_INFO, _ ("The birth date is the last step"),
                        _ ("Who stops before it, goes on where he was."));
}

void
ovs_track_answers_show (OvsAnswerStrip *strip, OvsTrackAnswers about, const gint64 counts[OVS_N_OUTCOME_LISTS])
{
  if (about == OVS_TRACK_ANSWERS_FALLOUT)
    show_fallout (strip, counts);
  else if (about == OVS_TRACK_ANSWERS_WAITING)
    show_waiting (strip, counts);
  else
    {
      show_standing (strip, counts);
      show_to_do (strip, counts);
      show_look_out (strip, counts);
    }
}

char *
ovs_track_answers_sum (const gint64 counts[OVS_N_OUTCOME_LISTS])
{
  gint64 sent = counts[OVS_OUTCOMES_INVITED] + counts[OVS_OUTCOMES_REFUSED] + counts[OVS_OUTCOMES_UNKNOWN];

  return g_strdup_printf (_ ("%'d sent = %'d invited + %'d fallout + %'d unknown"), (int) sent, (int) counts[OVS_OUTCOMES_INVITED],
                          (int) counts[OVS_OUTCOMES_REFUSED], (int) counts[OVS_OUTCOMES_UNKNOWN]);
}

char *
ovs_track_answers_as_of (const OvsFigures *figures)
{
  g_autofree char *moment = figures->all.as_of != 0 ? ovs_clock_to_dutch (figures->all.as_of) : NULL;

  return moment != NULL ? g_strdup_printf (_ ("As of %s"), moment) : g_strdup (_ ("Nothing was read from Loket yet"));
}
