/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "practice/api/json.h"
#include "practice/api/list.h"
#include "practice/catch-up.h"
#include "practice/conversion/tickets.h"
#include "practice/routes.h"

/* Tickets for programs and trainers: what the pages of Loket do with a browser. */

static void
put_employers (OvsPracticeExchange *exchange, OvsPracticeJson *json, gint64 ticket)
{
  g_autoptr (OvsPracticeRows) rows =
      ovs_practice_db_query (exchange->state->db,
                             "SELECT r.number, t.invited, t.blocked, t.fallout, t.leavers FROM ticket_employer t"
                             " JOIN employer r ON r.id = t.employer WHERE t.ticket = ? ORDER BY r.number",
                             "l", ticket);

  ovs_practice_put_array (json, "employers");
  while (ovs_practice_rows_next (rows))
    {
      ovs_practice_json_begin_object (json);
      ovs_practice_put_number (json, "employerNumber", ovs_practice_rows_number (rows, 0));
      ovs_practice_put_number (json, "invited", ovs_practice_rows_number (rows, 1));
      ovs_practice_put_number (json, "blocked", ovs_practice_rows_number (rows, 2));
      ovs_practice_put_number (json, "fallout", ovs_practice_rows_number (rows, 3));
      ovs_practice_put_number (json, "leavers", ovs_practice_rows_number (rows, 4));
      ovs_practice_json_end_object (json);
    }
  ovs_practice_json_end_array (json);
}

static void
put_ticket (OvsPracticeRows *row, OvsPracticeJson *json, OvsPracticeExchange *exchange)
{
  gint64 id = ovs_practice_rows_number (row, 0);

  ovs_practice_put_number (json, "id", id);
  ovs_practice_put_text (json, "kind", ovs_practice_rows_text (row, 1));
  ovs_practice_put_text (json, "status", ovs_practice_rows_text (row, 2));
  ovs_practice_put_instant (json, "submittedAt", ovs_practice_rows_number (row, 3));
  ovs_practice_put_day (json, "date", ovs_clock_day_of (ovs_practice_rows_number (row, 4)));
  put_employers (exchange, json, id);
}

#define TICKET_COLUMNS "t.id, t.kind, t.status, t.submitted_at, t.due_at"

static void
list_tickets (OvsPracticeExchange *exchange)
{
  static const OvsPracticeList list = {
    .columns = TICKET_COLUMNS,
    .source = "ticket t WHERE 1",
    .order = "t.id",
    .put = put_ticket,
  };

  ovs_practice_list_reply (exchange, &list, NULL);
}

static void
refuse (OvsPracticeExchange *exchange, const char *message)
{
  ovs_practice_exchange_reply_simple (exchange, SOUP_STATUS_BAD_REQUEST, message);
}

/* The numbers of `employers`; NULL, and answered with 400, unless there are some and all are known. */
static OvsPracticeClientList *
read_employers (OvsPracticeExchange *exchange, JsonObject *body)
{
  g_autoptr (OvsPracticeClientList) list = ovs_practice_client_list_new ();
  JsonNode *node = json_object_get_member (body, "employers");
  JsonArray *numbers = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; numbers != NULL && i < json_array_get_length (numbers); i++)
    {
      JsonNode *element = json_array_get_element (numbers, i);
      g_autofree char *text = JSON_NODE_HOLDS_VALUE (element) ? g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (element)) : NULL;

      ovs_practice_client_list_add (list, exchange->state, i + 1, text != NULL ? text : "");
    }
  if (list->employers->len == 0 || list->notes->len > 0)
    {
      refuse (exchange, "Name numbers of employers that are there, each once, in employers.");
      return NULL;
    }
  return g_steal_pointer (&list);
}

/* Returns: the row id of the ticket; 0, and answered with 400. */
static gint64
hand_in (OvsPracticeExchange *exchange, JsonObject *body)
{
  OvsPracticeState *state = exchange->state;
  g_autoptr (OvsPracticeClientList) list = NULL;
  OvsDay day = ovs_clock_today (state->clock);
  const char *date;

  if (json_object_has_member (body, "date") &&
      (!ovs_practice_get_text (body, "date", &date) || !ovs_day_parse_iso (date, &day) || day < ovs_clock_today (state->clock)))
    {
      refuse (exchange, "The date is one like 2026-12-08, today or later by the practice Loket's clock.");
      return 0;
    }
  list = read_employers (exchange, body);
  return list != NULL ? ovs_practice_tickets_hand_in (state, list, day) : 0;
}

static void
reply_ticket (OvsPracticeExchange *exchange, gpointer data)
{
  gint64 ticket = *(gint64 *) data;
  g_autoptr (OvsPracticeRows) row =
      ovs_practice_db_query (exchange->state->db, "SELECT " TICKET_COLUMNS " FROM ticket t WHERE t.id = ?", "l", ticket);
  g_autoptr (OvsPracticeJson) json = ovs_practice_json_new ();

  if (!ovs_practice_rows_next (row))
    return;
  ovs_practice_json_begin_object (json);
  put_ticket (row, json, exchange);
  ovs_practice_json_end_object (json);
  ovs_practice_exchange_reply_json (exchange, SOUP_STATUS_OK, json);
}

static void
post_ticket (OvsPracticeExchange *exchange)
{
  g_autoptr (JsonObject) body = ovs_practice_exchange_read_object (exchange);
  const char *kind = NULL;
  gint64 ticket = 0;

  if (body == NULL)
    return;
  ovs_practice_get_text (body, "kind", &kind);
  if (g_strcmp0 (kind, "overview") == 0)
    ticket = ovs_practice_tickets_ask_overview (exchange->state);
  else if (g_strcmp0 (kind, "client-list") == 0)
    ticket = hand_in (exchange, body);
  else
    refuse (exchange, "The kind is overview or client-list.");
  if (ticket == 0)
    return;
  ovs_practice_catch_up_await (exchange, reply_ticket, g_memdup2 (&ticket, sizeof ticket), g_free);
}

/* The file that came of it. */
static void
get_ticket (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeRows) row = ovs_practice_db_query (exchange->state->db, "SELECT file FROM ticket WHERE id = ? AND file IS NOT NULL",
                                                           "l", g_ascii_strtoll (exchange->arguments[0], NULL, 10));
  char *file;

  if (!ovs_practice_rows_next (row))
    {
      ovs_practice_exchange_reply_simple (exchange, SOUP_STATUS_NOT_FOUND, "That ticket has no file yet.");
      return;
    }
  file = g_strdup (ovs_practice_rows_text (row, 0));
  soup_server_message_set_status (exchange->message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (exchange->message, "text/csv; charset=utf-8", SOUP_MEMORY_TAKE, file, strlen (file));
}

const OvsPracticeRoute ovs_practice_ticket_door_routes[] = {
  { OVS_PRACTICE_ROUTE_DOOR, "GET", "/practice/tickets", "2018-01-01", list_tickets },
  { OVS_PRACTICE_ROUTE_DOOR, "POST", "/practice/tickets", "2018-01-01", post_ticket },
  { OVS_PRACTICE_ROUTE_DOOR, "GET", "/practice/tickets/{number}", "2018-01-01", get_ticket },
  { 0 },
};
