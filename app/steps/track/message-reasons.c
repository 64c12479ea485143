/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/message-reasons.h"

#include <glib/gi18n.h>

#include "steps/track/meaning-dialog.h"
#include "widgets/accessible.h"

struct _OvsMessageReasons
{
  AdwBin parent_instance;

  OvsStepPage *page; /* (unowned): it holds this widget */
  GtkListBox *list;
  GPtrArray *groups; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (OvsMessageReasons, ovs_message_reasons, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ovs_message_reasons_dispose (GObject *object)
{
  OvsMessageReasons *self = OVS_MESSAGE_REASONS (object);

  self->page = NULL;
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  G_OBJECT_CLASS (ovs_message_reasons_parent_class)->dispose (object);
}

static void
ovs_message_reasons_class_init (OvsMessageReasonsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_message_reasons_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", OVS_TYPE_MESSAGE_REASONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ovs_message_reasons_init (OvsMessageReasons *self)
{
}

static const OvsReasonGroup *
group_at (OvsMessageReasons *self, int index)
{
  return self->groups != NULL && index >= 0 && (guint) index < self->groups->len ? g_ptr_array_index (self->groups, index) : NULL;
}

static void
on_activated (OvsMessageReasons *self, GtkListBoxRow *row)
{
  const OvsReasonGroup *group = group_at (self, gtk_list_box_row_get_index (row));

  if (group != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, group->words);
}

static void
on_meaning (OvsMessageReasons *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  const OvsReasonGroup *group = row != NULL ? group_at (self, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row))) : NULL;

  if (group != NULL && self->page != NULL)
    ovs_meaning_dialog_show (self->page, group->words, group->meaning, group->advice);
}

static void
add_group (OvsMessageReasons *self, const OvsReasonGroup *group)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *count;
  GtkWidget *button = gtk_button_new_with_label (group->meaning != NULL ? _ ("Change meaning…") : _ ("Say what it means…"));
  g_autofree char *number = g_strdup_printf ("%'d", (int) group->number);
  g_autofree char *known = group->advice != NULL ? g_strdup_printf ("“%s” · %s", group->words, group->advice) : g_strdup_printf ("“%s”", group->words);

  count = gtk_label_new (number);
  gtk_widget_add_css_class (count, "heading");
  gtk_label_set_width_chars (GTK_LABEL (count), 5);
  gtk_label_set_xalign (GTK_LABEL (count), 1);
  /* Words of Loket and of the office, not markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), group->meaning != NULL ? group->meaning : group->words);
  if (group->meaning != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (known, -1);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
    }
  else
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Nobody said yet what this means"));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), count);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, !ovs_workspace_get_read_only (ovs_step_page_get_workspace (self->page)));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_meaning), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
}

void
ovs_message_reasons_show (OvsMessageReasons *self, GPtrArray *groups)
{
  GtkWidget *row;

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  self->groups = groups;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL && GTK_IS_LIST_BOX_ROW (row))
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < groups->len; i++)
    add_group (self, g_ptr_array_index (groups, i));
}

GtkWidget *
ovs_message_reasons_new (OvsStepPage *page)
{
  OvsMessageReasons *self = g_object_new (OVS_TYPE_MESSAGE_REASONS, NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *nothing = gtk_label_new (_ ("Loket refused nobody with words of its own."));

  self->page = page;
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_add_css_class (nothing, "soft");
  gtk_widget_set_margin_top (nothing, 16);
  gtk_widget_set_margin_bottom (nothing, 16);
  gtk_list_box_set_placeholder (self->list, nothing);
  ovs_accessible_set_label (GTK_WIDGET (self->list), _ ("Reasons"));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_activated), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), scrolled);
  return GTK_WIDGET (self);
}
