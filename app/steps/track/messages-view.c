/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/messages-view.h"

#include <glib/gi18n.h>

#include "dossier/message-list.h"
#include "steps/list-source.h"
#include "steps/track/outcome-rows.h"
#include "table/table.h"

struct _OvsMessagesView
{
  OvsTrackView parent_instance;

  OvsTable *table;
  gboolean opened;
};

G_DEFINE_FINAL_TYPE (OvsMessagesView, ovs_messages_view, OVS_TYPE_TRACK_VIEW)

static void
on_filter (GtkToggleButton *button, OvsMessagesView *self)
{
  if (gtk_toggle_button_get_active (button))
    ovs_table_set_filter (self->table, gtk_widget_get_name (GTK_WIDGET (button)));
}

static GtkWidget *
make_filters (OvsMessagesView *self)
{
  const struct
  {
    OvsMessages which;
    const char *title;
  } filters[] = {
    { OVS_MESSAGES_ALL, _ ("All messages") },
    { OVS_MESSAGES_REFUSED, _ ("Refused") },
    { OVS_MESSAGES_UNKNOWN, _ ("No result yet") },
    { OVS_MESSAGES_CONFIRMED, _ ("Succeeded") },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *first = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      GtkWidget *chip = gtk_toggle_button_new_with_label (filters[i].title);
      g_autofree char *name = g_strdup_printf ("%d", filters[i].which);

      gtk_widget_set_name (chip, name);
      gtk_widget_add_css_class (chip, "pill-filter");
      if (first != NULL)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip), GTK_TOGGLE_BUTTON (first));
      else
        first = chip;
      gtk_box_append (GTK_BOX (box), chip);
      g_signal_connect (chip, "toggled", G_CALLBACK (on_filter), self);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (first), TRUE);
  return box;
}

static void
ovs_messages_view_init (OvsMessagesView *self)
{
  const OvsTableColumn columns[] = {
    { "when", _ ("When"), 148, FALSE, TRUE, FALSE },       { "name", _ ("Name"), 0, FALSE, TRUE, FALSE },
    { "client", _ ("Client"), 0, FALSE, TRUE, FALSE },   { "what", _ ("What became of it"), 240, FALSE, FALSE, FALSE },
    { "text", _ ("Loket’s words"), 220, FALSE, FALSE, FALSE },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *table = ovs_table_new ("track-messages", _ ("Messages"), columns, G_N_ELEMENTS (columns), FALSE);

  self->table = OVS_TABLE (table);
  gtk_widget_set_vexpand (table, TRUE);
  gtk_box_append (GTK_BOX (card), table);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_set_overflow (card, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (box), make_filters (self));
  gtk_box_append (GTK_BOX (box), card);
  adw_bin_set_child (ADW_BIN (self), box);
}

/* The table is filled when it is looked at first; then it follows the dossier by itself. */
static void
ovs_messages_view_update (OvsTrackView *view, const OvsFigures *figures)
{
  OvsMessagesView *self = OVS_MESSAGES_VIEW (view);
  g_autoptr (OvsTableSource) source = NULL;

  if (self->opened)
    return;
  self->opened = TRUE;
  source = ovs_list_source_new (ovs_track_view_get_workspace (view), ovs_message_rows_query, ovs_message_rows_fetch);
  ovs_table_set_source (self->table, source);
}

static void
ovs_messages_view_search (OvsTrackView *view, const char *text)
{
  ovs_table_set_search (OVS_MESSAGES_VIEW (view)->table, text);
}

static void
ovs_messages_view_class_init (OvsMessagesViewClass *klass)
{
  OVS_TRACK_VIEW_CLASS (klass)->update = ovs_messages_view_update;
  OVS_TRACK_VIEW_CLASS (klass)->search = ovs_messages_view_search;
}

GtkWidget *
ovs_messages_view_new (OvsStepPage *page)
{
  return g_object_new (OVS_TYPE_MESSAGES_VIEW, "page", page, NULL);
}
