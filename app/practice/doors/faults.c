/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/doors/faults.h"

#include <math.h>
#include <string.h>

#include "practice/api/json.h"

#define LONGEST_DELAY 600.0
#define MOST_REQUESTS 1e6

static const char *const kinds[] = { "status", "delay", "cut-before", "cut-after", "garbage", "item-error" };

static void
fault_free (gpointer data)
{
  OvsPracticeFault *fault = data;

  g_free (fault->path);
  g_free (fault->method);
  g_free (fault);
}

GPtrArray *
ovs_practice_faults_new (void)
{
  return g_ptr_array_new_with_free_func (fault_free);
}

static gboolean
fits (const OvsPracticeFault *fault, const char *method, const char *path)
{
  /* Only a PATCH has items. */
  if (fault->kind == OVS_PRACTICE_FAULT_ITEM_ERROR && !g_str_equal (method, "PATCH"))
    return FALSE;
  return fault->count > 0 && strstr (path, fault->path) != NULL &&
         (*fault->method == '\0' || g_ascii_strcasecmp (fault->method, method) == 0);
}

/* Whether it strikes now, which is one less of it. */
static gboolean
strikes (OvsPracticeFault *fault)
{
  if (fault->skip > 0)
    {
      fault->skip--;
      return FALSE;
    }
  fault->count--;
  return TRUE;
}

const OvsPracticeFault *
ovs_practice_faults_take (OvsPracticeState *state, const char *method, const char *path)
{
  for (guint i = 0; i < state->faults->len; i++)
    {
      OvsPracticeFault *fault = g_ptr_array_index (state->faults, i);

      if (fits (fault, method, path) && strikes (fault))
        return fault;
    }
  return NULL;
}

double
ovs_practice_faults_take_share (OvsPracticeState *state, const char *method, const char *path)
{
  for (guint i = 0; i < state->faults->len; i++)
    {
      OvsPracticeFault *fault = g_ptr_array_index (state->faults, i);

      if (fault->kind == OVS_PRACTICE_FAULT_ITEM_ERROR && fits (fault, method, path) && strikes (fault))
        return fault->share;
    }
  return 0;
}

/* The connection is gone before anything is written to it. */
static void
cut (SoupServerMessage *message)
{
  g_socket_shutdown (soup_server_message_get_socket (message), TRUE, TRUE, NULL);
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
}

static void
reply_grant_error (OvsPracticeExchange *exchange, guint status)
{
  g_autoptr (OvsPracticeJson) json = ovs_practice_json_new ();

  ovs_practice_json_begin_object (json);
  ovs_practice_put_text (json, "error", "invalid_grant");
  ovs_practice_json_end_object (json);
  ovs_practice_exchange_reply_json (exchange, status, json);
}

/* In the form in which Loket documents each status. */
static void
reply_status (const OvsPracticeFault *fault, OvsPracticeExchange *exchange)
{
  if (fault->retry_after > 0)
    {
      g_autofree char *seconds = g_strdup_printf ("%u", fault->retry_after);
      soup_message_headers_replace (soup_server_message_get_response_headers (exchange->message), "Retry-After", seconds);
    }
  if (fault->status <= SOUP_STATUS_UNAUTHORIZED && g_str_equal (exchange->path, "/token"))
    reply_grant_error (exchange, fault->status);
  else if (fault->status == SOUP_STATUS_BAD_REQUEST)
    ovs_practice_exchange_refuse (exchange, "Oefening: dit verzoek wordt geweigerd.");
  else if (fault->status == SOUP_STATUS_UNAUTHORIZED)
    ovs_practice_exchange_reply_simple (exchange, fault->status, "Authorization has been denied for this request.");
  else if (fault->status == SOUP_STATUS_FORBIDDEN)
    ovs_practice_exchange_reply_forbidden (exchange);
  else
    soup_server_message_set_status (exchange->message, fault->status, NULL);
}

gboolean
ovs_practice_fault_prevents (const OvsPracticeFault *fault, OvsPracticeExchange *exchange)
{
  if (fault->kind == OVS_PRACTICE_FAULT_STATUS)
    reply_status (fault, exchange);
  else if (fault->kind == OVS_PRACTICE_FAULT_CUT_BEFORE)
    cut (exchange->message);
  else
    return FALSE;
  return TRUE;
}

gboolean
ovs_practice_fault_hits_item (double share, guint position)
{
  return ceil (share * (position + 1)) > ceil (share * position);
}

static gboolean
go_on (gpointer message)
{
  soup_server_message_unpause (message);
  return G_SOURCE_REMOVE;
}

/* Whoever asked has gone: there is nobody to go on for. */
static void
give_up (SoupServerMessage *message, gpointer source)
{
  g_source_destroy (source);
}

static void
unref_source (gpointer source, GClosure *closure)
{
  g_source_unref (source);
}

static void
delay (double seconds, SoupServerMessage *message)
{
  g_autoptr (GSource) source = g_timeout_source_new ((guint) (seconds * 1000));

  soup_server_message_pause (message);
  g_source_set_callback (source, go_on, g_object_ref (message), g_object_unref);
  g_signal_connect_data (message, "finished", G_CALLBACK (give_up), g_source_ref (source), unref_source, 0);
  g_signal_connect_data (message, "disconnected", G_CALLBACK (give_up), g_source_ref (source), unref_source, 0);
  g_source_attach (source, g_main_context_get_thread_default ());
}

void
ovs_practice_fault_spoils (const OvsPracticeFault *fault, SoupServerMessage *message)
{
  static const char garbage[] = "<html><body>Bad gateway</body></html>";

  if (fault->kind == OVS_PRACTICE_FAULT_CUT_AFTER)
    cut (message);
  else if (fault->kind == OVS_PRACTICE_FAULT_DELAY)
    delay (fault->seconds, message);
  else if (fault->kind == OVS_PRACTICE_FAULT_GARBAGE)
    soup_server_message_set_response (message, "text/html", SOUP_MEMORY_STATIC, garbage, strlen (garbage));
}

static gboolean
read_kind (JsonObject *body, OvsPracticeFaultKind *kind)
{
  const char *word;

  if (!ovs_practice_get_text (body, "kind", &word))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i], word))
      {
        *kind = (OvsPracticeFaultKind) i;
        return TRUE;
      }
  return FALSE;
}

static double
read_number (JsonObject *body, const char *name, double otherwise, double most)
{
  double number;

  return ovs_practice_get_number (body, name, &number) ? CLAMP (number, 0, most) : otherwise;
}

static char *
read_text (JsonObject *body, const char *name)
{
  const char *text;

  return g_strdup (ovs_practice_get_text (body, name, &text) ? text : "");
}

/* How many times trouble comes yet. */
static gint64
count_left (GPtrArray *faults)
{
  gint64 left = 0;

  for (guint i = 0; i < faults->len; i++)
    left += ((OvsPracticeFault *) faults->pdata[i])->count;
  return left;
}

static void
reply_count (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeJson) json = ovs_practice_json_new ();

  ovs_practice_json_begin_object (json);
  ovs_practice_put_number (json, "faults", exchange->state->faults->len);
  ovs_practice_put_number (json, "left", count_left (exchange->state->faults));
  ovs_practice_json_end_object (json);
  ovs_practice_exchange_reply_json (exchange, SOUP_STATUS_OK, json);
}

static void
post_fault (OvsPracticeExchange *exchange)
{
  g_autoptr (JsonObject) body = ovs_practice_exchange_read_object (exchange);
  OvsPracticeFaultKind kind;
  OvsPracticeFault *fault;

  if (body == NULL)
    return;
  if (!read_kind (body, &kind))
    {
      ovs_practice_exchange_reply_simple (exchange, SOUP_STATUS_BAD_REQUEST,
                                          "The kind must be status, delay, cut-before, cut-after, garbage or item-error.");
      return;
    }
  fault = g_new0 (OvsPracticeFault, 1);
  fault->path = read_text (body, "path");
  fault->method = read_text (body, "method");
  fault->kind = kind;
  fault->skip = (guint) read_number (body, "skip", 0, MOST_REQUESTS);
  fault->count = (guint) read_number (body, "count", 1, MOST_REQUESTS);
  fault->status = (guint) CLAMP (read_number (body, "status", SOUP_STATUS_INTERNAL_SERVER_ERROR, 599), 400, 599);
  fault->retry_after = (guint) read_number (body, "retryAfter", 0, LONGEST_DELAY);
  fault->seconds = read_number (body, "seconds", 1, LONGEST_DELAY);
  fault->share = read_number (body, "share", 1, 1);
  g_ptr_array_add (exchange->state->faults, fault);
  reply_count (exchange);
}

static void
delete_faults (OvsPracticeExchange *exchange)
{
  g_ptr_array_set_size (exchange->state->faults, 0);
  reply_count (exchange);
}

const OvsPracticeRoute ovs_practice_fault_routes[] = {
  { OVS_PRACTICE_ROUTE_DOOR, "GET", "/practice/faults", "2018-01-01", reply_count },
  { OVS_PRACTICE_ROUTE_DOOR, "POST", "/practice/faults", "2018-01-01", post_fault },
  { OVS_PRACTICE_ROUTE_DOOR, "DELETE", "/practice/faults", "2018-01-01", delete_faults },
  { 0 },
};
