/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/message-list.h"

#include "dossier/client-filter.h"
#include "dossier/employee.h"
#include "dossier/meanings.h"
#include "dossier/sorted-ids.h"
#include "dossier/undo.h"
#include "rules/reason-words.h"

/* A message is new again when there is another result. */
#define IS_UNREAD "NOT EXISTS (SELECT 1 FROM message_read m WHERE m.intent = i.id AND m.state = i.state)"

#define MATCHING                                                                                                                   \
  "FROM intent i CROSS JOIN employee e ON e.id = i.employee CROSS JOIN employer c ON c.id = e.employer LEFT JOIN request r ON r.id = i.request " \
  "WHERE i.state <> 'planned' AND " OVS_CLIENT_FILTER ("c.", "?1") " "                                                                 \
  "AND (?3 = '' OR i.state = ?3 OR (?3 = 'unknown' AND i.state = 'sent') OR (?3 = 'unread' AND " IS_UNREAD ")) "                                                        \
  "AND (?2 = '' OR instr(e.sort_key, ?2) > 0 OR instr(e.number_key, ?2) > 0 OR instr(lower(c.name), ?2) > 0 "                      \
  "OR instr(c.number_key, ?2) > 0 OR instr(lower(i.message), ?2) > 0) "

/* Who is equal comes in the order of the journal, the newest first. */
#define NEWEST_FIRST "ORDER BY i.id DESC"

static const char by_time[] = "SELECT i.id, coalesce(i.settled, r.sent, i.planned) " MATCHING NEWEST_FIRST;
static const char by_name[] = "SELECT i.id, e.sort_key || char(1) || printf('%08d', e.id) " MATCHING NEWEST_FIRST;
static const char by_employer[] = "SELECT i.id, lower(c.name) || char(1) || printf('%08d', c.id) " MATCHING NEWEST_FIRST;

static const char *
choose_order (OvsMessageSort sort)
{
  switch (sort)
    {
    case OVS_MESSAGE_SORT_NAME:
      return by_name;
    case OVS_MESSAGE_SORT_EMPLOYER:
      return by_employer;
    default:
      return by_time;
    }
}

static const char *
choose_state (OvsMessages which)
{
  switch (which)
    {
    case OVS_MESSAGES_REFUSED:
      return ovs_intent_state_code (OVS_INTENT_REFUSED);
    case OVS_MESSAGES_UNKNOWN:
      return ovs_intent_state_code (OVS_INTENT_UNKNOWN);
    case OVS_MESSAGES_CONFIRMED:
      return ovs_intent_state_code (OVS_INTENT_CONFIRMED);
    case OVS_MESSAGES_UNREAD:
      return "unread";
    case OVS_MESSAGES_ALL:
    case OVS_N_MESSAGES:
    default:
      return "";
    }
}

/* Words are known again by what stays of them, and that no statement can tell. */
static GArray *
keep_words (OvsTx *tx, GArray *ids, const char *words)
{
  g_autofree char *wanted = ovs_reason_words_key (words);
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autofree char *said = ovs_tx_get_text (tx, "SELECT message FROM intent WHERE id = ?1 AND state = 'refused'", "i", id);
      g_autofree char *key = ovs_reason_words_key (said);

      if (g_str_equal (key, wanted))
        g_array_append_val (kept, id);
    }
  g_array_unref (ids);
  return kept;
}

GArray *
ovs_messages_query (OvsTx *tx, const OvsMessageQuery *query)
{
  OvsRows rows = ovs_rows_open (tx, choose_order (query->sort), "sss", query->handler, query->search, choose_state (query->which));
  GArray *ids;
  gboolean by_moment = choose_order (query->sort) == by_time;

  /* The newest are the first of the time. */
  ids = ovs_sorted_ids (&rows, by_moment != query->descending);
  return query->words != NULL ? keep_words (tx, ids, query->words) : ids;
}

void
ovs_messages_count (OvsTx *tx, const char *filter, gint64 counts[OVS_N_MESSAGES])
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT count(*), count(*) FILTER (WHERE i.state = 'refused'), count(*) FILTER (WHERE i.state IN ('sent', 'unknown')), "
                                "count(*) FILTER (WHERE i.state = 'confirmed'), count(*) FILTER (WHERE " IS_UNREAD ") FROM intent i "
                                "JOIN employee e ON e.id = i.employee JOIN employer c ON c.id = e.employer WHERE i.state <> 'planned' AND "
                                OVS_CLIENT_FILTER ("c.", "?1"),
                                "s", filter);

  if (ovs_rows_next (&rows))
    for (int i = 0; i < OVS_N_MESSAGES; i++)
      counts[i] = ovs_rows_int (&rows, i);
  ovs_rows_close (&rows);
}

#define READ_THEM "INSERT INTO message_read (intent, state) SELECT i.id, i.state FROM intent i "
#define READ_ANEW " ON CONFLICT (intent) DO UPDATE SET state = excluded.state"

static gint64
mark_one (OvsTx *tx, gint64 message, gboolean read)
{
  if (read)
    ovs_tx_run (tx, READ_THEM "WHERE i.id = ?1 AND i.state <> 'planned' AND " IS_UNREAD READ_ANEW, "i", message);
  else
    ovs_tx_run (tx, "DELETE FROM message_read WHERE intent = ?1", "i", message);
  return ovs_tx_changes (tx);
}

static gint64
mark_all (OvsTx *tx, const char *filter)
{
  ovs_tx_run (tx,
              READ_THEM "JOIN employee e ON e.id = i.employee JOIN employer c ON c.id = e.employer WHERE i.state <> 'planned' AND " IS_UNREAD
                        " AND " OVS_CLIENT_FILTER ("c.", "?1") READ_ANEW,
              "s", filter);
  return ovs_tx_changes (tx);
}

gint64
ovs_messages_mark (OvsTx *tx, const GArray *messages, const char *filter, gboolean read)
{
  OvsStep step = ovs_step_begin (tx);
  g_autofree char *detail = NULL;
  gint64 changed = messages == NULL ? mark_all (tx, filter) : 0;

  for (guint i = 0; messages != NULL && i < messages->len; i++)
    changed += mark_one (tx, g_array_index (messages, gint64, i), read);
  detail = g_strdup_printf ("{\"changed\": %" G_GINT64_FORMAT "}", changed);
  ovs_step_end (&step, read ? "messages-read" : "messages-unread", detail, NULL);
  return changed;
}

OvsMessage *
ovs_message_get (OvsTx *tx, gint64 id)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT coalesce(i.settled, r.sent, i.planned), i.kind, i.state, i.reason, i.message, e.initials, e.first_name, "
                                "e.prefix, e.last_name, c.name, c.number, e.number, " IS_UNREAD " FROM intent i JOIN employee e ON e.id = i.employee "
                                "JOIN employer c ON c.id = e.employer LEFT JOIN request r ON r.id = i.request WHERE i.id = ?1",
                                "i", id);
  OvsMessage *message = NULL;

  if (ovs_rows_next (&rows))
    {
      message = g_new0 (OvsMessage, 1);
      ovs_clock_parse_iso (ovs_rows_text (&rows, 0), &message->at);
      message->kind = ovs_intent_kind_from_code (ovs_rows_text (&rows, 1));
      message->state = ovs_intent_state_from_code (ovs_rows_text (&rows, 2));
      message->reason = g_strdup (ovs_rows_text (&rows, 3));
      message->text = g_strdup (ovs_rows_text (&rows, 4));
      message->name = ovs_employee_list_name (ovs_rows_text (&rows, 5), ovs_rows_text (&rows, 6), ovs_rows_text (&rows, 7),
                                                ovs_rows_text (&rows, 8));
      message->employer_name = g_strdup (ovs_rows_text (&rows, 9));
      message->employer_number = g_strdup (ovs_rows_text (&rows, 10));
      message->employee_number = g_strdup (ovs_rows_text (&rows, 11));
      message->unread = ovs_rows_int (&rows, 12) != 0;
    }
  ovs_rows_close (&rows);
  if (message != NULL && message->state == OVS_INTENT_REFUSED)
    message->meaning = ovs_meanings_get (tx, message->text, &message->advice);
  return message;
}

void
ovs_message_free (OvsMessage *message)
{
  if (message == NULL)
    return;
  g_free (message->reason);
  g_free (message->text);
  g_free (message->meaning);
  g_free (message->advice);
  g_free (message->name);
  g_free (message->employer_name);
  g_free (message->employer_number);
  g_free (message->employee_number);
  g_free (message);
}
