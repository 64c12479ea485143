/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "loket/outcome.h"

#include <glib/gi18n.h>
#include <string.h>

#include "loket/loket-error-private.h"

/* Loket's words are shown and stored as a reason: a sentence or some, not a page. */
#define REASON_LENGTH 500

#define STATUS_CONFLICT 409
#define STATUS_TOO_MANY_REQUESTS 429

static gboolean
is_busy (const OvsAnswer *answer)
{
  return answer->broken == OVS_BREAK_NONE &&
         (answer->status == STATUS_TOO_MANY_REQUESTS || answer->status == SOUP_STATUS_SERVICE_UNAVAILABLE);
}

static void
add_reason (GString *reason, JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  g_autofree char *text = NULL;

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING)
    return;
  text = g_strstrip (g_utf8_make_valid (json_node_get_string (node), -1));
  if (*text == '\0' || reason->len > REASON_LENGTH)
    return;
  if (reason->len > 0)
    g_string_append (reason, "; ");
  g_string_append (reason, text);
}

/* Both forms: {"message": …} and {"messages": [{"description": …}]}. */
static char *
get_reason (const OvsAnswer *answer)
{
  g_autoptr (GString) reason = g_string_new (NULL);
  JsonObject *object;
  JsonNode *messages;

  if (answer->json == NULL)
    return NULL;
  object = json_node_get_object (answer->json);
  add_reason (reason, object, "message");
  messages = json_object_get_member (object, "messages");
  if (messages != NULL && JSON_NODE_HOLDS_ARRAY (messages))
    {
      JsonArray *array = json_node_get_array (messages);
      for (guint i = 0; i < json_array_get_length (array); i++)
        if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, i)))
          add_reason (reason, json_array_get_object_element (array, i), "description");
    }
  return reason->len > 0
             ? g_utf8_substring (reason->str, 0, MIN (REASON_LENGTH, g_utf8_strlen (reason->str, -1)))
             : NULL;
}

static GError *
make (OvsLoketError code, const OvsAnswer *answer, const char *reason, char *sentence)
{
  g_autofree char *owned = sentence;

  return ovs_loket_error_new (code, answer->status, 0, reason, owned);
}

/* Within our own sentence. Returns: (transfer full). */
static char *
quote (const char *reason)
{
  gsize length = strlen (reason);

  return g_strndup (reason, g_str_has_suffix (reason, ".") ? length - 1 : length);
}

static GError *
judge_bad_request (const OvsAnswer *answer)
{
  g_autofree char *reason = get_reason (answer);
  g_autofree char *quoted = reason != NULL ? quote (reason) : NULL;

  if (reason == NULL)
    return make (OVS_LOKET_ERROR_BAD_REQUEST, answer, NULL,
                 g_strdup (_ ("Loket refused this request without giving a reason, and did not carry it out. Look in Loket at what "
                              "this is about, and try again.")));
  return make (
      OVS_LOKET_ERROR_BAD_REQUEST, answer, reason,
      g_strdup_printf (
          _ ("Loket refused this request: “%s”. It was not carried out; mend it in Loket and try again."),
          quoted));
}

static GError *
judge_forbidden (const OvsAnswer *answer)
{
  g_autofree char *reason = get_reason (answer);
  g_autofree char *quoted = reason != NULL ? quote (reason) : NULL;

  if (reason == NULL)
    return make (
        OVS_LOKET_ERROR_FORBIDDEN, answer, NULL,
        g_strdup (_ (
            "You do not have the right to do this in Loket. Ask who manages Loket at your office for it, and "
            "try again.")));
  return make (
      OVS_LOKET_ERROR_FORBIDDEN, answer, reason,
      g_strdup_printf (
          _ ("Loket does not allow this: “%s”. Ask who manages Loket at your office for the right, and "
             "try again."),
          quoted));
}

static GError *
judge_busy (const OvsAnswer *answer, guint retry_after)
{
  g_autofree char *reason = get_reason (answer);

  return ovs_loket_error_new (
      OVS_LOKET_ERROR_BUSY, answer->status, retry_after, reason,
      _ ("Loket is too busy or out of service for a moment, and did not carry this request out. Try again later."));
}

/* The statuses that mean that nothing was done, whatever was asked; NULL for any other. */
static GError *
judge_refusal (const OvsAnswer *answer, guint retry_after)
{
  switch (answer->status)
    {
    case SOUP_STATUS_BAD_REQUEST:
      return judge_bad_request (answer);
    case SOUP_STATUS_UNAUTHORIZED:
      return make (
          OVS_LOKET_ERROR_SIGN_IN, answer, NULL,
          g_strdup (
              _ ("Loket no longer accepts the sign-in, and did not carry this request out. Sign in anew and try again.")));
    case SOUP_STATUS_FORBIDDEN:
      return judge_forbidden (answer);
    case SOUP_STATUS_NOT_FOUND:
    case SOUP_STATUS_METHOD_NOT_ALLOWED:
      return make (
          OVS_LOKET_ERROR_NOT_FOUND, answer, NULL,
          g_strdup_printf (
              _ ("Loket does not know what was asked for (HTTP status %u), and did nothing. Read the clients from Loket again, and "
                 "try again."),
              answer->status));
    case STATUS_TOO_MANY_REQUESTS:
    case SOUP_STATUS_SERVICE_UNAVAILABLE:
      return judge_busy (answer, retry_after);
    default:
      return NULL;
    }
}

static GError *
judge_conflict (const OvsAnswer *answer)
{
  g_autofree char *reason = get_reason (answer);

  return make (OVS_LOKET_ERROR_CONFLICT, answer, reason,
               g_strdup (_ ("Somebody changed the same in Loket at that moment. Read the status from Loket "
                            "again, and try again.")));
}

static GError *
judge_broken_read (const OvsAnswer *answer, const char *host)
{
  switch (answer->broken)
    {
    case OVS_BREAK_TIME_OUT:
      return make (OVS_LOKET_ERROR_UNREACHABLE, answer, NULL,
                   g_strdup_printf (_ ("Loket at %s did not answer in time. Try again later."), host));
    case OVS_BREAK_TOO_LARGE:
      return make (
          OVS_LOKET_ERROR_MALFORMED, answer, NULL,
          g_strdup_printf (
              _ ("The answer of Loket at %s is too large to be right. Check the address, and try again."),
              host));
    case OVS_BREAK_DROPPED:
    case OVS_BREAK_CERTIFICATE:
    case OVS_BREAK_NO_CONNECTION:
    case OVS_BREAK_NONE:
    default:
      return make (
          OVS_LOKET_ERROR_UNREACHABLE, answer, NULL,
          g_strdup_printf (_ ("The connection with Loket at %s broke off. Check the network, and try again."),
                           host));
    }
}

static GError *
judge_other_read (const OvsAnswer *answer, const char *host)
{
  if (SOUP_STATUS_IS_SERVER_ERROR (answer->status))
    return make (
        OVS_LOKET_ERROR_SERVER, answer, NULL,
        g_strdup_printf (_ ("Loket at %s reports a failure of its own (HTTP status %u). Try again later."),
                         host, answer->status));
  return make (OVS_LOKET_ERROR_NOT_LOKET, answer, NULL,
               g_strdup_printf (_ ("What answers at %s is not Loket (HTTP status %u). Check the address."),
                                host, answer->status));
}

GError *
ovs_outcome_unknown (guint status, const char *host)
{
  g_autofree char *sentence = g_strdup_printf (
      _ ("Loket at %s did not say clearly whether the change was made. Read the status from Loket before you "
         "try again."),
      host);

  return ovs_loket_error_new (OVS_LOKET_ERROR_UNKNOWN_OUTCOME, status, 0, NULL, sentence);
}

GError *
ovs_outcome_judge (const OvsAnswer *answer, gboolean write, const char *host, guint retry_after)
{
  GError *refusal;

  if (ovs_answer_is_good (answer))
    return NULL;
  if (answer->broken == OVS_BREAK_CERTIFICATE)
    return make (
        OVS_LOKET_ERROR_UNREACHABLE, answer, NULL,
        g_strdup_printf (
            _ ("What answers at %s cannot prove that it is Loket: its certificate is not in order. Nothing was sent. Check the "
               "address and the date of this computer, and ask who manages the network whether it reads along."),
            host));
  if (answer->broken == OVS_BREAK_NO_CONNECTION)
    return make (
        OVS_LOKET_ERROR_UNREACHABLE, answer, NULL,
        g_strdup_printf (
            _ ("There is no connection with Loket at %s. Check the address and the network, and try again."),
            host));
  if (answer->broken != OVS_BREAK_NONE)
    return write ? ovs_outcome_unknown (answer->status, host) : judge_broken_read (answer, host);

  refusal = judge_refusal (answer, retry_after);
  if (refusal != NULL)
    return refusal;
  if (answer->status == STATUS_CONFLICT)
    return judge_conflict (answer);
  return write ? ovs_outcome_unknown (answer->status, host) : judge_other_read (answer, host);
}

static gint64
seconds_until (const char *http_date, const OvsAnswer *answer, OvsClock *clock)
{
  g_autoptr (GDateTime) until = soup_date_time_new_from_http_string (http_date);
  g_autoptr (GDateTime) now = NULL;

  if (until == NULL)
    return -1;
  /* By the other side's own clock where it shows that. */
  if (answer->date != NULL)
    now = soup_date_time_new_from_http_string (answer->date);
  if (now != NULL)
    return MAX (0, g_date_time_difference (until, now) / G_USEC_PER_SEC);
  return MAX (0, g_date_time_to_unix (until) - ovs_clock_now (clock) / G_USEC_PER_SEC);
}

gboolean
ovs_outcome_retry_after (const OvsAnswer *answer, guint limit, OvsClock *clock, guint *seconds)
{
  guint64 number;
  gint64 wait;

  *seconds = 0;
  if (answer->retry_after == NULL)
    return FALSE;
  if (g_ascii_string_to_unsigned (answer->retry_after, 10, 0, G_MAXUINT32, &number, NULL))
    wait = (gint64) number;
  else
    wait = seconds_until (answer->retry_after, answer, clock);
  if (wait < 0)
    return FALSE;
  *seconds = (guint) MIN (wait, (gint64) limit);
  return TRUE;
}

static gboolean
can_pass (const OvsAnswer *answer)
{
  if (answer->broken != OVS_BREAK_NONE)
    return answer->broken == OVS_BREAK_DROPPED;
  if (SOUP_STATUS_IS_SERVER_ERROR (answer->status) || answer->status == STATUS_TOO_MANY_REQUESTS)
    return TRUE;
  return ovs_answer_is_good (answer) && answer->should_be_json && answer->json == NULL;
}

/* From half to one and a half times the doubled back-off, so that clients do not come back in step. */
static guint
back_off (guint tries, const OvsManners *manners)
{
  guint base = manners->back_off_ms << (tries - 1);

  return base / 2 + (guint) g_random_int_range (0, (gint32) base + 1);
}

gboolean
ovs_outcome_may_retry (const OvsAnswer *answer,
                       gboolean write,
                       guint tries,
                       const OvsManners *manners,
                       OvsClock *clock,
                       guint *delay)
{
  guint seconds;

  if (tries > manners->retries)
    return FALSE;
  if (is_busy (answer) && ovs_outcome_retry_after (answer, manners->retry_after_limit, clock, &seconds))
    {
      *delay = seconds * 1000;
      return TRUE;
    }
  if (write || !can_pass (answer))
    return FALSE;
  *delay = back_off (tries, manners);
  return TRUE;
}
