/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/message-list.h"

#include "dossier/client-filter.h"
#include "dossier/employee.h"
#include "dossier/sorted-ids.h"

#define MATCHING                                                                                                                   \
  "FROM intent i CROSS JOIN employee e ON e.id = i.employee CROSS JOIN employer c ON c.id = e.employer LEFT JOIN request r ON r.id = i.request " \
  "WHERE i.state <> 'planned' AND " OVS_CLIENT_FILTER ("c.", "?1") " "                                                                 \
  "AND (?3 = '' OR i.state = ?3 OR (?3 = 'unknown' AND i.state = 'sent')) "                                                        \
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
    default:
      return "";
    }
}

GArray *
ovs_messages_query (OvsTx *tx, const OvsMessageQuery *query)
{
  OvsRows rows = ovs_rows_open (tx, choose_order (query->sort), "sss", query->handler, query->search, choose_state (query->which));
  gboolean by_moment = choose_order (query->sort) == by_time;

  /* The newest are the first of the time. */
  return ovs_sorted_ids (&rows, by_moment != query->descending);
}

OvsMessage *
ovs_message_get (OvsTx *tx, gint64 id)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT coalesce(i.settled, r.sent, i.planned), i.kind, i.state, i.reason, i.message, e.initials, e.first_name, "
                                "e.prefix, e.last_name, c.name, c.number, e.number FROM intent i JOIN employee e ON e.id = i.employee "
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
    }
  ovs_rows_close (&rows);
  return message;
}

void
ovs_message_free (OvsMessage *message)
{
  if (message == NULL)
    return;
  g_free (message->reason);
  g_free (message->text);
  g_free (message->name);
  g_free (message->employer_name);
  g_free (message->employer_number);
  g_free (message->employee_number);
  g_free (message);
}
