/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/clients.h"

#include <string.h>

#include "dossier/client-history.h"
#include "dossier/client-list.h"
#include "dossier/outbox.h"
#include "dossier/withdrawals.h"

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  clients_set_up (fixture, NULL);
  fixture_execute (fixture, "UPDATE employer SET contact_email = CASE id WHEN 1 THEN 'A@voorbeeld.nl' ELSE 'b@voorbeeld.nl' END");
}

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
  g_assert_cmpstr (row->employer_name, ==, row->employer == 1 ? "Bakkerij Jansen" : "Garage Smit");
  *(gint64 *) data = row->id;
}

/* Takes the first one that waits and may go. */
static gboolean
next (OvsTx *tx, gpointer data, GError **error)
{
  g_autoptr (GArray) waiting = ovs_outbox_waiting (tx);
  gint64 *letter = data;

  *letter = 0;
  for (guint i = 0; i < waiting->len && *letter == 0; i++)
    ovs_outbox_take (tx, g_array_index (waiting, gint64, i), keep_id, letter);
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

static const struct
{
  const char *name;
  const char *change;
} changes[] = {
  { "another-day", "UPDATE wave SET date = '2026-12-10'" },
  { "another-round", "UPDATE employer SET wave = NULL" },
  { "another-contact", "UPDATE employer SET contact_email = 'anders@voorbeeld.nl' WHERE id = 1" },
};

static gboolean
write_dated (OvsTx *tx, gpointer unused, GError **error)
{
  g_autoptr (GBytes) content = g_bytes_new_static ("Subject: x\r\n\r\ny", 15);
  const OvsLetterRow letter = { .piece = "client", .employer = 1, .wave = 1, .round_day = ovs_day_from_ymd (2026, 12, 8), .way = OVS_WAY_MAIL,
                                .recipient = "a@voorbeeld.nl", .subject = "x", .text = "y", .message_id = "m1", .content = content };

  return ovs_outbox_write (tx, &letter, 1, error) == 1;
}

/* What is not true any more when its turn comes does not go. */
static void
test_out_of_date (Fixture *fixture, gconstpointer data)
{
  gint64 letter;

  fixture_execute (fixture, "INSERT INTO wave (id, number, date, route) VALUES (1, 1, '2026-12-08', 'api'); UPDATE employer SET wave = 1");
  clients_do (fixture, write_dated, NULL);
  fixture_execute (fixture, data);
  clients_do (fixture, next, &letter);
  g_assert_cmpint (letter, ==, 0);
  expect (fixture, OVS_LETTER_DROPPED, 1);
  fixture_assert (fixture, "SELECT content IS NULL FROM letter", "1\n");
}

static void
test_still_true (Fixture *fixture, gconstpointer unused)
{
  gint64 letter;

  fixture_execute (fixture, "INSERT INTO wave (id, number, date, route) VALUES (1, 1, '2026-12-08', 'api'); UPDATE employer SET wave = 1");
  clients_do (fixture, write_dated, NULL);
  clients_do (fixture, next, &letter);
  g_assert_cmpint (letter, ==, 1);
}

static gboolean
settle_refused (OvsTx *tx, gpointer data, GError **error)
{
  return ovs_outbox_settle (tx, *(gint64 *) data, OVS_LETTER_REFUSED, "550 weg", TRUE);
}

/* A new letter takes the place of the one that was refused; only that of the same client. */
static void
test_followed (Fixture *fixture, gconstpointer unused)
{
  gint64 first, second;

  clients_do (fixture, write_two, (gpointer) "client");
  clients_do (fixture, next, &first);
  clients_do (fixture, settle_refused, &first);
  clients_do (fixture, next, &second);
  clients_do (fixture, settle_refused, &second);
  fixture_execute (fixture, "UPDATE letter SET message_id = 'old-' || id");
  clients_do (fixture, write_dated, NULL);
  fixture_assert (fixture, "SELECT employer, state FROM letter ORDER BY id", "1|dropped\n2|refused\n1|waiting\n");
}

static void
tell_event (const OvsClientEvent *event, gpointer data)
{
  g_assert_cmpint (event->day, !=, OVS_NO_DAY);
  g_string_append_printf (data, "%s %s %s %s;", event->operation, event->field, event->old != NULL ? event->old : "", event->new_value);
}

static gboolean
tell_history (OvsTx *tx, gpointer text, GError **error)
{
  ovs_client_history_foreach (tx, 1, 2, tell_event, text);
  return TRUE;
}

/* What was sent to a client stands in its history; what lapsed does not. */
static void
test_history (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 first;

  clients_do (fixture, write_two, (gpointer) "client");
  clients_do (fixture, next, &first);
  clients_do (fixture, settle_sent, &first);
  clients_do (fixture, tell_history, text);
  g_assert_nonnull (strstr (text->str, "letter sent mail client;"));
  fixture_execute (fixture, "UPDATE letter SET state = 'dropped'");
  g_string_truncate (text, 0);
  clients_do (fixture, tell_history, text);
  g_assert_null (strstr (text->str, "letter "));
}

/* A message is written, taken and settled without reading the others: what refers to a row, and what is asked for, has an index. */
static void
test_lookups (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *without = fixture_query (fixture, "SELECT f.\"from\" FROM pragma_foreign_key_list('letter') f WHERE NOT EXISTS ("
                                                     "SELECT 1 FROM pragma_index_list('letter') i, pragma_index_info(i.name) c "
                                                     "WHERE NOT i.partial AND c.seqno = 0 AND c.name = f.\"from\")");
  g_autofree char *last = fixture_query (fixture, "SELECT name FROM pragma_table_info('letter') ORDER BY cid DESC LIMIT 1");

  g_assert_cmpstr (without, ==, "");
  g_assert_true (g_str_has_prefix (last, "content"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/outbox/sent", Fixture, NULL, set_up, test_sent, fixture_tear_down);
  g_test_add ("/outbox/broken-off", Fixture, NULL, set_up, test_broken_off, fixture_tear_down);
  g_test_add ("/outbox/withdrawn", Fixture, NULL, set_up, test_withdrawn, fixture_tear_down);
  g_test_add ("/outbox/still-true", Fixture, NULL, set_up, test_still_true, fixture_tear_down);
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strconcat ("/outbox/out-of-date/", changes[i].name, NULL);
      g_test_add (path, Fixture, changes[i].change, set_up, test_out_of_date, fixture_tear_down);
    }
  g_test_add ("/outbox/history", Fixture, NULL, set_up, test_history, fixture_tear_down);
  g_test_add ("/outbox/lookups", Fixture, NULL, set_up, test_lookups, fixture_tear_down);
  g_test_add ("/outbox/followed", Fixture, NULL, set_up, test_followed, fixture_tear_down);
  return g_test_run ();
}
