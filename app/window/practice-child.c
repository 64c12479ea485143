/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/practice-child.h"

#include <glib/gi18n.h>
#include <libsoup/soup.h>
#include <signal.h>
#include <sys/prctl.h>

struct _OvsPracticeChild
{
  GObject parent_instance;

  GSubprocess *process;    /* (owned) (nullable) */
  GDataInputStream *lines; /* (owned) (nullable) */
  SoupSession *session;    /* (owned) */
  char *url;
};

G_DEFINE_FINAL_TYPE (OvsPracticeChild, ovs_practice_child, G_TYPE_OBJECT)

enum
{
  LOST,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
ovs_practice_child_end (OvsPracticeChild *self)
{
  if (self->session != NULL)
    soup_session_abort (self->session);
  if (self->process != NULL)
    g_subprocess_send_signal (self->process, SIGTERM);
  g_clear_object (&self->process);
}

static void
ovs_practice_child_dispose (GObject *object)
{
  OvsPracticeChild *self = OVS_PRACTICE_CHILD (object);

  ovs_practice_child_end (self);
  g_clear_object (&self->lines);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ovs_practice_child_parent_class)->dispose (object);
}

static void
ovs_practice_child_finalize (GObject *object)
{
  g_free (OVS_PRACTICE_CHILD (object)->url);
  G_OBJECT_CLASS (ovs_practice_child_parent_class)->finalize (object);
}

static void
ovs_practice_child_class_init (OvsPracticeChildClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_practice_child_dispose;
  G_OBJECT_CLASS (klass)->finalize = ovs_practice_child_finalize;
  signals[LOST] = g_signal_new ("lost", OVS_TYPE_PRACTICE_CHILD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ovs_practice_child_init (OvsPracticeChild *self)
{
  self->session = soup_session_new ();
}

/* However this program ends, also by a crash, its practice Loket ends with it. */
static void
end_with_parent (gpointer data)
{
  prctl (PR_SET_PDEATHSIG, SIGTERM);
}

static void
on_ended (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GWeakRef *weak = user_data;
  g_autoptr (OvsPracticeChild) self = g_weak_ref_get (weak);

  g_subprocess_wait_finish (G_SUBPROCESS (source), result, NULL);
  if (self != NULL && self->process != NULL)
    g_signal_emit (self, signals[LOST], 0);
  g_weak_ref_clear (weak);
  g_free (weak);
}

static void
watch (OvsPracticeChild *self)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);
  g_subprocess_wait_async (self->process, NULL, on_ended, weak);
}

static void
on_line (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OvsPracticeChild *self = g_task_get_task_data (task);

  self->url = g_data_input_stream_read_line_finish_utf8 (G_DATA_INPUT_STREAM (source), result, NULL, NULL);
  if (self->url == NULL || !g_str_has_prefix (self->url, "http://"))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED,
                               _ ("The practice Loket did not start. It needs room, and permission to write, in the folder %s. See to that, and try again."),
                               g_get_tmp_dir ());
      return;
    }
  watch (self);
  g_task_return_pointer (task, g_object_ref (self), g_object_unref);
}

/* A port that nobody has taken meanwhile. Returns: (transfer full). */
static char *
choose_port (OvsPracticeChild *before)
{
  g_autoptr (GUri) uri = before != NULL ? g_uri_parse (before->url, G_URI_FLAGS_NONE, NULL) : NULL;
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  int port = uri != NULL ? g_uri_get_port (uri) : 0;

  if (port <= 0 || !g_socket_listener_add_inet_port (listener, (guint16) port, NULL, NULL))
    return g_strdup ("0");
  return g_strdup_printf ("%d", port);
}

void
ovs_practice_child_start_async (const char *folder,
                                const char *start,
                                OvsPracticeChild *before,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  OvsPracticeChild *self = g_object_new (OVS_TYPE_PRACTICE_CHILD, NULL);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autofree char *port = choose_port (before);
  g_autoptr (GError) error = NULL;

  g_task_set_source_tag (task, ovs_practice_child_start_async);
  g_task_set_task_data (task, self, g_object_unref);
  g_subprocess_launcher_set_child_setup (launcher, end_with_parent, NULL, NULL);
  self->process = g_subprocess_launcher_spawn (launcher, &error, "/proc/self/exe", "practice", "--port", port, "--data", folder,
                                               "--employers", "24", "--employees", "600", "--seed", "7", "--start", start, NULL);
  if (self->process == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      g_object_unref (task);
      return;
    }
  self->lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  g_data_input_stream_read_line_async (self->lines, G_PRIORITY_DEFAULT, cancellable, on_line, task);
}

OvsPracticeChild *
ovs_practice_child_start_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

OvsPracticeChild *
ovs_practice_child_new_at (const char *url)
{
  OvsPracticeChild *self = g_object_new (OVS_TYPE_PRACTICE_CHILD, NULL);

  self->url = g_strdup (url);
  while (g_str_has_suffix (self->url, "/"))
    self->url[strlen (self->url) - 1] = '\0';
  return self;
}

const char *
ovs_practice_child_get_url (OvsPracticeChild *self)
{
  return self->url;
}

/* Returns: (transfer full) (nullable). */
static JsonNode *
read_object (GBytes *answer)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (answer, NULL), g_bytes_get_size (answer));
  g_autoptr (JsonNode) node = json_from_string (text, NULL);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? g_steal_pointer (&node) : NULL;
}

static void
tell_no_answer (GTask *task)
{
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The practice Loket did not answer. Nothing was changed there."));
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SoupMessage *message = g_task_get_task_data (task);
  g_autoptr (GBytes) answer = soup_session_send_and_read_finish (SOUP_SESSION (source), result, NULL);
  JsonNode *node = answer != NULL && soup_message_get_status (message) == SOUP_STATUS_OK ? read_object (answer) : NULL;

  if (node != NULL)
    g_task_return_pointer (task, node, (GDestroyNotify) json_node_unref);
  else
    tell_no_answer (task);
}

void
ovs_practice_child_ask_async (OvsPracticeChild *self,
                              const char *method,
                              const char *path,
                              const char *body,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  g_autofree char *uri = g_strconcat (self->url, path, NULL);
  SoupMessage *message = soup_message_new (method, uri);

  g_task_set_source_tag (task, ovs_practice_child_ask_async);
  if (message == NULL)
    {
      tell_no_answer (task);
      g_object_unref (task);
      return;
    }
  g_task_set_task_data (task, message, g_object_unref);
  if (body != NULL)
    {
      g_autoptr (GBytes) content = g_bytes_new (body, strlen (body));
      soup_message_set_request_body_from_bytes (message, "application/json", content);
    }
  soup_session_send_and_read_async (self->session, message, G_PRIORITY_DEFAULT, NULL, on_answered, task);
}

JsonNode *
ovs_practice_child_ask_finish (OvsPracticeChild *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
