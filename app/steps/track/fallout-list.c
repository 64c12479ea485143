/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/fallout-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "conversion/fallout-reason.h"
#include "dossier/employee.h"
#include "dossier/outcomes.h"
#include "dossier/people-list.h"

/* Beyond this many the list says how many more there are; all of them are invited by one button. */
#define SHOWN 200

typedef struct
{
  char *employer;
  char *employee;
  char *name;
  char *client;
  char *reason;
  char *advice;
  gint64 id;
  gint64 attempts;
  gboolean stranded;
} Fallen;

struct _OvsFalloutList
{
  GtkWidget parent_instance;

  OvsWorkspace *workspace; /* (owned) */
  GtkWidget *box;
  GtkWidget *rows;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (OvsFalloutList, ovs_fallout_list, GTK_TYPE_WIDGET)

enum
{
  INVITE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  OvsFalloutList *list; /* (owned) */
  GPtrArray *fallen;    /* (owned) (element-type Fallen) */
  guint others;
} Look;

static void
fallen_free (gpointer data)
{
  Fallen *fallen = data;

  g_free (fallen->employer);
  g_free (fallen->employee);
  g_free (fallen->name);
  g_free (fallen->client);
  g_free (fallen->reason);
  g_free (fallen->advice);
  g_free (fallen);
}

static void
collect (const OvsOutcomeRow *row, gpointer data)
{
  Look *look = data;
  Fallen *fallen;

  if (row->standing.outcome != OVS_OUTCOME_FALLOUT && !row->standing.stranded)
    return;
  if (look->fallen->len >= SHOWN)
    {
      look->others++;
      return;
    }
  fallen = g_new0 (Fallen, 1);
  fallen->id = row->employee;
  fallen->employer = g_strdup (row->employer_number);
  fallen->employee = g_strdup (row->employee_number);
  fallen->reason = g_strdup (row->message != NULL && *row->message != '\0' ? row->message : ovs_fallout_reason_title (row->reason));
  fallen->advice = g_strdup (ovs_fallout_reason_advice (row->reason));
  fallen->attempts = row->attempts;
  fallen->stranded = row->standing.stranded;
  g_ptr_array_add (look->fallen, fallen);
}

static void
add_name (const OvsPeopleRow *row, gpointer data)
{
  Fallen *fallen = data;

  fallen->name = ovs_employee_format_name (row->initials, row->first_name, row->prefix, row->last_name);
  fallen->client = g_strdup (row->employer_name);
}

static gboolean
look_up (OvsTx *tx, gpointer data, GError **error)
{
  Look *look = data;

  ovs_outcomes_foreach (tx, ovs_tx_today (tx), collect, look);
  for (guint i = 0; i < look->fallen->len; i++)
    {
      Fallen *fallen = g_ptr_array_index (look->fallen, i);
      ovs_people_read (tx, &fallen->id, 1, add_name, fallen);
    }
  return TRUE;
}

static void
on_invite (GtkButton *button, OvsFalloutList *self)
{
  g_signal_emit (self, signals[INVITE], 0, g_object_get_data (G_OBJECT (button), "employer"), g_object_get_data (G_OBJECT (button), "employee"));
}

static GtkWidget *
make_row (OvsFalloutList *self, const Fallen *fallen)
{
  GtkWidget *row = adw_action_row_new ();
  const char *verb = fallen->attempts > 0 ? _ ("Invite again") : _ ("Invite after all");
  GtkWidget *button = gtk_button_new_with_label (verb);
  g_autofree char *title = g_strdup_printf ("%s · %s", fallen->name, fallen->client != NULL ? fallen->client : fallen->employer);
  g_autofree char *subtitle = g_strdup_printf ("%s%s\n%s", fallen->stranded ? _ ("Without any portal. ") : "", fallen->reason, fallen->advice);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", verb, fallen->name);
  GtkWidget *icon = gtk_image_new_from_icon_name (fallen->stranded ? "dialog-warning-symbolic" : "mail-mark-important-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (button), "employer", g_strdup (fallen->employer), g_free);
  g_object_set_data_full (G_OBJECT (button), "employee", g_strdup (fallen->employee), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_invite), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
on_looked_up (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Look *look = user_data;
  OvsFalloutList *self = look->list;
  GtkWidget *child;

  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, NULL) && self->rows != NULL)
    {
      g_autofree char *more = g_strdup_printf (_ ("And %u more."), look->others);

      while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
        gtk_list_box_remove (GTK_LIST_BOX (self->rows), child);
      for (guint i = 0; i < look->fallen->len; i++)
        gtk_list_box_append (GTK_LIST_BOX (self->rows), make_row (self, g_ptr_array_index (look->fallen, i)));
      gtk_widget_set_visible (self->rows, look->fallen->len > 0);
      gtk_label_set_text (GTK_LABEL (self->more), look->others > 0 ? more : look->fallen->len == 0 ? _ ("Nobody fell out.") : "");
    }
  g_ptr_array_unref (look->fallen);
  g_object_unref (look->list);
  g_free (look);
}

void
ovs_fallout_list_update (OvsFalloutList *self)
{
  Look *look = g_new0 (Look, 1);

  look->list = g_object_ref (self);
  look->fallen = g_ptr_array_new_with_free_func (fallen_free);
  ovs_dossier_read_async (ovs_workspace_get_dossier (self->workspace), look_up, look, NULL, on_looked_up, look);
}

static void
ovs_fallout_list_dispose (GObject *object)
{
  OvsFalloutList *self = OVS_FALLOUT_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  self->rows = NULL;
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ovs_fallout_list_parent_class)->dispose (object);
}

static void
ovs_fallout_list_class_init (OvsFalloutListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_fallout_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[INVITE]
      = g_signal_new ("invite", OVS_TYPE_FALLOUT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
ovs_fallout_list_init (OvsFalloutList *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->rows = gtk_list_box_new ();
  self->more = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->more), 0);
  gtk_widget_add_css_class (self->more, "soft");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->rows), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->rows, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Fallout"), -1);
  gtk_box_append (GTK_BOX (self->box), self->rows);
  gtk_box_append (GTK_BOX (self->box), self->more);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
ovs_fallout_list_new (OvsWorkspace *workspace)
{
  OvsFalloutList *self = g_object_new (OVS_TYPE_FALLOUT_LIST, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}
