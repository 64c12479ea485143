/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/import-page.h"

#include <glib/gi18n.h>

#include "csv/error.h"
#include "steps/select/import-brakes.h"
#include "steps/select/import-files.h"
#include "steps/select/import-job.h"
#include "steps/select/import-look.h"
#include "steps/select/import-notice.h"
#include "steps/select/import-remember.h"
#include "steps/select/import-result.h"
#include "steps/select/import-running.h"
#include "steps/select/import-save.h"
#include "widgets/stack.h"

/* How often progress is shown, in milliseconds, and after how many times counting is called slow. */
#define TICK 150
#define SLOW_AFTER 4

typedef enum
{
  STATE_CLOSED,
  STATE_LOOKING, /* at a file of which nothing is known yet */
  STATE_LOOK,    /* a file is on the screen */
  STATE_NOTICE,  /* a file that cannot be opened, or a dossier that cannot be written */
  STATE_RUNNING,
  STATE_RESULT,
  N_STATES
} State;

static const char *const views[N_STATES] = { "none", "looking", "look", "notice", "running", "result" };

struct _OvsImportPage
{
  AdwBin parent_instance;

  OvsStepPage *host; /* (weak) gone when the window was closed in the middle of something */
  State state;
  GtkWidget *stack;
  OvsImportLook *look;
  OvsImportNotice *notice;
  OvsImportRunning *running;
  OvsImportResult *result_view;

  OvsImportChoice *choice;     /* (owned) (nullable) */
  OvsCsvPreview *preview;      /* (owned) (nullable) */
  OvsIntakeResult *result;     /* (owned) (nullable) of the trial, then of the reading */
  char **despite;              /* (owned) (nullable) brakes that were answered */
  gboolean refused;            /* the file as a whole, as it is chosen now */
  GCancellable *cancellable;   /* (owned) (nullable) of what is under way */
  OvsImportProgress *progress; /* (owned) (nullable) */
  guint timer;
  guint ticks;
};

G_DEFINE_FINAL_TYPE (OvsImportPage, ovs_import_page, ADW_TYPE_BIN)

enum
{
  OPENED,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static OvsWorkspace *
workspace_of (OvsImportPage *self)
{
  return ovs_step_page_get_workspace (self->host);
}

/* --- what is under way --- */

static void
stop_work (OvsImportPage *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->progress, ovs_import_progress_unref);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static gboolean
on_tick (gpointer data)
{
  OvsImportPage *self = data;
  double fraction = ovs_import_progress_get (self->progress) / 1000.0;

  if (self->state == STATE_RUNNING)
    ovs_import_running_set_progress (self->running, fraction);
  else if (++self->ticks >= SLOW_AFTER)
    ovs_import_look_set_progress (self->look, fraction);
  return G_SOURCE_CONTINUE;
}

static void
begin_work (OvsImportPage *self)
{
  stop_work (self);
  self->cancellable = g_cancellable_new ();
  self->progress = ovs_import_progress_new ();
  self->ticks = 0;
}

static void
show_progress (OvsImportPage *self)
{
  self->timer = g_timeout_add (TICK, on_tick, self);
}

/* --- what the window shows around it --- */

static gulong
count_read (OvsImportPage *self)
{
  return self->result != NULL ? (gulong) (self->result->added + self->result->changed + self->result->unchanged) : 0;
}

static char *
describe_read (OvsImportPage *self)
{
  gulong rows = count_read (self);

  return g_strdup_printf (ngettext ("%'lu row read in", "%'lu rows read in", rows), rows);
}

static gboolean
is_stopped (OvsImportPage *self)
{
  return ovs_import_brakes_count_open (self->result, (const char *const *) self->despite) > 0;
}

static void
show_look_foot (OvsImportPage *self)
{
  gulong rows = count_read (self);
  g_autofree char *next = rows > 0 ? g_strdup_printf (ngettext ("Read in %'lu row", "Read in %'lu rows", rows), rows) : g_strdup (_ ("Read in"));
  const char *caption = _ ("What is not in the file stays in the dossier.");

  if (ovs_csv_preview_count_open (self->preview) > 0)
    caption = _ ("First answer the questions.");
  else if (self->refused || (self->result != NULL && rows == 0))
    caption = _ ("This file cannot be read in like this.");
  else if (is_stopped (self))
    caption = _ ("First answer whether this is the right file.");
  ovs_step_page_set_foot (self->host, _ ("Nothing has been read in yet"), caption, next, rows > 0 && !is_stopped (self));
  ovs_step_page_set_plain (self->host, _ ("Cancel"));
}

static void
show_result_foot (OvsImportPage *self)
{
  g_autofree char *totals = describe_read (self);
  const char *caption = self->result->kind == OVS_CSV_EMPLOYERS ? _ ("New clients are not chosen by themselves.") : NULL;

  ovs_step_page_set_foot (self->host, totals, caption, _ ("To the clients"), TRUE);
}

static void
show_foot (OvsImportPage *self)
{
  switch (self->state)
    {
    case STATE_LOOK:
      show_look_foot (self);
      return;
    case STATE_RESULT:
      show_result_foot (self);
      return;
    case STATE_RUNNING:
      ovs_step_page_set_foot (self->host, _ ("Being read in…"), _ ("If you stop it, nothing is changed."), NULL, FALSE);
      return;
    case STATE_LOOKING:
    case STATE_NOTICE:
      ovs_step_page_set_foot (self->host, _ ("Nothing has been read in"), NULL, NULL, FALSE);
      ovs_step_page_set_plain (self->host, _ ("Cancel"));
      return;
    default:
      return;
    }
}

static void
go_to (OvsImportPage *self, State state)
{
  gboolean opens = self->state == STATE_CLOSED && state != STATE_CLOSED;
  gboolean arrives = self->state != state && (state == STATE_LOOK || state == STATE_NOTICE || state == STATE_RESULT);

  self->state = state;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), views[state]);
  ovs_step_page_set_subtitle (self->host, state != STATE_CLOSED ? _ ("Read in") : NULL);
  show_foot (self);
  if (opens)
    g_signal_emit (self, signals[OPENED], 0);
  /* Where work begins: what had the focus may be gone. */
  if (arrives && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
close_page (OvsImportPage *self)
{
  stop_work (self);
  go_to (self, STATE_CLOSED);
  g_clear_pointer (&self->result, ovs_intake_result_unref);
  g_signal_emit (self, signals[CLOSED], 0);
}

/* --- counting what it would do --- */

static void
on_counted (GObject *source, GAsyncResult *async, gpointer user_data)
{
  g_autoptr (OvsImportPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsIntakeResult) result = ovs_import_run_finish (async, &error);

  if (self->host == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  stop_work (self);
  self->result = g_steal_pointer (&result);
  self->refused = self->result == NULL;
  if (self->result != NULL)
    ovs_import_look_show_counted (self->look, self->result);
  else
    ovs_import_look_show_refusal (self->look, error->message);
  ovs_import_look_show_brakes (self->look, self->result, (const char *const *) self->despite);
  show_foot (self);
}

static void
count (OvsImportPage *self)
{
  begin_work (self);
  g_clear_pointer (&self->result, ovs_intake_result_unref);
  self->refused = FALSE;
  if (ovs_csv_preview_count_open (self->preview) > 0)
    return;
  ovs_import_look_show_brakes (self->look, NULL, NULL);
  ovs_import_look_show_counting (self->look);
  show_progress (self);
  ovs_import_run_async (workspace_of (self), self->choice, TRUE, (const char *const *) self->despite, self->progress, self->cancellable, on_counted, g_object_ref (self));
}

/* --- looking at the file --- */

static void
show_file (OvsImportPage *self, OvsCsvPreview *preview)
{
  g_autoptr (OvsCsvPreview) old = g_steal_pointer (&self->preview);

  self->preview = preview;
  ovs_import_choice_adopt (self->choice, preview);
  ovs_import_look_show_file (self->look, self->choice, preview);
  count (self);
  go_to (self, STATE_LOOK);
}

static void
on_looked (GObject *source, GAsyncResult *async, gpointer user_data)
{
  g_autoptr (OvsImportPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsCsvPreview) preview = ovs_import_look_finish (async, self->choice, &error);

  if (self->host == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (preview != NULL)
    {
      show_file (self, g_steal_pointer (&preview));
      return;
    }
  ovs_import_notice_show_refused (self->notice, error->message, self->choice->encoding,
                                  self->choice->encoding >= 0 || g_error_matches (error, OVS_CSV_ERROR, OVS_CSV_ERROR_ENCODING));
  go_to (self, STATE_NOTICE);
}

static void
look (OvsImportPage *self)
{
  begin_work (self);
  g_clear_pointer (&self->despite, g_strfreev);
  g_clear_pointer (&self->result, ovs_intake_result_unref);
  ovs_import_look_async (workspace_of (self), self->choice, self->cancellable, on_looked, g_object_ref (self));
}

static void
on_changed (OvsImportLook *view, OvsImportPage *self)
{
  look (self);
  show_foot (self);
}

static void
on_encoding (OvsImportNotice *notice, int encoding, OvsImportPage *self)
{
  self->choice->encoding = encoding;
  look (self);
}

static void
on_layout_failed (OvsImportLook *view, const GError *error, OvsImportPage *self)
{
  ovs_import_remember_tell_failed (self->host, error);
}

/* --- reading it in --- */

static void
tell_ended (OvsImportPage *self)
{
  g_autofree char *name = g_filename_display_basename (self->choice->path);
  g_autofree char *title = describe_read (self);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.notify", "(ss)", title, name);
}

static void
on_read (GObject *source, GAsyncResult *async, gpointer user_data)
{
  g_autoptr (OvsImportPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsIntakeResult) result = ovs_import_run_finish (async, &error);
  g_autofree char *name = g_filename_display_basename (self->choice->path);

  stop_work (self);
  if (self->host == NULL)
    return;
  if (result == NULL)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ovs_step_page_tell (self->host, _ ("Stopped. Nothing was changed."), FALSE);
      ovs_step_page_tell_error (self->host, error);
      count (self);
      go_to (self, STATE_LOOK);
      return;
    }
  g_clear_pointer (&self->result, ovs_intake_result_unref);
  self->result = g_steal_pointer (&result);
  ovs_import_result_show (self->result_view, name, self->result);
  go_to (self, STATE_RESULT);
  tell_ended (self);
  ovs_import_remember (self->host, self->choice);
  ovs_workspace_refresh (OVS_WORKSPACE (source));
}

static void
read_in (OvsImportPage *self)
{
  g_autofree char *name = g_filename_display_basename (self->choice->path);

  ovs_import_running_begin (self->running, name, self->result->rows);
  begin_work (self);
  show_progress (self);
  go_to (self, STATE_RUNNING);
  ovs_import_run_async (workspace_of (self), self->choice, FALSE, (const char *const *) self->despite, self->progress, self->cancellable, on_read, g_object_ref (self));
}

/* The last answer is the one that reads it in. */
static void
on_despite (OvsImportLook *view, const char *brake, OvsImportPage *self)
{
  guint n_answered = self->despite != NULL ? g_strv_length (self->despite) : 0;

  self->despite = g_renew (char *, self->despite, n_answered + 2);
  self->despite[n_answered] = g_strdup (brake);
  self->despite[n_answered + 1] = NULL;
  ovs_import_look_show_brakes (self->look, self->result, (const char *const *) self->despite);
  if (is_stopped (self))
    show_foot (self);
  else
    read_in (self);
}

static void
on_stop (OvsImportRunning *running, OvsImportPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

/* --- files to choose --- */

static GtkWindow *
window_of (OvsImportPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->host)));
}

static void
on_file_chosen (GObject *source, GAsyncResult *async, gpointer user_data)
{
  g_autoptr (OvsImportPage) self = user_data;
  g_autofree char *path = ovs_import_ask_finish (async);

  if (path != NULL && self->host != NULL)
    ovs_import_page_open (self, path);
}

static void
on_save_refused (GtkWidget *view, OvsImportPage *self)
{
  if (self->result != NULL)
    ovs_import_save_ask (self->host, self->choice, self->result);
}

static void
on_other_file (GtkWidget *view, OvsImportPage *self)
{
  ovs_import_page_choose (self);
}

/* --- the page itself --- */

static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  if (!gtk_widget_get_mapped (widget) || OVS_IMPORT_PAGE (widget)->state == STATE_CLOSED)
    return FALSE;
  ovs_import_page_back (OVS_IMPORT_PAGE (widget));
  return TRUE;
}

static void
ovs_import_page_dispose (GObject *object)
{
  OvsImportPage *self = OVS_IMPORT_PAGE (object);

  stop_work (self);
  g_clear_weak_pointer (&self->host);
  G_OBJECT_CLASS (ovs_import_page_parent_class)->dispose (object);
}

static void
ovs_import_page_finalize (GObject *object)
{
  OvsImportPage *self = OVS_IMPORT_PAGE (object);

  g_clear_pointer (&self->choice, ovs_import_choice_free);
  g_clear_pointer (&self->despite, g_strfreev);
  g_clear_pointer (&self->preview, ovs_csv_preview_free);
  g_clear_pointer (&self->result, ovs_intake_result_unref);
  G_OBJECT_CLASS (ovs_import_page_parent_class)->finalize (object);
}

static void
ovs_import_page_class_init (OvsImportPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_import_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ovs_import_page_finalize;
  signals[OPENED] = g_signal_new ("opened", OVS_TYPE_IMPORT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLOSED] = g_signal_new ("closed", OVS_TYPE_IMPORT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_view (OvsImportPage *self, State state, GtkWidget *view)
{
  gtk_stack_add_named (GTK_STACK (self->stack), view, views[state]);
}

static void
add_views (OvsImportPage *self)
{
  self->look = OVS_IMPORT_LOOK (ovs_import_look_new ());
  self->notice = OVS_IMPORT_NOTICE (ovs_import_notice_new ());
  self->running = OVS_IMPORT_RUNNING (ovs_import_running_new ());
  self->result_view = OVS_IMPORT_RESULT (ovs_import_result_new ());
  add_view (self, STATE_CLOSED, adw_bin_new ());
  add_view (self, STATE_LOOKING, ovs_import_looking_new ());
  add_view (self, STATE_LOOK, GTK_WIDGET (self->look));
  add_view (self, STATE_NOTICE, GTK_WIDGET (self->notice));
  add_view (self, STATE_RUNNING, GTK_WIDGET (self->running));
  add_view (self, STATE_RESULT, GTK_WIDGET (self->result_view));
  g_signal_connect (self->look, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect (self->look, "save-refused", G_CALLBACK (on_save_refused), self);
  g_signal_connect (self->look, "other-file", G_CALLBACK (on_other_file), self);
  g_signal_connect (self->look, "despite", G_CALLBACK (on_despite), self);
  g_signal_connect (self->look, "failed", G_CALLBACK (on_layout_failed), self);
  g_signal_connect (self->notice, "encoding", G_CALLBACK (on_encoding), self);
  g_signal_connect (self->notice, "other-file", G_CALLBACK (on_other_file), self);
  g_signal_connect (self->running, "stop", G_CALLBACK (on_stop), self);
  g_signal_connect (self->result_view, "save-refused", G_CALLBACK (on_save_refused), self);
  g_signal_connect (self->result_view, "other-file", G_CALLBACK (on_other_file), self);
}

static void
ovs_import_page_init (OvsImportPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->stack = gtk_stack_new ();
  ovs_stack_present_shown_only (GTK_STACK (self->stack));
  add_views (self);
  adw_bin_set_child (ADW_BIN (self), self->stack);
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_MANAGED);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                                                          gtk_callback_action_new (on_escape, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
ovs_import_page_new (OvsStepPage *host)
{
  OvsImportPage *self = g_object_new (OVS_TYPE_IMPORT_PAGE, NULL);

  g_set_weak_pointer (&self->host, host);
  return GTK_WIDGET (self);
}

/* TRUE when there is another thing to be done first, which has been said. */
static gboolean
is_barred (OvsImportPage *self)
{
  if (self->state == STATE_RUNNING)
    {
      ovs_step_page_tell (self->host, _ ("A file is still being read in. Wait for it, or stop it."), FALSE);
      return TRUE;
    }
  if (!ovs_workspace_get_read_only (workspace_of (self)))
    return FALSE;
  ovs_import_notice_show_read_only (self->notice);
  go_to (self, STATE_NOTICE);
  return TRUE;
}

void
ovs_import_page_choose (OvsImportPage *self)
{
  if (!is_barred (self))
    ovs_import_ask_file_async (window_of (self), on_file_chosen, g_object_ref (self));
}

void
ovs_import_page_open (OvsImportPage *self, const char *path)
{
  if (is_barred (self))
    return;
  g_clear_pointer (&self->choice, ovs_import_choice_free);
  self->choice = ovs_import_choice_new (path);
  ovs_import_look_show_layouts (self->look);
  look (self);
  go_to (self, STATE_LOOKING);
}

gboolean
ovs_import_page_is_open (OvsImportPage *self)
{
  return self->state != STATE_CLOSED;
}

void
ovs_import_page_next (OvsImportPage *self)
{
  if (self->state == STATE_LOOK && self->result != NULL && !is_stopped (self))
    read_in (self);
  else if (self->state == STATE_RESULT)
    close_page (self);
}

void
ovs_import_page_back (OvsImportPage *self)
{
  /* What is under way is stopped first; when that was too late, its result is shown. */
  if (self->state == STATE_RUNNING)
    on_stop (self->running, self);
  else
    close_page (self);
}

void
ovs_import_page_update (OvsImportPage *self)
{
  /* What was counted hangs on what the dossier holds. */
  if (self->state == STATE_LOOK && self->result != NULL)
    count (self);
  show_foot (self);
}
