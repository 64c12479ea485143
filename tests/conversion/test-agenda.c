/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conversion/agenda.h"

#include "letters/letter-office.h"

/* What a dossier tells of the time line and of today. The office has three clients in a round, in 20 days. */

typedef struct
{
  char *who; /* (nullable) */
  OvsAgenda *agenda;
  OvsRoundLines *lines;
} Look;

static gboolean
look (OvsTx *tx, gpointer data, GError **error)
{
  Look *seen = data;

  seen->agenda = ovs_agenda_read (tx, seen->who);
  seen->lines = ovs_round_lines_read (tx);
  return TRUE;
}

static Look
look_at (Fixture *fixture, char *who)
{
  Look seen = { .who = who };
  g_autoptr (GError) error = NULL;

  ovs_dossier_read (fixture->dossier, look, &seen, NULL, &error);
  g_assert_no_error (error);
  return seen;
}

static void
look_end (Look *seen)
{
  ovs_agenda_free (seen->agenda);
  ovs_round_lines_free (seen->lines);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  OfficeNames names = { 0 };

  office_set_up (fixture, &names);
}

static OvsMilestoneState
state_of (const Look *seen, OvsMilestone milestone)
{
  const OvsRoundLine *line = ovs_round_lines_find (seen->lines, 1);

  g_assert_nonnull (line);
  return ovs_milestone_judge (milestone, &line->round, &line->facts[milestone]);
}

/* How often a kind stands on the agenda; @open: (out) (optional): of the last. */
static guint
count_kind (const Look *seen, OvsAgendaKind kind, gint64 *open)
{
  const GArray *items = ovs_agenda_get_items (seen->agenda);
  guint number = 0;

  for (guint i = 0; i < items->len; i++)
    if (g_array_index (items, OvsAgendaItem, i).kind == kind)
      {
        number++;
        if (open != NULL)
          *open = g_array_index (items, OvsAgendaItem, i).open;
      }
  return number;
}

static void
test_line (Fixture *fixture, gconstpointer unused)
{
  Look seen = look_at (fixture, NULL);
  const OvsRoundLine *line = ovs_round_lines_find (seen.lines, 1);

  g_assert_cmpint (line->clients, ==, OFFICE_CLIENTS);
  g_assert_cmpint (line->facts[OVS_MILESTONE_CLIENT_MAIL].open, ==, OFFICE_CLIENTS);
  g_assert_cmpint (state_of (&seen, OVS_MILESTONE_CLIENT_MAIL), ==, OVS_MILESTONE_AHEAD);
  g_assert_cmpint (state_of (&seen, OVS_MILESTONE_OVERVIEW), ==, OVS_MILESTONE_LATE);
  g_assert_cmpint (state_of (&seen, OVS_MILESTONE_READ_IN), ==, OVS_MILESTONE_DONE);
  g_assert_null (ovs_round_lines_find (seen.lines, 2));
  look_end (&seen);
}

static void
test_known_by_itself (Fixture *fixture, gconstpointer unused)
{
  Look seen;

  fixture_execute (fixture, "UPDATE employer SET informed_on = '2026-01-02' WHERE number <> '9001';"
                            "INSERT INTO ticket (subject, handed_in_on) VALUES ('overview', '2026-01-01');"
                            "INSERT INTO milestone (wave, code, done_on, audit) VALUES (1, 'employees', '2026-01-03', 1), (1, 'no-such', '2026-01-03', 1)");
  seen = look_at (fixture, NULL);
  g_assert_cmpint (state_of (&seen, OVS_MILESTONE_OVERVIEW), ==, OVS_MILESTONE_DONE);
  g_assert_cmpint (state_of (&seen, OVS_MILESTONE_EMPLOYEES), ==, OVS_MILESTONE_DONE);
  g_assert_cmpint (ovs_round_lines_find (seen.lines, 1)->facts[OVS_MILESTONE_CLIENT_MAIL].open, ==, 1);
  look_end (&seen);
  fixture_execute (fixture, "UPDATE employer SET informed_on = '2026-01-02'");
  seen = look_at (fixture, NULL);
  g_assert_cmpint (state_of (&seen, OVS_MILESTONE_CLIENT_MAIL), ==, OVS_MILESTONE_DONE);
  look_end (&seen);
}

/* Who takes no part any more, or left the round, is waited for no longer. */
static void
test_withdrawn (Fixture *fixture, gconstpointer unused)
{
  Look seen;

  fixture_execute (fixture, "UPDATE employer SET informed_on = '2026-01-02' WHERE number = '9001'; UPDATE employer SET selected = 0 WHERE number = '9002';"
                            "UPDATE employer SET excluded_reason = 'wil niet' WHERE number = '9003'");
  seen = look_at (fixture, NULL);
  g_assert_cmpint (state_of (&seen, OVS_MILESTONE_CLIENT_MAIL), ==, OVS_MILESTONE_DONE);
  look_end (&seen);
}

static void
test_corrections (Fixture *fixture, gconstpointer unused)
{
  Look seen;
  gint64 open = 0;

  fixture_execute (fixture, OFFICE_TOLD_OTHER_DAY);
  seen = look_at (fixture, NULL);
  g_assert_cmpuint (count_kind (&seen, OVS_AGENDA_CORRECTION, &open), ==, 1);
  g_assert_cmpint (open, ==, OFFICE_CLIENTS);
  look_end (&seen);
  /* One was told the day that holds since. */
  fixture_execute (fixture, "INSERT INTO letter (piece, employer, wave, round_day, way, subject, text, message_id, state, written, audit) "
                            "SELECT 'correction', c.id, 1, w.date, 'mail', 'x', 'y', 'n', 'sent', '2026-01-02T10:00:00Z', 1 FROM employer c JOIN wave w "
                            "WHERE c.number = '9001'");
  seen = look_at (fixture, NULL);
  count_kind (&seen, OVS_AGENDA_CORRECTION, &open);
  g_assert_cmpint (open, ==, OFFICE_CLIENTS - 1);
  look_end (&seen);
}

static void
test_clients (Fixture *fixture, gconstpointer unused)
{
  Look seen;

  fixture_execute (fixture, "INSERT INTO employer_note (employer, text, call_back_on, audit) SELECT id, 'bel', '2026-01-01', 1 FROM employer;"
                            "INSERT INTO employer_note (employer, text, call_back_on, audit) SELECT id, 'later', '2099-01-01', 1 FROM employer;"
                            "UPDATE employer_note SET done_on = '2026-01-02' WHERE employer = (SELECT id FROM employer WHERE number = '9003');"
                            "INSERT INTO letter (piece, employer, way, subject, text, message_id, state, written, settled, audit) "
                            "SELECT 'client', id, 'mail', 'x', 'y', 'r' || id, 'refused', '2026-01-01T10:00:00Z', '2026-01-01T10:00:01Z', 1 FROM employer "
                            "WHERE number = '9001'");
  seen = look_at (fixture, NULL);
  g_assert_cmpuint (count_kind (&seen, OVS_AGENDA_CALL_BACK, NULL), ==, 2);
  g_assert_cmpuint (count_kind (&seen, OVS_AGENDA_LETTER, NULL), ==, 1);
  look_end (&seen);
}

static void
test_stand_in (Fixture *fixture, gconstpointer unused)
{
  Look seen;
  gint64 open = 0;

  fixture_execute (fixture, OFFICE_TOLD_OTHER_DAY);
  seen = look_at (fixture, (char *) "Behandelaar02");
  count_kind (&seen, OVS_AGENDA_CORRECTION, &open);
  g_assert_cmpint (open, ==, 1);
  look_end (&seen);
  fixture_execute (fixture, "INSERT INTO stand_in (handler, by, first, last, audit) VALUES ('Behandelaar01', 'Behandelaar02', '2026-01-01', '2099-01-01', 1)");
  seen = look_at (fixture, (char *) "Behandelaar02");
  count_kind (&seen, OVS_AGENDA_CORRECTION, &open);
  g_assert_cmpint (open, ==, 2);
  look_end (&seen);
}

/* An empty dossier, and a round without clients, have nothing to do. */
static void
test_nothing (Fixture *fixture, gconstpointer unused)
{
  Look seen;

  fixture_execute (fixture, "UPDATE employer SET wave = NULL; UPDATE wave SET date = '2026-01-01'");
  seen = look_at (fixture, NULL);
  g_assert_cmpuint (ovs_agenda_get_items (seen.agenda)->len, ==, 0);
  g_assert_nonnull (ovs_round_lines_find (seen.lines, 1));
  look_end (&seen);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/agenda/line", Fixture, NULL, set_up, test_line, fixture_tear_down);
  g_test_add ("/agenda/known-by-itself", Fixture, NULL, set_up, test_known_by_itself, fixture_tear_down);
  g_test_add ("/agenda/withdrawn", Fixture, NULL, set_up, test_withdrawn, fixture_tear_down);
  g_test_add ("/agenda/corrections", Fixture, NULL, set_up, test_corrections, fixture_tear_down);
  g_test_add ("/agenda/clients", Fixture, NULL, set_up, test_clients, fixture_tear_down);
  g_test_add ("/agenda/stand-in", Fixture, NULL, set_up, test_stand_in, fixture_tear_down);
  g_test_add ("/agenda/nothing", Fixture, NULL, set_up, test_nothing, fixture_tear_down);
  return g_test_run ();
}
