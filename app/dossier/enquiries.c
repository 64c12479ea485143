/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/enquiries.h"

#include <glib/gi18n.h>

#include "dossier/client-filter.h"
#include "dossier/error.h"
#include "dossier/sorted-ids.h"
#include "dossier/trail.h"
#include "dossier/undo.h"
#include "rules/client-question.h"

/* --- the questions --------------------------------------------------------------------------------------------- */

static char *
join_codes (OvsFindings findings)
{
  GString *codes = g_string_new (",");

  for (int finding = 0; finding < OVS_N_FINDINGS; finding++)
    if (findings & OVS_FINDING_BIT (finding))
      g_string_append_printf (codes, "%s,", ovs_rule_get ((OvsFinding) finding)->code);
  return g_string_free (codes, FALSE);
}

/* The codes between commas, as SQL looks them up. */
static const char *
asked_codes (void)
{
  static char *codes = NULL;

  if (g_once_init_enter (&codes))
    g_once_init_leave (&codes, join_codes (ovs_client_questions ()));
  return codes;
}

static const char *
own_codes (void)
{
  static char *codes = NULL;

  if (g_once_init_enter (&codes))
    g_once_init_leave (&codes, join_codes (ovs_client_questions_own ()));
  return codes;
}

#define HAS_FINDING(employee, codes)                                                                                                \
  "EXISTS (SELECT 1 FROM finding f WHERE f.employee = " employee " AND NOT f.accepted AND instr(" codes ", ',' || f.code || ',')) "

/* Loket did not take the address, and nothing became of it since. */
#define STILL_ASKED                                                                                                                 \
  "y.id = u.employee AND u.asked_address = coalesce(y.email, y.email_as_read, '') AND u.no_access_on IS NULL AND NOT EXISTS "        \
  "(SELECT 1 FROM intent i WHERE i.employee = y.id AND i.kind = 'invite' AND i.state = 'confirmed') "

#define IS_ASKED(employee) "EXISTS (SELECT 1 FROM follow_up u CROSS JOIN employee y WHERE u.employee = " employee " AND " STILL_ASKED ") "

#define HAS_OPEN(employee) "(" HAS_FINDING (employee, "?1") "OR " IS_ASKED (employee) ") "

/* Told by the counts per client, so that no client without a question is looked through. */
#define CLIENT_HAS_OPEN                                                                                                             \
  "(EXISTS (SELECT 1 FROM tally t WHERE t.employer = c.id AND t.what >= 'finding:' AND t.what < 'finding;' "                        \
  "AND instr(?1, ',' || substr(t.what, 9) || ',')) "                                                                                \
  "OR EXISTS (SELECT 1 FROM follow_up u CROSS JOIN employee y WHERE u.asked_address IS NOT NULL AND y.employer = c.id AND " STILL_ASKED ")) "

#define LAST_ENQUIRY "(SELECT max(l.id) FROM enquiry l WHERE l.employer = c.id) "
#define ON_LIST "(SELECT count(*) FROM enquiry_person p WHERE p.enquiry = q.id) "
#define STILL_OPEN "(SELECT count(*) FROM enquiry_person p WHERE p.enquiry = q.id AND " HAS_OPEN ("p.employee") ") "

/* --- the clients ----------------------------------------------------------------------------------------------- */

static const char select_clients[]
    = "SELECT c.id, c.number, c.name, c.handler, c.contact_name, c.contact_phone, q.asked_on, q.deadline, q.reminded_on, "
      "q.returned_on, " ON_LIST ", " STILL_OPEN ", CASE WHEN " CLIENT_HAS_OPEN
      "THEN (SELECT count(*) FROM employee e WHERE e.employer = c.id AND " HAS_OPEN ("e.id") ") ELSE 0 END "
      "FROM employer c LEFT JOIN enquiry q ON q.id = " LAST_ENQUIRY
      "WHERE c.selected AND c.excluded_reason IS NULL AND " OVS_CLIENT_FILTER ("c.", "?2") " AND ?3 IN (0, c.id) "
      "AND (q.id IS NOT NULL OR " CLIENT_HAS_OPEN ") ORDER BY length(c.number_key), c.number_key";

static OvsEnquiryState
judge_state (OvsDay asked_on, OvsDay deadline, OvsDay returned_on, gint64 still_open, OvsDay today)
{
  if (asked_on == OVS_NO_DAY)
    return OVS_ENQUIRY_NONE;
  if (returned_on != OVS_NO_DAY)
    return OVS_ENQUIRY_RETURNED;
  if (still_open == 0)
    return OVS_ENQUIRY_SOLVED;
  return deadline < today ? OVS_ENQUIRY_LATE : OVS_ENQUIRY_ASKED;
}

static void
call_with_client (OvsRows *rows, OvsDay today, OvsEnquiryFunc func, gpointer data)
{
  OvsEnquiryRow row = {
    .employer = ovs_rows_int (rows, 0),
    .number = ovs_rows_text (rows, 1),
    .name = ovs_rows_text (rows, 2),
    .handler = ovs_rows_text (rows, 3),
    .contact_name = ovs_rows_text (rows, 4),
    .contact_phone = ovs_rows_text (rows, 5),
    .asked_on = ovs_rows_day (rows, 6),
    .deadline = ovs_rows_day (rows, 7),
    .reminded_on = ovs_rows_day (rows, 8),
    .returned_on = ovs_rows_day (rows, 9),
    .asked = ovs_rows_int (rows, 10),
    .open = ovs_rows_int (rows, 12),
  };
  gint64 still_open = ovs_rows_int (rows, 11);

  row.solved = row.asked - still_open;
  row.state = judge_state (row.asked_on, row.deadline, row.returned_on, still_open, today);
  func (&row, data);
}

void
ovs_enquiries_foreach (OvsTx *tx, const char *handler, OvsEnquiryFunc func, gpointer data)
{
  OvsDay today = ovs_tx_today (tx);
  OvsRows rows = ovs_rows_open (tx, select_clients, "ssi", asked_codes (), handler, (gint64) 0);

  while (ovs_rows_next (&rows))
    call_with_client (&rows, today, func, data);
}

gboolean
ovs_enquiries_get (OvsTx *tx, gint64 employer, OvsEnquiryFunc func, gpointer data)
{
  OvsDay today = ovs_tx_today (tx);
  OvsRows rows = ovs_rows_open (tx, select_clients, "ssi", asked_codes (), NULL, employer);
  gboolean found = ovs_rows_next (&rows);

  if (found)
    call_with_client (&rows, today, func, data);
  ovs_rows_close (&rows);
  return found;
}

void
ovs_enquiries_count (OvsTx *tx, const char *handler, OvsEnquiryCounts *counts)
{
  OvsDay today = ovs_tx_today (tx);
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT q.asked_on, q.deadline, q.returned_on, " STILL_OPEN ", " CLIENT_HAS_OPEN
                                "FROM employer c LEFT JOIN enquiry q ON q.id = " LAST_ENQUIRY
                                "WHERE c.selected AND c.excluded_reason IS NULL AND " OVS_CLIENT_FILTER ("c.", "?2"),
                                "ss", asked_codes (), handler);

  *counts = (OvsEnquiryCounts){ 0 };
  while (ovs_rows_next (&rows))
    {
      OvsEnquiryState state
          = judge_state (ovs_rows_day (&rows, 0), ovs_rows_day (&rows, 1), ovs_rows_day (&rows, 2), ovs_rows_int (&rows, 3), today);
      gboolean on_its_way = state == OVS_ENQUIRY_ASKED || state == OVS_ENQUIRY_LATE;

      counts->all += state != OVS_ENQUIRY_NONE || ovs_rows_int (&rows, 4) != 0;
      counts->asked += on_its_way;
      counts->late += state == OVS_ENQUIRY_LATE;
      counts->returned += state == OVS_ENQUIRY_RETURNED;
      counts->to_ask += !on_its_way && ovs_rows_int (&rows, 4) != 0;
    }
  ovs_tx_get_int (tx, &counts->people,
                  "SELECT count(*) FROM employer c JOIN enquiry q ON q.id = " LAST_ENQUIRY "JOIN enquiry_person p ON p.enquiry = q.id "
                  "WHERE c.selected AND c.excluded_reason IS NULL AND " OVS_CLIENT_FILTER ("c.", "?2") " AND q.returned_on IS NULL "
                  "AND " HAS_OPEN ("p.employee") "AND NOT " HAS_FINDING ("p.employee", "?3"),
                  "sss", asked_codes (), handler, own_codes ());
}

/* --- the people ------------------------------------------------------------------------------------------------ */

static OvsFindings
parse_codes (const char *text)
{
  g_auto (GStrv) codes = g_strsplit (text != NULL ? text : "", ",", -1);
  OvsFindings findings = 0;

  for (gsize i = 0; codes[i] != NULL; i++)
    {
      OvsFinding finding;

      if (ovs_rule_lookup (codes[i], &finding))
        findings |= OVS_FINDING_BIT (finding);
    }
  return findings;
}

void
ovs_enquiries_people (OvsTx *tx, gint64 employer, OvsEnquiryPersonFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT c.id, c.number, c.name, c.handler, e.id, e.number, e.initials, e.first_name, e.prefix, e.last_name, "
                                "group_concat(f.code), " IS_ASKED ("e.id") "FROM employer c JOIN employee e ON e.employer = c.id "
                                "LEFT JOIN finding f ON f.employee = e.id AND NOT f.accepted AND instr(?1, ',' || f.code || ',') "
                                "WHERE c.id = ?2 AND c.selected AND c.excluded_reason IS NULL AND (f.code IS NOT NULL OR " IS_ASKED ("e.id") ") "
                                "GROUP BY e.id ORDER BY e.sort_key, e.id",
                                "si", asked_codes (), employer);

  while (ovs_rows_next (&rows))
    {
      OvsEnquiryPerson person = {
        .employer = ovs_rows_int (&rows, 0),
        .employer_number = ovs_rows_text (&rows, 1),
        .employer_name = ovs_rows_text (&rows, 2),
        .handler = ovs_rows_text (&rows, 3),
        .employee = ovs_rows_int (&rows, 4),
        .number = ovs_rows_text (&rows, 5),
        .initials = ovs_rows_text (&rows, 6),
        .first_name = ovs_rows_text (&rows, 7),
        .prefix = ovs_rows_text (&rows, 8),
        .last_name = ovs_rows_text (&rows, 9),
        .asked = parse_codes (ovs_rows_text (&rows, 10)),
      };

      if (ovs_rows_int (&rows, 11) != 0 && (person.asked & ovs_client_questions_address ()) == 0)
        person.asked |= OVS_FINDING_BIT (OVS_FINDING_INVALID_PRIVATE_EMAIL);
      func (&person, data);
    }
}

void
ovs_enquiries_add_listed (OvsTx *tx, gint64 employer, GArray *people)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT p.employee FROM employer c JOIN enquiry_person p ON p.enquiry = " LAST_ENQUIRY "WHERE c.id = ?1", "i",
                                employer);

  while (ovs_rows_next (&rows))
    {
      gint64 employee = ovs_rows_int (&rows, 0);

      g_array_append_val (people, employee);
    }
}

GArray *
ovs_enquiries_clients_of (OvsTx *tx, const GArray *people)
{
  OvsRows rows;

  ovs_tx_exec (tx, "CREATE TEMP TABLE IF NOT EXISTS enquired (employer INTEGER PRIMARY KEY); DELETE FROM temp.enquired;");
  for (guint i = 0; i < people->len; i++)
    ovs_tx_run (tx, "INSERT OR IGNORE INTO temp.enquired SELECT employer FROM employee WHERE id = ?1", "i", g_array_index (people, gint64, i));
  rows = ovs_rows_open (tx,
                        "SELECT c.id FROM temp.enquired q JOIN employer c ON c.id = q.employer ORDER BY length(c.number_key), c.number_key", "");
  return ovs_ids (&rows);
}

/* --- asking and coming back ------------------------------------------------------------------------------------ */

/* The enquiry that is on its way, 0 for none. */
static gint64
find_on_its_way (OvsTx *tx, gint64 employer)
{
  gint64 enquiry = 0;

  ovs_tx_get_int (tx, &enquiry,
                  "SELECT q.id FROM employer c JOIN enquiry q ON q.id = " LAST_ENQUIRY
                  "WHERE c.id = ?2 AND q.returned_on IS NULL AND " STILL_OPEN "> 0",
                  "si", asked_codes (), employer);
  return enquiry;
}

static void
note_day (OvsTx *tx, gint64 sequence, gint64 employer, const char *field)
{
  g_autofree char *today = ovs_day_to_iso (ovs_tx_today (tx));

  ovs_history_add (tx, sequence, employer, 0, field, NULL, today);
}

static gint64
begin_enquiry (OvsTx *tx, gint64 sequence, gint64 employer, OvsDay deadline)
{
  gint64 enquiry;

  ovs_tx_run (tx, "INSERT INTO enquiry (employer, asked_on, deadline, audit) VALUES (?1, ?2, ?3, ?4)", "iddi", employer, ovs_tx_today (tx),
              deadline, sequence);
  enquiry = ovs_tx_last_id (tx);
  note_day (tx, sequence, employer, "asked");
  return enquiry;
}

/* A list that is made again on the same day reminds nobody. */
static void
remind (OvsTx *tx, gint64 sequence, gint64 employer, gint64 enquiry, OvsDay deadline)
{
  ovs_tx_run (tx, "UPDATE enquiry SET deadline = ?2 WHERE id = ?1", "id", enquiry, deadline);
  ovs_tx_run (tx, "UPDATE enquiry SET reminded_on = ?2 WHERE id = ?1 AND asked_on < ?2 AND reminded_on IS NOT ?2", "id", enquiry,
              ovs_tx_today (tx));
  if (ovs_tx_changes (tx) > 0)
    note_day (tx, sequence, employer, "reminded");
}

static void
ask_one (OvsTx *tx, gint64 sequence, const OvsEnquiryMade *made, OvsDay deadline)
{
  gint64 enquiry = find_on_its_way (tx, made->employer);

  if (enquiry == 0)
    enquiry = begin_enquiry (tx, sequence, made->employer, deadline);
  else
    remind (tx, sequence, made->employer, enquiry, deadline);
  for (guint i = 0; i < made->people->len; i++)
    ovs_tx_run (tx, "INSERT OR IGNORE INTO enquiry_person (enquiry, employee) VALUES (?1, ?2)", "ii", enquiry,
                g_array_index (made->people, gint64, i));
}

gint64
ovs_enquiries_ask (OvsTx *tx, const OvsEnquiryMade *made, gsize n_made, OvsDay deadline)
{
  OvsStep step = ovs_step_begin (tx);
  g_autofree char *detail = NULL;
  guint people = 0;

  for (gsize i = 0; i < n_made; i++)
    {
      ask_one (tx, step.sequence, &made[i], deadline);
      people += made[i].people->len;
    }
  detail = g_strdup_printf ("{\"clients\": %" G_GSIZE_FORMAT ", \"people\": %u}", n_made, people);
  ovs_step_end (&step, "ask-clients", detail, NULL);
  return (gint64) n_made;
}

gboolean
ovs_enquiries_return_in (OvsTx *tx, gint64 employer, gint64 sequence)
{
  ovs_tx_run (tx,
              "UPDATE enquiry SET returned_on = ?2 WHERE id = (SELECT max(id) FROM enquiry WHERE employer = ?1) AND returned_on IS NULL", "id",
              employer, ovs_tx_today (tx));
  if (ovs_tx_changes (tx) == 0)
    return FALSE;
  note_day (tx, sequence, employer, "returned");
  return TRUE;
}

gint64
ovs_enquiries_return (OvsTx *tx, const GArray *employers, GError **error)
{
  OvsStep step = ovs_step_begin (tx);
  g_autofree char *detail = NULL;
  gint64 returned = 0;

  for (guint i = 0; i < employers->len; i++)
    returned += ovs_enquiries_return_in (tx, g_array_index (employers, gint64, i), step.sequence);
  detail = g_strdup_printf ("{\"clients\": %" G_GINT64_FORMAT "}", returned);
  ovs_step_end (&step, "clients-returned", detail, NULL);
  if (returned > 0)
    return returned;
  g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED,
                       _ ("No list of these clients is on its way, so none can have come back. Nothing was changed."));
  return -1;
}

gboolean
ovs_enquiries_is_mended_since (OvsTx *tx, gint64 employer, gint64 employee)
{
  gint64 mended = 0;

  ovs_tx_get_int (tx, &mended,
                  "SELECT EXISTS (SELECT 1 FROM history h JOIN audit a ON a.sequence = h.audit WHERE h.employee = ?2 AND h.field = 'email' "
                  "AND a.operation = 'mend' AND NOT EXISTS (SELECT 1 FROM undo_step s WHERE s.audit = a.sequence AND s.undone IS NOT NULL) "
                  "AND a.sequence > coalesce((SELECT max(q.audit) FROM enquiry q WHERE q.employer = ?1), 0))",
                  "ii", employer, employee);
  return mended != 0;
}
