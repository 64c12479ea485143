/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/imports-page.h"

#include <glib/gi18n.h>

#include "steps/select/import-back.h"
#include "steps/select/import-history.h"
#include "steps/select/import-job.h"
#include "steps/select/import-running.h"
#include "widgets/confirm.h"
#include "widgets/stack.h"

/* How often progress is shown, in milliseconds. */
#define TICK 150

typedef enum
{
  STATE_CLOSED,
  STATE_LIST,
  STATE_RUNNING,
  STATE_BACK,
  N_STATES
} State;

static const char *const views[N_STATES] = { "none", "list", "running", "back" };

struct _OvsImportsPage
{
  AdwBin parent_instance;

  OvsStepPage *host; /* (weak) */
  State state;
  GtkWidget *stack;
  OvsImportHistory *history;
  OvsImportRunning *running;
  OvsImportBack *back;
  GCancellable *cancellable; /* (owned) (nullable) of what is under way */
  OvsImportProgress *progress; /* (owned) (nullable) */
  guint timer;
};

G_DEFINE_FINAL_TYPE (OvsImportsPage, ovs_imports_page, ADW_TYPE_BIN)

enum
{
  OPENED,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* An import that is being taken back. */
typedef struct
{
  OvsImportsPage *page; /* (owned) */
  gint64 import;
  char *name;
  OvsImportProgress *progress; /* (owned) */
  OvsRollback counts;
} Taking;

static void
taking_free (Taking *taking)
{
  g_object_unref (taking->page);
  g_clear_pointer (&taking->progress, ovs_import_progress_unref);
  g_free (taking->name);
  g_free (taking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Taking, taking_free)

static OvsWorkspace *
workspace_of (OvsImportsPage *self)
{
  return ovs_step_page_get_workspace (self->host);
}

/* --- what the window shows around it --------------------------------------------------------------------------- */

static void
show_foot (OvsImportsPage *self)
{
  if (self->state == STATE_RUNNING)
    ovs_step_page_set_foot (self->host, _ ("Being taken back…"), _ ("If you stop it, nothing is changed."), NULL, FALSE);
  else
    ovs_step_page_set_foot (self->host, _ ("Read in earlier"), _ ("What was sent is never undone."), _ ("To the clients"), TRUE);
}

static void
go_to (OvsImportsPage *self, State state)
{
  gboolean opens = self->state == STATE_CLOSED && state != STATE_CLOSED;
  gboolean arrives = self->state != state && state != STATE_RUNNING && state != STATE_CLOSED;

  self->state = state;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), views[state]);
  ovs_step_page_set_subtitle (self->host, state != STATE_CLOSED ? _ ("Read in earlier") : NULL);
  if (state != STATE_CLOSED)
    show_foot (self);
  if (opens)
    g_signal_emit (self, signals[OPENED], 0);
  if (arrives && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
close_page (OvsImportsPage *self)
{
  go_to (self, STATE_CLOSED);
  g_signal_emit (self, signals[CLOSED], 0);
}

/* --- taking one back ------------------------------------------------------------------------------------------- */

static void
stop_work (OvsImportsPage *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->progress, ovs_import_progress_unref);
  g_clear_object (&self->cancellable);
}

static gboolean
on_tick (gpointer data)
{
  OvsImportsPage *self = data;

  ovs_import_running_set_progress (self->running, ovs_import_progress_get (self->progress) / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
on_progress (guint thousandths, gpointer data)
{
  g_atomic_int_set (&((OvsImportProgress *) data)->thousandths, (int) thousandths);
}

static gboolean
take_back (OvsTx *tx, gpointer data, GError **error)
{
  Taking *taking = data;

  return ovs_rollback_import (tx, taking->import, on_progress, taking->progress, &taking->counts, error);
}

static void
on_taken_back (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Taking) taking = user_data;
  OvsImportsPage *self = taking->page;
  g_autoptr (GError) error = NULL;
  gboolean done = ovs_workspace_write_finish (OVS_WORKSPACE (source), result, &error);

  stop_work (self);
  if (self->host == NULL)
    return;
  ovs_import_history_load (self->history, OVS_WORKSPACE (source));
  if (done)
    {
      ovs_import_back_show (self->back, taking->name, &taking->counts);
      go_to (self, STATE_BACK);
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ovs_step_page_tell (self->host, _ ("Stopped. Nothing was changed."), FALSE);
  ovs_step_page_tell_error (self->host, error);
  go_to (self, STATE_LIST);
}

static void
start (OvsImportsPage *self, Taking *taking)
{
  self->cancellable = g_cancellable_new ();
  self->progress = ovs_import_progress_new ();
  taking->progress = ovs_import_progress_ref (self->progress);
  self->timer = g_timeout_add (TICK, on_tick, self);
  ovs_import_running_begin_back (self->running, taking->name);
  go_to (self, STATE_RUNNING);
  ovs_workspace_write_async (workspace_of (self), take_back, taking, self->cancellable, on_taken_back, taking);
}

static void
on_confirmed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Taking) taking = user_data;
  OvsImportsPage *self = taking->page;

  if (ovs_confirm_finish (result) && self->host != NULL && self->state != STATE_RUNNING)
    start (self, g_steal_pointer (&taking));
}

static void
on_take_back (OvsImportHistory *history, gint64 import, const char *name, OvsImportsPage *self)
{
  g_autofree char *heading = g_strdup_printf (_ ("Take back reading in “%s”?"), name);
  Taking *taking = g_new0 (Taking, 1);

  taking->page = g_object_ref (self);
  taking->import = import;
  taking->name = g_strdup (name);
  ovs_confirm_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading,
                     _ ("What the file changed gets its old value again; who came with it goes. What was decided or changed since stays. To undo this, read the file in again."),
                     _ ("Take back"), 0, on_confirmed, taking);
}

static void
on_stop (OvsImportRunning *running, OvsImportsPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
on_other_file (GtkWidget *view, OvsImportsPage *self)
{
  close_page (self);
  gtk_widget_activate_action (GTK_WIDGET (self->host), "win.import", NULL);
}

static void
on_history (GtkWidget *view, OvsImportsPage *self)
{
  go_to (self, STATE_LIST);
}

/* --- the page itself ------------------------------------------------------------------------------------------- */

static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  if (!gtk_widget_get_mapped (widget) || OVS_IMPORTS_PAGE (widget)->state == STATE_CLOSED)
    return FALSE;
  ovs_imports_page_back (OVS_IMPORTS_PAGE (widget));
  return TRUE;
}

static void
ovs_imports_page_dispose (GObject *object)
{
  OvsImportsPage *self = OVS_IMPORTS_PAGE (object);

  stop_work (self);
  g_clear_weak_pointer (&self->host);
  G_OBJECT_CLASS (ovs_imports_page_parent_class)->dispose (object);
}

static void
ovs_imports_page_class_init (OvsImportsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_imports_page_dispose;
  signals[OPENED] = g_signal_new ("opened", OVS_TYPE_IMPORTS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLOSED] = g_signal_new ("closed", OVS_TYPE_IMPORTS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ovs_imports_page_init (OvsImportsPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->history = OVS_IMPORT_HISTORY (ovs_import_history_new ());
  self->running = OVS_IMPORT_RUNNING (ovs_import_running_new ());
  self->back = OVS_IMPORT_BACK (ovs_import_back_new ());
  self->stack = gtk_stack_new ();
  ovs_stack_present_shown_only (GTK_STACK (self->stack));
  gtk_stack_add_named (GTK_STACK (self->stack), adw_bin_new (), views[STATE_CLOSED]);
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->history), views[STATE_LIST]);
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->running), views[STATE_RUNNING]);
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->back), views[STATE_BACK]);
  g_signal_connect (self->history, "take-back", G_CALLBACK (on_take_back), self);
  g_signal_connect (self->history, "other-file", G_CALLBACK (on_other_file), self);
  g_signal_connect (self->running, "stop", G_CALLBACK (on_stop), self);
  g_signal_connect (self->back, "history", G_CALLBACK (on_history), self);
  adw_bin_set_child (ADW_BIN (self), self->stack);
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_MANAGED);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                                                          gtk_callback_action_new (on_escape, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
ovs_imports_page_new (OvsStepPage *host)
{
  OvsImportsPage *self = g_object_new (OVS_TYPE_IMPORTS_PAGE, NULL);

  g_set_weak_pointer (&self->host, host);
  return GTK_WIDGET (self);
}

void
ovs_imports_page_open (OvsImportsPage *self)
{
  if (self->state == STATE_RUNNING)
    return;
  ovs_import_history_load (self->history, workspace_of (self));
  go_to (self, STATE_LIST);
}

gboolean
ovs_imports_page_is_open (OvsImportsPage *self)
{
  return self->state != STATE_CLOSED;
}

void
ovs_imports_page_next (OvsImportsPage *self)
{
  if (self->state != STATE_RUNNING && self->state != STATE_CLOSED)
    close_page (self);
}

void
ovs_imports_page_back (OvsImportsPage *self)
{
  if (self->state == STATE_RUNNING)
    on_stop (self->running, self);
  else
    close_page (self);
}

void
ovs_imports_page_update (OvsImportsPage *self)
{
  ovs_import_history_load (self->history, workspace_of (self));
  show_foot (self);
}
