/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/loket/outcome.h"

#include "practice/deeds.h"

#define NEWEST 10

const char *
ovs_practice_outcome_deed (gboolean mijnloket, const char *verb)
{
  static const struct
  {
    gboolean mijnloket;
    const char *verb;
    const char *deed;
  } deeds[] = {
    { TRUE, "SendInvite", "uitgenodigd" },
    { TRUE, "RevokeInvite", "mijnloket-ingetrokken" },
    { TRUE, "RevokeAccess", "mijnloket-geblokkeerd" },
    { TRUE, "ReinstateAccess", "mijnloket-gedeblokkeerd" },
    { FALSE, "SendInvite", "werknemerloket-uitgenodigd" },
    { FALSE, "RevokeInvite", "ingetrokken" },
    { FALSE, "RevokeAccess", "geblokkeerd" },
    { FALSE, "ReinstateAccess", "gedeblokkeerd" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (deeds); i++)
    if (deeds[i].mijnloket == mijnloket && g_str_equal (deeds[i].verb, verb))
      return deeds[i].deed;
  return "anders";
}

OvsPracticeHtml *
ovs_practice_outcome_new (OvsPracticeRows *row, int first, gboolean mijnloket)
{
  OvsPracticeHtml *html = ovs_practice_html_new ("loket/outcome");
  const char *verb = ovs_practice_rows_text (row, first);
  gboolean done = !ovs_practice_rows_is_null (row, first + 1);
  const char *message = ovs_practice_rows_text (row, first + 2);

  ovs_practice_html_put_flag (html, "wacht", !done);
  ovs_practice_html_put (html, g_str_equal (verb, "Leave") ? "ongewijzigd" : "reden", message);
  ovs_practice_html_put_flag (html, "geblokkeerd-bij-overstap", ovs_practice_rows_number (row, first + 3) != 0);
  if (done && message == NULL)
    ovs_practice_html_put_flag (html, ovs_practice_outcome_deed (mijnloket, verb), TRUE);
  return html;
}

void
ovs_practice_outcome_put_history (OvsPracticeHtml *html, OvsPracticeDb *db, const char *employee)
{
  g_autoptr (OvsPracticeRows) rows = ovs_practice_db_query (
      db,
      "SELECT a.id, a.submitted_at, a.kind = 'ess', a.ticket, a.origin, " OVS_PRACTICE_OUTCOME_COLUMNS
      " FROM action_item i JOIN action a ON a.id = i.action WHERE i.entity = ? AND a.kind IN ('ess', 'wnl') ORDER BY a.id DESC LIMIT ?",
      "tl", employee, (gint64) NEWEST);

  while (ovs_practice_rows_next (rows))
    {
      OvsPracticeHtml *row = ovs_practice_html_new ("loket/outcome-row");
      const char *origin = ovs_practice_rows_text (rows, 4);

      ovs_practice_html_put_number (row, "nummer", ovs_practice_rows_number (rows, 0));
      ovs_practice_html_put_moment (row, "moment", ovs_practice_rows_number (rows, 1));
      if (!ovs_practice_rows_is_null (rows, 3))
        ovs_practice_html_put_number (row, "ticket", ovs_practice_rows_number (rows, 3));
      ovs_practice_html_put_flag (row, "koppeling",
                                  g_str_equal (origin, OVS_PRACTICE_ORIGIN_INTERFACE) || g_str_equal (origin, OVS_PRACTICE_ORIGIN_AT_ONCE));
      ovs_practice_html_add (row, "wat", ovs_practice_outcome_new (rows, 5, ovs_practice_rows_number (rows, 2) != 0));
      ovs_practice_html_add (html, "berichten", row);
    }
}
