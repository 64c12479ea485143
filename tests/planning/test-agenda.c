/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planning/agenda.h"

#define ROUND (ovs_day_from_ymd (2026, 12, 8))
#define TODAY (ROUND - 14)

static const OvsMilestoneRound on_the_day = { 0 };

static const OvsAgendaItem *
item_of (OvsAgenda *agenda, guint i)
{
  const GArray *items = ovs_agenda_get_items (agenda);

  g_assert_cmpuint (i, <, items->len);
  return &g_array_index (items, OvsAgendaItem, i);
}

/* All is done but the mail to @open clients. */
static void
add_share (OvsAgenda *agenda, gint64 wave, const char *handler, gint64 open)
{
  OvsMilestoneRound round = on_the_day;
  OvsMilestoneFact facts[OVS_N_MILESTONES] = { 0 };

  round.day = ROUND;
  round.today = TODAY;
  round.route = OVS_ROUTE_LOKET;
  for (int i = 0; i < OVS_MILESTONE_CLIENT_MAIL; i++)
    facts[i].ticked_on = TODAY - 1;
  facts[OVS_MILESTONE_CLIENT_MAIL] = (OvsMilestoneFact){ TRUE, open };
  ovs_agenda_add_share (agenda, wave, wave, &round, handler, facts);
}

static void
add_call (OvsAgenda *agenda, gint64 client, const char *handler, OvsDay due)
{
  OvsAgendaItem item = { .kind = OVS_AGENDA_CALL_BACK, .client = client, .client_number = "1001", .client_name = "Bakkerij", .handler = handler, .due = due };

  ovs_agenda_add (agenda, &item);
}

static void
test_one_line_for_a_round (void)
{
  g_autoptr (OvsAgenda) agenda = ovs_agenda_new (TODAY, NULL);
  g_autofree char *words = NULL;

  add_share (agenda, 1, "Petra", 2);
  add_share (agenda, 1, NULL, 1);
  add_share (agenda, 2, "Petra", 0);
  g_assert_cmpuint (ovs_agenda_get_items (agenda)->len, ==, 1);
  g_assert_cmpint (item_of (agenda, 0)->open, ==, 3);
  g_assert_false (item_of (agenda, 0)->late);
  words = ovs_agenda_item_tell (item_of (agenda, 0));
  g_assert_cmpstr (words, ==, "Round 1 · 8-12-2026 · 3 clients · today");
}

static void
test_of_one_colleague (void)
{
  g_autoptr (OvsAgenda) agenda = ovs_agenda_new (TODAY, "Sanne");

  add_share (agenda, 1, "Petra", 2);
  add_share (agenda, 1, "Sanne", 1);
  add_call (agenda, 7, "Petra", TODAY);
  add_call (agenda, 8, NULL, TODAY);
  g_assert_cmpuint (ovs_agenda_get_items (agenda)->len, ==, 1);
  g_assert_cmpint (item_of (agenda, 0)->open, ==, 1);
}

static void
test_stand_in (void)
{
  g_autoptr (OvsAgenda) agenda = ovs_agenda_new (TODAY, "Sanne");
  g_autofree char *words = NULL;

  ovs_agenda_add_stand_in (agenda, "Petra", "Sanne", TODAY, TODAY);
  ovs_agenda_add_stand_in (agenda, "Joost", "Sanne", TODAY - 9, TODAY - 1);
  add_share (agenda, 1, "Petra", 2);
  add_share (agenda, 1, "Sanne", 1);
  add_share (agenda, 1, "Joost", 5);
  add_call (agenda, 7, "Petra", TODAY - 2);
  add_call (agenda, 8, "Joost", TODAY - 2);
  g_assert_cmpuint (ovs_agenda_get_items (agenda)->len, ==, 2);
  /* What waits longest comes first. */
  g_assert_cmpint (item_of (agenda, 0)->kind, ==, OVS_AGENDA_CALL_BACK);
  g_assert_cmpstr (item_of (agenda, 0)->stand_in, ==, "Sanne");
  words = ovs_agenda_item_tell (item_of (agenda, 0));
  g_assert_cmpstr (words, ==, "1001 Bakkerij · 2 days late · Sanne for Petra");
  g_assert_cmpint (item_of (agenda, 1)->open, ==, 3);
}

static void
test_chains (void)
{
  g_autoptr (OvsAgenda) agenda = ovs_agenda_new (TODAY, NULL);

  ovs_agenda_add_stand_in (agenda, "A", "B", TODAY, TODAY);
  ovs_agenda_add_stand_in (agenda, "B", "C", TODAY, TODAY);
  g_assert_cmpstr (ovs_agenda_stand_in (agenda, "A"), ==, "C");
  g_assert_null (ovs_agenda_stand_in (agenda, "C"));
  g_assert_null (ovs_agenda_stand_in (agenda, NULL));
  /* Now they go round in circles. */
  ovs_agenda_add_stand_in (agenda, "C", "A", TODAY, TODAY);
  g_assert_null (ovs_agenda_stand_in (agenda, "A"));
}

static void
test_of_a_round_together (void)
{
  g_autoptr (OvsAgenda) agenda = ovs_agenda_new (TODAY, NULL);
  OvsAgendaItem item = { .kind = OVS_AGENDA_CORRECTION, .wave = 1, .number = 1, .round = { .day = ROUND }, .handler = "Petra", .due = TODAY, .open = 1 };

  for (int i = 0; i < 200; i++)
    ovs_agenda_add (agenda, &item);
  item.due = TODAY + 1;
  ovs_agenda_add (agenda, &item);
  g_assert_cmpuint (ovs_agenda_get_items (agenda)->len, ==, 1);
  g_assert_cmpint (item_of (agenda, 0)->open, ==, 200);
  g_assert_null (item_of (agenda, 0)->handler);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agenda/one-line-for-a-round", test_one_line_for_a_round);
  g_test_add_func ("/agenda/of-one-colleague", test_of_one_colleague);
  g_test_add_func ("/agenda/stand-in", test_stand_in);
  g_test_add_func ("/agenda/chains", test_chains);
  g_test_add_func ("/agenda/of-a-round-together", test_of_a_round_together);
  return g_test_run ();
}
