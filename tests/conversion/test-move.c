/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conversion/move.h"

#include "dossier/outbox.h"
#include "dossier/waves.h"
#include "letters/letter-office.h"

/* Moving a round of an office with three clients: what is shown before, what lapses, and what is kept to be corrected. */

#define LETTER(piece, state, day, id)                                                                                                \
  "INSERT INTO letter (piece, employer, wave, round_day, way, subject, text, message_id, state, written, audit) "                    \
  "SELECT '" piece "', id, 1, " day ", 'mail', 'x', 'y', '" id "' || id, '" state "', '2026-01-01T10:00:00Z', 1 FROM employer "

#define THE_DAY "(SELECT date FROM wave WHERE id = 1)"

typedef struct
{
  OvsDay day;
  OvsMove *before;
  OvsMove *after;
  gint64 counts[OVS_N_LETTER_STATES];
} Moving;

static void
take_day (const OvsWaveRow *row, gpointer data)
{
  *(OvsDay *) data = row->date;
}

static gboolean
look (OvsTx *tx, gpointer data, GError **error)
{
  Moving *moving = data;

  ovs_waves_get (tx, 1, take_day, &moving->day);
  moving->before = ovs_move_read (tx, 1, moving->day + 7);
  moving->after = ovs_move_read_open (tx);
  ovs_outbox_count (tx, NULL, 0, moving->counts);
  return TRUE;
}

static Moving
look_at (Fixture *fixture)
{
  Moving moving = { 0 };
  g_autoptr (GError) error = NULL;

  ovs_dossier_read (fixture->dossier, look, &moving, NULL, &error);
  g_assert_no_error (error);
  return moving;
}

static void
moving_end (Moving *moving)
{
  ovs_move_free (moving->before);
  ovs_move_free (moving->after);
}

static gboolean
move (OvsTx *tx, gpointer data, GError **error)
{
  OvsWaveChange change = { .number = 1, .date = *(OvsDay *) data };

  return ovs_waves_set (tx, &change, error) == 1;
}

static void
move_to (Fixture *fixture, OvsDay day)
{
  g_autoptr (GError) error = NULL;

  ovs_dossier_write (fixture->dossier, move, &day, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  OfficeNames names = { 0 };

  office_set_up (fixture, &names);
}

static void
test_nothing_told (Fixture *fixture, gconstpointer unused)
{
  Moving moving = look_at (fixture);

  g_assert_cmpuint (moving.before->told->len, ==, 0);
  g_assert_cmpint (moving.before->waiting + moving.before->made, ==, 0);
  moving_end (&moving);
}

static void
test_told (Fixture *fixture, gconstpointer unused)
{
  Moving moving;
  OvsDay day;
  const OvsMoveClient *client;

  fixture_execute (fixture, LETTER ("client", "sent", THE_DAY, "s") "WHERE number <> '9003'");
  moving = look_at (fixture);
  day = moving.day;
  g_assert_cmpuint (moving.before->told->len, ==, 2);
  g_assert_cmpuint (moving.after->told->len, ==, 0);
  moving_end (&moving);
  move_to (fixture, day + 7);
  /* Kept: as long as nobody tells them otherwise. */
  moving = look_at (fixture);
  g_assert_cmpuint (moving.after->told->len, ==, 2);
  client = g_ptr_array_index (moving.after->told, 0);
  g_assert_cmpstr (client->number, ==, "9001");
  g_assert_cmpint (client->told, ==, day);
  g_assert_cmpint (client->day, ==, day + 7);
  moving_end (&moving);
  /* Back again: what they were told is right once more. */
  move_to (fixture, day);
  moving = look_at (fixture);
  g_assert_cmpuint (moving.after->told->len, ==, 0);
  moving_end (&moving);
}

static void
test_waiting (Fixture *fixture, gconstpointer unused)
{
  Moving moving;
  OvsDay day;

  fixture_execute (fixture, LETTER ("client", "waiting", THE_DAY, "w") "WHERE number = '9001';"
                            "UPDATE letter SET recipient = (SELECT contact_email FROM employer WHERE number = '9001');"
                            LETTER ("day-of", "waiting", "NULL", "n") "WHERE number = '9002';"
                            LETTER ("client", "waiting", THE_DAY, "d") "WHERE number = '9003'; UPDATE letter SET way = 'draft' WHERE message_id GLOB 'd*'");
  moving = look_at (fixture);
  day = moving.day;
  g_assert_cmpint (moving.before->waiting, ==, 1);
  g_assert_cmpint (moving.before->made, ==, 1);
  g_assert_cmpint (moving.counts[OVS_LETTER_WAITING], ==, 3);
  moving_end (&moving);
  /* At once, and not only when somebody sends. What tells no day stays. */
  move_to (fixture, day + 7);
  moving = look_at (fixture);
  g_assert_cmpint (moving.counts[OVS_LETTER_WAITING], ==, 1);
  g_assert_cmpint (moving.counts[OVS_LETTER_DROPPED], ==, 2);
  moving_end (&moving);
}

/* Who goes to another round is told another day just as well. */
static void
test_other_round (Fixture *fixture, gconstpointer unused)
{
  Moving moving;

  fixture_execute (fixture, LETTER ("client", "sent", THE_DAY, "s") "; INSERT INTO wave (id, number, date, route) VALUES (2, 2, date('now', '+40 days'), 'loket');"
                            "UPDATE employer SET wave = 2 WHERE number = '9002'");
  moving = look_at (fixture);
  g_assert_cmpuint (moving.after->told->len, ==, 1);
  g_assert_cmpint (((OvsMoveClient *) g_ptr_array_index (moving.after->told, 0))->wave_number, ==, 2);
  moving_end (&moving);
}

static void
test_withdrawn (Fixture *fixture, gconstpointer unused)
{
  Moving moving;

  fixture_execute (fixture, OFFICE_TOLD_OTHER_DAY ";UPDATE employer SET selected = 0 WHERE number = '9001'");
  moving = look_at (fixture);
  g_assert_cmpuint (moving.after->told->len, ==, 2);
  moving_end (&moving);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/move/nothing-told", Fixture, NULL, set_up, test_nothing_told, fixture_tear_down);
  g_test_add ("/move/told", Fixture, NULL, set_up, test_told, fixture_tear_down);
  g_test_add ("/move/waiting", Fixture, NULL, set_up, test_waiting, fixture_tear_down);
  g_test_add ("/move/other-round", Fixture, NULL, set_up, test_other_round, fixture_tear_down);
  g_test_add ("/move/withdrawn", Fixture, NULL, set_up, test_withdrawn, fixture_tear_down);
  return g_test_run ();
}
