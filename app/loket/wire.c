/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "loket-wire"
#include "config.h"

#include "loket/wire.h"

#include "base/test-limit.h"
#include "loket/loket-url.h"
#include "loket/outcome.h"
#include "loket/pace.h"

/* More than a lane ever has, so that libsoup never queues: the deadlines count from the sending. */
#define CONNECTIONS 4
#define IDLE_SECONDS 30

struct _OvsWire
{
  GObject parent_instance;

  GQueue lanes; /* (owned) of SoupSession, those that are free */
  OvsPace *pace;
  OvsManners manners;
  OvsClock *clock;
  char *host;
};

typedef struct
{
  OvsRequest *request;
  char *key;
  guint tries;
  SoupSession *lane; /* (owned) (nullable) while it is under way */
} Sending;

G_DEFINE_FINAL_TYPE (OvsWire, ovs_wire, G_TYPE_OBJECT)

static void
sending_free (gpointer data)
{
  Sending *sending = data;

  ovs_request_free (sending->request);
  g_clear_object (&sending->lane);
  g_free (sending->key);
  g_free (sending);
}

static void
ovs_wire_finalize (GObject *object)
{
  OvsWire *self = OVS_WIRE (object);

  g_queue_clear_full (&self->lanes, g_object_unref);
  g_clear_object (&self->pace);
  g_clear_object (&self->clock);
  g_free (self->host);
  G_OBJECT_CLASS (ovs_wire_parent_class)->finalize (object);
}

static void
ovs_wire_class_init (OvsWireClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ovs_wire_finalize;
}

static SoupSession *
new_lane (void)
{
  SoupSession *session = soup_session_new_with_options ("user-agent", "Overstap/" OVS_VERSION, "max-conns", CONNECTIONS, "max-conns-per-host",
                                                        CONNECTIONS, "idle-timeout", IDLE_SECONDS, "timeout", 0, NULL);

  /* A 401 is ours to answer: with a new token, never with a password. */
  soup_session_remove_feature_by_type (session, SOUP_TYPE_AUTH_MANAGER);
  return session;
}

/*
 * Each request that is under way has a session to itself. Where a kept connection turns out to be closed, libsoup sends a GET again by itself; with
 * another kept connection at hand in the same session libsoup 3.2 confuses both attempts, and crashes.
 */
static void
ovs_wire_init (OvsWire *self)
{
  self->manners = ovs_manners_default;
  self->manners.answer_ms = ovs_test_limit ("OVERSTAP_ANSWER_MS", self->manners.answer_ms);
  self->manners.back_off_ms = ovs_test_limit ("OVERSTAP_BACK_OFF_MS", self->manners.back_off_ms);
  self->pace = ovs_pace_new (self->manners.at_once);
  g_queue_init (&self->lanes);
  for (guint i = 0; i < self->manners.at_once; i++)
    g_queue_push_tail (&self->lanes, new_lane ());
}

/* Equal requests: the same verb and path, whatever page. */
static char *
key_of (const OvsRequest *request)
{
  const char *query = strchr (request->url, '?');
  int length = (int) (query != NULL ? (gsize) (query - request->url) : strlen (request->url));

  return g_strdup_printf ("%s %.*s", request->method, length, request->url);
}

static void exchange_cb (GObject *source, GAsyncResult *result, gpointer user_data);

static void
entered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OvsWire *self = g_task_get_source_object (task);
  Sending *sending = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;

  if (!ovs_pace_enter_finish (OVS_PACE (source), result, &error))
    {
      g_error_free (error);
      g_task_return_error (task, ovs_request_stopped (sending->request));
      return;
    }
  /* Between its turn and this. */
  if (g_cancellable_is_cancelled (sending->request->halt))
    {
      ovs_pace_leave (self->pace);
      g_task_return_error (task, ovs_request_stopped (sending->request));
      return;
    }
  sending->tries++;
  /* As many may enter as there are lanes. The one that was used last has the connection that is most likely still open. */
  sending->lane = g_queue_pop_head (&self->lanes);
  ovs_exchange_async (sending->lane, &self->manners, sending->request, cancellable, exchange_cb, g_steal_pointer (&task));
}

/* Takes over @task. */
static void
enter (GTask *task, guint delay)
{
  OvsWire *self = g_task_get_source_object (task);
  Sending *sending = g_task_get_task_data (task);
  guint per_second =
      ovs_request_is_write (sending->request) ? self->manners.equal_writes : self->manners.equal_reads;
  GCancellable *halt = sending->request->halt != NULL ? sending->request->halt : g_task_get_cancellable (task);
  gint64 not_before = delay > 0 ? g_get_monotonic_time () + (gint64) delay * 1000 : 0;

  ovs_pace_enter_async (self->pace, sending->key, per_second, not_before, halt, entered_cb, task);
}

/* Whatever becomes of this request, nobody may ask while Loket wants rest. */
static void
keep_rest (OvsWire *self, const OvsAnswer *answer)
{
  guint seconds;

  if (!ovs_answer_is_good (answer) &&
      ovs_outcome_retry_after (answer, self->manners.retry_after_limit, self->clock, &seconds))
    ovs_pace_rest (self->pace, g_get_monotonic_time () + (gint64) seconds * G_USEC_PER_SEC);
}

static void
exchange_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OvsWire *self = g_task_get_source_object (task);
  Sending *sending = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (OvsAnswer) answer = ovs_exchange_finish (SOUP_SESSION (source), result, &error);
  guint delay;

  if (answer != NULL)
    keep_rest (self, answer);
  g_queue_push_head (&self->lanes, g_steal_pointer (&sending->lane));
  ovs_pace_leave (self->pace);
  if (answer == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (ovs_outcome_may_retry (answer, ovs_request_is_write (sending->request), sending->tries, &self->manners,
                             self->clock, &delay))
    {
      g_debug ("%s %s again in %u ms", sending->request->method, sending->request->name, delay);
      enter (g_steal_pointer (&task), delay);
      return;
    }
  g_task_return_pointer (task, g_steal_pointer (&answer), (GDestroyNotify) ovs_answer_free);
}

OvsWire *
ovs_wire_new (const char *url, gboolean loopback, OvsClock *clock)
{
  OvsWire *self = g_object_new (OVS_TYPE_WIRE, NULL);

  self->host = ovs_loket_url_get_host (url);
  self->clock = g_object_ref (clock);
  for (GList *l = self->lanes.head; loopback && l != NULL; l = l->next)
    soup_session_set_proxy_resolver (l->data, NULL);
  return self;
}

OvsManners *
ovs_wire_get_manners (OvsWire *self)
{
  return &self->manners;
}

const char *
ovs_wire_get_host (OvsWire *self)
{
  return self->host;
}

void
ovs_wire_send_async (OvsWire *self,
                     OvsRequest *request,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Sending *sending = g_new0 (Sending, 1);

  g_task_set_source_tag (task, ovs_wire_send_async);
  g_task_set_check_cancellable (task, FALSE);
  sending->request = request;
  sending->key = key_of (request);
  g_task_set_task_data (task, sending, sending_free);
  enter (task, 0);
}

OvsAnswer *
ovs_wire_send_finish (OvsWire *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

GError *
ovs_wire_judge (OvsWire *self, const OvsAnswer *answer, gboolean write)
{
  guint seconds;

  ovs_outcome_retry_after (answer, self->manners.retry_after_limit, self->clock, &seconds);
  return ovs_outcome_judge (answer, write, self->host, seconds);
}
