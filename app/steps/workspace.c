/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ovs-steps"

#include "steps/workspace.h"

#include "dossier/client-filter.h"
#include "dossier/judgement.h"
#include "dossier/stale.h"
#include "dossier/undo.h"

/* Changes within this many milliseconds are judged together. */
#define TOGETHER 30

/* So many people are judged before the figures after a change are shown: more than a client has, and no wait. */
#define FEW 2000

/* So many at a time afterwards, so that the next change does not wait for all of a big office. */
#define MANY 10000

/* In microseconds. */
#define NOW_AND_THEN (3 * G_USEC_PER_SEC)

struct _OvsWorkspace
{
  GObject parent_instance;

  OvsDossier *dossier; /* (owned) */
  gboolean read_only;
  gboolean busy;
  guint waiting;
  char *handler;       /* (nullable) */
  gint64 wave;
  char *filter;        /* (nullable) of both */
  OvsFigures *figures; /* (owned) (nullable) */

  guint timer;
  gboolean refreshing;
  gint64 told; /* when ::changed was last emitted */
  gboolean again; /* something changed while it was counted */
};

G_DEFINE_FINAL_TYPE (OvsWorkspace, ovs_workspace, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_HANDLER,
  PROP_WAVE,
  PROP_FIGURES,
  PROP_BUSY,
  PROP_WAITING,
  N_PROPS
};

enum
{
  CHANGED,
  TAKE_BACK,
  SEND_NOW,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void start_refresh (OvsWorkspace *self, gint64 most);

static void
ovs_workspace_finalize (GObject *object)
{
  OvsWorkspace *self = OVS_WORKSPACE (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->figures, ovs_figures_free);
  g_clear_object (&self->dossier);
  g_free (self->handler);
  g_free (self->filter);
  G_OBJECT_CLASS (ovs_workspace_parent_class)->finalize (object);
}

static void
ovs_workspace_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  OvsWorkspace *self = OVS_WORKSPACE (object);

  switch (id)
    {
    case PROP_HANDLER:
      g_value_set_string (value, self->handler);
      break;
    case PROP_WAVE:
      g_value_set_int64 (value, self->wave);
      break;
    case PROP_FIGURES:
      g_value_set_pointer (value, self->figures);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    case PROP_WAITING:
      g_value_set_uint (value, self->waiting);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
ovs_workspace_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  if (id == PROP_HANDLER)
    ovs_workspace_set_handler (OVS_WORKSPACE (object), g_value_get_string (value));
  else if (id == PROP_WAVE)
    ovs_workspace_set_wave (OVS_WORKSPACE (object), g_value_get_int64 (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
ovs_workspace_class_init (OvsWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ovs_workspace_finalize;
  object_class->get_property = ovs_workspace_get_property;
  object_class->set_property = ovs_workspace_set_property;
  properties[PROP_HANDLER]
      = g_param_spec_string ("handler", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_WAVE] = g_param_spec_int64 ("wave", NULL, NULL, OVS_WITHOUT_WAVE, G_MAXINT64, 0,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FIGURES]
      = g_param_spec_pointer ("figures", NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BUSY]
      = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_WAITING]
      = g_param_spec_uint ("waiting", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED]
      = g_signal_new ("changed", OVS_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TAKE_BACK] = g_signal_new ("take-back", OVS_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL, NULL,
                                     G_TYPE_BOOLEAN, 0);
  signals[SEND_NOW] = g_signal_new ("send-now", OVS_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ovs_workspace_init (OvsWorkspace *self)
{
}

OvsWorkspace *
ovs_workspace_new (OvsDossier *dossier, gboolean read_only)
{
  OvsWorkspace *self = g_object_new (OVS_TYPE_WORKSPACE, NULL);

  self->dossier = g_object_ref (dossier);
  self->read_only = read_only;
  start_refresh (self, 0);
  return self;
}

OvsDossier *
ovs_workspace_get_dossier (OvsWorkspace *self)
{
  return self->dossier;
}

gboolean
ovs_workspace_get_read_only (OvsWorkspace *self)
{
  return self->read_only;
}

const OvsFigures *
ovs_workspace_get_figures (OvsWorkspace *self)
{
  return self->figures;
}

const char *
ovs_workspace_get_handler (OvsWorkspace *self)
{
  return self->handler;
}

static void
make_filter (OvsWorkspace *self)
{
  g_free (self->filter);
  self->filter = ovs_client_filter_new (self->handler, self->wave);
}

void
ovs_workspace_set_handler (OvsWorkspace *self, const char *handler)
{
  if (g_strcmp0 (self->handler, handler) == 0)
    return;
  g_free (self->handler);
  self->handler = g_strdup (handler);
  make_filter (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HANDLER]);
  ovs_workspace_refresh (self);
}

gint64
ovs_workspace_get_wave (OvsWorkspace *self)
{
  return self->wave;
}

void
ovs_workspace_set_wave (OvsWorkspace *self, gint64 wave)
{
  if (self->wave == wave)
    return;
  self->wave = wave;
  make_filter (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAVE]);
  ovs_workspace_refresh (self);
}

const char *
ovs_workspace_get_filter (OvsWorkspace *self)
{
  return self->filter;
}

gboolean
ovs_workspace_get_busy (OvsWorkspace *self)
{
  return self->busy;
}

void
ovs_workspace_set_busy (OvsWorkspace *self, gboolean busy)
{
  if (self->busy == busy)
    return;
  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

guint
ovs_workspace_get_waiting (OvsWorkspace *self)
{
  return self->waiting;
}

void
ovs_workspace_set_waiting (OvsWorkspace *self, guint people)
{
  if (self->waiting == people)
    return;
  self->waiting = people;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITING]);
}

gboolean
ovs_workspace_take_back (OvsWorkspace *self)
{
  gboolean taken = FALSE;

  g_signal_emit (self, signals[TAKE_BACK], 0, &taken);
  return taken;
}

void
ovs_workspace_send_now (OvsWorkspace *self)
{
  g_signal_emit (self, signals[SEND_NOW], 0);
}

typedef struct
{
  OvsWorkspace *self; /* (owned) */
  gint64 most;        /* as many are judged; 0 for none */
  gint64 left;        /* still to be judged; no more than some are counted */
  char *filter;
  OvsFigures *figures; /* (owned) (nullable) */
} Refresh;

static void
refresh_free (Refresh *refresh)
{
  g_clear_object (&refresh->self);
  g_clear_pointer (&refresh->figures, ovs_figures_free);
  g_free (refresh->filter);
  g_free (refresh);
}

static gboolean
judge_and_count (OvsTx *tx, gpointer data, GError **error)
{
  Refresh *refresh = data;

  if (refresh->most > 0 && !ovs_judgement_refresh (tx, ovs_tx_today (tx), refresh->most))
    refresh->left = ovs_stale_count (tx, ovs_tx_today (tx), MANY + 1);
  refresh->figures = ovs_figures_read (tx, refresh->filter);
  return TRUE;
}

static void
tell (OvsWorkspace *self, OvsFigures *figures)
{
  ovs_figures_free (self->figures);
  self->figures = figures;
  self->told = g_get_monotonic_time ();
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIGURES]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Numbers are shown whole. Only where that takes long, what is there is shown first, and then now and then. */
static gboolean
is_worth_telling (OvsWorkspace *self, const Refresh *refresh)
{
  if (refresh->left <= MANY)
    return refresh->left == 0;
  return refresh->most == FEW || g_get_monotonic_time () - self->told > NOW_AND_THEN;
}

static void
on_refreshed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Refresh *refresh = user_data;
  OvsWorkspace *self = refresh->self;
  g_autoptr (GError) error = NULL;
  gboolean success = refresh->most > 0 ? ovs_dossier_write_finish (OVS_DOSSIER (source), result, &error)
                                       : ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error);

  self->refreshing = FALSE;
  if (!success)
    g_debug ("the figures could not be made");
  else if (is_worth_telling (self, refresh))
    tell (self, g_steal_pointer (&refresh->figures));

  if (self->again)
    start_refresh (self, FEW);
  else if (success && !self->read_only && refresh->most == 0)
    start_refresh (self, FEW);
  else if (success && refresh->left > 0)
    start_refresh (self, MANY);
  refresh_free (refresh);
}

static void
start_refresh (OvsWorkspace *self, gint64 most)
{
  Refresh *refresh;

  if (self->refreshing)
    {
      self->again = TRUE;
      return;
    }
  self->refreshing = TRUE;
  self->again = FALSE;
  refresh = g_new0 (Refresh, 1);
  refresh->self = g_object_ref (self);
  refresh->most = self->read_only ? 0 : most;
  refresh->filter = g_strdup (self->filter);
  if (refresh->most > 0)
    ovs_dossier_write_async (self->dossier, judge_and_count, refresh, NULL, on_refreshed, refresh);
  else
    ovs_dossier_read_async (self->dossier, judge_and_count, refresh, NULL, on_refreshed, refresh);
}

static gboolean
on_timer (gpointer data)
{
  OvsWorkspace *self = data;

  self->timer = 0;
  /* What is stored is shown at once. */
  start_refresh (self, self->figures == NULL ? 0 : FEW);
  return G_SOURCE_REMOVE;
}

void
ovs_workspace_refresh (OvsWorkspace *self)
{
  if (self->timer == 0)
    self->timer = g_timeout_add (TOGETHER, on_timer, self);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (ovs_dossier_write_finish (OVS_DOSSIER (source), result, &error))
    {
      ovs_workspace_refresh (g_task_get_source_object (task));
      g_task_return_boolean (task, TRUE);
    }
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
ovs_workspace_write_async (OvsWorkspace *self,
                           OvsDossierFunc func,
                           gpointer data,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, ovs_workspace_write_async);
  g_task_set_check_cancellable (task, FALSE);
  ovs_dossier_write_async (self->dossier, func, data, cancellable, on_written, task);
}

gboolean
ovs_workspace_write_finish (OvsWorkspace *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
take_back (OvsTx *tx, gpointer data, GError **error)
{
  char **operation = data;
  gint64 changed;

  return ovs_undo_take_back (tx, operation, &changed, error);
}

static void
on_taken_back (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  char **operation = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (ovs_workspace_write_finish (OVS_WORKSPACE (source), result, &error))
    g_task_return_pointer (task, g_steal_pointer (operation), g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
operation_free (gpointer data)
{
  char **operation = data;

  g_free (*operation);
  g_free (operation);
}

void
ovs_workspace_undo_async (OvsWorkspace *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  char **operation = g_new0 (char *, 1);

  g_task_set_source_tag (task, ovs_workspace_undo_async);
  g_task_set_task_data (task, operation, operation_free);
  ovs_workspace_write_async (self, take_back, operation, NULL, on_taken_back, task);
}

char *
ovs_workspace_undo_finish (OvsWorkspace *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
