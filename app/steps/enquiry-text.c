/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/enquiry-text.h"

#include <glib/gi18n.h>

char *
ovs_enquiry_text_state (const OvsEnquiryRow *row, OvsDay today)
{
  g_autofree char *returned = ovs_day_to_dutch (row->returned_on);
  g_autofree char *reminded = ovs_day_to_dutch (row->reminded_on);
  gulong late = (gulong) MAX (0, today - row->deadline);

  switch (row->state)
    {
    case OVS_ENQUIRY_NONE:
      return g_strdup (_ ("still to ask"));
    case OVS_ENQUIRY_LATE:
      return g_strdup_printf (ngettext ("%lu day late", "%lu days late", late), late);
    case OVS_ENQUIRY_RETURNED:
      return g_strdup_printf (_ ("came back on %s"), returned);
    case OVS_ENQUIRY_SOLVED:
      return g_strdup (_ ("all solved"));
    default:
      return row->reminded_on != OVS_NO_DAY ? g_strdup_printf (_ ("reminded on %s"), reminded) : g_strdup (_ ("on its way"));
    }
}

char *
ovs_enquiry_text_sentence (const OvsEnquiryRow *row, OvsDay today)
{
  gulong open = (gulong) row->open;
  g_autofree char *asked_on = ovs_day_to_dutch (row->asked_on);
  g_autofree char *deadline = ovs_day_to_dutch (row->deadline);
  g_autofree char *state = ovs_enquiry_text_state (row, today);
  g_autofree char *solved = g_strdup_printf (_ ("%d of %d solved"), (int) row->solved, (int) row->asked);

  if (row->state == OVS_ENQUIRY_NONE)
    return g_strdup_printf (ngettext ("Still to ask about %lu person", "Still to ask about %lu people", open), open);
  if (row->state == OVS_ENQUIRY_ASKED)
    return g_strdup_printf (_ ("List asked on %s, back by %s · %s"), asked_on, deadline, solved);
  return g_strdup_printf (_ ("List asked on %s: %s · %s"), asked_on, state, solved);
}
