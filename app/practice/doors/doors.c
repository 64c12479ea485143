/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "practice/api/json.h"
#include "practice/api/list.h"
#include "practice/calendar.h"
#include "practice/catch-up.h"
#include "practice/mail/courier.h"
#include "practice/mail/mailbox.h"
#include "practice/portals.h"
#include "practice/routes.h"
#include "practice/web/limits.h"

/* The years that the clock can be moved to. */
#define FIRST_YEAR 2000
#define LAST_YEAR 2199

static void
put_mail (OvsPracticeRows *row, OvsPracticeJson *json, OvsPracticeExchange *exchange)
{
  g_autofree char *subject =
      ovs_practice_mailbox_subject (ovs_practice_rows_text (row, 2), ovs_practice_rows_text (row, 5));
  g_autofree char *link = ovs_practice_mailbox_link (exchange->state, ovs_practice_rows_text (row, 2),
                                                     (int) ovs_practice_rows_number (row, 8), ovs_practice_rows_text (row, 4));

  ovs_practice_put_number (json, "id", ovs_practice_rows_number (row, 0));
  ovs_practice_put_text (json, "to", ovs_practice_rows_text (row, 3));
  ovs_practice_put_text (json, "kind", ovs_practice_rows_text (row, 2));
  ovs_practice_put_instant (json, "at", ovs_practice_rows_number (row, 1));
  ovs_practice_put_text (json, "subject", subject);
  ovs_practice_put_text (json, "link", link);
  ovs_practice_put_number (json, "employerNumber", ovs_practice_rows_number (row, 6));
  ovs_practice_put_number (json, "employeeNumber", ovs_practice_rows_number (row, 7));
}

static void
list_mail (OvsPracticeExchange *exchange)
{
  static const OvsPracticeList list = {
    .columns = "m.id, m.at, m.kind, m.recipient, m.secret, r.name, r.number, e.number, m.begun",
    .source = "mail m WHERE (?1 IS NULL OR m.recipient = ?1) AND (?2 IS NULL OR m.kind = ?2)",
    .order = "m.id",
    .row = "m.id",
    .one = "mail m JOIN employee e ON e.id = m.employee JOIN employer r ON r.id = e.employer WHERE m.id = ?1",
    .put = put_mail,
  };
  GArray *values = ovs_practice_values_new ();
  const char *to = ovs_practice_exchange_get_query (exchange, "to");
  const char *kind = ovs_practice_exchange_get_query (exchange, "kind");

  ovs_practice_values_add_text (values, to != NULL && *to != '\0' ? to : NULL);
  ovs_practice_values_add_text (values, kind != NULL && *kind != '\0' ? kind : NULL);
  ovs_practice_list_reply (exchange, &list, values);
}

static void
get_mail (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeMail) mail =
      ovs_practice_mailbox_load (exchange->state, g_ascii_strtoll (exchange->arguments[0], NULL, 10));
  g_autoptr (GBytes) message =
      mail != NULL
          ? ovs_practice_mail_to_message (exchange->state, mail, ovs_practice_courier_sender (exchange->state->courier), NULL)
          : NULL;

  if (message == NULL)
    {
      soup_server_message_set_status (exchange->message, SOUP_STATUS_NOT_FOUND, NULL);
      return;
    }
  soup_server_message_set_status (exchange->message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (exchange->message, "message/rfc822", SOUP_MEMORY_COPY, g_bytes_get_data (message, NULL),
                                    g_bytes_get_size (message));
}

static void
put_event (OvsPracticeRows *row, OvsPracticeJson *json, OvsPracticeExchange *exchange)
{
  ovs_practice_put_instant (json, "at", ovs_practice_rows_number (row, 0));
  ovs_practice_put_number (json, "employerNumber", ovs_practice_rows_number (row, 1));
  if (ovs_practice_rows_is_null (row, 2))
    ovs_practice_put_null (json, "employeeNumber");
  else
    ovs_practice_put_number (json, "employeeNumber", ovs_practice_rows_number (row, 2));
  ovs_practice_put_text (json, "event", ovs_practice_rows_text (row, 3));
}

static void
list_events (OvsPracticeExchange *exchange)
{
  static const OvsPracticeList list = {
    .columns = "v.at, r.number, e.number, v.event",
    .source = "event v WHERE 1",
    .order = "v.id",
    .row = "v.id",
    .one = "event v JOIN employer r ON r.id = v.employer LEFT JOIN employee e ON e.id = v.employee WHERE v.id = ?1",
    .put = put_event,
  };

  ovs_practice_list_reply_whole (exchange, &list, NULL);
}

static void
get_clock (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeJson) json = ovs_practice_json_new ();

  ovs_practice_json_begin_object (json);
  ovs_practice_put_instant (json, "now", ovs_clock_now (exchange->state->clock));
  ovs_practice_put_day (json, "today", ovs_clock_today (exchange->state->clock));
  ovs_practice_json_end_object (json);
  ovs_practice_exchange_reply_json (exchange, SOUP_STATUS_OK, json);
}

static void
refuse (OvsPracticeExchange *exchange, const char *message)
{
  ovs_practice_exchange_reply_simple (exchange, SOUP_STATUS_BAD_REQUEST, message);
}

static gboolean
is_possible_instant (gint64 instant)
{
  int year;

  ovs_day_to_ymd (ovs_clock_day_of (instant), &year, NULL, NULL);
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/* What a body asks for: an instant, or so much on from the present one. */
typedef struct
{
  gint64 instant; /* 0: by days */
  double days;
} Move;

static gboolean
read_move (JsonObject *body, Move *move)
{
  const char *now;

  *move = (Move){ 0 };
  if (ovs_practice_get_number (body, "advanceDays", &move->days))
    return TRUE;
  return ovs_practice_get_text (body, "now", &now) && ovs_clock_parse_iso (now, &move->instant);
}

static void
tell_clock (OvsPracticeExchange *exchange, gpointer data)
{
  get_clock (exchange);
}

static void
move_clock (OvsPracticeExchange *exchange, gpointer data)
{
  const Move *move = data;
  gint64 instant = move->instant;

  if (instant == 0)
    instant = ovs_clock_now (exchange->state->clock) + (gint64) (CLAMP (move->days, -1e5, 1e5) * 24 * 60 * 60) * G_USEC_PER_SEC;
  if (!is_possible_instant (instant))
    {
      refuse (exchange, "The clock can be moved to the years 2000 to 2199 only.");
      return;
    }
  /* Who was told to wait has waited, on the clock of practice. */
  if (instant >= ovs_clock_now (exchange->state->clock) + G_TIME_SPAN_HOUR)
    ovs_practice_limits_forget (exchange->state->limits);
  ovs_practice_calendar_set_now (exchange->state, instant);
  ovs_practice_catch_up_await (exchange, tell_clock, NULL, NULL);
}

static void
post_clock (OvsPracticeExchange *exchange)
{
  g_autoptr (JsonObject) body = ovs_practice_exchange_read_object (exchange);
  Move move;

  if (body == NULL)
    return;
  if (read_move (body, &move))
    ovs_practice_catch_up_await (exchange, move_clock, g_memdup2 (&move, sizeof move), g_free);
  else
    refuse (exchange, "Say how far with {\"advanceDays\": 3}, or when with {\"now\": \"2026-12-01T09:00:00Z\"}.");
}

/* A number of an employer or employee, as JSON number or text. */
static gboolean
read_office_number (JsonObject *body, const char *name, gint64 *number)
{
  const char *text;
  double value;

  if (ovs_practice_get_text (body, name, &text))
    return g_ascii_string_to_signed (text, 10, 0, G_MAXINT32, number, NULL);
  *number = 0;
  if (!ovs_practice_get_number (body, name, &value))
    return FALSE;
  *number = value;
  return TRUE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

/* A @share of those whose invitation is pending, the same ones for the same @seed. */
static GArray *
choose_share (OvsPracticeExchange *exchange, double share, guint32 seed)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (OvsPracticeRows) rows =
      ovs_practice_db_query (exchange->state->db,
                             "SELECT id FROM employee WHERE ess = 'InvitePending' ORDER BY id", "");
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint wanted;

  while (ovs_practice_rows_next (rows))
    {
      gint64 id = ovs_practice_rows_number (rows, 0);
      g_array_append_val (ids, id);
    }
  wanted = (guint) floor (share * ids->len + 0.5);
  for (guint i = 0; i < wanted; i++)
    {
      guint other = g_rand_int_range (random, i, ids->len);
      gint64 kept = g_array_index (ids, gint64, i);

      g_array_index (ids, gint64, i) = g_array_index (ids, gint64, other);
      g_array_index (ids, gint64, other) = kept;
    }
  g_array_set_size (ids, wanted);
  g_array_sort (ids, compare_ids);
  return ids;
}

static void
link_chosen (OvsPracticeExchange *exchange, GArray *ids)
{
  OvsPracticeState *state = exchange->state;
  g_autoptr (OvsPracticeJson) json = ovs_practice_json_new ();
  gint64 reviewed = 0;

  for (guint i = 0; i < ids->len; i++)
    ovs_practice_mijnloket_finish (state, g_array_index (ids, gint64, i));
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 employer = ovs_practice_db_number (state->db, 0, "SELECT employer FROM employee WHERE id = ?",
                                                "l", g_array_index (ids, gint64, i));

      /* Ids are handed out employer by employer. */
      if (employer != reviewed)
        ovs_practice_review_product (state, employer, ovs_clock_now (state->clock));
      reviewed = employer;
    }
  ovs_practice_json_begin_object (json);
  ovs_practice_put_number (json, "linked", ids->len);
  ovs_practice_json_end_object (json);
  ovs_practice_exchange_reply_json (exchange, SOUP_STATUS_OK, json);
}

static void
post_activate (OvsPracticeExchange *exchange)
{
  g_autoptr (JsonObject) body = ovs_practice_exchange_read_object (exchange);
  g_autoptr (GArray) ids = NULL;
  gint64 employer, employee, id;
  double share, seed;

  if (body == NULL)
    return;
  if (ovs_practice_get_number (body, "share", &share) && share >= 0 && share <= 1)
    {
      ovs_practice_get_number (body, "seed", &seed);
      ids = choose_share (exchange, share, (guint32) (gint64) CLAMP (seed, 0, G_MAXUINT32));
      link_chosen (exchange, ids);
      return;
    }
  if (!read_office_number (body, "employerNumber", &employer) ||
      !read_office_number (body, "employeeNumber", &employee))
    {
      refuse (
          exchange,
          "Say who with employerNumber and employeeNumber, or how many with a share from 0 to 1 and a seed.");
      return;
    }
  id = ovs_practice_db_number (exchange->state->db, 0,
                               "SELECT e.id FROM employee e JOIN employer r ON r.id = e.employer"
                               " WHERE r.number = ? AND e.number = ? AND e.ess = 'InvitePending'",
                               "ll", employer, employee);
  if (id == 0)
    {
      ovs_practice_exchange_reply_simple (exchange, SOUP_STATUS_CONFLICT,
                                          "No invitation is pending for that employee.");
      return;
    }
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (ids, id);
  link_chosen (exchange, ids);
}

#define DOOR OVS_PRACTICE_ROUTE_DOOR

const OvsPracticeRoute ovs_practice_door_routes[] = {
  { DOOR, "GET", "/practice/mail", "2018-01-01", list_mail },
  { DOOR, "GET", "/practice/mail/{number}", "2018-01-01", get_mail },
  { DOOR, "GET", "/practice/events", "2018-01-01", list_events },
  { DOOR, "GET", "/practice/clock", "2018-01-01", get_clock },
  { DOOR, "POST", "/practice/clock", "2018-01-01", post_clock },
  { DOOR, "POST", "/practice/activate", "2018-01-01", post_activate },
  { 0 },
};
