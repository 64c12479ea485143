/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/fetch-page.h"

#include <glib/gi18n.h>

#include "conversion/connect.h"
#include "intake/fetch.h"
#include "steps/apply/environment.h"
#include "steps/connect-view.h"
#include "steps/select/import-notice.h"
#include "steps/select/import-result.h"
#include "steps/select/import-running.h"
#include "widgets/stack.h"

typedef enum
{
  STATE_CLOSED,
  STATE_NOTICE, /* a dossier that cannot be written */
  STATE_CONNECT,
  STATE_READY,
  STATE_RUNNING,
  STATE_RESULT,
  N_STATES
} State;

static const char *const views[N_STATES] = { "none", "notice", "connect", "ready", "running", "result" };

struct _OvsFetchPage
{
  AdwBin parent_instance;

  OvsStepPage *host; /* (weak) gone when the window was closed in the middle of something */
  State state;
  GtkWidget *stack;
  OvsImportNotice *notice;
  OvsConnectView *connect;
  AdwStatusPage *ready;
  OvsImportRunning *running;
  OvsImportResult *result_view;

  OvsFetchRequest request;
  OvsIntakeResult *result;   /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable) of what is under way */
};

G_DEFINE_FINAL_TYPE (OvsFetchPage, ovs_fetch_page, ADW_TYPE_BIN)

enum
{
  OPENED,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static OvsWorkspace *
workspace_of (OvsFetchPage *self)
{
  return ovs_step_page_get_workspace (self->host);
}

static const char *
environment_of (OvsFetchPage *self)
{
  const OvsFigures *figures = ovs_workspace_get_figures (workspace_of (self));

  return ovs_environment_title (figures != NULL ? figures->loket_kind : NULL);
}

/* --- what the window shows around it --- */

static char *
describe_read (OvsFetchPage *self)
{
  gulong rows = (gulong) (self->result->added + self->result->changed + self->result->unchanged);

  return g_strdup_printf (ngettext ("%'lu row read in", "%'lu rows read in", rows), rows);
}

static void
show_result_foot (OvsFetchPage *self)
{
  g_autofree char *totals = describe_read (self);

  ovs_step_page_set_foot (self->host, totals, self->result->clients_added > 0 ? _ ("New clients are not chosen by themselves.") : NULL,
                          _ ("To the clients"), TRUE);
}

static void
show_foot (OvsFetchPage *self)
{
  switch (self->state)
    {
    case STATE_READY:
      ovs_step_page_set_foot (self->host, _ ("Nothing has been fetched yet"), _ ("What Loket does not show stays in the dossier."),
                              _ ("Fetch from Loket"), !ovs_workspace_get_busy (workspace_of (self)));
      ovs_step_page_set_plain (self->host, _ ("Cancel"));
      return;
    case STATE_RUNNING:
      ovs_step_page_set_foot (self->host, _ ("Being fetched…"), _ ("If you stop it, nothing is changed."), NULL, FALSE);
      return;
    case STATE_RESULT:
      show_result_foot (self);
      return;
    case STATE_NOTICE:
    case STATE_CONNECT:
      ovs_step_page_set_foot (self->host, _ ("Nothing has been fetched yet"), NULL, NULL, FALSE);
      /* While somebody signs in, the view has the only button to cancel. */
      ovs_step_page_set_plain (self->host, ovs_connect_view_get_waiting (self->connect) ? NULL : _ ("Cancel"));
      return;
    default:
      return;
    }
}

static void
show_ready (OvsFetchPage *self)
{
  const OvsFigures *figures = ovs_workspace_get_figures (workspace_of (self));
  g_autofree char *text = g_strdup_printf (
      _ ("From %s (%s) come all clients that you may see there, with their people: names, birth dates, addresses, employments and the access to both portals. "
         "Nothing changes in Loket."),
      environment_of (self), figures != NULL && figures->loket_url != NULL ? figures->loket_url : "?");

  adw_status_page_set_description (self->ready, text);
}

static void
go_to (OvsFetchPage *self, State state)
{
  gboolean opens = self->state == STATE_CLOSED && state != STATE_CLOSED;
  gboolean arrives = self->state != state && state != STATE_CLOSED;

  self->state = state;
  if (state == STATE_READY)
    show_ready (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), views[state]);
  ovs_step_page_set_subtitle (self->host, state != STATE_CLOSED ? _ ("Fetch from Loket") : NULL);
  show_foot (self);
  if (opens)
    g_signal_emit (self, signals[OPENED], 0);
  if (arrives && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
close_page (OvsFetchPage *self)
{
  go_to (self, STATE_CLOSED);
  g_clear_pointer (&self->result, ovs_intake_result_unref);
  g_signal_emit (self, signals[CLOSED], 0);
}

/* --- fetching --- */

static void
on_progress (guint clients, guint all_clients, guint64 people, gpointer data)
{
  OvsFetchPage *self = data;
  g_autofree char *read = g_strdup_printf (ngettext ("%'u of %'u client", "%'u of %'u clients", all_clients), clients, all_clients);
  g_autofree char *found = g_strdup_printf (ngettext ("%'lu employee", "%'lu employees", (gulong) people), (gulong) people);
  g_autofree char *units = g_strdup_printf ("%s · %s", read, found);

  if (self->host != NULL)
    ovs_import_running_set_units (self->running, all_clients > 0 ? (double) clients / all_clients : 0, units);
}

static void
show_result (OvsFetchPage *self)
{
  gulong clients = (gulong) (self->result->clients_added + self->result->clients_changed + self->result->clients_unchanged);
  g_autofree char *count = g_strdup_printf (ngettext ("%'lu client", "%'lu clients", clients), clients);
  g_autofree char *added = g_strdup_printf (ngettext ("%'lu new", "%'lu new", (gulong) self->result->clients_added), (gulong) self->result->clients_added);
  g_autofree char *changed =
      g_strdup_printf (ngettext ("%'lu changed", "%'lu changed", (gulong) self->result->clients_changed), (gulong) self->result->clients_changed);
  g_autofree char *name = g_strdup_printf ("%s · %s: %s, %s", environment_of (self), count, added, changed);
  g_autofree char *title = describe_read (self);

  ovs_import_result_show (self->result_view, name, self->result);
  go_to (self, STATE_RESULT);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.notify", "(ss)", title, name);
}

/* @error is what ended it, if anything did. */
static void
ended (OvsFetchPage *self, OvsWorkspace *workspace, const GError *error)
{
  ovs_workspace_set_busy (workspace, FALSE);
  g_clear_object (&self->cancellable);
  if (self->host == NULL)
    return;
  if (error == NULL)
    {
      show_result (self);
      ovs_workspace_refresh (workspace);
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ovs_step_page_tell (self->host, _ ("Stopped. Nothing was changed."), FALSE);
  ovs_step_page_tell_error (self->host, error);
  go_to (self, STATE_READY);
}

typedef struct
{
  OvsFetchPage *page;      /* (owned) */
  OvsWorkspace *workspace; /* (owned) */
} Work;

static void
work_free (Work *work)
{
  g_object_unref (work->page);
  g_object_unref (work->workspace);
  g_free (work);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Work, work_free)

static void
on_fetched (GObject *source, GAsyncResult *async, gpointer user_data)
{
  g_autoptr (Work) work = user_data;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&work->page->result, ovs_intake_result_unref);
  work->page->result = ovs_fetch_finish (OVS_DOSSIER (source), async, &error);
  ended (work->page, work->workspace, error);
}

static void
on_signed_in (GObject *source, GAsyncResult *async, gpointer user_data)
{
  g_autoptr (Work) work = user_data;
  OvsFetchPage *self = work->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsLoket) loket = ovs_sign_in_finish (OVS_DOSSIER (source), async, &error);

  if (loket == NULL)
    ended (self, work->workspace, error);
  else
    ovs_fetch_async (OVS_DOSSIER (source), loket, &self->request, self->cancellable, on_fetched, g_steal_pointer (&work));
}

static void
fetch (OvsFetchPage *self)
{
  Work *work = g_new0 (Work, 1);

  if (ovs_workspace_get_busy (workspace_of (self)))
    {
      g_free (work);
      return;
    }
  work->page = g_object_ref (self);
  work->workspace = g_object_ref (workspace_of (self));
  self->cancellable = g_cancellable_new ();
  self->request = (OvsFetchRequest){ .progress = on_progress, .progress_data = self };
  ovs_import_running_begin_with (self->running, _ ("Loket is being read"));
  ovs_workspace_set_busy (work->workspace, TRUE);
  go_to (self, STATE_RUNNING);
  ovs_sign_in_async (ovs_workspace_get_dossier (work->workspace), self->cancellable, on_signed_in, work);
}

static void
on_stop (OvsImportRunning *running, OvsFetchPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
on_connected (OvsConnectView *view, const char *sentence, OvsFetchPage *self)
{
  if (self->state != STATE_CONNECT)
    return;
  ovs_step_page_tell (self->host, sentence, FALSE);
  go_to (self, STATE_READY);
}

/* --- the page itself --- */

static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  if (!gtk_widget_get_mapped (widget) || OVS_FETCH_PAGE (widget)->state == STATE_CLOSED)
    return FALSE;
  ovs_fetch_page_back (OVS_FETCH_PAGE (widget));
  return TRUE;
}

static void
ovs_fetch_page_dispose (GObject *object)
{
  OvsFetchPage *self = OVS_FETCH_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->host);
  G_OBJECT_CLASS (ovs_fetch_page_parent_class)->dispose (object);
}

static void
ovs_fetch_page_finalize (GObject *object)
{
  OvsFetchPage *self = OVS_FETCH_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->result, ovs_intake_result_unref);
  G_OBJECT_CLASS (ovs_fetch_page_parent_class)->finalize (object);
}

static void
ovs_fetch_page_class_init (OvsFetchPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_fetch_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ovs_fetch_page_finalize;
  signals[OPENED] = g_signal_new ("opened", OVS_TYPE_FETCH_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLOSED] = g_signal_new ("closed", OVS_TYPE_FETCH_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
add_view (OvsFetchPage *self, State state, GtkWidget *view)
{
  gtk_stack_add_named (GTK_STACK (self->stack), view, views[state]);
}

static void
ovs_fetch_page_init (OvsFetchPage *self)
{
  self->stack = gtk_stack_new ();
  ovs_stack_present_shown_only (GTK_STACK (self->stack));
  self->notice = OVS_IMPORT_NOTICE (ovs_import_notice_new ());
  self->ready = ADW_STATUS_PAGE (adw_status_page_new ());
  self->running = OVS_IMPORT_RUNNING (ovs_import_running_new ());
  self->result_view = OVS_IMPORT_RESULT (ovs_import_result_new ());
  adw_status_page_set_icon_name (self->ready, "folder-download-symbolic");
  adw_status_page_set_title (self->ready, _ ("Clients and employees from Loket"));
  add_view (self, STATE_CLOSED, adw_bin_new ());
  add_view (self, STATE_NOTICE, GTK_WIDGET (self->notice));
  add_view (self, STATE_READY, GTK_WIDGET (self->ready));
  add_view (self, STATE_RUNNING, GTK_WIDGET (self->running));
  add_view (self, STATE_RESULT, GTK_WIDGET (self->result_view));
  g_signal_connect (self->running, "stop", G_CALLBACK (on_stop), self);
  adw_bin_set_child (ADW_BIN (self), self->stack);
}

GtkWidget *
ovs_fetch_page_new (OvsStepPage *host)
{
  OvsFetchPage *self = g_object_new (OVS_TYPE_FETCH_PAGE, NULL);
  GtkWidget *connect = ovs_connect_view_new (
      ovs_step_page_get_workspace (host),
      _ ("Connected, Overstap reads clients and employees from Loket in place of files. Nothing is changed by connecting."));

  g_set_weak_pointer (&self->host, host);
  self->connect = OVS_CONNECT_VIEW (connect);
  g_signal_connect (connect, "connected", G_CALLBACK (on_connected), self);
  g_signal_connect_object (connect, "notify::waiting", G_CALLBACK (show_foot), self, G_CONNECT_SWAPPED);
  add_view (self, STATE_CONNECT, connect);
  return GTK_WIDGET (self);
}

void
ovs_fetch_page_open (OvsFetchPage *self)
{
  const OvsFigures *figures = ovs_workspace_get_figures (workspace_of (self));

  if (self->state != STATE_CLOSED)
    return;
  if (ovs_workspace_get_read_only (workspace_of (self)))
    {
      ovs_import_notice_show_read_only (self->notice);
      go_to (self, STATE_NOTICE);
    }
  else
    go_to (self, figures != NULL && figures->loket_kind != NULL ? STATE_READY : STATE_CONNECT);
}

gboolean
ovs_fetch_page_is_open (OvsFetchPage *self)
{
  return self->state != STATE_CLOSED;
}

void
ovs_fetch_page_next (OvsFetchPage *self)
{
  if (self->state == STATE_READY)
    fetch (self);
  else if (self->state == STATE_RESULT)
    close_page (self);
}

void
ovs_fetch_page_back (OvsFetchPage *self)
{
  /* What is under way is stopped first; when that was too late, its result is shown. */
  if (self->state == STATE_RUNNING)
    on_stop (self->running, self);
  else if (self->state == STATE_CONNECT && ovs_connect_view_get_waiting (self->connect))
    ovs_connect_view_cancel (self->connect);
  else
    close_page (self);
}

void
ovs_fetch_page_update (OvsFetchPage *self)
{
  if (self->state == STATE_READY)
    show_ready (self);
  show_foot (self);
}
