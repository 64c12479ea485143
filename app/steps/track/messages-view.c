/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/messages-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dossier/message-list.h"
#include "steps/list-source.h"
#include "steps/track/meaning-dialog.h"
#include "steps/track/message-reasons.h"
#include "steps/track/outcome-rows.h"
#include "steps/track/outcome-words.h"
#include "steps/track/paste-dialog.h"
#include "steps/track/track-answers.h"
#include "table/table.h"
#include "widgets/filter-chips.h"
#include "widgets/stack.h"

/* The chip beside those of OvsMessages. */
#define REASONS "reasons"
#define VIEW_TABLE "table"

struct _OvsMessagesView
{
  OvsTrackView parent_instance;

  OvsFilterChips *chips;
  GtkStack *stack;
  OvsTable *table;
  OvsMessageReasons *reasons;
  GtkWidget *bar;
  GtkLabel *title;
  GtkLabel *words;
  GtkWidget *meaning;
  GtkWidget *mark;
  OvsMessage *message; /* (owned) (nullable) under the cursor */
  gint64 counts[OVS_N_MESSAGES];
  char *as_of;         /* (owned) (nullable) */
  gboolean opened;
  gboolean read;
  gboolean looking;
  gboolean again;
};

G_DEFINE_FINAL_TYPE (OvsMessagesView, ovs_messages_view, OVS_TYPE_TRACK_VIEW)

static void look (OvsMessagesView *self);

static void
ovs_messages_view_finalize (GObject *object)
{
  OvsMessagesView *self = OVS_MESSAGES_VIEW (object);

  ovs_message_free (self->message);
  g_free (self->as_of);
  G_OBJECT_CLASS (ovs_messages_view_parent_class)->finalize (object);
}

static OvsWorkspace *
workspace_of (OvsMessagesView *self)
{
  return ovs_track_view_get_workspace (OVS_TRACK_VIEW (self));
}

/* --- what is shown --- */

static void
show_message (OvsMessagesView *self)
{
  const OvsMessage *message = self->message;
  gboolean writable = !ovs_workspace_get_read_only (workspace_of (self));
  gboolean said = message != NULL && message->text != NULL && *message->text != '\0';
  g_autofree char *title = NULL;

  gtk_widget_set_visible (self->bar, message != NULL);
  if (message == NULL)
    return;
  title = g_strdup_printf ("%s · %s · %s", message->name, message->employer_name != NULL ? message->employer_name : message->employer_number,
                           ovs_message_words_title (message));
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->words, said ? message->text : message->advice != NULL ? message->advice : _ ("Loket gave no words of its own"));
  gtk_widget_set_visible (self->meaning, said && message->state == OVS_INTENT_REFUSED);
  gtk_button_set_label (GTK_BUTTON (self->meaning), message->meaning != NULL ? _ ("Change meaning…") : _ ("Say what it means…"));
  gtk_button_set_label (GTK_BUTTON (self->mark), message->unread ? _ ("Mark as read") : _ ("Mark as unread"));
  gtk_widget_set_sensitive (self->meaning, writable);
  gtk_widget_set_sensitive (self->mark, writable);
}

static void
show_foot (OvsMessagesView *self)
{
  gint64 unread = self->counts[OVS_MESSAGES_UNREAD];
  g_autofree char *all = g_strdup_printf (ngettext ("%'d message", "%'d messages", (gulong) self->counts[OVS_MESSAGES_ALL]), (int) self->counts[OVS_MESSAGES_ALL]);
  g_autofree char *totals = g_strdup_printf (_ ("%s, %'d unread"), all, (int) unread);

  ovs_track_view_set_foot (OVS_TRACK_VIEW (self), totals, self->as_of, unread > 0 ? _ ("Mark all as read") : NULL,
                           !ovs_workspace_get_read_only (workspace_of (self)), ovs_workspace_get_read_only (workspace_of (self)) ? NULL : _ ("Paste…"));
}

static void
show_counts (OvsMessagesView *self, guint n_reasons)
{
  for (int which = 0; which < OVS_N_MESSAGES; which++)
    {
      g_autofree char *id = g_strdup_printf ("%d", which);
      ovs_filter_chips_set_count (self->chips, id, self->counts[which]);
    }
  ovs_filter_chips_set_count (self->chips, REASONS, n_reasons);
}

/* --- reading --- */

typedef struct
{
  OvsMessagesView *self; /* (owned) */
  char *filter;
  gint64 id;             /* under the cursor */
  OvsMessage *message;
  GPtrArray *groups;
  gint64 counts[OVS_N_MESSAGES];
} Look;

static gboolean
read_messages (OvsTx *tx, gpointer data, GError **error)
{
  Look *asked = data;

  ovs_messages_count (tx, asked->filter, asked->counts);
  asked->groups = ovs_meanings_groups (tx, asked->filter);
  if (asked->id != 0)
    asked->message = ovs_message_get (tx, asked->id);
  return TRUE;
}

static void
show (OvsMessagesView *self, Look *asked)
{
  guint n_reasons = asked->groups->len;

  self->read = TRUE;
  memcpy (self->counts, asked->counts, sizeof self->counts);
  ovs_message_free (self->message);
  self->message = g_steal_pointer (&asked->message);
  ovs_message_reasons_show (self->reasons, g_steal_pointer (&asked->groups));
  show_counts (self, n_reasons);
  show_message (self);
  show_foot (self);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Look *asked = user_data;
  g_autoptr (OvsMessagesView) self = asked->self;
  OvsStepPage *page = ovs_track_view_get_page (OVS_TRACK_VIEW (self));
  g_autoptr (GError) error = NULL;
  gboolean read = ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error);

  self->looking = FALSE;
  if (read && page != NULL)
    show (self, asked);
  else if (!read && page != NULL)
    ovs_step_page_tell_error (page, error);
  ovs_message_free (asked->message);
  g_clear_pointer (&asked->groups, g_ptr_array_unref);
  g_free (asked->filter);
  g_free (asked);
  if (self->again && page != NULL)
    look (self);
}

static void
look (OvsMessagesView *self)
{
  Look *asked;

  self->again = self->looking;
  if (self->looking || ovs_track_view_get_page (OVS_TRACK_VIEW (self)) == NULL)
    return;
  self->looking = TRUE;
  asked = g_new0 (Look, 1);
  asked->self = g_object_ref (self);
  asked->filter = g_strdup (ovs_workspace_get_filter (workspace_of (self)));
  asked->id = ovs_table_get_cursor (self->table);
  ovs_dossier_read_async (ovs_workspace_get_dossier (workspace_of (self)), read_messages, asked, NULL, on_read, asked);
}

/* --- read and unread --- */

typedef struct
{
  OvsMessagesView *self; /* (owned) */
  GArray *messages;      /* (owned) (nullable): all of them */
  char *filter;
  gboolean read;
  gint64 changed;
} Mark;

static gboolean
write_mark (OvsTx *tx, gpointer data, GError **error)
{
  Mark *mark = data;

  mark->changed = ovs_messages_mark (tx, mark->messages, mark->filter, mark->read);
  return TRUE;
}

static void
on_marked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Mark *mark = user_data;
  g_autoptr (OvsMessagesView) self = mark->self;
  OvsStepPage *page = ovs_track_view_get_page (OVS_TRACK_VIEW (self));
  g_autoptr (GError) error = NULL;
  gboolean written = ovs_workspace_write_finish (OVS_WORKSPACE (source), result, &error);
  gulong changed = (gulong) mark->changed;
  g_autofree char *text
      = g_strdup_printf (mark->read ? ngettext ("%'d message marked as read", "%'d messages marked as read", changed)
                                    : ngettext ("%'d message marked as unread", "%'d messages marked as unread", changed),
                         (int) mark->changed);

  if (page != NULL && !written)
    ovs_step_page_tell_error (page, error);
  else if (page != NULL && mark->changed > 0)
    ovs_step_page_tell (page, text, TRUE);
  look (self);
  g_clear_pointer (&mark->messages, g_array_unref);
  g_free (mark->filter);
  g_free (mark);
}

/* @messages: (transfer full) (nullable) */
static void
mark_messages (OvsMessagesView *self, GArray *messages, gboolean read)
{
  Mark *mark = g_new0 (Mark, 1);

  mark->self = g_object_ref (self);
  mark->messages = messages;
  mark->filter = g_strdup (ovs_workspace_get_filter (workspace_of (self)));
  mark->read = read;
  ovs_workspace_write_async (workspace_of (self), write_mark, mark, NULL, on_marked, mark);
}

static void
on_mark (OvsMessagesView *self)
{
  g_autoptr (GArray) selected = ovs_table_get_selected (self->table);
  gint64 id = ovs_table_get_cursor (self->table);

  if (self->message == NULL || id == 0)
    return;
  if (selected->len == 0)
    g_array_append_val (selected, id);
  mark_messages (self, g_array_ref (selected), self->message->unread);
}

static void
on_meaning (OvsMessagesView *self)
{
  const OvsMessage *message = self->message;

  if (message != NULL && message->text != NULL)
    ovs_meaning_dialog_show (ovs_track_view_get_page (OVS_TRACK_VIEW (self)), message->text, message->meaning, message->advice);
}

/* --- filters --- */

static void
on_chip (OvsMessagesView *self, const char *id)
{
  gboolean reasons = g_str_equal (id, REASONS);

  gtk_stack_set_visible_child_name (self->stack, reasons ? REASONS : VIEW_TABLE);
  if (!reasons)
    ovs_table_set_filter (self->table, id);
}

/* The messages with these words, until a chip is chosen. */
static void
on_reason (OvsMessagesView *self, const char *words)
{
  g_autofree char *refused = g_strdup_printf ("%d", OVS_MESSAGES_REFUSED);
  g_autofree char *filter = g_strdup_printf ("%s:%s", refused, words);

  ovs_filter_chips_choose (self->chips, refused);
  ovs_table_set_filter (self->table, filter);
}

/* --- what it looks like --- */

static GtkWidget *
make_chips (OvsMessagesView *self)
{
  const struct
  {
    OvsMessages which;
    const char *title;
  } filters[] = {
    { OVS_MESSAGES_ALL, _ ("All messages") },
    { OVS_MESSAGES_UNREAD, _ ("Unread") },
    { OVS_MESSAGES_REFUSED, _ ("Refused") },
    { OVS_MESSAGES_UNKNOWN, _ ("No result yet") },
    { OVS_MESSAGES_CONFIRMED, _ ("Succeeded") },
  };
  GtkWidget *chips = ovs_filter_chips_new (_ ("Messages"));

  self->chips = OVS_FILTER_CHIPS (chips);
  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autofree char *id = g_strdup_printf ("%d", filters[i].which);
      ovs_filter_chips_add (self->chips, id, filters[i].title, i == 1);
    }
  ovs_filter_chips_add (self->chips, REASONS, _ ("Reasons"), TRUE);
  g_signal_connect_swapped (chips, "chosen", G_CALLBACK (on_chip), self);
  return chips;
}

static GtkWidget *
make_words (OvsMessagesView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->title = GTK_LABEL (gtk_label_new (NULL));
  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_wrap (self->words, TRUE);
  gtk_label_set_wrap_mode (self->words, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (self->words, TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words));
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static GtkWidget *
make_bar (OvsMessagesView *self)
{
  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->meaning = gtk_button_new ();
  self->mark = gtk_button_new ();
  gtk_widget_set_valign (self->meaning, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->mark, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->meaning, "clicked", G_CALLBACK (on_meaning), self);
  g_signal_connect_swapped (self->mark, "clicked", G_CALLBACK (on_mark), self);
  gtk_box_append (GTK_BOX (self->bar), make_words (self));
  gtk_box_append (GTK_BOX (self->bar), self->meaning);
  gtk_box_append (GTK_BOX (self->bar), self->mark);
  gtk_widget_add_css_class (self->bar, "answer-bar");
  gtk_widget_set_visible (self->bar, FALSE);
  return self->bar;
}

static GtkWidget *
make_table (OvsMessagesView *self)
{
  const OvsTableColumn columns[] = {
    { "when", _ ("When"), 148, FALSE, TRUE, FALSE },       { "name", _ ("Name"), 0, FALSE, TRUE, FALSE },
    { "client", _ ("Client"), 0, FALSE, TRUE, FALSE },   { "what", _ ("What became of it"), 240, FALSE, FALSE, FALSE },
    { "text", _ ("Loket’s words"), 220, FALSE, FALSE, FALSE }, { "read", _ ("Read"), 76, FALSE, FALSE, FALSE },
  };
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *table = ovs_table_new ("track-messages", _ ("Messages"), columns, G_N_ELEMENTS (columns), FALSE);

  self->table = OVS_TABLE (table);
  gtk_widget_set_vexpand (table, TRUE);
  g_signal_connect_swapped (table, "cursor-changed", G_CALLBACK (look), self);
  gtk_box_append (GTK_BOX (card), table);
  gtk_box_append (GTK_BOX (card), make_bar (self));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_set_overflow (card, GTK_OVERFLOW_HIDDEN);
  return card;
}

static void
ovs_messages_view_init (OvsMessagesView *self)
{
}

/* --- what the page asks --- */

/* The table is filled when it is looked at first; then it follows the dossier by itself. */
static void
ovs_messages_view_update (OvsTrackView *view, const OvsFigures *figures)
{
  OvsMessagesView *self = OVS_MESSAGES_VIEW (view);
  g_autoptr (OvsTableSource) source = NULL;

  look (self);
  if (self->opened)
    return;
  self->opened = TRUE;
  source = ovs_list_source_new (workspace_of (self), ovs_message_rows_query, ovs_message_rows_fetch);
  ovs_table_set_source (self->table, source);
}

static void
ovs_messages_view_say (OvsTrackView *view, const OvsFigures *figures)
{
  OvsMessagesView *self = OVS_MESSAGES_VIEW (view);

  g_free (self->as_of);
  self->as_of = ovs_track_answers_as_of (figures);
  if (self->read)
    show_foot (self);
}

static void
ovs_messages_view_next (OvsTrackView *view)
{
  mark_messages (OVS_MESSAGES_VIEW (view), NULL, TRUE);
}

static void
ovs_messages_view_plain (OvsTrackView *view)
{
  ovs_paste_dialog_show (ovs_track_view_get_page (view));
}

static void
ovs_messages_view_search (OvsTrackView *view, const char *text)
{
  ovs_table_set_search (OVS_MESSAGES_VIEW (view)->table, text);
}

static void
ovs_messages_view_class_init (OvsMessagesViewClass *klass)
{
  OvsTrackViewClass *view_class = OVS_TRACK_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ovs_messages_view_finalize;
  view_class->update = ovs_messages_view_update;
  view_class->say = ovs_messages_view_say;
  view_class->next = ovs_messages_view_next;
  view_class->plain = ovs_messages_view_plain;
  view_class->search = ovs_messages_view_search;
}

GtkWidget *
ovs_messages_view_new (OvsStepPage *page)
{
  OvsMessagesView *self = g_object_new (OVS_TYPE_MESSAGES_VIEW, "page", page, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *reasons = ovs_message_reasons_new (page);

  self->reasons = OVS_MESSAGE_REASONS (reasons);
  g_signal_connect_swapped (reasons, "chosen", G_CALLBACK (on_reason), self);
  self->stack = GTK_STACK (gtk_stack_new ());
  ovs_stack_present_shown_only (self->stack);
  gtk_stack_add_named (self->stack, make_table (self), VIEW_TABLE);
  gtk_stack_add_named (self->stack, reasons, REASONS);
  gtk_box_append (GTK_BOX (box), make_chips (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}
