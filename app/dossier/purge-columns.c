/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/purge-columns.h"

#include <string.h>

/* Who is concerned: one employee, or everybody. Rows about clients only are emptied with everybody. */
#define OF_EMPLOYEE(column) " WHERE ?1 IN (0, " column ")"
#define OF_EVERYBODY " WHERE ?1 = 0"

/* What stood there was free text or a word of somebody else: that there was one still counts. */
#define A_TEXT(column) column " = CASE WHEN " column " IS NOT NULL THEN '–' END"

static const OvsPurgeTable tables[] = {
  { "accountability", "id employer format sha256 made entries trail_hash audit", "", NULL },
  { "acceptance", "", "employee code basis reason at", "DELETE FROM acceptance" OF_EMPLOYEE ("employee") },
  { "access", "employee portal status source as_of", "", NULL },
  { "access_before", "", "audit employee portal status source as_of written", "DELETE FROM access_before" OF_EMPLOYEE ("employee") },
  { "audit", "sequence at operation detail actor note previous hash", "", NULL },
  { "audit_text", "", "reference salt text",
    "DELETE FROM audit_text WHERE ?1 = 0 OR reference IN (SELECT a.note FROM audit a WHERE a.note IS NOT NULL AND (json_extract (a.detail, '$.employee') = ?1 "
    "OR a.sequence IN (SELECT h.audit FROM history h WHERE h.employee = ?1) OR a.sequence IN (SELECT n.audit FROM employee_note n WHERE n.employee = ?1)))" },
  { "blocked_period", "id first last handler audit", "reason", "UPDATE blocked_period SET reason = '–'" OF_EVERYBODY },
  { "closing", "id employer closed_on reopened_on reopened_for audit", "reason", "UPDATE closing SET " A_TEXT ("reason") OF_EVERYBODY },
  { "employee", "id employer email_kind change_in_loket first_seen added_by missing_since on_paper",
    "number number_key initials first_name prefix last_name birth_date deceased_on email_as_read email email_key email_domain work_email work_domain person_base "
    "person_initial sort_key excluded_reason loket_id",
    "UPDATE employee SET number = '', number_key = '#' || id, initials = NULL, first_name = NULL, prefix = NULL, last_name = NULL, birth_date = NULL, "
    "deceased_on = CASE WHEN deceased_on IS NOT NULL THEN '0001-01-01' END, email_as_read = NULL, email = NULL, email_key = NULL, email_domain = NULL, "
    "work_email = NULL, work_domain = NULL, person_base = NULL, person_initial = '', sort_key = '', loket_id = NULL, " A_TEXT ("excluded_reason")
    OF_EMPLOYEE ("id") },
  { "employee_note", "", "id employee text call_back_on done_on audit", "DELETE FROM employee_note" OF_EMPLOYEE ("employee") },
  { "employer",
    "id number number_key name city handler group_code payroll payday product_500 mijnloket tier uses_leave uses_expenses uses_changes overview_on selected "
    "without_werknemerloket_too informed_on informed_at loket_id added_by missing_since handler_rights handler_rights_of wave route "
    "employees_informed_on flyer_hangs_on contract_ends_on",
    "contact_name contact_email contact_phone contact_domain contact_left excluded_reason informed_note",
    "UPDATE employer SET contact_name = NULL, contact_email = NULL, contact_phone = NULL, contact_domain = NULL, contact_left = NULL, informed_note = NULL, "
    A_TEXT ("excluded_reason") OF_EVERYBODY },
  { "employer_note", "", "id employer text call_back_on done_on audit", "DELETE FROM employer_note" OF_EVERYBODY },
  /* Only whether somebody is in service today stays. */
  { "employment", "employee ordinal", "start_date end_date",
    "UPDATE employment SET start_date = NULL, end_date = CASE WHEN end_date < ?2 OR start_date > ?2 THEN '0001-01-01' END" OF_EMPLOYEE ("employee") },
  { "enquiry", "id employer asked_on deadline reminded_on returned_on audit", "", NULL },
  { "enquiry_person", "enquiry employee", "", NULL },
  { "erased", "employee erased_on hash", "", NULL },
  { "fallout_before", "entry replaced import employee", "reason", "UPDATE fallout_before SET reason = ''" OF_EMPLOYEE ("employee") },
  { "fallout_entry", "id import employee employer_number", "employee_number name reason",
    "UPDATE fallout_entry SET employee_number = '#' || id, name = '', reason = ''" OF_EMPLOYEE ("employee") },
  { "finding", "employee code accepted", "", NULL },
  { "follow_up", "employee no_access_on snoozed_until", "no_access_reason asked_address",
    "UPDATE follow_up SET asked_address = NULL, " A_TEXT ("no_access_reason") OF_EMPLOYEE ("employee") },
  { "history", "", "id audit employer employee field old new", "DELETE FROM history" OF_EMPLOYEE ("employee") },
  { "import", "id audit kind sha256 encoding delimiter header_line file_day rolled_back", "file_name mapping",
    "UPDATE import SET file_name = '', mapping = '{}'" OF_EVERYBODY },
  { "import_employer", "import employer", "", NULL },
  { "intent",
    "id employee kind generation state request werknemerloket_before mijnloket_before reason planned settled settled_by", "message",
    "UPDATE intent SET message = NULL" OF_EMPLOYEE ("employee") },
  { "judged_all_on", "id day", "", NULL },
  { "judgement", "employee disposition reason judged_on", "", NULL },
  { "lease", "id host process started name since heartbeat", "", NULL },
  { "letter", "id piece employer wave round_day way message_id state attempts written settled audit",
    "recipient_name recipient subject text answer content",
    "UPDATE letter SET recipient_name = NULL, recipient = NULL, subject = '', text = '', answer = NULL, content = NULL" OF_EVERYBODY },
  { "message_read", "intent state", "", NULL },
  { "milestone", "wave code done_on audit", "", NULL },
  { "preflight", "employer as_of told lacking mijnloket product_500", "", NULL },
  { "question", "id employer employee began began_on ended step minutes solved_by call_back_on call_back_at audit", "note",
    "UPDATE question SET note = NULL" OF_EMPLOYEE ("employee") },
  /* Words of the office and of Loket: either may name somebody. */
  { "reason_meaning", "", "words meaning advice", "DELETE FROM reason_meaning" OF_EVERYBODY },
  { "request", "id employer run kind route action sent answered answer audit", "", NULL },
  { "run", "id kind wave audit approved begun ended ending", "", NULL },
  { "setting", "name value", "", NULL },
  { "standing_day", "employer what day number", "", NULL },
  { "stand_in", "id handler by first last audit", "", NULL },
  { "sunset", "resource stops_on noted shown program", "", NULL },
  { "tally", "employer what number", "", NULL },
  { "ticket", "id subject number handed_in_on closed_on", "about", "UPDATE ticket SET about = NULL" OF_EVERYBODY },
  { "ticket_client", "ticket employer", "", NULL },
  { "told_difference", "", "employee basis agreed at", "DELETE FROM told_difference" OF_EMPLOYEE ("employee") },
  /* A step holds what rows were before it, of whomever: none can be taken back any more. */
  { "undo_step", "", "id audit changeset undone", "DELETE FROM undo_step WHERE ?1 IS NOT NULL" },
  { "unknown_field", "resource field noted program shown", "", NULL },
  { "wave", "id number date route frozen_at applied_at questions", "early_reason notice_reason",
    "UPDATE wave SET " A_TEXT ("early_reason") ", " A_TEXT ("notice_reason") OF_EVERYBODY },
  { "withdrawal", "employer said_on letter_on", "said_by", "UPDATE withdrawal SET said_by = NULL" OF_EVERYBODY },
};

const OvsPurgeTable *
ovs_purge_tables (gsize *n_tables)
{
  *n_tables = G_N_ELEMENTS (tables);
  return tables;
}

void
ovs_purge_columns_empty (OvsTx *tx, gint64 employee)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (tables[i].empty == NULL)
      continue;
    else if (strstr (tables[i].empty, "?2") != NULL)
      ovs_tx_run (tx, tables[i].empty, "id", employee, ovs_tx_today (tx));
    else
      ovs_tx_run (tx, tables[i].empty, "i", employee);
}
