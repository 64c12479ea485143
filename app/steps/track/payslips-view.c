/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/payslips-view.h"

#include <glib/gi18n.h>

#include "letters/payslip-file.h"
#include "steps/list-source.h"
#include "steps/save-as.h"
#include "steps/show-person.h"
#include "steps/track/payslip-rows.h"
#include "table/table.h"
#include "widgets/accessible.h"
#include "widgets/filter-chips.h"
#include "widgets/stack.h"

#define PEOPLE "people"

struct _OvsPayslipsView
{
  OvsTrackView parent_instance;

  OvsFilterChips *chips;
  GtkLabel *sentence;
  GtkWidget *head; /* above the people of a client */
  GtkLabel *head_name;
  GtkStack *stack;
  OvsTable *clients[OVS_N_PAYSLIPS];
  OvsTable *people;
  GtkWidget *bar;
  GtkLabel *client_name;
  GtkLabel *client_says;

  GCancellable *cancellable; /* (owned) (nullable): of the reading */
  OvsPayslips list;
  gint64 opened;            /* the client whose people are shown, 0 for none */
  OvsPayslipClient *client; /* (owned) (nullable) under the cursor, or opened */
  char *file_name;          /* (owned) (nullable) for its list */
  gint64 counts[OVS_N_PAYSLIPS];
  gboolean counted;
  gboolean filled[OVS_N_PAYSLIPS + 1]; /* its table reads: that of each list, and the last of people */
};

G_DEFINE_FINAL_TYPE (OvsPayslipsView, ovs_payslips_view, OVS_TYPE_TRACK_VIEW)

static void look (OvsPayslipsView *self);

/* --- what is said ------------------------------------------------------------------------------------------------ */

static const char *
sentence_of (OvsPayslips list)
{
  switch (list)
    {
    case OVS_PAYSLIPS_LEFT_2025:
      return _ ("Their access to Werknemerloket ended on 1 October 2026 and they get no invitation. They get payslips and the annual statement on paper.");
    case OVS_PAYSLIPS_LEFT_2026:
      return _ ("They get no invitation. What becomes of their access to Werknemerloket the articles do not tell: ask Loket. They get payslips and the annual "
                "statement on paper.");
    case OVS_PAYSLIPS_NOT_YET:
    case OVS_PAYSLIPS_NONE:
    default:
      return _ ("They do not see their payslip in MijnLoket yet. Who has no portal at all gets it on paper: give the list to payroll before the run.");
    }
}

static void
show_foot (OvsPayslipsView *self)
{
  gint64 people = self->counts[self->list];
  g_autofree char *totals = g_strdup_printf (ngettext ("%'d employee on this list", "%'d employees on this list", (gulong) people), (int) people);

  ovs_track_view_set_foot (OVS_TRACK_VIEW (self), totals, ovs_payslips_title (self->list), _ ("Save all lists…"),
                           people > 0 && !ovs_workspace_get_read_only (ovs_track_view_get_workspace (OVS_TRACK_VIEW (self))), NULL);
}

static void
show_client (OvsPayslipsView *self)
{
  const OvsPayslipClient *client = self->client;
  g_autofree char *says = NULL;
  const char *name;

  gtk_widget_set_visible (self->bar, client != NULL);
  if (client == NULL)
    return;
  name = client->name != NULL ? client->name : client->number;
  says = g_strdup_printf (ngettext ("%'d employee, %'d of them without Werknemerloket", "%'d employees, %'d of them without Werknemerloket", (gulong) client->people),
                          (int) client->people, (int) client->without_portal);
  gtk_label_set_text (self->client_name, name);
  gtk_label_set_text (self->client_says, says);
  gtk_label_set_text (self->head_name, name);
}

/* A table reads from when it is looked at first. */
static void
fill (OvsPayslipsView *self)
{
  static const OvsListFetch fetches[OVS_N_PAYSLIPS] = {
    [OVS_PAYSLIPS_NOT_YET] = ovs_payslip_clients_fetch_not_yet,
    [OVS_PAYSLIPS_LEFT_2025] = ovs_payslip_clients_fetch_2025,
    [OVS_PAYSLIPS_LEFT_2026] = ovs_payslip_clients_fetch_2026,
  };
  OvsWorkspace *workspace = ovs_track_view_get_workspace (OVS_TRACK_VIEW (self));
  gboolean people = self->opened != 0;
  gboolean *filled = &self->filled[people ? OVS_N_PAYSLIPS : self->list];
  g_autoptr (OvsTableSource) source = NULL;

  if (*filled || workspace == NULL)
    return;
  source = people ? ovs_list_source_new (workspace, ovs_payslip_people_query, ovs_payslip_people_fetch)
                  : ovs_list_source_new (workspace, ovs_payslip_clients_query, fetches[self->list]);
  ovs_table_set_source (people ? self->people : self->clients[self->list], source);
  *filled = TRUE;
}

static void
show_level (OvsPayslipsView *self)
{
  g_autofree char *shown = g_strdup_printf ("%d", (int) self->list);

  gtk_widget_set_visible (self->head, self->opened != 0);
  gtk_stack_set_visible_child_name (self->stack, self->opened != 0 ? PEOPLE : shown);
}

/* --- reading ----------------------------------------------------------------------------------------------------- */

typedef struct
{
  OvsPayslips list;
  gint64 employer;
  gboolean count;
  char *filter;
  gint64 counts[OVS_N_PAYSLIPS];
  OvsPayslipClient *client;
  char *file_name;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->filter);
  g_free (reading->file_name);
  ovs_payslip_client_free (reading->client);
  g_free (reading);
}

static gboolean
read_client (OvsTx *tx, gpointer data, GError **error)
{
  Reading *reading = data;

  if (reading->count)
    ovs_payslip_count (tx, reading->filter, reading->counts);
  if (reading->employer != 0)
    reading->client = ovs_payslip_client_get (tx, reading->list, reading->employer);
  if (reading->client != NULL)
    reading->file_name = ovs_payslip_file_name (tx, reading->list, reading->client);
  return TRUE;
}

static void
take_counts (OvsPayslipsView *self, const Reading *reading)
{
  self->counted = TRUE;
  for (int list = 0; list < OVS_N_PAYSLIPS; list++)
    {
      self->counts[list] = reading->counts[list];
      ovs_filter_chips_set_count (self->chips, ovs_payslips_code (list), reading->counts[list]);
    }
  ovs_track_view_set_count (OVS_TRACK_VIEW (self), self->counts[OVS_PAYSLIPS_NOT_YET], FALSE);
  show_foot (self);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OvsPayslipsView *self = g_task_get_source_object (task);
  Reading *reading = g_task_get_task_data (task);

  g_task_return_boolean (task, ovs_dossier_read_finish (OVS_DOSSIER (source), result, NULL));
  if (!g_task_propagate_boolean (task, NULL))
    return;
  if (reading->count)
    take_counts (self, reading);
  ovs_payslip_client_free (self->client);
  self->client = g_steal_pointer (&reading->client);
  g_free (self->file_name);
  self->file_name = g_steal_pointer (&reading->file_name);
  show_client (self);
}

static void
read_again (OvsPayslipsView *self, gboolean count)
{
  OvsWorkspace *workspace = ovs_track_view_get_workspace (OVS_TRACK_VIEW (self));
  Reading *reading;
  GTask *task;

  if (workspace == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  reading = g_new0 (Reading, 1);
  reading->list = self->list;
  reading->employer = self->opened != 0 ? self->opened : ovs_table_get_cursor (self->clients[self->list]);
  reading->count = count || !self->counted;
  reading->filter = g_strdup (ovs_workspace_get_filter (workspace));
  task = g_task_new (self, self->cancellable, NULL, NULL);
  g_task_set_source_tag (task, read_again);
  g_task_set_task_data (task, reading, reading_free);
  ovs_dossier_read_async (ovs_workspace_get_dossier (workspace), read_client, reading, self->cancellable, on_read, task);
}

static void
look (OvsPayslipsView *self)
{
  read_again (self, FALSE);
}

/* --- going from one to the other --------------------------------------------------------------------------------- */

static void
on_chosen (OvsPayslipsView *self, const char *id)
{
  for (int list = 0; list < OVS_N_PAYSLIPS; list++)
    if (g_str_equal (id, ovs_payslips_code (list)))
      self->list = list;
  self->opened = 0;
  gtk_label_set_text (self->sentence, sentence_of (self->list));
  show_level (self);
  fill (self);
  if (self->counted)
    show_foot (self);
  look (self);
}

static void
open_client (OvsPayslipsView *self, gint64 client)
{
  g_autofree char *filter = ovs_payslip_rows_filter (self->list, client);

  self->opened = client;
  ovs_table_set_search (self->people, "");
  ovs_table_set_filter (self->people, filter);
  show_level (self);
  fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->people));
  look (self);
}

static void
close_client (OvsPayslipsView *self)
{
  self->opened = 0;
  show_level (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->clients[self->list]));
  look (self);
}

static gboolean
ovs_payslips_view_back (OvsTrackView *view)
{
  OvsPayslipsView *self = OVS_PAYSLIPS_VIEW (view);

  if (self->opened == 0)
    return FALSE;
  close_client (self);
  return TRUE;
}

static void
ovs_payslips_view_focus (OvsTrackView *view)
{
  OvsPayslipsView *self = OVS_PAYSLIPS_VIEW (view);

  gtk_widget_grab_focus (GTK_WIDGET (self->opened != 0 ? self->people : self->clients[self->list]));
}

static void
ovs_payslips_view_search (OvsTrackView *view, const char *text)
{
  OvsPayslipsView *self = OVS_PAYSLIPS_VIEW (view);

  if (self->opened != 0)
    ovs_table_set_search (self->people, text);
  else
    for (int list = 0; list < OVS_N_PAYSLIPS; list++)
      ovs_table_set_search (self->clients[list], text);
}

static void
ovs_payslips_view_update (OvsTrackView *view, const OvsFigures *figures)
{
  fill (OVS_PAYSLIPS_VIEW (view));
  read_again (OVS_PAYSLIPS_VIEW (view), TRUE);
}

/* --- saving ------------------------------------------------------------------------------------------------------ */

typedef struct
{
  OvsPayslips list;
  gint64 employer; /* 0 for all, each in files of its own */
  char *filter;
} Saving;

static void
saving_free (gpointer data)
{
  g_free (((Saving *) data)->filter);
  g_free (data);
}

static gboolean
write_one (OvsTx *tx, const char *path, gpointer data, char **told, GError **error)
{
  const Saving *saving = data;
  gint64 rows;

  return ovs_payslip_file_save (tx, OVS_PAYSLIP_BIT (saving->list), NULL, saving->employer, path, &rows, error);
}

static gboolean
write_all (OvsTx *tx, const char *path, gpointer data, char **told, GError **error)
{
  const Saving *saving = data;
  g_autofree char *folder = g_filename_display_basename (path);
  guint files;
  gint64 rows;

  if (!ovs_payslip_file_save_each (tx, OVS_PAYSLIP_BIT (saving->list), saving->filter, path, &files, &rows, error))
    return FALSE;
  *told = g_strdup_printf (ngettext ("%'u file saved in %s", "%'u files saved in %s", files), files, folder);
  return TRUE;
}

static void
save (OvsPayslipsView *self, const char *ending)
{
  OvsWorkspace *workspace = ovs_track_view_get_workspace (OVS_TRACK_VIEW (self));
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  Saving *saving = g_new0 (Saving, 1);
  g_autofree char *name = ending != NULL ? g_strconcat (self->file_name, ending, NULL) : NULL;

  saving->list = self->list;
  saving->employer = ending != NULL ? self->client->id : 0;
  saving->filter = g_strdup (ovs_workspace_get_filter (workspace));
  ovs_save_as (window, GTK_WIDGET (self), workspace, ending != NULL ? _ ("Save the list of this client") : _ ("Folder for the lists, a table and a PDF for each client"),
               name, ending != NULL ? write_one : write_all, saving, saving_free);
}

static void
on_save_table (OvsPayslipsView *self)
{
  if (self->client != NULL)
    save (self, ".csv");
}

static void
on_save_paper (OvsPayslipsView *self)
{
  if (self->client != NULL)
    save (self, ".pdf");
}

static void
ovs_payslips_view_next (OvsTrackView *view)
{
  save (OVS_PAYSLIPS_VIEW (view), NULL);
}

/* --- what it looks like ------------------------------------------------------------------------------------------ */

static void
ovs_payslips_view_dispose (GObject *object)
{
  OvsPayslipsView *self = OVS_PAYSLIPS_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->client, ovs_payslip_client_free);
  g_clear_pointer (&self->file_name, g_free);
  G_OBJECT_CLASS (ovs_payslips_view_parent_class)->dispose (object);
}

static void
ovs_payslips_view_class_init (OvsPayslipsViewClass *klass)
{
  OvsTrackViewClass *view_class = OVS_TRACK_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ovs_payslips_view_dispose;
  view_class->update = ovs_payslips_view_update;
  view_class->next = ovs_payslips_view_next;
  view_class->search = ovs_payslips_view_search;
  view_class->focus = ovs_payslips_view_focus;
  view_class->back = ovs_payslips_view_back;
}

static void
ovs_payslips_view_init (OvsPayslipsView *self)
{
}

static GtkWidget *
make_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_head (OvsPayslipsView *self)
{
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");

  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->head_name = GTK_LABEL (make_label ("heading"));
  gtk_widget_add_css_class (back, "flat");
  gtk_widget_set_tooltip_text (back, _ ("Back to the clients"));
  ovs_accessible_set_label (back, _ ("Back to the clients"));
  g_signal_connect_swapped (back, "clicked", G_CALLBACK (close_client), self);
  gtk_box_append (GTK_BOX (self->head), back);
  gtk_box_append (GTK_BOX (self->head), GTK_WIDGET (self->head_name));
  gtk_widget_set_visible (self->head, FALSE);
  gtk_widget_add_css_class (self->head, "card-head");
  return self->head;
}

static GtkWidget *
make_clients (OvsPayslipsView *self, OvsPayslips list)
{
  const OvsTableColumn columns[OVS_N_PAYSLIP_CLIENT_COLUMNS] = {
    [OVS_PAYSLIP_CLIENT_NAME] = { "name", _ ("Client"), 0, FALSE, TRUE, FALSE },
    [OVS_PAYSLIP_CLIENT_NUMBER] = { "number", _ ("No."), 80, FALSE, FALSE, FALSE },
    [OVS_PAYSLIP_CLIENT_PAYDAY] = { "payday", _ ("Next payday"), 140, FALSE, TRUE, list != OVS_PAYSLIPS_NOT_YET },
    [OVS_PAYSLIP_CLIENT_PEOPLE] = { PEOPLE, _ ("Employees"), 112, TRUE, TRUE, FALSE },
    [OVS_PAYSLIP_CLIENT_WITHOUT] = { "without", _ ("Without Werknemerloket"), 190, TRUE, TRUE, FALSE },
    [OVS_PAYSLIP_CLIENT_HANDLER] = { "handler", _ ("Handler"), 140, FALSE, FALSE, FALSE },
  };
  g_autofree char *name = g_strconcat ("payslips-", ovs_payslips_code (list), NULL);
  g_autofree char *filter = ovs_payslip_rows_filter (list, 0);
  GtkWidget *table = ovs_table_new (name, ovs_payslips_title (list), columns, G_N_ELEMENTS (columns), FALSE);

  self->clients[list] = OVS_TABLE (table);
  ovs_table_set_filter (self->clients[list], filter);
  g_signal_connect_object (table, "cursor-changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "activated", G_CALLBACK (open_client), self, G_CONNECT_SWAPPED);
  gtk_widget_set_vexpand (table, TRUE);
  return table;
}

static GtkWidget *
make_people (OvsPayslipsView *self)
{
  const OvsTableColumn columns[OVS_N_PAYSLIP_PERSON_COLUMNS] = {
    [OVS_PAYSLIP_PERSON_NAME] = { "name", _ ("Name"), 0, FALSE, TRUE, FALSE },
    [OVS_PAYSLIP_PERSON_NUMBER] = { "number", _ ("Empl. no."), 80, FALSE, FALSE, FALSE },
    [OVS_PAYSLIP_PERSON_STATUS] = { "status", _ ("How it stands"), 240, FALSE, FALSE, FALSE },
    [OVS_PAYSLIP_PERSON_WERKNEMERLOKET] = { "werknemerloket", "Werknemerloket", 220, FALSE, FALSE, FALSE },
    [OVS_PAYSLIP_PERSON_SENT] = { "sent", _ ("Invited on"), 104, FALSE, FALSE, FALSE },
  };
  GtkWidget *table = ovs_table_new ("payslip-people", _ ("Employees"), columns, G_N_ELEMENTS (columns), FALSE);

  self->people = OVS_TABLE (table);
  gtk_widget_set_vexpand (table, TRUE);
  ovs_show_person_from (self->people);
  return table;
}

static GtkWidget *
make_button (OvsPayslipsView *self, const char *label, GCallback pressed)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, !ovs_workspace_get_read_only (ovs_track_view_get_workspace (OVS_TRACK_VIEW (self))));
  g_signal_connect_swapped (button, "clicked", pressed, self);
  return button;
}

static GtkWidget *
make_bar (OvsPayslipsView *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->client_name = GTK_LABEL (make_label ("heading"));
  self->client_says = GTK_LABEL (make_label ("caption"));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->client_name));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->client_says));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (self->bar), words);
  gtk_box_append (GTK_BOX (self->bar), make_button (self, _ ("Save as a table…"), G_CALLBACK (on_save_table)));
  gtk_box_append (GTK_BOX (self->bar), make_button (self, _ ("Save to print…"), G_CALLBACK (on_save_paper)));
  gtk_widget_add_css_class (self->bar, "answer-bar");
  gtk_widget_set_visible (self->bar, FALSE);
  return self->bar;
}

static GtkWidget *
make_card (OvsPayslipsView *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->sentence = GTK_LABEL (make_label ("soft"));
  gtk_widget_add_css_class (GTK_WIDGET (self->sentence), "totals-sentence");
  self->stack = GTK_STACK (gtk_stack_new ());
  ovs_stack_present_shown_only (self->stack);
  for (int list = 0; list < OVS_N_PAYSLIPS; list++)
    {
      g_autofree char *name = g_strdup_printf ("%d", list);

      gtk_stack_add_named (self->stack, make_clients (self, list), name);
    }
  gtk_stack_add_named (self->stack, make_people (self), PEOPLE);
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->sentence));
  gtk_box_append (GTK_BOX (card), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (card), make_head (self));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (card), make_bar (self));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_set_overflow (card, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_vexpand (card, TRUE);
  return card;
}

GtkWidget *
ovs_payslips_view_new (OvsStepPage *page)
{
  OvsPayslipsView *self = g_object_new (OVS_TYPE_PAYSLIPS_VIEW, "page", page, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *chips = ovs_filter_chips_new (_ ("Which list"));

  self->chips = OVS_FILTER_CHIPS (chips);
  for (int list = 0; list < OVS_N_PAYSLIPS; list++)
    ovs_filter_chips_add (self->chips, ovs_payslips_code (list), ovs_payslips_title (list), list == OVS_PAYSLIPS_LEFT_2025);
  gtk_box_append (GTK_BOX (box), chips);
  gtk_box_append (GTK_BOX (box), make_card (self));
  gtk_label_set_text (self->sentence, sentence_of (self->list));
  show_level (self);
  g_signal_connect_object (chips, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}
