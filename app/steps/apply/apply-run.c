/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ovs-apply"

#include "steps/apply/apply-run.h"

#include "conversion/error.h"

struct _OvsApplyRun
{
  GObject parent_instance;

  OvsWorkspace *workspace;     /* (owned) */
  OvsRunControl *control;      /* (owned) */
  GCancellable *cancellable;   /* (owned) */
  OvsApplied *applied;         /* (owned) (nullable) */
  GError *error;               /* (owned) (nullable) */
  GAsyncResult *braked;        /* (owned) (nullable) of a run that the brake stopped */

  gboolean sending;
  gboolean ended;
  gboolean stopped;
  guint done;
  guint total;
  gint64 started;
  gint64 finished;
  gint64 pace_since;           /* monotonic: when it began to send, or went on */
  guint pace_done;             /* how many were done then */

  GPtrArray *clients;          /* (owned) (element-type OvsApplyClient) */
  GHashTable *by_number;       /* (owned) number → index + 1 */
};

G_DEFINE_FINAL_TYPE (OvsApplyRun, ovs_apply_run, G_TYPE_OBJECT)

enum
{
  CHANGED,
  CLIENT_CHANGED,
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
client_free (gpointer data)
{
  OvsApplyClient *client = data;

  g_free (client->number);
  g_free (client->name);
  g_free (client);
}

static void
ovs_apply_run_finalize (GObject *object)
{
  OvsApplyRun *self = OVS_APPLY_RUN (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->control);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->applied, ovs_applied_free);
  g_clear_error (&self->error);
  g_clear_object (&self->braked);
  g_hash_table_unref (self->by_number);
  g_ptr_array_unref (self->clients);
  G_OBJECT_CLASS (ovs_apply_run_parent_class)->finalize (object);
}

static void
ovs_apply_run_class_init (OvsApplyRunClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ovs_apply_run_finalize;
  signals[CHANGED] = g_signal_new ("changed", OVS_TYPE_APPLY_RUN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLIENT_CHANGED]
      = g_signal_new ("client-changed", OVS_TYPE_APPLY_RUN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[ENDED] = g_signal_new ("ended", OVS_TYPE_APPLY_RUN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ovs_apply_run_init (OvsApplyRun *self)
{
  self->control = ovs_run_control_new ();
  self->cancellable = g_cancellable_new ();
  self->clients = g_ptr_array_new_with_free_func (client_free);
  self->by_number = g_hash_table_new (g_str_hash, g_str_equal);
}

static guint
find_client (OvsApplyRun *self, const OvsRunClient *client)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_number, client->number));
  OvsApplyClient *added;

  if (place > 0)
    return place - 1;
  added = g_new0 (OvsApplyClient, 1);
  added->number = g_strdup (client->number);
  added->name = g_strdup (client->name);
  g_ptr_array_add (self->clients, added);
  g_hash_table_insert (self->by_number, added->number, GUINT_TO_POINTER (self->clients->len));
  return self->clients->len - 1;
}

static void
on_client_changed (OvsRunControl *control, const OvsRunClient *told, OvsApplyRun *self)
{
  guint place = find_client (self, told);
  OvsApplyClient *client = g_ptr_array_index (self->clients, place);

  client->stage = told->stage;
  client->done = told->done;
  client->total = told->total;
  g_signal_emit (self, signals[CLIENT_CHANGED], 0, place);
}

static void
start_pace (OvsApplyRun *self)
{
  self->pace_since = g_get_monotonic_time ();
  self->pace_done = self->done;
}

static void
on_progress (guint done, guint total, gpointer data)
{
  OvsApplyRun *self = data;

  self->done = done;
  self->total = total;
  if (!self->sending)
    start_pace (self);
  self->sending = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static gint64
now (OvsApplyRun *self)
{
  return ovs_clock_now (ovs_dossier_get_clock (ovs_workspace_get_dossier (self->workspace)));
}

static void
on_applied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsApplyRun) self = user_data;

  self->applied = ovs_apply_finish (OVS_DOSSIER (source), result, &self->error);
  if (g_error_matches (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_clear_error (&self->error);
  if (g_error_matches (self->error, OVS_CONVERSION_ERROR, OVS_CONVERSION_ERROR_MORE_THAN_APPROVED))
    self->braked = g_object_ref (result);
  self->ended = TRUE;
  self->finished = now (self);
  g_debug ("the run ended: %u of %u done", self->done, self->total);
  ovs_workspace_set_busy (self->workspace, FALSE);
  ovs_workspace_refresh (self->workspace);
  g_signal_emit (self, signals[CHANGED], 0);
  g_signal_emit (self, signals[ENDED], 0);
}

OvsApplyRun *
ovs_apply_run_start (OvsWorkspace *workspace, const OvsApplyOptions *wanted)
{
  OvsApplyRun *self = g_object_new (OVS_TYPE_APPLY_RUN, NULL);
  OvsApplyOptions options = *wanted;

  self->workspace = g_object_ref (workspace);
  self->started = now (self);
  g_signal_connect_object (self->control, "client-changed", G_CALLBACK (on_client_changed), self, 0);
  ovs_workspace_set_busy (workspace, TRUE);
  options.control = self->control;
  options.progress = on_progress;
  options.progress_data = self;
  ovs_apply_async (ovs_workspace_get_dossier (workspace), &options, self->cancellable, on_applied, g_object_ref (self));
  return self;
}

void
ovs_apply_run_pause (OvsApplyRun *self)
{
  ovs_run_control_pause (self->control);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
ovs_apply_run_resume (OvsApplyRun *self)
{
  start_pace (self);
  ovs_run_control_resume (self->control);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
ovs_apply_run_stop (OvsApplyRun *self)
{
  if (self->stopped || !self->sending)
    g_cancellable_cancel (self->cancellable);
  self->stopped = TRUE;
  ovs_run_control_stop (self->control);
  g_signal_emit (self, signals[CHANGED], 0);
}

OvsApplyState
ovs_apply_run_get_state (OvsApplyRun *self)
{
  if (self->ended)
    return OVS_APPLY_ENDED;
  if (self->stopped)
    return OVS_APPLY_STOPPING;
  if (ovs_run_control_is_paused (self->control))
    return OVS_APPLY_PAUSED;
  return self->sending ? OVS_APPLY_SENDING : OVS_APPLY_READING;
}

guint
ovs_apply_run_get_done (OvsApplyRun *self)
{
  return self->done;
}

guint
ovs_apply_run_get_total (OvsApplyRun *self)
{
  return self->total;
}

gint64
ovs_apply_run_get_started (OvsApplyRun *self)
{
  return self->started;
}

gint64
ovs_apply_run_get_finished (OvsApplyRun *self)
{
  return self->finished;
}

guint
ovs_apply_run_get_remaining (OvsApplyRun *self)
{
  guint since = self->done - self->pace_done;
  gint64 spent = g_get_monotonic_time () - self->pace_since;

  if (ovs_apply_run_get_state (self) != OVS_APPLY_SENDING || since == 0)
    return 0;
  return (guint) (spent / since * (self->total - self->done) / G_USEC_PER_SEC);
}

guint
ovs_apply_run_get_n_clients (OvsApplyRun *self)
{
  return self->clients->len;
}

const OvsApplyClient *
ovs_apply_run_get_client (OvsApplyRun *self, guint index)
{
  return g_ptr_array_index (self->clients, index);
}

guint
ovs_apply_run_count_stage (OvsApplyRun *self, OvsRunStage stage)
{
  guint count = 0;

  for (guint i = 0; i < self->clients->len; i++)
    count += ((OvsApplyClient *) g_ptr_array_index (self->clients, i))->stage == stage;
  return count;
}

GPtrArray *
ovs_apply_run_get_problems (OvsApplyRun *self)
{
  return self->applied != NULL ? self->applied->problems : NULL;
}

GPtrArray *
ovs_apply_run_get_differences (OvsApplyRun *self)
{
  return self->applied != NULL ? self->applied->differences : NULL;
}

gboolean
ovs_apply_run_get_brake (OvsApplyRun *self, const GArray **wanted, const GPtrArray **differences)
{
  if (self->braked == NULL)
    return FALSE;
  ovs_apply_get_brake (self->braked, wanted, differences);
  return TRUE;
}

const GError *
ovs_apply_run_get_error (OvsApplyRun *self)
{
  return self->error;
}

gboolean
ovs_apply_run_was_stopped (OvsApplyRun *self)
{
  return self->stopped;
}
