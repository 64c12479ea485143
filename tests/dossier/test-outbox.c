/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/clients.h"

#include "dossier/client-list.h"
#include "dossier/outbox.h"
#include "dossier/withdrawals.h"

/* The clients 1 and 2 take part; each gets one mail. */
static gboolean
write_two (OvsTx *tx, gpointer piece, GError **error)
{
  g_autoptr (GBytes) content = g_bytes_new_static ("Subject: x\r\n\r\ny", 15);
  const OvsLetterRow letters[] = {
    { .piece = piece, .employer = 1, .wave = 1, .way = OVS_WAY_MAIL, .recipient = "a@voorbeeld.nl", .subject = "x", .text = "y", .message_id = "m1",
      .content = content },
    { .piece = piece, .employer = 2, .wave = 1, .way = OVS_WAY_MAIL, .recipient = "b@voorbeeld.nl", .subject = "x", .text = "y", .message_id = "m2",
      .content = content },
  };

  return ovs_outbox_write (tx, letters, G_N_ELEMENTS (letters), error) == 2;
}

static void
keep_id (const OvsLetterRow *row, gpointer data)
{
  g_assert_cmpint (g_bytes_get_size (row->content), ==, 15);
  *(gint64 *) data = row->id;
}

static gboolean
next (OvsTx *tx, gpointer data, GError **error)
{
  gint64 *letter = data;

  *letter = 0;
  if (ovs_outbox_next (tx, keep_id, letter))
    g_assert_true (ovs_outbox_begin (tx, *letter));
  return TRUE;
}

static gboolean
settle_sent (OvsTx *tx, gpointer data, GError **error)
{
  return ovs_outbox_settle (tx, *(gint64 *) data, OVS_LETTER_SENT, "250 OK", TRUE);
}

static gboolean
recover (OvsTx *tx, gpointer data, GError **error)
{
  *(gint64 *) data = ovs_outbox_recover (tx);
  return TRUE;
}

static gboolean
count (OvsTx *tx, gpointer data, GError **error)
{
  ovs_outbox_count (tx, NULL, 0, data);
  return TRUE;
}

static void
expect (Fixture *fixture, OvsLetterState state, gint64 number)
{
  gint64 counts[OVS_N_LETTER_STATES];

  clients_do (fixture, count, counts);
  g_assert_cmpint (counts[state], ==, number);
}

static void
keep_informed (const OvsClientRow *row, gpointer data)
{
  *(OvsDay *) data = row->informed_on;
}

static gboolean
read_informed (OvsTx *tx, gpointer data, GError **error)
{
  g_assert_true (ovs_client_list_get (tx, 1, keep_informed, data));
  return TRUE;
}

/* What the server took makes the client informed, and goes no second time. */
static void
test_sent (Fixture *fixture, gconstpointer unused)
{
  gint64 first, second, none;
  OvsDay informed = OVS_NO_DAY;

  clients_do (fixture, write_two, (gpointer) "client");
  clients_do (fixture, next, &first);
  clients_do (fixture, settle_sent, &first);
  clients_do (fixture, read_informed, &informed);
  g_assert_cmpint (informed, !=, OVS_NO_DAY);
  clients_do (fixture, next, &second);
  g_assert_cmpint (second, !=, first);
  clients_do (fixture, next, &none);
  g_assert_cmpint (none, ==, 0);
}

/* Whoever was killed while he sent does not know whether it went: it is never sent again by itself. */
static void
test_broken_off (Fixture *fixture, gconstpointer unused)
{
  gint64 first, second, broken_off;

  clients_do (fixture, write_two, (gpointer) "client");
  clients_do (fixture, next, &first);
  clients_do (fixture, recover, &broken_off);
  g_assert_cmpint (broken_off, ==, 1);
  expect (fixture, OVS_LETTER_UNKNOWN, 1);
  clients_do (fixture, next, &second);
  g_assert_cmpint (second, !=, first);
  expect (fixture, OVS_LETTER_WAITING, 0);
}

static gboolean
withdraw (OvsTx *tx, gpointer unused, GError **error)
{
  const OvsWithdrawalSaid said = { "toch niet", NULL, OVS_NO_DAY };

  return ovs_withdrawals_write (tx, "1", &said, error) >= 0;
}

/* Who withdraws between writing down and sending gets nothing. */
static void
test_withdrawn (Fixture *fixture, gconstpointer unused)
{
  gint64 letter, none;

  clients_do (fixture, write_two, (gpointer) "client");
  clients_do (fixture, withdraw, NULL);
  clients_do (fixture, next, &letter);
  clients_do (fixture, settle_sent, &letter);
  clients_do (fixture, next, &none);
  g_assert_cmpint (none, ==, 0);
  expect (fixture, OVS_LETTER_SENT, 1);
  expect (fixture, OVS_LETTER_DROPPED, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/outbox/sent", Fixture, NULL, clients_set_up, test_sent, fixture_tear_down);
  g_test_add ("/outbox/broken-off", Fixture, NULL, clients_set_up, test_broken_off, fixture_tear_down);
  g_test_add ("/outbox/withdrawn", Fixture, NULL, clients_set_up, test_withdrawn, fixture_tear_down);
  return g_test_run ();
}
