/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/account.h"

#include "dossier/settings.h"
#include "dossier/tally.h"
#include "dossier/trail.h"

static void
client_free (gpointer data)
{
  OvsAccountClient *client = data;

  g_free (client->number);
  g_free (client->name);
  g_free (client->handler);
  g_free (client);
}

static void
deed_free (gpointer data)
{
  OvsAccountDeed *deed = data;

  g_free (deed->operation);
  g_free (deed->actor);
  g_free (deed);
}

void
ovs_account_free (OvsAccount *account)
{
  g_free (account->firm);
  g_free (account->number);
  g_free (account->name);
  g_free (account->handler);
  g_free (account->reason);
  g_ptr_array_unref (account->clients);
  g_ptr_array_unref (account->deeds);
  g_free (account->last_hash);
  g_free (account->last_at);
  g_free (account);
}

gint64
ovs_account_people (const OvsAccount *account)
{
  return ovs_closing_people (&account->facts);
}

/* --- people ---------------------------------------------------------------------------------------------------- */

static void
add_ends (OvsAccount *account, const OvsClosingClient *client)
{
  for (int state = 0; state < OVS_N_END_STATES; state++)
    account->facts.ends[state] += client->facts.ends[state];
  account->facts.unknown_fallout += client->facts.unknown_fallout;
  account->facts.questions += client->facts.questions;
  account->n_clients++;
  account->n_closed += client->closed;
  account->days.product_500_on = MAX (account->days.product_500_on, client->product_500_on);
  account->days.closing_mail_on = MAX (account->days.closing_mail_on, client->letter_on);
  if (client->closed)
    account->days.closed_on = MAX (account->days.closed_on, client->closed_on);
}

static void
take_client (const OvsClosingClient *client, gpointer data)
{
  OvsAccount *account = data;

  account->number = g_strdup (client->number);
  account->name = g_strdup (client->name);
  account->handler = g_strdup (client->handler);
  account->obstacles = client->obstacles;
  account->facts.product_500 = client->facts.product_500;
  account->reason = client->closed ? g_strdup (client->reason) : NULL;
  add_ends (account, client);
}

static void
add_client (const OvsClosingClient *client, gpointer data)
{
  OvsAccount *account = data;
  OvsAccountClient *row = g_new0 (OvsAccountClient, 1);

  row->number = g_strdup (client->number);
  row->name = g_strdup (client->name);
  row->handler = g_strdup (client->handler);
  row->closed = client->closed;
  row->closed_on = client->closed ? client->closed_on : OVS_NO_DAY;
  for (int state = 0; state < OVS_N_END_STATES; state++)
    row->ends[state] = client->facts.ends[state];
  row->wave = client->wave;
  g_ptr_array_add (account->clients, row);
  add_ends (account, client);
}

/* --- numbers and days ------------------------------------------------------------------------------------------ */

#define OF_CLIENT(column) "(?1 = 0 OR " column " = ?1) "

static void
read_outcomes (OvsTx *tx, OvsAccount *account, gint64 employer)
{
  OvsTally tally;

  ovs_tally_read_client (tx, employer, &tally);
  account->outcomes = tally.outcomes;
  account->days.read_back_on = tally.as_of != 0 ? ovs_clock_day_of (tally.as_of) : OVS_NO_DAY;
}

static void
read_requests (OvsTx *tx, OvsAccount *account, gint64 employer)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT count(*) FILTER (WHERE i.kind = 'invite'), count(*) FILTER (WHERE i.kind = 'invite' AND i.generation > 1), "
                                "count(DISTINCT i.employee) FILTER (WHERE i.kind = 'block' AND i.state = 'confirmed'), "
                                "count(DISTINCT i.employee) FILTER (WHERE i.kind = 'reinstate' AND i.state = 'confirmed'), "
                                "min(r.sent) FILTER (WHERE i.kind = 'invite'), max(r.sent) FILTER (WHERE i.kind = 'invite') "
                                "FROM request r CROSS JOIN intent i ON i.request = r.id WHERE " OF_CLIENT ("r.employer"),
                                "i", employer);

  if (ovs_rows_next (&rows))
    {
      account->invitations = ovs_rows_int (&rows, 0);
      account->again = ovs_rows_int (&rows, 1);
      account->blocked = ovs_rows_int (&rows, 2);
      account->reinstated = ovs_rows_int (&rows, 3);
      account->days.sent_first = ovs_rows_day_of (&rows, 4);
      account->days.sent_last = ovs_rows_day_of (&rows, 5);
    }
  ovs_rows_close (&rows);
}

static void
read_informed (OvsTx *tx, OvsAccount *account, gint64 employer)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT min(informed_on), max(informed_on), min(employees_informed_on), max(employees_informed_on) FROM employer "
                                "WHERE selected AND excluded_reason IS NULL AND " OF_CLIENT ("id"),
                                "i", employer);

  if (ovs_rows_next (&rows))
    {
      account->days.informed_first = ovs_rows_day (&rows, 0);
      account->days.informed_last = ovs_rows_day (&rows, 1);
      account->days.employees_informed_first = ovs_rows_day (&rows, 2);
      account->days.employees_informed_last = ovs_rows_day (&rows, 3);
    }
  ovs_rows_close (&rows);
  ovs_tx_get_int (tx, &account->letters, "SELECT count(*) FROM letter WHERE state = 'sent' AND " OF_CLIENT ("employer"), "i", employer);
}

/* --- who did what ---------------------------------------------------------------------------------------------- */

#define SELECT_DEEDS                                                                                                                  \
  "SELECT a.operation, coalesce(w.text, ''), count(*), min(a.at), max(a.at) FROM audit a "              \
  "LEFT JOIN audit_text w ON w.reference = a.actor "
#define GROUP_DEEDS "GROUP BY a.operation, coalesce(w.text, '') ORDER BY min(a.sequence)"

static const char select_all_deeds[] = SELECT_DEEDS GROUP_DEEDS;

/* What the entries of the trail do not tell, what refers to them does: of which client they were. Steps that were taken back are none. */
static const char select_deeds_of[]
    = SELECT_DEEDS "WHERE a.sequence IN (SELECT h.audit FROM history h WHERE h.employer = ?1 AND h.employee IS NULL "
      "UNION SELECT h.audit FROM employee e CROSS JOIN history h ON h.employee = e.id WHERE e.employer = ?1 "
      "UNION SELECT u.audit FROM request r CROSS JOIN run u ON u.id = r.run WHERE r.employer = ?1 "
      "UNION SELECT r.audit FROM request r WHERE r.employer = ?1 AND r.audit IS NOT NULL "
      "UNION SELECT l.audit FROM letter l WHERE l.employer = ?1 AND l.state <> 'dropped' "
      "UNION SELECT q.audit FROM enquiry q WHERE q.employer = ?1 "
      "UNION SELECT m.audit FROM import_employer n CROSS JOIN import m ON m.id = n.import WHERE n.employer = ?1 "
      "UNION SELECT v.audit FROM accountability v WHERE v.employer = ?1) "
      "AND NOT EXISTS (SELECT 1 FROM undo_step s WHERE s.audit = a.sequence AND s.undone IS NOT NULL) " GROUP_DEEDS;

static void
read_deeds (OvsTx *tx, OvsAccount *account, gint64 employer)
{
  OvsRows rows = employer == 0 ? ovs_rows_open (tx, select_all_deeds, "") : ovs_rows_open (tx, select_deeds_of, "i", employer);

  while (ovs_rows_next (&rows))
    {
      OvsAccountDeed *deed = g_new0 (OvsAccountDeed, 1);

      deed->operation = g_strdup (ovs_rows_text (&rows, 0));
      deed->actor = g_strdup (ovs_rows_text (&rows, 1));
      deed->number = ovs_rows_int (&rows, 2);
      deed->first = ovs_rows_day_of (&rows, 3);
      deed->last = ovs_rows_day_of (&rows, 4);
      g_ptr_array_add (account->deeds, deed);
    }
}

/* --- all of it ------------------------------------------------------------------------------------------------- */

OvsAccount *
ovs_account_read (OvsTx *tx, gint64 employer)
{
  g_autoptr (OvsAccount) account = g_new0 (OvsAccount, 1);

  account->clients = g_ptr_array_new_with_free_func (client_free);
  account->deeds = g_ptr_array_new_with_free_func (deed_free);
  account->today = ovs_tx_today (tx);
  account->firm = ovs_settings_get (tx, OVS_SETTING_FIRM);
  if (employer == 0)
    ovs_closing_foreach (tx, NULL, add_client, account);
  else if (!ovs_closing_get (tx, employer, take_client, account))
    return NULL;
  if (account->n_closed < account->n_clients)
    account->days.closed_on = OVS_NO_DAY;
  read_outcomes (tx, account, employer);
  read_requests (tx, account, employer);
  read_informed (tx, account, employer);
  read_deeds (tx, account, employer);
  account->broken_at = ovs_trail_verify (tx, &account->entries);
  account->last_hash = ovs_tx_get_text (tx, "SELECT hash FROM audit ORDER BY sequence DESC LIMIT 1", "");
  account->last_at = ovs_tx_get_text (tx, "SELECT at FROM audit ORDER BY sequence DESC LIMIT 1", "");
  return g_steal_pointer (&account);
}

void
ovs_account_remember (OvsTx *tx, const OvsAccount *account, gint64 employer, const char *format, const char *sha256)
{
  gint64 sequence = ovs_trail_begin (tx);
  g_autofree char *detail = g_strdup_printf ("{\"employer\": %" G_GINT64_FORMAT ", \"format\": \"%s\", \"sha256\": \"%s\"}", employer, format, sha256);

  ovs_trail_end (tx, sequence, "account", detail, NULL);
  ovs_tx_run (tx,
              "INSERT INTO accountability (employer, format, sha256, made, entries, trail_hash, audit) VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5, ?6, ?7)",
              "isssisi", employer, format, sha256, ovs_tx_now_text (tx), account->entries, account->last_hash != NULL ? account->last_hash : "", sequence);
}

void
ovs_account_foreach_made (OvsTx *tx, gint64 employer, OvsAccountMadeFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT c.number, v.format, v.sha256, v.made FROM accountability v LEFT JOIN employer c ON c.id = v.employer "
                                "WHERE v.employer IS nullif(?1, 0) ORDER BY v.id DESC",
                                "i", employer);

  while (ovs_rows_next (&rows))
    {
      OvsAccountMade made = {
        .number = ovs_rows_text (&rows, 0),
        .format = ovs_rows_text (&rows, 1),
        .sha256 = ovs_rows_text (&rows, 2),
      };

      ovs_clock_parse_iso (ovs_rows_text (&rows, 3), &made.made);
      func (&made, data);
    }
}
