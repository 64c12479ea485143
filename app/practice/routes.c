/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ovs-practice-routes"

#include "practice/routes.h"

#include <string.h>

#include "practice/api/admission.h"
#include "practice/doors/faults.h"
#include "practice/gate.h"
#include "practice/web/page.h"

static const OvsPracticeRoute *const groups[] = {
  ovs_practice_sign_in_routes, ovs_practice_employer_routes,     ovs_practice_employee_routes,
  ovs_practice_access_routes,  ovs_practice_action_routes,       ovs_practice_module_routes,
  ovs_practice_user_routes,    ovs_practice_notification_routes, ovs_practice_door_routes,
  ovs_practice_mail_page_routes, ovs_practice_fault_routes, ovs_practice_behaviour_routes,
  ovs_practice_page_routes,         ovs_practice_invitation_routes, ovs_practice_activation_routes,
  ovs_practice_log_in_routes,       ovs_practice_link_routes,       ovs_practice_home_routes,
  ovs_practice_werknemerloket_routes, ovs_practice_smtp_routes, ovs_practice_password_routes, ovs_practice_details_routes,
  ovs_practice_loket_log_in_routes, ovs_practice_loket_employer_routes,  ovs_practice_loket_employee_routes,
  ovs_practice_loket_migration_routes, ovs_practice_loket_message_routes, ovs_practice_loket_ticket_routes,
  ovs_practice_ticket_door_routes,
  ovs_practice_question_routes,
  ovs_practice_loket_product_routes,
};

static gboolean
is_number (const char *text, gsize length)
{
  return length > 0 && length <= 18 && strspn (text, "0123456789") >= length;
}

static gboolean
is_uuid (const char *text, gsize length)
{
  char copy[37];

  if (length != sizeof copy - 1)
    return FALSE;
  memcpy (copy, text, length);
  copy[length] = '\0';
  return g_uuid_string_is_valid (copy);
}

/* Only the form: whether it is a secret of ours, and still good, is for a page to say. */
static gboolean
is_secret (const char *text, gsize length)
{
  return length > 0 && length <= 128 &&
         strspn (text, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_") >= length;
}

/* What stands at one {…} of a pattern. */
typedef struct
{
  const char *text;
  gsize length;
} Segment;

static gboolean
stands_for (const char *pattern, gsize pattern_length, const Segment *segment)
{
  if (pattern_length == strlen ("{uuid}") && memcmp (pattern, "{uuid}", pattern_length) == 0)
    return is_uuid (segment->text, segment->length);
  if (pattern_length == strlen ("{number}") && memcmp (pattern, "{number}", pattern_length) == 0)
    return is_number (segment->text, segment->length);
  if (pattern_length == strlen ("{secret}") && memcmp (pattern, "{secret}", pattern_length) == 0)
    return is_secret (segment->text, segment->length);
  return FALSE;
}

/* Whether @path has the form of @pattern; @found gets what its {…} stand for. Runs for every route of every request. */
static gboolean
fits (const char *pattern, const char *path, Segment found[2], int *n)
{
  *n = 0;
  for (;;)
    {
      gsize wanted = strcspn (pattern, "/");
      Segment given = { path, strcspn (path, "/") };

      if (given.length != wanted || memcmp (given.text, pattern, wanted) != 0)
        {
          if (*n == 2 || !stands_for (pattern, wanted, &given))
            return FALSE;
          found[(*n)++] = given;
        }
      pattern += wanted;
      path += given.length;
      if (*pattern != *path)
        return FALSE;
      if (*pattern == '\0')
        return TRUE;
      pattern++;
      path++;
    }
}

/* Fills @arguments (not owned before) when @path has the form of @pattern. */
static gboolean
match (const char *pattern, const char *path, char *arguments[2])
{
  Segment found[2];
  int n;

  if (!fits (pattern, path, found, &n))
    return FALSE;
  for (int i = 0; i < n; i++)
    arguments[i] = g_ascii_strdown (found[i].text, found[i].length);
  return TRUE;
}

#define PREFIX "/v2"

/* Services of their own, beside the API that has versions in its path. */
static gboolean
is_service (const OvsPracticeRoute *route)
{
  return g_str_has_prefix (route->pattern, "/person/") || g_str_has_prefix (route->pattern, "/provider/");
}

/* Loket's documents disagree about the prefix. Returns: @path without it, or NULL where it must not have what it has. */
static const char *
without_prefix (OvsPracticeState *state, const OvsPracticeRoute *route, const char *path)
{
  gboolean has = g_str_has_prefix (path, PREFIX "/");
  gboolean wanted = has;

  if (route->kind != OVS_PRACTICE_ROUTE_API)
    return path;
  if (state->behaviour->path_prefix == OVS_PRACTICE_PREFIX_V2)
    wanted = !is_service (route);
  else if (state->behaviour->path_prefix == OVS_PRACTICE_PREFIX_NONE)
    wanted = FALSE;
  else if (state->behaviour->path_prefix == OVS_PRACTICE_PREFIX_PUBLISHED)
    wanted = g_str_has_prefix (route->pattern, "/providers/");
  if (has != wanted)
    return NULL;
  return has ? path + strlen (PREFIX) : path;
}

/* @allowed: (nullable): gets the methods that the path has when @method is none of them. */
static const OvsPracticeRoute *
find_route (OvsPracticeState *state, const char *method, const char *path, char *arguments[2], GString *allowed)
{
  for (gsize g = 0; g < G_N_ELEMENTS (groups); g++)
    for (const OvsPracticeRoute *route = groups[g]; route->handle != NULL; route++)
      {
        const char *tried = without_prefix (state, route, path);

        if (tried == NULL || !match (route->pattern, tried, arguments))
          continue;
        if (g_str_equal (route->method, method))
          return route;
        if (allowed != NULL)
          g_string_append_printf (allowed, "%s%s", allowed->len > 0 ? ", " : "", route->method);
        g_clear_pointer (&arguments[0], g_free);
        g_clear_pointer (&arguments[1], g_free);
      }
  return NULL;
}

void
ovs_practice_routes_foreach (void (*each) (const OvsPracticeRoute *route, gpointer data), gpointer data)
{
  for (gsize g = 0; g < G_N_ELEMENTS (groups); g++)
    for (const OvsPracticeRoute *route = groups[g]; route->handle != NULL; route++)
      each (route, data);
}

/* The newest version on or before the day that the Accept header names; the newest one without such a day. */
static char *
choose_version (const char *versions, SoupServerMessage *message)
{
  const char *accept =
      soup_message_headers_get_list (soup_server_message_get_request_headers (message), "Accept");
  const char *asked = accept != NULL ? strstr (accept, "version=") : NULL;
  g_autofree char *text =
      asked != NULL ? g_strndup (asked + strlen ("version="), strlen ("YYYY-MM-DD")) : NULL;
  g_auto (GStrv) offered = g_strsplit (versions, " ", -1);
  OvsDay day, version;

  if (asked == NULL)
    return g_strdup (offered[0]);
  if (!ovs_day_parse_iso (text, &day))
    return NULL;
  for (int i = 0; offered[i] != NULL; i++)
    if (ovs_day_parse_iso (offered[i], &version) && version <= day)
      return g_strdup (offered[i]);
  return NULL;
}

/* An answer of @least or more changes nothing. */
static void
end (OvsPracticeExchange *exchange, guint least)
{
  OvsPracticeDb *db = exchange->state->db;
  g_autoptr (GError) error = NULL;

  if (soup_server_message_get_status (exchange->message) >= least)
    {
      ovs_practice_db_undo (db);
      return;
    }
  if (ovs_practice_db_end (db, &error))
    return;
  g_debug ("A request failed in the database");
  ovs_practice_exchange_reply_simple (exchange, SOUP_STATUS_INTERNAL_SERVER_ERROR, error->message);
}

/* A person who is refused something was there all the same: the try counts, and the session stays. */
#define PAGE_UNDONE SOUP_STATUS_INTERNAL_SERVER_ERROR

void
ovs_practice_routes_resume (OvsPracticeExchange *exchange,
                            void (*resume) (OvsPracticeExchange *exchange, gpointer data),
                            gpointer data)
{
  ovs_practice_db_begin (exchange->state->db);
  resume (exchange, data);
  end (exchange, PAGE_UNDONE);
}

/* A transaction around the handler. */
static void
run (OvsPracticeExchange *exchange, const OvsPracticeRoute *route)
{
  OvsPracticeDb *db = exchange->state->db;

  /* A question takes the lock for writing only when it has something to write. */
  if (soup_server_message_get_method (exchange->message) == SOUP_METHOD_GET)
    ovs_practice_db_begin_reading (db);
  else
    ovs_practice_db_begin (db);
  if (ovs_practice_admit (exchange, route))
    route->handle (exchange);
  end (exchange, route->kind == OVS_PRACTICE_ROUTE_PAGE ? PAGE_UNDONE : SOUP_STATUS_BAD_REQUEST);
}

static void
answer (OvsPracticeExchange *exchange, const OvsPracticeRoute *route)
{
  SoupServerMessage *message = exchange->message;
  const OvsPracticeFault *fault = NULL;
  g_autofree char *version = choose_version (route->versions, message);

  exchange->version = version;
  exchange->activity = route->activity;
  if (route->kind != OVS_PRACTICE_ROUTE_DOOR && route->kind != OVS_PRACTICE_ROUTE_PAGE)
    fault = ovs_practice_faults_take (exchange->state, soup_server_message_get_method (message), exchange->path);
  if (fault != NULL && ovs_practice_fault_prevents (fault, exchange))
    return;
  if (fault != NULL && fault->kind == OVS_PRACTICE_FAULT_ITEM_ERROR)
    exchange->failing = fault->share;
  run (exchange, route);
  if (fault != NULL)
    ovs_practice_fault_spoils (fault, message);
}

/* Nothing is there, or not by this method. A browser gets a page. */
static void
answer_nothing (OvsPracticeExchange *exchange, const char *allowed)
{
  SoupServerMessage *message = exchange->message;
  const char *accept = soup_message_headers_get_list (soup_server_message_get_request_headers (message), "Accept");
  guint status = *allowed != '\0' ? SOUP_STATUS_METHOD_NOT_ALLOWED : SOUP_STATUS_NOT_FOUND;

  if (*allowed != '\0')
    soup_message_headers_replace (soup_server_message_get_response_headers (message), "Allow", allowed);
  if (accept != NULL && strstr (accept, "text/html") != NULL)
    ovs_practice_page_reply_missing (exchange, status);
  else
    soup_server_message_set_status (message, status, NULL);
}

static void
request_cb (
    SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer user_data)
{
  OvsPracticeExchange exchange = { .state = user_data, .message = message, .path = path, .query = query };
  g_autoptr (GString) allowed = g_string_new (NULL);
  const OvsPracticeRoute *route;

  route = find_route (user_data, soup_server_message_get_method (message), path, exchange.arguments, allowed);
  if (route != NULL)
    answer (&exchange, route);
  else
    answer_nothing (&exchange, allowed->str);

  /* libsoup's server (3.2) keeps the socket of a connection that its client closes. So who writes uses each connection once, and every
   * browser does: a thousand employees would leave as many sockets behind. */
  if (soup_server_message_get_method (message) != SOUP_METHOD_GET || route == NULL || route->kind != OVS_PRACTICE_ROUTE_API)
    soup_message_headers_replace (soup_server_message_get_response_headers (message), "Connection", "close");

  /* Neither path nor query: they hold secrets and addresses. */
  g_debug ("%s: %u", soup_server_message_get_method (message), soup_server_message_get_status (message));
  g_free (exchange.arguments[0]);
  g_free (exchange.arguments[1]);
}

static gboolean
is_for_page (OvsPracticeState *state, SoupServerMessage *message, const char *path)
{
  char *arguments[2] = { NULL, NULL };
  const OvsPracticeRoute *route = find_route (state, soup_server_message_get_method (message), path, arguments, NULL);

  g_free (arguments[0]);
  g_free (arguments[1]);
  return route != NULL && route->kind == OVS_PRACTICE_ROUTE_PAGE;
}

/* Before the body is read. A status set here is the answer. */
static void
headers_cb (
    SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer user_data)
{
  guint refusal = ovs_practice_gate_judge (user_data, message, is_for_page (user_data, message, path));

  if (refusal != SOUP_STATUS_NONE)
    soup_server_message_set_status (message, refusal, NULL);
  /* The body of a request that is refused already is read, but not kept. */
  if (soup_server_message_get_status (message) != SOUP_STATUS_NONE)
    soup_message_body_set_accumulate (soup_server_message_get_request_body (message), FALSE);
}

void
ovs_practice_routes_serve (OvsPracticeState *state, SoupServer *server)
{
  soup_server_add_early_handler (server, NULL, headers_cb, state, NULL);
  soup_server_add_handler (server, NULL, request_cb, state, NULL);
}
