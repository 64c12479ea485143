/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/care-purge.h"

#include <glib/gi18n.h>

#include "dossier/backups.h"
#include "dossier/closing.h"
#include "dossier/purge.h"
#include "dossier/purged.h"
#include "widgets/accessible.h"
#include "widgets/confirm.h"
#include "widgets/sign.h"
#include "window/purge-after-row.h"

/* What there is to know before. */
typedef struct
{
  OvsClosingPurge closing;
  gint64 people;
  OvsDay today;
  OvsDay purged;
} State;

struct _OvsCarePurge
{
  AdwPreferencesPage parent_instance;

  GtkWidget *teller;       /* (owned) */
  OvsWorkspace *workspace; /* (owned) */
  State state;
  GtkWidget *closed;
  GtkWidget *accounted;
  GtkWidget *day;
  GtkWidget *people;
  GtkWidget *button;
  GtkWidget *spinner;
};

G_DEFINE_FINAL_TYPE (OvsCarePurge, ovs_care_purge, ADW_TYPE_PREFERENCES_PAGE)

static void
ovs_care_purge_dispose (GObject *object)
{
  OvsCarePurge *self = OVS_CARE_PURGE (object);

  g_clear_object (&self->teller);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ovs_care_purge_parent_class)->dispose (object);
}

static void
ovs_care_purge_class_init (OvsCarePurgeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_care_purge_dispose;
}

static void
ovs_care_purge_init (OvsCarePurge *self)
{
}

/* --- doing it ---------------------------------------------------------------------------------------------------- */

static char *
report_on (const OvsPurgeReport *report)
{
  GString *text = g_string_new (NULL);
  g_autofree char *size = g_format_size ((guint64) report->bytes);

  g_string_append_printf (text, ngettext ("The data of %'d employee are gone.", "The data of %'d employees are gone.", (gulong) report->people), (int) report->people);
  g_string_append_c (text, ' ');
  g_string_append_printf (text, ngettext ("%'d backup was removed.", "%'d backups were removed.", report->backups), (int) report->backups);
  g_string_append_c (text, ' ');
  g_string_append_printf (text, _ ("Dossier and backups take %s less."), size);
  g_string_append (text, "\n\n");
  if (report->found == 0)
    g_string_append_printf (text, ngettext ("The file was searched for %'d name, address or id of before: nothing was found.",
                                            "The file was searched for %'d names, addresses and ids of before: nothing was found.", report->sought),
                            (int) report->sought);
  else
    g_string_append_printf (text, ngettext ("In the file %'d name, address or id of before was still found. Do not pass the file on, and ask for help.",
                                            "In the file %'d names, addresses and ids of before were still found. Do not pass the file on, and ask for help.",
                                            (gulong) report->found),
                            (int) report->found);
  return g_string_free (text, FALSE);
}

static void
on_purged (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsCarePurge) self = user_data;
  g_autoptr (GtkWidget) teller = self->teller != NULL ? g_object_ref (self->teller) : NULL;
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));
  OvsPurgeReport report;
  g_autoptr (GError) error = NULL;
  gboolean done = ovs_purge_finish (OVS_DOSSIER (source), result, &report, &error);
  g_autofree char *text = done ? report_on (&report) : g_strdup (error->message);

  if (teller == NULL)
    return;
  ovs_workspace_set_busy (self->workspace, FALSE);
  if (window != NULL)
    gtk_window_close (GTK_WINDOW (window));
  gtk_widget_activate_action (teller, done ? "win.purge-done" : "win.tell-error", "s", text);
}

static void
on_confirmed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  OvsCarePurge *self = user_data;

  if (!ovs_confirm_finish (result) || self->workspace == NULL || ovs_workspace_get_busy (self->workspace))
    {
      g_object_unref (self);
      return;
    }
  ovs_workspace_set_busy (self->workspace, TRUE);
  gtk_widget_set_sensitive (self->button, FALSE);
  gtk_spinner_start (GTK_SPINNER (self->spinner));
  ovs_purge_async (ovs_workspace_get_dossier (self->workspace), on_purged, self);
}

/* Who does it before its time says so by going on: that is told, and the number has to be typed all the same. */
static char *
describe (const State *state)
{
  GString *body = g_string_new (NULL);

  if (!state->closing.accounted)
    g_string_append_printf (body, "%s\n\n", _ ("The accountability of the office was not made since the last closing; going on waives it."));
  if (state->closing.due_on != OVS_NO_DAY && state->today < state->closing.due_on)
    {
      g_autofree char *day = ovs_day_to_dutch (state->closing.due_on);

      g_string_append_printf (body, _ ("The time for it is from %s on; going on waives the wait."), day);
      g_string_append (body, "\n\n");
    }
  g_string_append (body, _ ("Names, addresses, birth dates, numbers and texts are removed from the dossier, and all its backups with it. This cannot be undone. "
                            "Numbers and trail stay, and the dossier can only be read from then on."));
  return g_string_free (body, FALSE);
}

static void
on_remove (OvsCarePurge *self)
{
  g_autofree char *heading = g_strdup_printf (ngettext ("Remove the personal data of %'d employee?", "Remove the personal data of %'d employees?", (gulong) self->state.people),
                                              (int) self->state.people);
  g_autofree char *body = describe (&self->state);

  ovs_confirm_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading, body, _ ("Remove for good"), (guint) self->state.people, on_confirmed,
                     g_object_ref (self));
}

/* --- how it stands ----------------------------------------------------------------------------------------------- */

static void
show (GtkWidget *row, OvsSign sign, const char *subtitle)
{
  GtkWidget *image = g_object_get_data (G_OBJECT (row), "sign");
  const char *classes[] = { ovs_sign_get_class (sign), NULL };

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_image_set_from_icon_name (GTK_IMAGE (image), ovs_sign_get_icon (sign));
  gtk_widget_set_css_classes (image, classes);
}

static void
show_closed (OvsCarePurge *self)
{
  const OvsClosingPurge *closing = &self->state.closing;
  g_autofree char *day = ovs_day_to_dutch (closing->closed_on);
  g_autofree char *text = NULL;

  if (closing->open > 0)
    text = g_strdup_printf (ngettext ("%'d client is still open; its data are needed.", "%'d clients are still open; their data are needed.", (gulong) closing->open),
                            (int) closing->open);
  else if (closing->closed_on != OVS_NO_DAY)
    text = g_strdup_printf (_ ("All are closed, the last one on %s."), day);
  show (self->closed, text != NULL && closing->open == 0 ? OVS_SIGN_DONE : OVS_SIGN_WAITING, text != NULL ? text : _ ("No client takes part yet."));
}

static void
show_day (OvsCarePurge *self)
{
  OvsDay due = self->state.closing.due_on;
  g_autofree char *day = ovs_day_to_dutch (due);
  g_autofree char *text = due == OVS_NO_DAY ? NULL : g_strdup_printf (_ ("From %s on."), day);

  show (self->day, due != OVS_NO_DAY && self->state.today >= due ? OVS_SIGN_DONE : OVS_SIGN_WAITING,
        text != NULL ? text : _ ("Counts from the closing of the last client on."));
}

static void
show_people (OvsCarePurge *self)
{
  g_autofree char *text = NULL;
  g_autofree char *day = ovs_day_to_dutch (self->state.purged);
  gboolean may = !ovs_workspace_get_read_only (self->workspace) && self->state.closing.open == 0 && self->state.people > 0;

  if (self->state.purged != OVS_NO_DAY)
    text = g_strdup_printf (_ ("They were removed on %s."), day);
  else
    text = g_strdup_printf (ngettext ("Of %'d employee.", "Of %'d employees.", (gulong) self->state.people), (int) self->state.people);
  show (self->people, self->state.purged != OVS_NO_DAY ? OVS_SIGN_DONE : OVS_SIGN_INFO, text);
  gtk_widget_set_sensitive (self->button, may);
  gtk_widget_set_visible (self->button, self->state.purged == OVS_NO_DAY);
  gtk_widget_set_tooltip_text (self->button, may ? NULL : _ ("Only once all clients are closed, by whoever works in the dossier."));
}

static gboolean
read_state (OvsTx *tx, gpointer data, GError **error)
{
  State *state = data;

  ovs_closing_purge_due (tx, &state->closing);
  state->people = ovs_purge_count_people (tx);
  state->purged = ovs_purged_day (tx);
  state->today = ovs_tx_today (tx);
  return TRUE;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OvsCarePurge *self = g_task_get_source_object (task);
  gboolean read = ovs_dossier_read_finish (OVS_DOSSIER (source), result, NULL);

  g_task_return_boolean (task, read);
  if (!read || self->workspace == NULL)
    return;
  self->state = *(State *) g_task_get_task_data (task);
  show_closed (self);
  show (self->accounted, self->state.closing.accounted ? OVS_SIGN_DONE : OVS_SIGN_WAITING,
        self->state.closing.accounted ? _ ("Made since the last closing.") : _ ("Not made since the last closing. Make it first: afterwards nothing can be looked up any more."));
  show_day (self);
  show_people (self);
}

static void
look_again (OvsCarePurge *self)
{
  GTask *task;

  if (self->workspace == NULL || ovs_workspace_get_busy (self->workspace))
    return;
  task = g_task_new (self, NULL, NULL, NULL);
  g_task_set_source_tag (task, look_again);
  g_task_set_task_data (task, g_new0 (State, 1), g_free);
  ovs_dossier_read_async (ovs_workspace_get_dossier (self->workspace), read_state, g_task_get_task_data (task), NULL, on_read, task);
}

/* --- the page ---------------------------------------------------------------------------------------------------- */

static GtkWidget *
add_group (OvsCarePurge *self, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (group));
  return group;
}

static GtkWidget *
add_row (GtkWidget *group, const char *title)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *sign = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), sign);
  g_object_set_data (G_OBJECT (row), "sign", sign);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static void
add_what (GtkWidget *group, OvsSign sign, const char *title, const char *subtitle)
{
  show (add_row (group, title), sign, subtitle);
}

static void
add_button (OvsCarePurge *self)
{
  self->button = gtk_button_new_with_label (_ ("Remove personal data…"));
  self->spinner = gtk_spinner_new ();
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (self->button, FALSE);
  gtk_widget_add_css_class (self->button, "destructive-action");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_remove), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->people), self->spinner);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->people), self->button);
}

GtkWidget *
ovs_care_purge_new (GtkWidget *teller, OvsWorkspace *workspace)
{
  OvsCarePurge *self = g_object_new (OVS_TYPE_CARE_PURGE, NULL);
  GtkWidget *when, *what;

  self->teller = g_object_ref (teller);
  self->workspace = g_object_ref (workspace);
  when = add_group (self, _ ("Remove personal data"), _ ("Once the conversion is over, the data of employees are not needed any more (GDPR, article 5)."));
  self->closed = add_row (when, _ ("Clients"));
  self->accounted = add_row (when, _ ("Accountability"));
  self->day = add_row (when, _ ("The time for it"));
  self->people = add_row (when, _ ("Personal data"));
  add_button (self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (when), ovs_purge_after_row_new (workspace));
  what = add_group (self, _ ("What goes and what stays"), NULL);
  add_what (what, OVS_SIGN_NEVER, _ ("Goes"), _ ("Names, addresses, birth dates, numbers of employees, notes, texts of letters, contact persons, all backups, and drafts for the mail program."));
  add_what (what, OVS_SIGN_DONE, _ ("Stays"), _ ("Clients, how many of their employees are over, left or need no access, the days on which it happened, and the audit trail."));
  ovs_accessible_name_below (GTK_WIDGET (self), GTK_TYPE_LIST_BOX, _ ("Remove personal data"));
  g_signal_connect_object (workspace, "changed", G_CALLBACK (look_again), self, G_CONNECT_SWAPPED);
  look_again (self);
  return GTK_WIDGET (self);
}
