/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/send-window.h"

#include <glib/gi18n.h>

#include "dossier/settings.h"
#include "dossier/waves.h"
#include "letters/post-run.h"
#include "letters/posting.h"
#include "letters/test-mail.h"
#include "mail/account.h"
#include "steps/inform/outbox-window.h"
#include "steps/inform/send-outcome.h"
#include "steps/inform/send-preview.h"
#include "steps/inform/send-progress.h"
#include "steps/inform/send-rows.h"
#include "widgets/accessible.h"
#include "widgets/confirm.h"
#include "widgets/loading.h"
#include "widgets/stack.h"

/* Above so many the number has to be typed. */
#define MANY 250

struct _OvsSendWindow
{
  AdwWindow parent_instance;

  GtkWidget *stack;
  GtkWidget *summary;
  GtkWidget *rows;     /* holds the list, and the preview beside it */
  OvsSendPreview *preview;
  GtkWidget *told;     /* what became of a test, or why nothing went */
  GtkWidget *test;
  GtkWidget *send;
  GtkWidget *bar;
  GtkWidget *units;
  GtkWidget *stop;
  OvsSendOutcome *outcome;

  OvsWorkspace *workspace; /* (owned) */
  GArray *employers;       /* (owned) (nullable) */
  OvsMailAccount *account; /* (owned) */
  OvsPieceText *text;       /* (owned) */
  OvsPieceText *correction; /* (owned) (nullable) */
  OvsPostingOrder order;
  GPtrArray *plan;         /* (owned) (nullable) */
  const OvsPostingItem *chosen; /* (nullable) of the plan: that is looked at */
  GArray *letters;         /* (owned) (nullable): that wait */
  char *firm;              /* (owned) (nullable) */
  gint64 at;
  OvsSmtp *smtp;           /* (owned) (nullable) */
  GCancellable *halt;      /* (owned) (nullable): of the run */
  gboolean testing;
  gboolean tested;         /* a test went to the sender */
  gint64 began;            /* monotonic */
};

G_DEFINE_FINAL_TYPE (OvsSendWindow, ovs_send_window, ADW_TYPE_WINDOW)

static void
show_page (OvsSendWindow *self, const char *name)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), name);
}

static void
tell (OvsSendWindow *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->told), text != NULL ? text : "");
  gtk_widget_set_visible (self->told, text != NULL);
}

static OvsMailSender
sender_of (OvsSendWindow *self)
{
  return (OvsMailSender){ .name = self->account->sender_name != NULL ? self->account->sender_name : self->firm, .address = self->account->sender };
}

/* --- who gets what --- */

static gboolean
read_plan (OvsTx *tx, gpointer data, GError **error)
{
  OvsSendWindow *self = data;

  self->chosen = NULL;
  g_clear_pointer (&self->plan, g_ptr_array_unref);
  self->plan = ovs_posting_plan (tx, &self->order);
  g_free (self->firm);
  self->firm = ovs_settings_get (tx, OVS_SETTING_FIRM);
  self->at = ovs_tx_now (tx);
  return TRUE;
}

static gboolean
read_clients_and_plan (OvsTx *tx, gpointer data, GError **error)
{
  OvsSendWindow *self = data;
  gint64 wave = ovs_workspace_get_wave (self->workspace);

  if (self->employers == NULL && wave > 0)
    self->employers = ovs_waves_client_ids (tx, wave);
  self->order.employers = self->employers;
  return read_plan (tx, data, error);
}

static GtkWidget *
make_nobody (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Nobody to send it to"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), _ ("No client takes part in what you look at. Choose clients in Select, or another round."));
  gtk_widget_add_css_class (page, "compact");
  return page;
}

static void
on_chosen (const OvsPostingItem *item, gpointer data)
{
  OvsSendWindow *self = data;

  self->chosen = item;
  ovs_send_preview_show (self->preview, item);
}

static GtkWidget *
make_list (OvsSendWindow *self)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *frame = gtk_frame_new (NULL);

  self->preview = ovs_send_preview_new ();
  gtk_frame_set_child (GTK_FRAME (frame), ovs_send_rows_new (self->plan, on_chosen, self));
  gtk_widget_set_size_request (frame, 260, -1);
  gtk_widget_set_size_request (GTK_WIDGET (self->preview), 320, -1);
  gtk_paned_set_start_child (GTK_PANED (paned), frame);
  gtk_paned_set_end_child (GTK_PANED (paned), GTK_WIDGET (self->preview));
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_resize_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_position (GTK_PANED (paned), 380);
  return paned;
}

/* What would make the letters better; the first that has it speaks for all. Returns: (nullable). */
static const char *
find_advice (GPtrArray *plan)
{
  for (guint i = 0; i < plan->len; i++)
    {
      const OvsPostingItem *item = g_ptr_array_index (plan, i);

      if (item->verdict == OVS_POSTING_GOES && item->letter->advice != NULL)
        return item->letter->advice;
    }
  return NULL;
}

static void
show_plan (OvsSendWindow *self)
{
  guint goes = ovs_posting_count_going (self->plan);
  guint problems = ovs_posting_count (self->plan, OVS_POSTING_PROBLEM) + ovs_posting_count (self->plan, OVS_POSTING_UNKNOWN);
  g_autofree char *who = g_strdup_printf (ngettext ("%'u client gets it", "%'u clients get it", goes), goes);
  g_autofree char *others = g_strdup_printf (ngettext ("%'u asks for attention first", "%'u ask for attention first", problems), problems);
  g_autofree char *summary = problems > 0 ? g_strdup_printf ("%s · %s", who, others) : g_strdup (who);
  gboolean can = goes > 0 && !ovs_workspace_get_read_only (self->workspace);

  gtk_label_set_text (GTK_LABEL (self->summary), summary);
  adw_bin_set_child (ADW_BIN (self->rows), self->plan->len > 0 ? make_list (self) : make_nobody ());
  gtk_widget_set_sensitive (self->send, can);
  gtk_widget_set_sensitive (self->test, ovs_posting_count (self->plan, OVS_POSTING_GOES) > 0);
  tell (self, find_advice (self->plan));
  show_page (self, "plan");
}

static void
on_plan (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsSendWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error))
    {
      ovs_send_outcome_fail (self->outcome, error->message);
      show_page (self, "result");
      return;
    }
  show_plan (self);
}

/* --- the result --- */

static void
show_error (OvsSendWindow *self, const GError *error)
{
  g_clear_object (&self->halt);
  tell (self, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? _ ("It was stopped before anything was sent.") : error->message);
  show_page (self, "plan");
}

static void
on_run (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsSendWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsPostResult) came = ovs_post_run_finish (OVS_DOSSIER (source), result, &error);

  g_clear_object (&self->halt);
  ovs_workspace_refresh (self->workspace);
  if (came == NULL)
    {
      show_error (self, error);
      return;
    }
  ovs_send_outcome_show (self->outcome, came);
  show_page (self, "result");
}

/* --- sending --- */

/* How long the others will take, from what the first took. Returns: (transfer full). */
static char *
tell_time (OvsSendWindow *self, const OvsPostProgress *progress)
{
  const gint64 taken = g_get_monotonic_time () - self->began;
  const guint left = progress->total - progress->done;
  const gint64 rest = progress->done > 0 ? taken * left / progress->done / G_USEC_PER_SEC + 1 : left * 60 / self->account->per_minute;

  return rest >= 60 ? g_strdup_printf (_ ("about %d min left"), (int) ((rest + 59) / 60)) : g_strdup_printf (_ ("about %d s left"), (int) rest);
}

static void
show_progress (const OvsPostProgress *progress, gpointer data)
{
  OvsSendWindow *self = data;
  g_autofree char *words = ovs_send_progress_tell (progress);
  g_autofree char *time = tell_time (self, progress);
  g_autofree char *text = progress->wait > 0 ? g_strdup (words) : g_strdup_printf ("%s · %s", words, time);

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), progress->total > 0 ? (double) progress->done / progress->total : 0);
  gtk_label_set_text (GTK_LABEL (self->units), text);
}

static gboolean
read_waiting (OvsTx *tx, gpointer data, GError **error)
{
  OvsSendWindow *self = data;

  g_clear_pointer (&self->letters, g_array_unref);
  self->letters = ovs_posting_waiting (tx, &self->order, self->plan);
  return TRUE;
}

static void
on_waiting (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsSendWindow) self = user_data;
  OvsPostRunOptions options = {
    .sender = self->account->sender, .copy = self->account->copy, .per_minute = self->account->per_minute, .progress = show_progress
  };
  g_autoptr (GError) error = NULL;

  if (!ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error))
    {
      show_error (self, error);
      return;
    }
  options.letters = self->letters;
  options.progress_data = self;
  self->began = g_get_monotonic_time ();
  ovs_post_run_async (OVS_DOSSIER (source), self->smtp, &options, self->halt, on_run, g_object_ref (self));
}

static void
post_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  OvsSendWindow *self = source;
  OvsPosting posting = { .order = &self->order, .smtp = self->smtp, .plan = self->plan, .sender = sender_of (self) };
  GError *error = NULL;

  if (ovs_posting_post (ovs_workspace_get_dossier (self->workspace), &posting, cancellable, &error) < 0)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_posted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  OvsSendWindow *self = OVS_SEND_WINDOW (source);
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    show_error (self, error);
  else
    ovs_dossier_read_async (ovs_workspace_get_dossier (self->workspace), read_waiting, self, NULL, on_waiting, g_object_ref (self));
}

static void
on_test_sent (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsSendWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *well = g_strdup_printf (_ ("The test was sent to %s. Look whether it arrived and is right."), self->account->sender);

  gtk_widget_set_sensitive (self->test, TRUE);
  if (!ovs_test_mail_finish (OVS_SMTP (source), result, &error))
    {
      tell (self, error->message);
      return;
    }
  self->tested = TRUE;
  tell (self, well);
}

/* What is looked at, or else the first that goes. Returns: (nullable). */
static const OvsPostingItem *
find_for_test (OvsSendWindow *self)
{
  if (self->chosen != NULL && self->chosen->verdict == OVS_POSTING_GOES)
    return self->chosen;
  for (guint i = 0; i < self->plan->len; i++)
    {
      const OvsPostingItem *item = g_ptr_array_index (self->plan, i);

      if (item->verdict == OVS_POSTING_GOES)
        return item;
    }
  return NULL;
}

static void
send_test (OvsSendWindow *self)
{
  OvsMailSender sender = sender_of (self);
  const OvsPostingItem *item = find_for_test (self);

  if (item != NULL)
    ovs_test_mail_async (self->smtp, item->letter, &sender, self->account->sender, self->at, NULL, on_test_sent, g_object_ref (self));
}

static void
on_open (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsSendWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;

  g_clear_object (&self->smtp);
  self->smtp = ovs_mail_account_open_finish (result, &error);
  if (self->smtp == NULL)
    {
      gtk_widget_set_sensitive (self->test, TRUE);
      show_error (self, error);
      return;
    }
  if (self->testing)
    {
      send_test (self);
      return;
    }
  task = g_task_new (self, self->halt, on_posted, NULL);
  g_task_set_source_tag (task, on_open);
  g_task_run_in_thread (task, post_in_thread);
}

/* With what the preferences have by now. */
static void
open_server (OvsSendWindow *self, gboolean testing)
{
  self->testing = testing;
  g_clear_pointer (&self->account, ovs_mail_account_free);
  self->account = ovs_mail_account_load ();
  ovs_mail_account_open_async (self->account, NULL, on_open, g_object_ref (self));
}

static void
on_test (OvsSendWindow *self)
{
  tell (self, NULL);
  gtk_widget_set_sensitive (self->test, FALSE);
  open_server (self, TRUE);
}

static void
on_confirmed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsSendWindow) self = user_data;

  if (!ovs_confirm_finish (result))
    return;
  tell (self, NULL);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), 0);
  gtk_label_set_text (GTK_LABEL (self->units), _ ("The messages are being made."));
  gtk_widget_set_sensitive (self->stop, TRUE);
  show_page (self, "running");
  self->halt = g_cancellable_new ();
  open_server (self, FALSE);
}

static void
on_send (OvsSendWindow *self)
{
  guint goes = ovs_posting_count_going (self->plan);
  g_autofree char *heading = g_strdup_printf (ngettext ("Send %'u message?", "Send %'u messages?", goes), goes);
  g_autofree char *pace = g_strdup_printf (ngettext ("What is sent cannot be taken back. %u message goes in a minute; you can stop it.",
                                                     "What is sent cannot be taken back. At most %u messages go in a minute; you can stop it.",
                                                     self->account->per_minute),
                                           self->account->per_minute);
  g_autofree char *body = g_strconcat (pace, self->tested ? NULL : " ", _ ("No test was sent to yourself yet."), NULL);

  ovs_confirm_async (GTK_WINDOW (self), heading, body, _ ("Send"), goes > MANY ? goes : 0, on_confirmed, g_object_ref (self));
}

static void
on_stop (OvsSendWindow *self)
{
  gtk_widget_set_sensitive (self->stop, FALSE);
  if (self->halt != NULL)
    g_cancellable_cancel (self->halt);
}

/* --- the window --- */

/* A run that nobody sees could not be stopped. */
static gboolean
on_close (GtkWindow *window)
{
  OvsSendWindow *self = OVS_SEND_WINDOW (window);

  if (self->halt != NULL)
    {
      on_stop (self);
      return TRUE;
    }
  return GTK_WINDOW_CLASS (ovs_send_window_parent_class)->close_request (window);
}

static void
show_outbox (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsSendWindow *self = OVS_SEND_WINDOW (widget);
  GtkWindow *below = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (below != NULL)
    ovs_outbox_window_show (GTK_WIDGET (below), self->workspace, 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
ovs_send_window_finalize (GObject *object)
{
  OvsSendWindow *self = OVS_SEND_WINDOW (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->smtp);
  g_clear_object (&self->halt);
  g_clear_pointer (&self->employers, g_array_unref);
  g_clear_pointer (&self->letters, g_array_unref);
  g_clear_pointer (&self->account, ovs_mail_account_free);
  g_clear_pointer (&self->text, ovs_piece_text_free);
  g_clear_pointer (&self->correction, ovs_piece_text_free);
  g_clear_pointer (&self->plan, g_ptr_array_unref);
  g_free (self->firm);
  G_OBJECT_CLASS (ovs_send_window_parent_class)->finalize (object);
}

static void
ovs_send_window_class_init (OvsSendWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ovs_send_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = on_close;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "send.outbox", NULL, show_outbox);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_page (void)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_set_margin_top (page, 12);
  gtk_widget_set_margin_bottom (page, 16);
  gtk_widget_set_margin_start (page, 16);
  gtk_widget_set_margin_end (page, 16);
  return page;
}

static GtkWidget *
make_text (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static GtkWidget *
make_plan_page (OvsSendWindow *self)
{
  GtkWidget *page = make_page ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->summary = make_text ();
  self->rows = adw_bin_new ();
  self->told = make_text ();
  self->test = gtk_button_new_with_label (_ ("Test mail to myself"));
  self->send = gtk_button_new_with_label (_ ("Send…"));
  gtk_widget_add_css_class (self->summary, "heading");
  gtk_widget_add_css_class (self->send, "suggested-action");
  gtk_widget_set_visible (self->told, FALSE);
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_widget_set_vexpand (self->rows, TRUE);
  gtk_box_append (GTK_BOX (buttons), self->test);
  gtk_box_append (GTK_BOX (buttons), self->send);
  gtk_box_append (GTK_BOX (page), self->summary);
  gtk_box_append (GTK_BOX (page), self->rows);
  gtk_box_append (GTK_BOX (page), self->told);
  gtk_box_append (GTK_BOX (page), buttons);
  g_signal_connect_swapped (self->test, "clicked", G_CALLBACK (on_test), self);
  g_signal_connect_swapped (self->send, "clicked", G_CALLBACK (on_send), self);
  return page;
}

static GtkWidget *
make_running_page (OvsSendWindow *self)
{
  GtkWidget *page = make_page ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *note = make_text ();

  self->bar = gtk_progress_bar_new ();
  self->units = make_text ();
  self->stop = gtk_button_new_with_label (_ ("Stop"));
  ovs_accessible_set_label (self->bar, _ ("Sent so far"));
  gtk_label_set_text (GTK_LABEL (note), _ ("After stopping, what is sent stays sent; what waits can be sent later."));
  gtk_widget_add_css_class (note, "soft");
  gtk_widget_set_halign (self->stop, GTK_ALIGN_START);
  gtk_widget_set_valign (page, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (page), self->bar);
  gtk_box_append (GTK_BOX (page), self->units);
  gtk_box_append (GTK_BOX (page), note);
  gtk_box_append (GTK_BOX (page), self->stop);
  g_signal_connect_swapped (self->stop, "clicked", G_CALLBACK (on_stop), self);
  adw_clamp_set_child (ADW_CLAMP (clamp), page);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 520);
  return clamp;
}

static void
ovs_send_window_init (OvsSendWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->account = ovs_mail_account_load ();
  self->outcome = ovs_send_outcome_new ();
  self->stack = gtk_stack_new ();
  ovs_stack_present_shown_only (GTK_STACK (self->stack));
  gtk_stack_add_named (GTK_STACK (self->stack), ovs_loading_new (), "loading");
  gtk_stack_add_named (GTK_STACK (self->stack), make_plan_page (self), "plan");
  gtk_stack_add_named (GTK_STACK (self->stack), make_running_page (self), "running");
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->outcome), "result");
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 940, 640);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

void
ovs_send_window_show (GtkWidget *teller, OvsWorkspace *workspace, OvsPiece piece, const GArray *employers)
{
  OvsSendWindow *self = g_object_new (OVS_TYPE_SEND_WINDOW, "transient-for", gtk_widget_get_root (teller), "title", ovs_piece_title (piece), NULL);
  g_autoptr (GError) error = NULL;

  self->workspace = g_object_ref (workspace);
  self->employers = employers != NULL ? g_array_copy ((GArray *) employers) : NULL;
  self->text = ovs_piece_text_load (piece, &error);
  if (self->text != NULL && piece == OVS_PIECE_CLIENT)
    self->correction = ovs_piece_text_load (OVS_PIECE_CORRECTION, &error);
  self->order.text = self->text;
  self->order.correction = self->correction;
  ovs_accessible_name_parts (GTK_WIDGET (self), ovs_piece_title (piece));
  gtk_window_present (GTK_WINDOW (self));
  if (error != NULL)
    {
      ovs_send_outcome_fail (self->outcome, error->message);
      show_page (self, "result");
      return;
    }
  ovs_dossier_read_async (ovs_workspace_get_dossier (workspace), read_clients_and_plan, self, NULL, on_plan, g_object_ref (self));
}
