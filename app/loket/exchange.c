/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "loket-exchange"
#include "config.h"

#include "loket/exchange.h"

#include <glib/gi18n.h>

#include "base/secret.h"
#include "loket/json-reader.h"
#include "loket/loket-error.h"

#define CHUNK (64 * 1024)

typedef struct
{
  const OvsManners *manners; /* (unowned) */
  const char *method;
  const char *name;
  gboolean wants_json;
  SoupMessage *message;
  GInputStream *stream; /* (nullable) */
  GByteArray *body;
  GCancellable *stop; /* by the caller or by a deadline */
  GCancellable *halt; /* (owned) (nullable) by the caller, before it is started */
  gulong on_cancel;
  gulong on_halt;
  GSource *deadline; /* (nullable) */
  gboolean started;  /* it may be on its way from here on */
  gboolean late;
} Exchange;

static gboolean late_cb (gpointer user_data);

static void
clear_deadline (Exchange *exchange)
{
  if (exchange->deadline == NULL)
    return;
  g_source_destroy (exchange->deadline);
  g_clear_pointer (&exchange->deadline, g_source_unref);
}

static void
set_deadline (Exchange *exchange, guint milliseconds)
{
  clear_deadline (exchange);
  exchange->deadline = g_timeout_source_new (milliseconds);
  g_source_set_callback (exchange->deadline, late_cb, exchange, NULL);
  g_source_attach (exchange->deadline, g_main_context_get_thread_default ());
}

static gboolean
late_cb (gpointer user_data)
{
  Exchange *exchange = user_data;

  exchange->late = TRUE;
  clear_deadline (exchange);
  g_cancellable_cancel (exchange->stop);
  return G_SOURCE_REMOVE;
}

static void
halt_cb (GCancellable *halt, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
drop_halt (Exchange *exchange)
{
  g_cancellable_disconnect (exchange->halt, exchange->on_halt);
  exchange->on_halt = 0;
}

static void
starting_cb (SoupMessage *message, gpointer user_data)
{
  Exchange *exchange = user_data;

  exchange->started = TRUE;
  drop_halt (exchange);
  set_deadline (exchange, exchange->manners->answer_ms);
}

static void
exchange_free (gpointer data)
{
  Exchange *exchange = data;

  clear_deadline (exchange);
  drop_halt (exchange);
  g_clear_object (&exchange->halt);
  g_signal_handlers_disconnect_by_data (exchange->message, exchange);
  g_clear_object (&exchange->stream);
  g_object_unref (exchange->message);
  g_object_unref (exchange->stop);
  g_byte_array_unref (exchange->body);
  g_free (exchange);
}

OvsRequest *
ovs_request_new_get (const char *name, char *url)
{
  OvsRequest *request = g_new0 (OvsRequest, 1);

  request->method = SOUP_METHOD_GET;
  request->name = name;
  request->url = url;
  return request;
}

void
ovs_request_free (OvsRequest *request)
{
  g_free (request->url);
  g_free (request->accept);
  ovs_secret_free (request->bearer);
  g_clear_pointer (&request->body, g_bytes_unref);
  g_clear_object (&request->halt);
  g_free (request);
}

/* @halt: (nullable): which is why it is certain that nothing was sent */
static GError *
stopped (GCancellable *halt)
{
  if (halt == NULL)
    return g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
  return g_error_new_literal (OVS_LOKET_ERROR, OVS_LOKET_ERROR_CALLED_OFF, _ ("This was stopped before it was sent; nothing was changed."));
}

GError *
ovs_request_stopped (const OvsRequest *request)
{
  return stopped (request->halt);
}

gboolean
ovs_request_is_write (const OvsRequest *request)
{
  return !g_str_equal (request->method, SOUP_METHOD_GET);
}

void
ovs_answer_free (OvsAnswer *answer)
{
  g_clear_pointer (&answer->body, g_bytes_unref);
  g_clear_pointer (&answer->json, json_node_unref);
  g_free (answer->location);
  g_free (answer->retry_after);
  g_free (answer->date);
  g_free (answer);
}

gboolean
ovs_answer_is_good (const OvsAnswer *answer)
{
  return answer->broken == OVS_BREAK_NONE && SOUP_STATUS_IS_SUCCESSFUL (answer->status);
}

static void
end (GTask *task, OvsBreak broken)
{
  Exchange *exchange = g_task_get_task_data (task);
  SoupMessageHeaders *headers = soup_message_get_response_headers (exchange->message);
  OvsAnswer *answer = g_new0 (OvsAnswer, 1);

  clear_deadline (exchange);
  g_cancellable_disconnect (g_task_get_cancellable (task), exchange->on_cancel);
  answer->broken = broken;
  answer->should_be_json = exchange->wants_json;
  answer->status = soup_message_get_status (exchange->message);
  answer->location = g_strdup (soup_message_headers_get_one (headers, "Location"));
  answer->retry_after = g_strdup (soup_message_headers_get_one (headers, "Retry-After"));
  answer->date = g_strdup (soup_message_headers_get_one (headers, "Date"));
  if (broken == OVS_BREAK_NONE)
    {
      answer->body = g_bytes_new (exchange->body->data, exchange->body->len);
      answer->json = ovs_json_parse (answer->body);
    }
  g_debug ("%s %s: %u%s", exchange->method, exchange->name, answer->status,
           broken != OVS_BREAK_NONE ? ", broken off" : "");
  g_task_return_pointer (task, answer, (GDestroyNotify) ovs_answer_free);
}

static gboolean
is_stopped (GTask *task, Exchange *exchange)
{
  return g_cancellable_is_cancelled (g_task_get_cancellable (task)) || (!exchange->started && g_cancellable_is_cancelled (exchange->halt));
}

static void
end_broken (GTask *task)
{
  Exchange *exchange = g_task_get_task_data (task);

  if (exchange->late)
    end (task, exchange->started ? OVS_BREAK_TIME_OUT : OVS_BREAK_NO_CONNECTION);
  else if (is_stopped (task, exchange))
    {
      g_cancellable_disconnect (g_task_get_cancellable (task), exchange->on_cancel);
      g_task_return_error (task, exchange->started ? stopped (NULL) : stopped (exchange->halt));
    }
  else
    end (task, exchange->started ? OVS_BREAK_DROPPED : OVS_BREAK_NO_CONNECTION);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Exchange *exchange = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);

  if (bytes == NULL)
    {
      end_broken (task);
      return;
    }
  if (g_bytes_get_size (bytes) == 0)
    {
      end (task, OVS_BREAK_NONE);
      return;
    }
  if (exchange->body->len + g_bytes_get_size (bytes) > exchange->manners->answer_bytes)
    {
      /* The rest is not worth reading, not even to keep the connection. */
      g_cancellable_cancel (exchange->stop);
      end (task, OVS_BREAK_TOO_LARGE);
      return;
    }
  g_byte_array_append (exchange->body, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
  g_input_stream_read_bytes_async (exchange->stream, CHUNK, G_PRIORITY_DEFAULT, exchange->stop, read_cb,
                                   g_steal_pointer (&task));
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Exchange *exchange = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  exchange->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (g_error_matches (error, G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE) && !exchange->started)
    {
      end (task, OVS_BREAK_CERTIFICATE);
      return;
    }
  if (exchange->stream == NULL)
    {
      end_broken (task);
      return;
    }
  g_input_stream_read_bytes_async (exchange->stream, CHUNK, G_PRIORITY_DEFAULT, exchange->stop, read_cb,
                                   g_steal_pointer (&task));
}

static void
stop_cb (GCancellable *cancellable, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static SoupMessage *
write_message (const OvsRequest *request)
{
  SoupMessage *message = soup_message_new (request->method, request->url);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);
  g_autoptr (OvsSecret) authorization = NULL;

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_DO_NOT_USE_AUTH_CACHE);
  /* A write has a connection of its own: that a kept one was closed meanwhile cannot be told from a lost
   * answer. */
  if (ovs_request_is_write (request))
    {
      soup_message_add_flags (message, SOUP_MESSAGE_NEW_CONNECTION);
      soup_message_headers_replace (headers, "Connection", "close");
    }
  if (request->accept != NULL)
    soup_message_headers_replace (headers, "Accept", request->accept);
  if (request->bearer != NULL)
    {
      authorization = g_strconcat ("Bearer ", request->bearer, NULL);
      soup_message_headers_replace (headers, "Authorization", authorization);
    }
  if (request->body != NULL)
    soup_message_set_request_body_from_bytes (message, request->content_type, request->body);
  return message;
}

void
ovs_exchange_async (SoupSession *session,
                    const OvsManners *manners,
                    const OvsRequest *request,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  GTask *task = g_task_new (session, cancellable, callback, user_data);
  Exchange *exchange = g_new0 (Exchange, 1);

  g_task_set_source_tag (task, ovs_exchange_async);
  /* An answer that is there is told, even when somebody cancelled meanwhile: a write was done. */
  g_task_set_check_cancellable (task, FALSE);
  exchange->manners = manners;
  exchange->method = request->method;
  exchange->name = request->name;
  exchange->wants_json = request->accept != NULL;
  exchange->message = write_message (request);
  exchange->stop = g_cancellable_new ();
  exchange->body = g_byte_array_new ();
  g_task_set_task_data (task, exchange, exchange_free);

  g_signal_connect (exchange->message, "starting", G_CALLBACK (starting_cb), exchange);
  set_deadline (exchange, manners->connect_ms);
  if (cancellable != NULL)
    exchange->on_cancel = g_cancellable_connect (cancellable, G_CALLBACK (stop_cb),
                                                 g_object_ref (exchange->stop), g_object_unref);
  if (request->halt != NULL)
    {
      exchange->halt = g_object_ref (request->halt);
      exchange->on_halt = g_cancellable_connect (exchange->halt, G_CALLBACK (halt_cb), g_object_ref (exchange->stop), g_object_unref);
    }
  soup_session_send_async (session, exchange->message, G_PRIORITY_DEFAULT, exchange->stop, sent_cb, task);
}

OvsAnswer *
ovs_exchange_finish (SoupSession *session, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
