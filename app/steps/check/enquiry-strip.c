/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/check/enquiry-strip.h"

#include <glib/gi18n.h>

char *
ovs_enquiry_strip_say (const OvsEnquiryCounts *counts)
{
  if (counts->late == 0)
    return g_strdup_printf (_ ("%'d asked"), (int) counts->asked);
  return g_strdup_printf (_ ("%'d asked, %'d late"), (int) counts->asked, (int) counts->late);
}

static void
show_standing (OvsAnswerStrip *strip, const OvsEnquiryCounts *counts)
{
  gulong people = (gulong) counts->people;
  g_autofree char *title = ovs_enquiry_strip_say (counts);
  g_autofree char *waiting = g_strdup_printf (ngettext ("%'lu person waits for an answer.", "%'lu people wait for an answer.", people), people);

  if (counts->asked > 0)
    ovs_answer_strip_set (strip, OVS_ANSWER_STANDING, OVS_SIGN_WAITING, title, waiting);
  else
    ovs_answer_strip_set (strip, OVS_ANSWER_STANDING, OVS_SIGN_WAITING, _ ("No list is on its way"), NULL);
}

static void
show_to_do (OvsAnswerStrip *strip, const OvsEnquiryCounts *counts)
{
  gulong to_ask = (gulong) counts->to_ask, late = (gulong) counts->late;
  g_autofree char *asking = g_strdup_printf (ngettext ("Ask %'lu client", "Ask %'lu clients", to_ask), to_ask);
  g_autofree char *reminding = g_strdup_printf (ngettext ("Remind %'lu client", "Remind %'lu clients", late), late);

  if (to_ask > 0)
    ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_WARNING, asking, _ ("Make their lists and send them."));
  else if (late > 0)
    ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_WARNING, reminding, _ ("Make their lists anew, or call them."));
  else
    ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_DONE, _ ("Nothing more here"),
                          counts->asked > 0 ? _ ("Read a list in when it comes back.") : NULL);
}

void
ovs_enquiry_strip_show (OvsAnswerStrip *strip, const OvsEnquiryCounts *counts)
{
  show_standing (strip, counts);
  show_to_do (strip, counts);
  ovs_answer_strip_set (strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_INFO, _ ("Send lists a safe way"),
                        _ ("Not by ordinary mail: they are confidential."));
}
