/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/inform-page.h"

#include <glib/gi18n.h>

#include "dossier/client-list.h"
#include "dossier/decisions.h"
#include "rules/boundary.h"
#include "steps/inform/informed.h"
#include "table/table.h"
#include "widgets/answer-strip.h"

struct _OvsInformPage
{
  OvsStepPage parent_instance;

  GtkWidget *strip;
  GtkWidget *table;
  GtkWidget *note;
  OvsTableSource *source; /* (owned) */
};

G_DEFINE_FINAL_TYPE (OvsInformPage, ovs_inform_page, OVS_TYPE_STEP_PAGE)

typedef struct
{
  OvsInformPage *page; /* (owned) */
  GArray *ids;         /* (owned) */
  char *note;          /* (nullable) */
  gint64 changed;
} Informing;

static void
informing_free (Informing *informing)
{
  g_object_unref (informing->page);
  g_array_unref (informing->ids);
  g_free (informing->note);
  g_free (informing);
}

static void
add_number (const OvsClientRow *row, gpointer data)
{
  g_strv_builder_add (data, row->number);
}

static gboolean
inform (OvsTx *tx, gpointer data, GError **error)
{
  Informing *informing = data;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) numbers = NULL;

  for (guint i = 0; i < informing->ids->len; i++)
    ovs_client_list_get (tx, g_array_index (informing->ids, gint64, i), add_number, builder);
  numbers = g_strv_builder_end (builder);
  informing->changed = ovs_decisions_inform (tx, (const char *const *) numbers, ovs_tx_today (tx), informing->note, error);
  return informing->changed >= 0;
}

static void
on_informed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Informing *informing = user_data;
  OvsStepPage *page = OVS_STEP_PAGE (informing->page);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!ovs_workspace_write_finish (OVS_WORKSPACE (source), result, &error))
    ovs_step_page_tell_error (page, error);
  else
    {
      text = g_strdup_printf (ngettext ("%d client informed today", "%d clients informed today", (gulong) informing->changed),
                              (int) informing->changed);
      ovs_step_page_tell (page, text, informing->changed > 0);
    }
  informing_free (informing);
}

/* The selected rows, or without a selection the one under the cursor. */
static GArray *
wanted_clients (OvsInformPage *self)
{
  GArray *ids = ovs_table_get_selected (OVS_TABLE (self->table));
  gint64 cursor = ovs_table_get_cursor (OVS_TABLE (self->table));

  if (ids->len == 0 && cursor != 0)
    g_array_append_val (ids, cursor);
  return ids;
}

static void
start (OvsInformPage *self, GArray *ids)
{
  Informing *informing = g_new0 (Informing, 1);
  const char *note = gtk_editable_get_text (GTK_EDITABLE (self->note));

  informing->page = g_object_ref (self);
  informing->ids = ids;
  informing->note = *note != '\0' ? g_strdup (note) : NULL;
  ovs_workspace_write_async (ovs_step_page_get_workspace (OVS_STEP_PAGE (self)), inform, informing, NULL, on_informed, informing);
}

static void
on_informed_today (GtkButton *button, OvsInformPage *self)
{
  start (self, wanted_clients (self));
}

static void
on_all_informed_today (GtkButton *button, OvsInformPage *self)
{
  start (self, ovs_table_get_ids (OVS_TABLE (self->table)));
}

static void
ovs_inform_page_update (OvsStepPage *page, OvsWorkspace *workspace)
{
  OvsInformPage *self = OVS_INFORM_PAGE (page);
  OvsAnswerStrip *strip = OVS_ANSWER_STRIP (self->strip);
  const OvsFigures *figures = ovs_workspace_get_figures (workspace);
  g_autofree char *standing = NULL;
  g_autofree char *state = NULL;
  g_autofree char *notice = NULL;
  gint64 waiting;

  if (figures == NULL)
    return;
  waiting = figures->clients.selected - figures->clients.informed;
  standing = g_strdup_printf (_ ("%d of %d clients informed"), (int) figures->clients.informed, (int) figures->clients.selected);
  state = waiting > 0 ? g_strdup_printf (_ ("%d still to inform"), (int) waiting) : g_strdup (_ ("everybody informed"));
  notice = g_strdup_printf (_ ("Preferably %d days ahead, says the help-desk article."), OVS_NOTICE_DAYS);
  ovs_answer_strip_set (strip, OVS_ANSWER_STANDING, waiting == 0 ? OVS_SIGN_DONE : OVS_SIGN_NONE, standing, NULL);
  ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_NONE, waiting > 0 ? _ ("Tell the clients") : _ ("Wait for the day"),
                        _ ("Write down here on which day they were told."));
  ovs_answer_strip_set (strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_INFO, _ ("Two weeks ahead"), notice);
  ovs_step_page_set_state (page, figures->clients.selected > 0 ? state : _ ("nobody yet"),
                           figures->clients.selected == 0 ? OVS_STEP_MARK_NONE : waiting > 0 ? OVS_STEP_MARK_WARNING : OVS_STEP_MARK_DONE, (guint) waiting);
  ovs_step_page_set_foot (page, standing, NULL, _ ("On to Apply"), figures->clients.selected > 0);
}

static void
ovs_inform_page_next (OvsStepPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "win.step", "s", "apply");
}

static void
ovs_inform_page_search (OvsStepPage *page, const char *text)
{
  ovs_table_set_search (OVS_TABLE (OVS_INFORM_PAGE (page)->table), text);
}

static void
ovs_inform_page_constructed (GObject *object)
{
  OvsInformPage *self = OVS_INFORM_PAGE (object);
  const OvsTableColumn columns[OVS_INFORMED_COLUMNS] = {
    { "name", _ ("Client"), 0, FALSE, FALSE, FALSE },          { "contact", _ ("Contact"), 160, FALSE, FALSE, FALSE },
    { "phone", _ ("Telephone"), 140, FALSE, FALSE, FALSE },    { "informed", _ ("Informed on"), 130, FALSE, FALSE, FALSE },
    { "note", _ ("Note"), 200, FALSE, FALSE, FALSE },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *one = gtk_button_new_with_label (_ ("Informed today"));
  GtkWidget *all = gtk_button_new_with_label (_ ("All informed today"));

  G_OBJECT_CLASS (ovs_inform_page_parent_class)->constructed (object);
  self->strip = ovs_answer_strip_new ();
  self->note = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->note), _ ("Note, such as: by telephone"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->note), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Note"), -1);
  gtk_widget_set_hexpand (self->note, TRUE);
  g_signal_connect (one, "clicked", G_CALLBACK (on_informed_today), self);
  g_signal_connect (all, "clicked", G_CALLBACK (on_all_informed_today), self);
  gtk_box_append (GTK_BOX (bar), self->note);
  gtk_box_append (GTK_BOX (bar), one);
  gtk_box_append (GTK_BOX (bar), all);

  self->table = ovs_table_new ("informed", _ ("Clients"), columns, G_N_ELEMENTS (columns), FALSE);
  self->source = ovs_list_source_new (ovs_step_page_get_workspace (OVS_STEP_PAGE (self)), ovs_informed_query, ovs_informed_fetch);
  ovs_table_set_source (OVS_TABLE (self->table), self->source);
  gtk_widget_set_vexpand (self->table, TRUE);
  gtk_widget_add_css_class (box, "page");
  gtk_box_append (GTK_BOX (box), self->strip);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), self->table);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
ovs_inform_page_dispose (GObject *object)
{
  g_clear_object (&OVS_INFORM_PAGE (object)->source);
  G_OBJECT_CLASS (ovs_inform_page_parent_class)->dispose (object);
}

static void
ovs_inform_page_class_init (OvsInformPageClass *klass)
{
  OvsStepPageClass *page_class = OVS_STEP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ovs_inform_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = ovs_inform_page_dispose;
  page_class->update = ovs_inform_page_update;
  page_class->next = ovs_inform_page_next;
  page_class->search = ovs_inform_page_search;
}

static void
ovs_inform_page_init (OvsInformPage *self)
{
}
