/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/clients.h"

#include "dossier/client-answers.h"
#include "dossier/error.h"
#include "dossier/readiness-facts.h"
#include "dossier/tickets.h"
#include "dossier/withdrawals.h"

static gboolean
withdraw (OvsTx *tx, gpointer reason, GError **error)
{
  const OvsWithdrawalSaid said = { reason, "Marja van Dam", ovs_day_from_ymd (2026, 11, 25) };

  return ovs_withdrawals_write (tx, "1", &said, error) >= 0;
}

static gboolean
rejoin (OvsTx *tx, gpointer unused, GError **error)
{
  return ovs_withdrawals_rejoin (tx, "1", error) >= 0;
}

static gboolean
send_letter (OvsTx *tx, gpointer unused, GError **error)
{
  return ovs_withdrawals_letter (tx, 1, TRUE, error);
}

static void
keep_row (const OvsClientRow *row, gpointer data)
{
  *(OvsWithdrawal *) data = ovs_client_withdrawal (row);
}

static gboolean
judge (OvsTx *tx, gpointer data, GError **error)
{
  g_assert_true (ovs_client_list_get (tx, 1, keep_row, data));
  return TRUE;
}

static OvsWithdrawal
expect (Fixture *fixture, OvsStage stage, OvsDuties open)
{
  OvsWithdrawal withdrawal;

  clients_do (fixture, judge, &withdrawal);
  g_assert_cmpint (withdrawal.stage, ==, stage);
  g_assert_cmpint (withdrawal.open, ==, open);
  return withdrawal;
}

typedef struct
{
  OvsSubject subject;
  OvsDay day;
} Ticket;

static gboolean
hand_in (OvsTx *tx, gpointer data, GError **error)
{
  const Ticket *ticket = data;
  const OvsTicketRow row = { .subject = ticket->subject, .handed_in_on = ticket->day };
  g_autoptr (GArray) clients = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 client = 1;

  g_array_append_val (clients, client);
  return ovs_tickets_keep (tx, &row, clients, error) > 0;
}

static gboolean
close_second (OvsTx *tx, gpointer unused, GError **error)
{
  return ovs_tickets_close (tx, 2, TRUE, error);
}

/* Who, when and why; and one step back for all of it. */
static void
test_planned (Fixture *fixture, gconstpointer unused)
{
  const char *state = "SELECT selected, excluded_reason, said_by, said_on FROM employer LEFT JOIN withdrawal ON employer = id WHERE id = 1";

  clients_do (fixture, withdraw, (gpointer) "Wil wachten");
  fixture_assert (fixture, state, "0|Wil wachten|Marja van Dam|2026-11-25\n");
  expect (fixture, OVS_STAGE_PLANNED, 0);
  clients_undo (fixture, "exclude");
  fixture_assert (fixture, state, "1|||\n");

  clients_do (fixture, withdraw, (gpointer) "Wil wachten");
  clients_do (fixture, rejoin, NULL);
  fixture_assert (fixture, state, "1|||\n");
  clients_undo (fixture, "include");
  fixture_assert (fixture, state, "0|Wil wachten|Marja van Dam|2026-11-25\n");
}

static void
test_informed (Fixture *fixture, gconstpointer unused)
{
  fixture_execute (fixture, "UPDATE employer SET informed_on = '2026-11-20'");
  clients_do (fixture, withdraw, (gpointer) "Wil wachten");
  expect (fixture, OVS_STAGE_INFORMED, OVS_DUTY_LETTER);
  clients_do (fixture, send_letter, NULL);
  expect (fixture, OVS_STAGE_INFORMED, 0);
  clients_undo (fixture, "retraction-sent");
  expect (fixture, OVS_STAGE_INFORMED, OVS_DUTY_LETTER);
}

typedef struct
{
  const char *handler;
  gint64 number;
} AtRisk;

static gboolean
count_at_risk (OvsTx *tx, gpointer data, GError **error)
{
  AtRisk *risk = data;

  risk->number = ovs_withdrawals_at_risk (tx, risk->handler);
  return TRUE;
}

static void
expect_at_risk (Fixture *fixture, const char *handler, gint64 number)
{
  AtRisk risk = { handler, -1 };

  clients_do (fixture, count_at_risk, &risk);
  g_assert_cmpint (risk.number, ==, number);
}

/* A risk until Loket confirms: the ticket about it is closed. */
static void
test_handed_in (Fixture *fixture, gconstpointer unused)
{
  Ticket list = { OVS_SUBJECT_CLIENT_LIST, ovs_day_from_ymd (2026, 11, 23) };
  Ticket told = { OVS_SUBJECT_WITHDRAWAL, ovs_day_from_ymd (2026, 11, 25) };
  OvsWithdrawal withdrawal;

  clients_do (fixture, hand_in, &list);
  clients_do (fixture, withdraw, (gpointer) "Failliet");
  withdrawal = expect (fixture, OVS_STAGE_HANDED_IN, OVS_DUTY_TELL | OVS_DUTY_CONFIRM);
  g_assert_true (ovs_withdrawal_at_risk (&withdrawal));
  expect_at_risk (fixture, NULL, 1);
  expect_at_risk (fixture, "Petra", 1);
  expect_at_risk (fixture, "Kees", 0);
  clients_do (fixture, hand_in, &told);
  withdrawal = expect (fixture, OVS_STAGE_HANDED_IN, OVS_DUTY_CONFIRM);
  g_assert_true (ovs_withdrawal_at_risk (&withdrawal));
  clients_do (fixture, close_second, NULL);
  withdrawal = expect (fixture, OVS_STAGE_HANDED_IN, 0);
  g_assert_false (ovs_withdrawal_at_risk (&withdrawal));
  expect_at_risk (fixture, NULL, 0);
}

static void
test_converted (Fixture *fixture, gconstpointer unused)
{
  OvsWithdrawal withdrawal;

  fixture_execute (fixture, "INSERT INTO tally (employer, what, number) VALUES (1, 'outcome:invited', 3)");
  withdrawal = expect (fixture, OVS_STAGE_CONVERTED, OVS_DUTY_LOOK);
  g_assert_false (withdrawal.possible);
}

static void
test_refused (Fixture *fixture, gconstpointer unused)
{
  clients_refuse (fixture, withdraw, (gpointer) " ", OVS_DOSSIER_ERROR_REFUSED);
  clients_refuse (fixture, withdraw, (gpointer) "over 111222333", OVS_DOSSIER_ERROR_REFUSED);
  clients_refuse (fixture, send_letter, NULL, OVS_DOSSIER_ERROR_REFUSED);
}

/* --- answers about a client ------------------------------------------------------------------------------------ */

typedef struct
{
  gboolean contact_left;
  OvsTold rights;
  OvsTold in_loket;
} Answers;

static void
keep_answers (const OvsClientRow *row, gpointer data)
{
  *(Answers *) data = (Answers){ row->contact_left, row->rights, row->in_loket };
}

static gboolean
read_answers (OvsTx *tx, gpointer data, GError **error)
{
  g_assert_true (ovs_client_list_get (tx, 1, keep_answers, data));
  return TRUE;
}

static Answers
get_answers (Fixture *fixture)
{
  Answers answers;

  clients_do (fixture, read_answers, &answers);
  return answers;
}

static gboolean
contact_left (OvsTx *tx, gpointer unused, GError **error)
{
  return ovs_client_answer_contact_left (tx, 1, TRUE, error);
}

/* Of the contact of then: the next one is there. */
static void
test_contact_left (Fixture *fixture, gconstpointer unused)
{
  clients_do (fixture, contact_left, NULL);
  g_assert_true (get_answers (fixture).contact_left);
  fixture_execute (fixture, "UPDATE employer SET contact_name = 'Joost Bos' WHERE id = 1");
  g_assert_false (get_answers (fixture).contact_left);
  fixture_execute (fixture, "UPDATE employer SET contact_name = 'Marja van Dam' WHERE id = 1");
  clients_undo (fixture, "contact-left");
  g_assert_false (get_answers (fixture).contact_left);
}

static gboolean
no_rights (OvsTx *tx, gpointer unused, GError **error)
{
  return ovs_client_answer_rights (tx, 1, OVS_TOLD_NO, error);
}

static gboolean
connect_to_loket (OvsTx *tx, gpointer unused, GError **error)
{
  ovs_trail_end (tx, ovs_trail_begin (tx), "connect", "{}", NULL);
  return TRUE;
}

static void
test_rights (Fixture *fixture, gconstpointer unused)
{
  g_assert_cmpint (get_answers (fixture).rights, ==, OVS_TOLD_UNKNOWN);
  clients_do (fixture, no_rights, NULL);
  g_assert_cmpint (get_answers (fixture).rights, ==, OVS_TOLD_NO);
  fixture_execute (fixture, "UPDATE employer SET handler = 'Kees' WHERE id = 1");
  g_assert_cmpint (get_answers (fixture).rights, ==, OVS_TOLD_UNKNOWN);

  g_assert_cmpint (get_answers (fixture).in_loket, ==, OVS_TOLD_UNKNOWN);
  clients_do (fixture, connect_to_loket, NULL);
  g_assert_cmpint (get_answers (fixture).in_loket, ==, OVS_TOLD_NO);
  fixture_execute (fixture, "UPDATE employer SET loket_id = 'x' WHERE id = 1");
  g_assert_cmpint (get_answers (fixture).in_loket, ==, OVS_TOLD_YES);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/dossier/case-54-withdrawn-when-planned", Fixture, NULL, clients_set_up, test_planned, fixture_tear_down);
  g_test_add ("/dossier/case-54-withdrawn-when-informed", Fixture, NULL, clients_set_up, test_informed, fixture_tear_down);
  g_test_add ("/dossier/case-54-withdrawn-when-handed-in", Fixture, NULL, clients_set_up, test_handed_in, fixture_tear_down);
  g_test_add ("/dossier/case-54-withdrawn-when-converted", Fixture, NULL, clients_set_up, test_converted, fixture_tear_down);
  g_test_add ("/dossier/case-55-withdrawal-needs-a-reason", Fixture, NULL, clients_set_up, test_refused, fixture_tear_down);
  g_test_add ("/dossier/case-58-contact-left", Fixture, NULL, clients_set_up, test_contact_left, fixture_tear_down);
  g_test_add ("/dossier/case-59-handler-without-rights", Fixture, NULL, clients_set_up, test_rights, fixture_tear_down);
  return g_test_run ();
}
