/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far the announcement to each client is, out of what the dossier has of it. */
#include "dossier/clients.h"

#include "dossier/decisions.h"
#include "dossier/waves.h"
#include "letters/informing.h"
#include "rules/boundary.h"

#define DAY ovs_day_from_ymd (2026, 12, 8)
#define TODAY ovs_day_from_ymd (2026, 11, 20)

static const OvsInformRow plain = { .number = "1", .contact_email = "marja@voorbeeld.nl" };

/* A client in the round of 8 December, with an address, of which nothing went yet. */
static OvsInformRow
client (void)
{
  OvsInformRow row = plain;

  row.wave = 1;
  row.wave_on = DAY;
  return row;
}

static OvsInformRow
with_letter (OvsLetterState state, OvsWay way, OvsDay day)
{
  OvsInformRow row = client ();

  row.has_letter = TRUE;
  row.letter_state = state;
  row.letter_way = way;
  row.letter_day = day;
  row.letter_at = 100;
  if (state == OVS_LETTER_SENT)
    {
      row.sent_at = 100;
      row.told_day = day;
      row.informed_on = TODAY;
      row.informed_at = 100;
    }
  return row;
}

static void
test_what_can_go (void)
{
  OvsInformRow row = client ();

  g_assert_cmpint (ovs_informing_judge (&row, TODAY), ==, OVS_INFORMING_READY);
  g_assert_cmpint (ovs_informing_judge (&row, DAY), ==, OVS_INFORMING_READY);
  g_assert_cmpint (ovs_informing_judge (&row, DAY + 1), ==, OVS_INFORMING_PASSED);
  g_assert_cmpint (ovs_informing_due (&row), ==, DAY - OVS_NOTICE_DAYS);
  row.contact_email = "n.v.t.";
  g_assert_cmpint (ovs_informing_judge (&row, TODAY), ==, OVS_INFORMING_NO_ADDRESS);
  row.contact_email = "marja@voorbeeld.nl\r\nBcc: ander@voorbeeld.nl";
  g_assert_cmpint (ovs_informing_judge (&row, TODAY), ==, OVS_INFORMING_NO_ADDRESS);
  row = client ();
  row.contact_left = TRUE;
  g_assert_cmpint (ovs_informing_judge (&row, TODAY), ==, OVS_INFORMING_NO_ADDRESS);
  row.wave_on = OVS_NO_DAY;
  g_assert_cmpint (ovs_informing_judge (&row, TODAY), ==, OVS_INFORMING_NO_ROUND);
  g_assert_cmpint (ovs_informing_due (&row), ==, OVS_NO_DAY);
}

static void
test_what_was_made (void)
{
  const struct
  {
    OvsLetterState state;
    OvsWay way;
    OvsDay day;
    OvsInforming expected;
  } cases[] = {
    { OVS_LETTER_SENT, OVS_WAY_MAIL, DAY, OVS_INFORMING_SENT },
    { OVS_LETTER_SENT, OVS_WAY_DRAFT, OVS_NO_DAY, OVS_INFORMING_SENT },
    { OVS_LETTER_SENT, OVS_WAY_MAIL, DAY - 7, OVS_INFORMING_CORRECT },
    { OVS_LETTER_WAITING, OVS_WAY_MAIL, DAY, OVS_INFORMING_OUTBOX },
    { OVS_LETTER_WAITING, OVS_WAY_DRAFT, DAY, OVS_INFORMING_DRAFT },
    { OVS_LETTER_WAITING, OVS_WAY_DRAFT, DAY - 7, OVS_INFORMING_READY },
    { OVS_LETTER_REFUSED, OVS_WAY_MAIL, DAY, OVS_INFORMING_REFUSED },
    { OVS_LETTER_UNKNOWN, OVS_WAY_MAIL, DAY, OVS_INFORMING_UNKNOWN },
    { OVS_LETTER_SENDING, OVS_WAY_MAIL, DAY, OVS_INFORMING_UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OvsInformRow row = with_letter (cases[i].state, cases[i].way, cases[i].day);

      g_test_message ("case %d", (int) i);
      g_assert_cmpint (ovs_informing_judge (&row, TODAY), ==, cases[i].expected);
    }
}

static void
test_by_telephone (void)
{
  OvsInformRow row = client ();

  row.informed_on = TODAY;
  row.informed_at = 50;
  g_assert_cmpint (ovs_informing_judge (&row, TODAY), ==, OVS_INFORMING_BY_HAND);
  /* Who was mailed another day, and told the right one by telephone after that. */
  row = with_letter (OVS_LETTER_SENT, OVS_WAY_MAIL, DAY - 7);
  row.informed_at = 150;
  g_assert_cmpint (ovs_informing_judge (&row, TODAY), ==, OVS_INFORMING_BY_HAND);
  /* Whose mail was refused, and who was called then. */
  row = with_letter (OVS_LETTER_REFUSED, OVS_WAY_MAIL, DAY);
  row.informed_on = TODAY;
  row.informed_at = 150;
  g_assert_cmpint (ovs_informing_judge (&row, TODAY), ==, OVS_INFORMING_BY_HAND);
}

/* What is over is no work any more. */
static void
test_converted (void)
{
  OvsInformRow row = client ();

  row.submitted = TRUE;
  g_assert_cmpint (ovs_informing_judge (&row, DAY + 1), ==, OVS_INFORMING_OVER);
  g_assert_false (ovs_informing_is_open (OVS_INFORMING_OVER));
  row = with_letter (OVS_LETTER_SENT, OVS_WAY_MAIL, DAY - 7);
  row.submitted = TRUE;
  g_assert_cmpint (ovs_informing_judge (&row, DAY + 1), ==, OVS_INFORMING_SENT);
}

/* --- in a dossier ---------------------------------------------------------------------------------------------- */

static gboolean
tell_first (OvsTx *tx, gpointer unused, GError **error)
{
  const char *const numbers[] = { "1", NULL };

  return ovs_decisions_inform (tx, numbers, ovs_tx_today (tx), "gebeld", error) == 1;
}

static gboolean
plan_in_two_weeks (OvsTx *tx, gpointer unused, GError **error)
{
  const OvsWaveChange change = { .number = 4, .date = ovs_tx_today (tx) + OVS_NOTICE_DAYS };

  return ovs_waves_set (tx, &change, error) >= 0;
}

static gboolean
read_totals (OvsTx *tx, gpointer totals, GError **error)
{
  ovs_informing_count (tx, NULL, totals);
  return TRUE;
}

typedef struct
{
  guint seen;
  char *by;
} Seen;

static void
see (const OvsInformRow *row, gpointer data)
{
  Seen *seen = data;

  seen->seen++;
  g_assert_cmpint (row->wave_number, ==, 4);
  if (row->informed_on == OVS_NO_DAY)
    return;
  g_assert_cmpstr (row->note, ==, "gebeld");
  seen->by = g_strdup (row->informed_by);
}

static gboolean
read_list (OvsTx *tx, gpointer seen, GError **error)
{
  ovs_inform_list_foreach (tx, NULL, see, seen);
  return TRUE;
}

static void
test_counting (Fixture *fixture, gconstpointer unused)
{
  OvsInformingTotals totals;
  Seen seen = { 0, NULL };

  fixture_execute (fixture, "INSERT INTO wave (id, number, date, route) VALUES (3, 4, '2099-12-08', 'api');"
                            "UPDATE employer SET wave = 3");
  clients_do (fixture, read_totals, &totals);
  g_assert_cmpint (totals.clients, ==, 2);
  g_assert_cmpint (totals.open, ==, 2);
  g_assert_cmpint (totals.states[OVS_INFORMING_NO_ADDRESS], ==, 2);
  g_assert_cmpstr (totals.without_address, ==, "Bakkerij Jansen");
  ovs_informing_totals_clear (&totals);

  fixture_execute (fixture, "UPDATE employer SET contact_email = 'a@voorbeeld.nl', flyer_hangs_on = '2026-11-01' WHERE number = '2'");
  clients_do (fixture, tell_first, NULL);
  clients_do (fixture, read_totals, &totals);
  g_assert_cmpint (totals.informed, ==, 1);
  g_assert_cmpint (totals.can_go, ==, 1);
  g_assert_cmpint (totals.flyer_hangs, ==, 1);
  g_assert_cmpint (totals.next_due, ==, ovs_day_from_ymd (2099, 11, 24));
  g_assert_cmpint (totals.late, ==, 0);
  g_assert_cmpint (ovs_informing_totals_find (&totals, 3)->clients, ==, 2);
  g_assert_cmpint (ovs_informing_totals_find (&totals, 3)->open, ==, 1);
  g_assert_null (ovs_informing_totals_find (&totals, 4));
  g_assert_cmpuint (ovs_informing_totals_find (&totals, 3)->notice.not_informed, ==, 1);
  g_assert_cmpint (totals.pressing, ==, 0);
  ovs_informing_totals_clear (&totals);

  clients_do (fixture, read_list, &seen);
  g_assert_cmpuint (seen.seen, ==, 2);
  g_assert_nonnull (seen.by);
  g_free (seen.by);

  /* Two weeks before it is the last day. */
  clients_do (fixture, plan_in_two_weeks, NULL);
  clients_do (fixture, read_totals, &totals);
  g_assert_cmpint (totals.pressing, ==, 1);
  g_assert_cmpint (totals.today, ==, 1);
  ovs_informing_totals_clear (&totals);

  /* Who withdrew is told nothing. */
  fixture_execute (fixture, "UPDATE employer SET excluded_reason = 'doet niet mee' WHERE number = '2'");
  clients_do (fixture, read_totals, &totals);
  g_assert_cmpint (totals.clients, ==, 1);
  g_assert_cmpint (totals.open, ==, 0);
  ovs_informing_totals_clear (&totals);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letters/informing/what-can-go", test_what_can_go);
  g_test_add_func ("/letters/informing/what-was-made", test_what_was_made);
  g_test_add_func ("/letters/informing/by-telephone", test_by_telephone);
  g_test_add_func ("/letters/informing/converted", test_converted);
  g_test_add ("/letters/informing/counting", Fixture, NULL, clients_set_up, test_counting, fixture_tear_down);
  return g_test_run ();
}
