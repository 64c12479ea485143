/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/outbox-window.h"

#include <glib/gi18n.h>

#include "dossier/outbox.h"
#include "letters/post-run.h"
#include "mail/account.h"
#include "steps/inform/outbox-entry.h"
#include "steps/inform/send-progress.h"
#include "widgets/accessible.h"
#include "widgets/dialog.h"
#include "widgets/loading.h"
#include "widgets/sign.h"
#include "widgets/stack.h"

struct _OvsOutboxWindow
{
  AdwWindow parent_instance;

  GtkWidget *stack;
  GtkWidget *list;
  GtkWidget *told;
  GtkWidget *title;
  GtkWidget *send;
  GListModel *model;       /* (unowned) GtkStringList, a string for each entry */
  OvsWorkspace *workspace; /* (owned) */
  gint64 employer;
  GPtrArray *entries;      /* (owned) */
  GPtrArray *fresh;        /* (owned) (nullable): as they are read */
  OvsMailAccount *account; /* (owned) (nullable) */
  OvsSmtp *smtp;           /* (owned) (nullable) */
  GCancellable *halt;      /* (owned) (nullable): of a run */
};

G_DEFINE_FINAL_TYPE (OvsOutboxWindow, ovs_outbox_window, ADW_TYPE_WINDOW)

static void look_again (OvsOutboxWindow *self);

static void
tell (OvsOutboxWindow *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->told), text);
  gtk_widget_set_visible (self->told, *text != '\0');
}

/* --- what is shown --- */

static gboolean
read_entries (OvsTx *tx, gpointer data, GError **error)
{
  OvsOutboxWindow *self = data;

  g_clear_pointer (&self->fresh, g_ptr_array_unref);
  self->fresh = ovs_outbox_entries_read (tx, self->employer);
  return TRUE;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsOutboxWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *summary = NULL;
  gboolean any = FALSE;

  if (!ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error) || self->fresh == NULL)
    {
      if (error != NULL)
        tell (self, error->message);
      return;
    }
  gtk_string_list_splice (GTK_STRING_LIST (self->model), 0, g_list_model_get_n_items (self->model), NULL);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  self->entries = g_steal_pointer (&self->fresh);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const OvsOutboxEntry *entry = g_ptr_array_index (self->entries, i);

      any = any || ovs_outbox_entry_waits (entry);
      gtk_string_list_append (GTK_STRING_LIST (self->model), entry->title);
    }
  summary = ovs_outbox_entries_tell (self->entries);
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), summary);
  gtk_widget_set_sensitive (self->send, any && self->halt == NULL && !ovs_workspace_get_read_only (self->workspace));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), self->entries->len > 0 ? "list" : "none");
}

static void
look_again (OvsOutboxWindow *self)
{
  ovs_dossier_read_async (ovs_workspace_get_dossier (self->workspace), read_entries, self, NULL, on_read, g_object_ref (self));
}

/* --- saying what became of it --- */

typedef struct
{
  OvsOutboxWindow *self; /* (owned) */
  GArray *letters;       /* (owned) */
  OvsLetterState state;
  gboolean informs;
} Saying;

static gboolean
write_saying (OvsTx *tx, gpointer data, GError **error)
{
  Saying *saying = data;

  ovs_outbox_tell (tx, saying->letters, saying->state, saying->informs);
  return TRUE;
}

static void
on_said (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Saying *saying = user_data;
  g_autoptr (OvsOutboxWindow) self = saying->self;
  g_autoptr (GError) error = NULL;

  if (!ovs_workspace_write_finish (OVS_WORKSPACE (source), result, &error))
    tell (self, error->message);
  look_again (self);
  g_array_unref (saying->letters);
  g_free (saying);
}

static void
say (OvsOutboxWindow *self, const OvsOutboxEntry *entry, OvsLetterState state)
{
  Saying *saying = g_new0 (Saying, 1);

  saying->self = g_object_ref (self);
  saying->letters = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (saying->letters, entry->id);
  saying->state = state;
  saying->informs = entry->informs;
  ovs_workspace_write_async (self->workspace, write_saying, saying, NULL, on_said, saying);
}

static const OvsOutboxEntry *
entry_of (GtkWidget *button)
{
  OvsOutboxWindow *self = OVS_OUTBOX_WINDOW (gtk_widget_get_root (button));
  GtkListItem *item = g_object_get_data (G_OBJECT (button), "item");

  return g_ptr_array_index (self->entries, gtk_list_item_get_position (item));
}

static void
on_went (GtkWidget *button)
{
  say (OVS_OUTBOX_WINDOW (gtk_widget_get_root (button)), entry_of (button), OVS_LETTER_SENT);
}

static void
on_again (GtkWidget *button)
{
  OvsOutboxWindow *self = OVS_OUTBOX_WINDOW (gtk_widget_get_root (button));

  say (self, entry_of (button), OVS_LETTER_WAITING);
  tell (self, _ ("It waits to be sent again: press Send what waits."));
}

static void
on_lapse (GtkWidget *button)
{
  say (OVS_OUTBOX_WINDOW (gtk_widget_get_root (button)), entry_of (button), OVS_LETTER_DROPPED);
}

static void
on_text (GtkWidget *button)
{
  const OvsOutboxEntry *entry = entry_of (button);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (button)), entry->title, NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *text = gtk_label_new (entry->letter);

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_selectable (GTK_LABEL (text), TRUE);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_set_valign (text, GTK_ALIGN_START);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), text);
  gtk_widget_set_size_request (scrolled, 460, 320);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scrolled);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  ovs_dialog_present (ADW_MESSAGE_DIALOG (dialog));
}

/* --- sending what waits --- */

static void
show_progress (const OvsPostProgress *progress, gpointer data)
{
  g_autofree char *text = ovs_send_progress_tell (progress);

  tell (data, text);
}

static void
on_run (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsOutboxWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsPostResult) came = ovs_post_run_finish (OVS_DOSSIER (source), result, &error);
  g_autofree char *sent = came != NULL ? g_strdup_printf (ngettext ("%'u message sent.", "%'u messages sent.", came->sent), came->sent) : NULL;

  g_clear_object (&self->halt);
  gtk_button_set_label (GTK_BUTTON (self->send), _ ("Send what waits"));
  tell (self, came == NULL ? error->message : came->trouble != NULL ? came->trouble : sent);
  ovs_workspace_refresh (self->workspace);
  look_again (self);
}

/* Of what is shown: those of other clients stay. Returns: (transfer full). */
static GArray *
find_waiting (OvsOutboxWindow *self)
{
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->entries->len; i++)
    {
      const OvsOutboxEntry *entry = g_ptr_array_index (self->entries, i);

      if (ovs_outbox_entry_waits (entry))
        g_array_append_val (letters, entry->id);
    }
  return letters;
}

static void
on_open (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsOutboxWindow) self = user_data;
  g_autoptr (GArray) letters = find_waiting (self);
  OvsPostRunOptions options = {
    .sender = self->account->sender,
    .copy = self->account->copy,
    .per_minute = self->account->per_minute,
    .letters = letters,
    .progress = show_progress,
    .progress_data = self,
  };
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->smtp);
  self->smtp = ovs_mail_account_open_finish (result, &error);
  if (self->smtp == NULL)
    {
      g_clear_object (&self->halt);
      tell (self, error->message);
      return;
    }
  gtk_button_set_label (GTK_BUTTON (self->send), _ ("Stop"));
  ovs_post_run_async (ovs_workspace_get_dossier (self->workspace), self->smtp, &options, self->halt, on_run, g_object_ref (self));
}

static void
on_send (OvsOutboxWindow *self)
{
  if (self->halt != NULL)
    {
      g_cancellable_cancel (self->halt);
      return;
    }
  self->halt = g_cancellable_new ();
  g_clear_pointer (&self->account, ovs_mail_account_free);
  self->account = ovs_mail_account_load ();
  ovs_mail_account_open_async (self->account, NULL, on_open, g_object_ref (self));
}

/* --- rows --- */

static GtkWidget *
add_button (GtkWidget *row, GtkListItem *item, const char *label, GCallback pressed)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_object_set_data (G_OBJECT (button), "item", item);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", pressed, NULL);
  gtk_box_append (GTK_BOX (row), button);
  return button;
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *sign = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_set_size_request (sign, 16, -1);
  gtk_widget_set_margin_top (row, 8);
  gtk_widget_set_margin_bottom (row, 8);
  gtk_widget_set_margin_start (row, 12);
  gtk_widget_set_margin_end (row, 12);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), make_label (NULL));
  gtk_box_append (GTK_BOX (words), make_label ("soft"));
  gtk_box_append (GTK_BOX (row), sign);
  gtk_box_append (GTK_BOX (row), words);
  g_object_set_data (G_OBJECT (item), "sign", sign);
  g_object_set_data (G_OBJECT (item), "words", words);
  g_object_set_data (G_OBJECT (item), "went", add_button (row, item, _ ("Has arrived"), G_CALLBACK (on_went)));
  g_object_set_data (G_OBJECT (item), "again", add_button (row, item, _ ("Send again"), G_CALLBACK (on_again)));
  g_object_set_data (G_OBJECT (item), "lapse", add_button (row, item, _ ("Let it lapse"), G_CALLBACK (on_lapse)));
  add_button (row, item, _ ("Text…"), G_CALLBACK (on_text));
  gtk_list_item_set_child (item, row);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, OvsOutboxWindow *self)
{
  const OvsOutboxEntry *entry = g_ptr_array_index (self->entries, gtk_list_item_get_position (item));
  GtkWidget *sign = g_object_get_data (G_OBJECT (item), "sign");
  GtkWidget *title = gtk_widget_get_first_child (g_object_get_data (G_OBJECT (item), "words"));
  GtkWidget *went = g_object_get_data (G_OBJECT (item), "went");
  g_autofree char *all = g_strdup_printf ("%s, %s", entry->title, entry->words);
  const gboolean may = !ovs_workspace_get_read_only (self->workspace);
  const gboolean by_hand = entry->state == OVS_LETTER_WAITING && entry->way != OVS_WAY_MAIL;

  gtk_image_set_from_icon_name (GTK_IMAGE (sign), ovs_sign_get_icon (ovs_outbox_entry_sign (entry)));
  gtk_widget_set_css_classes (sign, (const char *[]){ ovs_sign_get_class (ovs_outbox_entry_sign (entry)), NULL });
  gtk_label_set_text (GTK_LABEL (title), entry->title);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (title)), entry->words);
  gtk_button_set_label (GTK_BUTTON (went), by_hand ? _ ("Was sent") : _ ("Has arrived"));
  gtk_widget_set_visible (went, may && (by_hand || entry->state == OVS_LETTER_UNKNOWN));
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (item), "again"),
                          may && (entry->state == OVS_LETTER_UNKNOWN || entry->state == OVS_LETTER_REFUSED));
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (item), "lapse"),
                          may && (entry->state == OVS_LETTER_WAITING || entry->state == OVS_LETTER_REFUSED));
  ovs_accessible_set_label (gtk_widget_get_parent (gtk_list_item_get_child (item)), all);
}

/* --- the window --- */

static gboolean
on_close (GtkWindow *window)
{
  OvsOutboxWindow *self = OVS_OUTBOX_WINDOW (window);

  if (self->halt == NULL)
    return GTK_WINDOW_CLASS (ovs_outbox_window_parent_class)->close_request (window);
  g_cancellable_cancel (self->halt);
  return TRUE;
}

static void
ovs_outbox_window_finalize (GObject *object)
{
  OvsOutboxWindow *self = OVS_OUTBOX_WINDOW (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->smtp);
  g_clear_object (&self->halt);
  g_clear_pointer (&self->account, ovs_mail_account_free);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->fresh, g_ptr_array_unref);
  G_OBJECT_CLASS (ovs_outbox_window_parent_class)->finalize (object);
}

static void
ovs_outbox_window_class_init (OvsOutboxWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ovs_outbox_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = on_close;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_list (OvsOutboxWindow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->model = G_LIST_MODEL (gtk_string_list_new (NULL));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (self->model)), factory);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (self->list), TRUE);
  ovs_accessible_set_label (self->list, _ ("Outbox"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  return scrolled;
}

static GtkWidget *
make_none (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Nothing was sent yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), _ ("Letters that you send, or make as a draft or on paper, stand here."));
  gtk_widget_add_css_class (page, "compact");
  return page;
}

static void
ovs_outbox_window_init (OvsOutboxWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();

  self->entries = g_ptr_array_new ();
  self->told = make_label (NULL);
  self->title = adw_window_title_new (_ ("Outbox"), NULL);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), self->title);
  self->send = gtk_button_new_with_label (_ ("Send what waits"));
  self->stack = gtk_stack_new ();
  ovs_stack_present_shown_only (GTK_STACK (self->stack));
  gtk_stack_add_named (GTK_STACK (self->stack), ovs_loading_new (), "loading");
  gtk_stack_add_named (GTK_STACK (self->stack), make_none (), "none");
  gtk_stack_add_named (GTK_STACK (self->stack), make_list (self), "list");
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_widget_set_visible (self->told, FALSE);
  gtk_widget_set_margin_top (self->told, 12);
  gtk_widget_set_margin_bottom (self->told, 12);
  gtk_widget_set_margin_start (self->told, 16);
  gtk_widget_set_margin_end (self->told, 16);
  gtk_widget_set_sensitive (self->send, FALSE);
  g_signal_connect_swapped (self->send, "clicked", G_CALLBACK (on_send), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), self->send);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), self->told);
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Outbox"));
  gtk_window_set_default_size (GTK_WINDOW (self), 900, 600);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

void
ovs_outbox_window_show (GtkWidget *teller, OvsWorkspace *workspace, gint64 employer)
{
  OvsOutboxWindow *self = g_object_new (OVS_TYPE_OUTBOX_WINDOW, "transient-for", gtk_widget_get_root (teller), NULL);

  self->workspace = g_object_ref (workspace);
  self->employer = employer;
  look_again (self);
  ovs_accessible_name_parts (GTK_WIDGET (self), _ ("Outbox"));
  gtk_window_present (GTK_WINDOW (self));
}
