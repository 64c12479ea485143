/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/outbox.h"

#include <glib/gi18n.h>

#include "dossier/error.h"
#include "dossier/trail.h"

/* Whether the client of the row l takes part still; who is no client does. A withdrawn client gets all the same what is about that. */
#define TAKES_PART "(l.employer IS NULL OR l.piece = 'withdrawal' OR EXISTS (SELECT 1 FROM employer c WHERE c.id = l.employer AND c.selected AND c.excluded_reason IS NULL))"

/* Whether the row l tells the day of its client's round, or none. */
#define TELLS_THE_DAY                                                                                             \
  "(l.employer IS NULL OR l.round_day IS NULL OR l.piece = 'withdrawal' OR l.round_day IS "                        \
  "(SELECT w.date FROM employer c JOIN wave w ON w.id = c.wave WHERE c.id = l.employer))"

/* Whether the row l goes to the client's contact of now. An address that is not in ASCII is written otherwise in a mail. */
#define GOES_TO_THE_CONTACT                                                                                        \
  "(l.employer IS NULL OR l.recipient IS NULL OR EXISTS (SELECT 1 FROM employer c WHERE c.id = l.employer AND "    \
  "(lower(trim(c.contact_email)) = lower(l.recipient) OR c.contact_email GLOB '*[^ -~]*')))"

#define OUT_OF_DATE "l.state = 'waiting' AND NOT (" TAKES_PART " AND " TELLS_THE_DAY " AND (l.way <> 'mail' OR " GOES_TO_THE_CONTACT "))"

#define COLUMNS                                                                                                                            \
  "SELECT l.id, l.piece, l.employer, l.wave, l.round_day, l.way, l.recipient_name, l.recipient, l.subject, l.text, l.message_id, l.state, " \
  "l.attempts, l.answer, l.written, l.settled, coalesce(who.text, ''), c.number, c.name"

#define TABLES                                                                                                                             \
  " FROM letter l "                                                                                                                        \
  "LEFT JOIN employer c ON c.id = l.employer JOIN audit a ON a.sequence = l.audit LEFT JOIN audit_text who ON who.reference = a.actor "

/* --- what does not go any more --------------------------------------------------------------------------------- */

#define DROP "UPDATE letter SET state = 'dropped', settled = ?1, content = NULL WHERE id IN "

/* @letter: 0 for all. Returns: how many. The range keeps each message that goes from costing a walk through all that ever went. */
static gint64
drop_out_of_date (OvsTx *tx, gint64 letter)
{
  g_autofree char *detail = NULL;
  const gint64 last = letter != 0 ? letter : G_MAXINT64;
  gint64 n_dropped = 0;
  gint64 sequence;

  if (!ovs_tx_get_int (tx, &n_dropped, "SELECT count(*) FROM letter AS l WHERE l.id BETWEEN ?1 AND ?2 AND " OUT_OF_DATE, "ii", letter, last)
      || n_dropped == 0)
    return 0;
  sequence = ovs_trail_begin (tx);
  ovs_tx_run (tx, DROP "(SELECT l.id FROM letter AS l WHERE l.id BETWEEN ?2 AND ?3 AND " OUT_OF_DATE ")", "sii", ovs_tx_now_text (tx), letter, last);
  detail = g_strdup_printf ("{\"letters\": %" G_GINT64_FORMAT ", \"state\": \"dropped\"}", n_dropped);
  ovs_trail_end (tx, sequence, "letters-out-of-date", detail, NULL);
  return n_dropped;
}

gint64
ovs_outbox_drop_outdated (OvsTx *tx)
{
  return drop_out_of_date (tx, 0);
}

/* What was refused has a follower now. */
static void
drop_refused (OvsTx *tx, const OvsLetterRow *follower)
{
  ovs_tx_run (tx, DROP "(SELECT id FROM letter WHERE state = 'refused' AND piece = ?2 AND employer = ?3)", "ssi", ovs_tx_now_text (tx),
              follower->piece, follower->employer);
}

/* --- writing down ---------------------------------------------------------------------------------------------- */

static gboolean
may_write (OvsTx *tx, const OvsLetterRow *letter, GError **error)
{
  gint64 selected = 0;

  if (letter->employer == 0 || g_str_equal (letter->piece, "withdrawal")
      || (ovs_tx_get_int (tx, &selected, "SELECT selected AND excluded_reason IS NULL FROM employer WHERE id = ?1", "i", letter->employer) && selected))
    return TRUE;
  g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED,
                       _ ("A client of these takes no part any more: nothing was written down and nothing was sent. Make the letters anew."));
  return FALSE;
}

static void
insert (OvsTx *tx, gint64 sequence, const OvsLetterRow *letter)
{
  gsize size = 0;
  gconstpointer content = letter->content != NULL ? g_bytes_get_data (letter->content, &size) : NULL;

  ovs_tx_run (tx,
              "INSERT INTO letter (piece, employer, wave, round_day, way, recipient_name, recipient, subject, text, message_id, content, state, "
              "written, audit) VALUES (?1, nullif(?2, 0), nullif(?3, 0), ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 'waiting', ?12, ?13)",
              "siidssssssxsi", letter->piece, letter->employer, letter->wave, letter->round_day, ovs_way_code (letter->way),
              letter->recipient_name, letter->recipient, letter->subject, letter->text, letter->message_id, content, size,
              ovs_tx_now_text (tx), sequence);
}

gint64
ovs_outbox_write (OvsTx *tx, const OvsLetterRow *letters, gsize n_letters, GError **error)
{
  g_autofree char *detail = NULL;
  gint64 sequence;

  for (gsize i = 0; i < n_letters; i++)
    if (!may_write (tx, &letters[i], error))
      return -1;
  if (n_letters == 0)
    return 0;
  drop_out_of_date (tx, 0);
  sequence = ovs_trail_begin (tx);
  for (gsize i = 0; i < n_letters; i++)
    {
      drop_refused (tx, &letters[i]);
      insert (tx, sequence, &letters[i]);
    }
  detail = g_strdup_printf ("{\"piece\": \"%s\", \"way\": \"%s\", \"letters\": %" G_GSIZE_FORMAT "}", letters[0].piece,
                            ovs_way_code (letters[0].way), n_letters);
  ovs_trail_end (tx, sequence, "letters-written", detail, NULL);
  return (gint64) n_letters;
}

char *
ovs_outbox_new_id (void)
{
  return g_uuid_string_random ();
}

/* --- reading --------------------------------------------------------------------------------------------------- */

static gint64
instant_of (const char *text)
{
  gint64 at;

  return text != NULL && ovs_clock_parse_iso (text, &at) ? at : 0;
}

static void
report (OvsRows *rows, GBytes *content, OvsLetterFunc func, gpointer data)
{
  OvsLetterRow row = {
    .id = ovs_rows_int (rows, 0),
    .piece = ovs_rows_text (rows, 1),
    .employer = ovs_rows_int (rows, 2),
    .wave = ovs_rows_int (rows, 3),
    .round_day = ovs_rows_day (rows, 4),
    .way = ovs_way_from_code (ovs_rows_text (rows, 5)),
    .recipient_name = ovs_rows_text (rows, 6),
    .recipient = ovs_rows_text (rows, 7),
    .subject = ovs_rows_text (rows, 8),
    .text = ovs_rows_text (rows, 9),
    .message_id = ovs_rows_text (rows, 10),
    .content = content,
    .state = ovs_letter_state_from_code (ovs_rows_text (rows, 11)),
    .attempts = ovs_rows_int (rows, 12),
    .answer = ovs_rows_text (rows, 13),
    .written = instant_of (ovs_rows_text (rows, 14)),
    .settled = instant_of (ovs_rows_text (rows, 15)),
    .actor = ovs_rows_text (rows, 16),
    .employer_number = ovs_rows_text (rows, 17),
    .employer_name = ovs_rows_text (rows, 18),
  };

  func (&row, data);
}

void
ovs_outbox_foreach (OvsTx *tx, gint64 employer, const char *piece, OvsLetterFunc func, gpointer data)
{
  OvsRows rows;

  if (employer != 0)
    rows = ovs_rows_open (tx, COLUMNS TABLES "WHERE l.employer = ?1 AND (?2 IS NULL OR l.piece = ?2) ORDER BY l.id DESC", "is", employer, piece);
  else
    rows = ovs_rows_open (tx, COLUMNS TABLES "WHERE ?1 IS NULL OR l.piece = ?1 ORDER BY l.id DESC", "s", piece);

  while (ovs_rows_next (&rows))
    report (&rows, NULL, func, data);
}

void
ovs_outbox_count (OvsTx *tx, const char *piece, gint64 wave, gint64 counts[OVS_N_LETTER_STATES])
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT state, count(*) FROM letter WHERE (?1 IS NULL OR piece = ?1) AND ?2 IN (0, wave) GROUP BY state", "si",
                                piece, wave);

  for (int state = 0; state < OVS_N_LETTER_STATES; state++)
    counts[state] = 0;
  while (ovs_rows_next (&rows))
    counts[ovs_letter_state_from_code (ovs_rows_text (&rows, 0))] = ovs_rows_int (&rows, 1);
}

gboolean
ovs_outbox_get (OvsTx *tx, gint64 letter, OvsLetterFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx, COLUMNS TABLES "WHERE l.id = ?1", "i", letter);
  gboolean found = ovs_rows_next (&rows);

  if (found)
    report (&rows, NULL, func, data);
  ovs_rows_close (&rows);
  return found;
}

/* --- sending --------------------------------------------------------------------------------------------------- */

GArray *
ovs_outbox_waiting (OvsTx *tx)
{
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (gint64));
  OvsRows rows = ovs_rows_open (tx, "SELECT id FROM letter WHERE state = 'waiting' AND way = 'mail' ORDER BY id", "");

  while (ovs_rows_next (&rows))
    {
      gint64 letter = ovs_rows_int (&rows, 0);

      g_array_append_val (letters, letter);
    }
  return letters;
}

gboolean
ovs_outbox_take (OvsTx *tx, gint64 letter, OvsLetterFunc func, gpointer data)
{
  g_autoptr (GBytes) content = NULL;
  OvsRows rows;

  if (drop_out_of_date (tx, letter) > 0)
    return FALSE;
  ovs_tx_run (tx, "UPDATE letter SET state = 'sending', attempts = attempts + 1 WHERE id = ?1 AND state = 'waiting' AND way = 'mail'", "i", letter);
  if (ovs_tx_changes (tx) == 0)
    return FALSE;
  rows = ovs_rows_open (tx, COLUMNS ", l.content" TABLES "WHERE l.id = ?1", "i", letter);
  if (ovs_rows_next (&rows))
    {
      content = ovs_rows_bytes (&rows, 19);
      report (&rows, content, func, data);
    }
  ovs_rows_close (&rows);
  return TRUE;
}

static gboolean
get_state (OvsTx *tx, gint64 letter, OvsLetterState *state)
{
  g_autofree char *code = ovs_tx_get_text (tx, "SELECT state FROM letter WHERE id = ?1", "i", letter);

  *state = ovs_letter_state_from_code (code);
  return code != NULL;
}

/* A client that was told by telephone before stays informed from that day. */
static void
inform (OvsTx *tx, gint64 sequence, gint64 letter)
{
  g_autofree char *day = ovs_day_to_iso (ovs_tx_today (tx));
  gint64 employer;

  if (!ovs_tx_get_int (tx, &employer,
                       "SELECT l.employer FROM letter l JOIN employer c ON c.id = l.employer WHERE l.id = ?1 AND c.informed_on IS NULL", "i",
                       letter))
    return;
  ovs_tx_run (tx, "UPDATE employer SET informed_on = ?2, informed_at = ?3 WHERE id = ?1", "iss", employer, day, ovs_tx_now_text (tx));
  ovs_history_add (tx, sequence, employer, 0, "informed_on", NULL, day);
}

static gboolean
move (OvsTx *tx, gint64 sequence, gint64 letter, OvsLetterState to, const char *answer, gboolean informs)
{
  OvsLetterState from;

  if (!get_state (tx, letter, &from) || from == to || !ovs_letter_may_move (from, to))
    return FALSE;
  ovs_tx_run (tx,
              "UPDATE letter SET state = ?2, answer = coalesce(?3, answer), settled = CASE WHEN ?2 IN ('waiting', 'sending') THEN NULL ELSE ?4 END, "
              "content = CASE WHEN ?2 IN ('sent', 'dropped') THEN NULL ELSE content END WHERE id = ?1",
              "isss", letter, ovs_letter_state_code (to), answer, ovs_tx_now_text (tx));
  if (informs && to == OVS_LETTER_SENT)
    inform (tx, sequence, letter);
  return TRUE;
}

gboolean
ovs_outbox_settle (OvsTx *tx, gint64 letter, OvsLetterState state, const char *answer, gboolean informs)
{
  g_autofree char *detail = g_strdup_printf ("{\"letter\": %" G_GINT64_FORMAT ", \"state\": \"%s\"}", letter, ovs_letter_state_code (state));
  OvsLetterState from;
  gint64 sequence;

  if (!get_state (tx, letter, &from) || from == state || !ovs_letter_may_move (from, state))
    return FALSE;
  sequence = ovs_trail_begin (tx);
  move (tx, sequence, letter, state, answer, informs);
  ovs_trail_end (tx, sequence, "letter-settled", detail, NULL);
  return TRUE;
}

gint64
ovs_outbox_recover (OvsTx *tx)
{
  g_autofree char *detail = NULL;
  gint64 n_sending = 0;
  gint64 sequence;

  if (!ovs_tx_get_int (tx, &n_sending, "SELECT count(*) FROM letter WHERE state = 'sending'", "") || n_sending == 0)
    return 0;
  sequence = ovs_trail_begin (tx);
  ovs_tx_run (tx, "UPDATE letter SET state = 'unknown', settled = ?1 WHERE state = 'sending'", "s", ovs_tx_now_text (tx));
  detail = g_strdup_printf ("{\"letters\": %" G_GINT64_FORMAT ", \"state\": \"unknown\"}", n_sending);
  ovs_trail_end (tx, sequence, "letters-broken-off", detail, NULL);
  return n_sending;
}

gint64
ovs_outbox_tell (OvsTx *tx, const GArray *letters, OvsLetterState state, gboolean informs)
{
  g_autofree char *detail = NULL;
  gint64 sequence = ovs_trail_begin (tx);
  gint64 changed = 0;

  for (guint i = 0; i < letters->len; i++)
    changed += move (tx, sequence, g_array_index (letters, gint64, i), state, NULL, informs);
  if (changed == 0)
    return 0;
  detail = g_strdup_printf ("{\"letters\": %" G_GINT64_FORMAT ", \"state\": \"%s\"}", changed, ovs_letter_state_code (state));
  ovs_trail_end (tx, sequence, "letters-told", detail, NULL);
  return changed;
}
