/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/letter-facts.h"

#include <string.h>

#include "dossier/enquiries.h"

static const char select_client[]
    = "SELECT c.number, c.name, c.contact_name, c.contact_email, c.handler, c.contact_left = c.contact_name, c.selected, c.uses_leave, "
      "c.uses_expenses, c.uses_changes, w.id, w.number, w.date, "
      "(SELECT l.round_day FROM letter l WHERE l.employer = c.id AND l.state = 'sent' AND l.piece IN ('client', 'correction') ORDER BY l.id DESC LIMIT 1), "
      "(SELECT q.deadline FROM enquiry q WHERE q.employer = c.id ORDER BY q.id DESC LIMIT 1) "
      "FROM employer c LEFT JOIN wave w ON w.id = c.wave WHERE c.id = ?1";

/* What the counts per client are of, see dossier/tally.h; a number can take several. */
static const struct
{
  const char *what;
  gsize offset;
} numbers[] = {
  { "ready", G_STRUCT_OFFSET (OvsLetterFacts, in_service) },
  { "decide", G_STRUCT_OFFSET (OvsLetterFacts, in_service) },
  { "stopper", G_STRUCT_OFFSET (OvsLetterFacts, in_service) },
  { "done", G_STRUCT_OFFSET (OvsLetterFacts, in_service) },
  { "finding:no-private-email", G_STRUCT_OFFSET (OvsLetterFacts, without_email) },
  { "finding:invalid-private-email", G_STRUCT_OFFSET (OvsLetterFacts, without_email) },
  { "reason:left-2025-keeps-access", G_STRUCT_OFFSET (OvsLetterFacts, left_in_2025) },
  { "reason:left-2025-access-ended", G_STRUCT_OFFSET (OvsLetterFacts, left_in_2025) },
  { "outcome:submitted", G_STRUCT_OFFSET (OvsLetterFacts, submitted) },
  { "outcome:invited", G_STRUCT_OFFSET (OvsLetterFacts, invited) },
  { "outcome:unknown", G_STRUCT_OFFSET (OvsLetterFacts, not_invited) },
  { "list:fallout", G_STRUCT_OFFSET (OvsLetterFacts, not_invited) },
  { "outcome:linked", G_STRUCT_OFFSET (OvsLetterFacts, over) },
  { "list:waiting", G_STRUCT_OFFSET (OvsLetterFacts, waiting) },
  { "outcome:stranded", G_STRUCT_OFFSET (OvsLetterFacts, stranded) },
};

void
ovs_letter_facts_clear (OvsLetterFacts *facts)
{
  g_free (facts->number);
  g_free (facts->name);
  g_free (facts->contact_name);
  g_free (facts->contact_email);
  g_free (facts->handler);
  memset (facts, 0, sizeof *facts);
}

static void
read_client (OvsRows *rows, OvsLetterFacts *facts)
{
  facts->number = g_strdup (ovs_rows_text (rows, 0));
  facts->name = g_strdup (ovs_rows_text (rows, 1));
  facts->contact_name = g_strdup (ovs_rows_text (rows, 2));
  facts->contact_email = g_strdup (ovs_rows_text (rows, 3));
  facts->handler = g_strdup (ovs_rows_text (rows, 4));
  facts->contact_left = ovs_rows_int (rows, 5) != 0;
  facts->selected = ovs_rows_int (rows, 6) != 0;
  facts->uses_leave = ovs_rows_int (rows, 7) != 0;
  facts->uses_expenses = ovs_rows_int (rows, 8) != 0;
  facts->uses_changes = ovs_rows_int (rows, 9) != 0;
  facts->wave = ovs_rows_int (rows, 10);
  facts->wave_number = ovs_rows_int (rows, 11);
  facts->wave_on = ovs_rows_day (rows, 12);
  facts->told_day = ovs_rows_day (rows, 13);
  facts->answer_on = ovs_rows_day (rows, 14);
}

static void
add_number (OvsLetterFacts *facts, const char *what, gint64 number)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_str_equal (numbers[i].what, what))
      *(gint64 *) (gpointer) ((char *) facts + numbers[i].offset) += number;
}

static void
take_question (const OvsEnquiryRow *row, gpointer data)
{
  ((OvsLetterFacts *) data)->to_ask = row->open;
}

gboolean
ovs_letter_facts_read (OvsTx *tx, gint64 employer, OvsLetterFacts *facts)
{
  OvsRows rows = ovs_rows_open (tx, select_client, "i", employer);
  gboolean found = ovs_rows_next (&rows);

  memset (facts, 0, sizeof *facts);
  if (found)
    read_client (&rows, facts);
  ovs_rows_close (&rows);
  if (!found)
    return FALSE;
  facts->employer = employer;
  rows = ovs_rows_open (tx, "SELECT what, number FROM tally WHERE employer = ?1", "i", employer);
  while (ovs_rows_next (&rows))
    add_number (facts, ovs_rows_text (&rows, 0), ovs_rows_int (&rows, 1));
  ovs_enquiries_get (tx, employer, take_question, facts);
  return TRUE;
}
