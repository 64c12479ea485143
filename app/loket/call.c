/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "loket-call"
#include "config.h"

#include "loket/call.h"

#include <glib/gi18n.h>

#include "loket/json-reader.h"
#include "loket/loket-error-private.h"
#include "loket/loket-private.h"
#include "loket/outcome.h"
#include "loket/shapes.h"

typedef struct
{
  const OvsResource *resource;
  char *id;      /* (nullable) */
  char *query;   /* (nullable) */
  GBytes *patch; /* (nullable) */
  GCancellable *halt; /* (owned) (nullable) of a change */

  OvsPrefix prefix;     /* the one that is tried */
  gboolean tried_other; /* prefix */
  char *token;          /* (nullable) the one that was sent last */
  gboolean renewed;     /* after a 401 */
} Call;

static void send (GTask *task);

static void
call_free (gpointer data)
{
  Call *call = data;

  g_free (call->id);
  g_free (call->query);
  g_clear_pointer (&call->patch, g_bytes_unref);
  g_clear_object (&call->halt);
  ovs_secret_free (call->token);
  g_free (call);
}

/* Loket answers a changed e-mail address with an empty body, and all else with JSON. */
static gboolean
is_readable (const Call *call, const OvsAnswer *answer)
{
  if (answer->json != NULL)
    return TRUE;
  return call->resource == ovs_resource_get (OVS_RESOURCE_EMPLOYEE_EMAIL) && call->patch != NULL &&
         g_bytes_get_size (answer->body) == 0;
}

static GError *
error_unreadable (OvsLoket *loket, const Call *call, const OvsAnswer *answer)
{
  const char *host = ovs_wire_get_host (ovs_loket_get_wire (loket));
  g_autofree char *sentence = NULL;

  if (call->patch != NULL)
    return ovs_outcome_unknown (answer->status, host);
  sentence = g_strdup_printf (
      _ ("The answer of Loket at %s cannot be read: it looks like a web page, as of a failure or maintenance. Try again later; if it stays so, check the address."),
      host);
  return ovs_loket_error_new (OVS_LOKET_ERROR_MALFORMED, answer->status, 0, NULL, sentence);
}

static void
note_version (OvsLoket *loket, const Call *call, const OvsAnswer *answer)
{
  g_autoptr (OvsJsonReader) reader = NULL;
  OvsDay on;

  if (answer->json == NULL)
    return;
  reader = ovs_json_reader_new (answer->json, "");
  on = ovs_json_reader_day (reader, "version.obsoleteDate");
  if (on != OVS_NO_DAY)
    ovs_loket_note_obsolete (loket, call->resource, on);
}

typedef struct
{
  OvsLoket *loket;
  const OvsResource *resource;
} Answering;

static void
note_field (const char *field, gpointer data)
{
  const Answering *answering = data;

  ovs_loket_note_field (answering->loket, answering->resource, field);
}

static void
note_fields (OvsLoket *loket, const Call *call, const OvsAnswer *answer)
{
  Answering answering = { loket, call->resource };

  if (answer->json != NULL)
    ovs_shape_find_unknown (call->resource, answer->json, note_field, &answering);
}

/* On a path without an id a 404 says that the prefix is wrong. */
static gboolean
should_try_other_prefix (const Call *call, const OvsAnswer *answer)
{
  return answer->broken == OVS_BREAK_NONE && answer->status == SOUP_STATUS_NOT_FOUND && !call->tried_other &&
         !ovs_resource_has_id (call->resource);
}

static gboolean
should_renew (const Call *call, const OvsAnswer *answer)
{
  return answer->broken == OVS_BREAK_NONE && answer->status == SOUP_STATUS_UNAUTHORIZED && !call->renewed;
}

static GError *
judge (OvsLoket *loket, const Call *call, const OvsAnswer *answer)
{
  OvsWire *wire = ovs_loket_get_wire (loket);
  g_autofree char *sentence = NULL;

  if (ovs_answer_is_good (answer))
    return is_readable (call, answer) ? NULL : error_unreadable (loket, call, answer);
  if (answer->status != SOUP_STATUS_NOT_FOUND || ovs_resource_has_id (call->resource))
    return ovs_wire_judge (wire, answer, call->patch != NULL);
  sentence =
      g_strdup_printf (_ ("What answers at %s is not Loket. Check the address."), ovs_wire_get_host (wire));
  return ovs_loket_error_new (OVS_LOKET_ERROR_NOT_LOKET, answer->status, 0, NULL, sentence);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OvsLoket *loket = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (OvsAnswer) answer = ovs_wire_send_finish (OVS_WIRE (source), result, &error);

  if (answer == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (should_renew (call, answer))
    {
      call->renewed = TRUE;
      send (g_steal_pointer (&task));
      return;
    }
  if (should_try_other_prefix (call, answer))
    {
      call->tried_other = TRUE;
      call->prefix = call->prefix == OVS_PREFIX_NONE ? OVS_PREFIX_V2 : OVS_PREFIX_NONE;
      send (g_steal_pointer (&task));
      return;
    }

  error = judge (loket, call, answer);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (!ovs_resource_has_id (call->resource))
    ovs_loket_set_prefix (loket, call->resource->family, call->prefix);
  note_version (loket, call, answer);
  note_fields (loket, call, answer);
  g_task_return_pointer (task, g_steal_pointer (&answer->json), (GDestroyNotify) json_node_unref);
}

static OvsRequest *
write_request (OvsLoket *loket, const Call *call)
{
  g_autofree char *path = ovs_resource_get_path (call->resource, call->prefix, call->id);
  OvsRequest *request =
      ovs_request_new_get (call->resource->path,
                           g_strconcat (ovs_loket_get_url (loket), path, call->query != NULL ? "?" : NULL,
                                        call->query, NULL));

  request->accept = ovs_resource_get_accept (call->resource);
  request->bearer = g_strdup (call->token);
  if (call->patch != NULL)
    {
      request->method = "PATCH";
      request->content_type = "application/json";
      request->body = g_bytes_ref (call->patch);
      g_set_object (&request->halt, call->halt);
    }
  return request;
}

static void
token_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OvsLoket *loket = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;

  ovs_secret_free (call->token);
  call->token = ovs_tokens_obtain_finish (OVS_TOKENS (source), result, &error);
  if (call->token == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  ovs_wire_send_async (ovs_loket_get_wire (loket), write_request (loket, call), cancellable, answered_cb,
                       g_steal_pointer (&task));
}

/* Takes over @task. Asks for the token first; after a 401 another one than that. */
static void
send (GTask *task)
{
  Call *call = g_task_get_task_data (task);

  ovs_tokens_obtain_async (ovs_loket_get_tokens (g_task_get_source_object (task)),
                           call->renewed ? call->token : NULL, g_task_get_cancellable (task), token_cb, task);
}

static void
probed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OvsLoket *loket = OVS_LOKET (source);
  Call *call = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  /* Who may not read that list may still do this: the request itself will tell. */
  if (!ovs_call_finish (loket, result, NULL, &error) &&
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  call->prefix = ovs_loket_get_prefix (loket, call->resource->family);
  send (g_steal_pointer (&task));
}

void
ovs_call_async (OvsLoket *loket,
                const OvsResource *resource,
                const char *id,
                const char *query,
                GBytes *patch,
                GCancellable *cancellable,
                GAsyncReadyCallback callback,
                gpointer user_data)
{
  GTask *task = g_task_new (loket, cancellable, callback, user_data);
  Call *call = g_new0 (Call, 1);

  g_task_set_source_tag (task, ovs_call_async);
  g_task_set_check_cancellable (task, FALSE);
  call->resource = resource;
  call->id = g_strdup (id);
  call->query = g_strdup (query);
  call->patch = patch != NULL ? g_bytes_ref (patch) : NULL;
  if (patch != NULL)
    g_set_object (&call->halt, ovs_loket_get_halt (loket));
  call->prefix = ovs_loket_get_prefix (loket, resource->family);
  g_task_set_task_data (task, call, call_free);

  if (call->prefix == OVS_PREFIX_UNKNOWN && ovs_resource_has_id (resource))
    ovs_call_async (loket, ovs_resource_get_probe (resource->family), NULL, "pageNumber=1&pageSize=1", NULL,
                    cancellable, probed_cb, task);
  else
    {
      call->prefix = call->prefix == OVS_PREFIX_UNKNOWN ? OVS_PREFIX_V2 : call->prefix;
      send (task);
    }
}

gboolean
ovs_call_finish (OvsLoket *loket, GAsyncResult *result, JsonNode **document, GError **error)
{
  g_autoptr (GError) own = NULL;
  g_autoptr (JsonNode) node = g_task_propagate_pointer (G_TASK (result), &own);

  if (own != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  if (document != NULL)
    *document = g_steal_pointer (&node);
  return TRUE;
}
