/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/plan-counted.h"

#include <glib/gi18n.h>

#include "base/text.h"
#include "dossier/plan-facts.h"
#include "dossier/wave-plan.h"
#include "steps/wave-words.h"
#include "widgets/accessible.h"

/* More questions than that nobody counts. */
#define MOST 99999

#define NOT_COUNTED (-1)

struct _OvsPlanCounted
{
  AdwBin parent_instance;

  GtkWidget *group;
  GPtrArray *rows;         /* (owned) */
  OvsWorkspace *workspace; /* (owned) */
  GtkWidget *teller;       /* (owned) */
};

G_DEFINE_FINAL_TYPE (OvsPlanCounted, ovs_plan_counted, ADW_TYPE_BIN)

/* --- keeping a number --- */

typedef struct
{
  GtkWidget *teller; /* (owned) */
  gint64 round;
  gint64 questions;
} Work;

static gboolean
write_questions (OvsTx *tx, gpointer data, GError **error)
{
  const Work *work = data;

  return ovs_wave_plan_questions (tx, work->round, work->questions, error);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Work *work = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (work->questions == NOT_COUNTED)
    text = g_strdup_printf (_ ("Round %d: questions not counted"), (int) work->round);
  else
    text = g_strdup_printf (ngettext ("Round %d: %'d question counted", "Round %d: %'d questions counted", (gulong) work->questions), (int) work->round,
                            (int) work->questions);
  if (ovs_workspace_write_finish (OVS_WORKSPACE (source), result, &error))
    gtk_widget_activate_action (work->teller, "win.tell", "(sb)", text, TRUE);
  else
    gtk_widget_activate_action (work->teller, "win.tell-error", "s", error->message);
  g_object_unref (work->teller);
  g_free (work);
}

/* What an entry is about. */
typedef struct
{
  gint64 round;
  gint64 questions; /* as kept */
} Subject;

/* Returns: whether a number, or nothing, is typed. */
static gboolean
parse (GtkEditable *entry, gint64 *questions)
{
  g_autofree char *text = ovs_text_clean (gtk_editable_get_text (entry));
  guint64 number = 0;
  gboolean good = *text == '\0' || g_ascii_string_to_unsigned (text, 10, 0, MOST, &number, NULL);

  *questions = *text == '\0' ? NOT_COUNTED : (gint64) number;
  return good;
}

static void
on_changed (GtkEditable *entry)
{
  gint64 questions;
  gboolean good = parse (entry, &questions);

  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID, good ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

/* What is typed is kept on Enter, and when the entry is left. */
static void
keep (GtkEditable *entry)
{
  OvsPlanCounted *self = g_object_get_data (G_OBJECT (entry), "counted");
  Subject *subject = g_object_get_data (G_OBJECT (entry), "subject");
  gint64 questions;
  Work *work;

  if (!parse (entry, &questions) || questions == subject->questions)
    return;
  subject->questions = questions;
  work = g_new0 (Work, 1);
  work->teller = g_object_ref (self->teller);
  work->round = subject->round;
  work->questions = questions;
  ovs_workspace_write_async (self->workspace, write_questions, work, NULL, on_written, work);
}

static void
on_left (GtkEventController *focus)
{
  keep (GTK_EDITABLE (gtk_event_controller_get_widget (focus)));
}

/* --- showing --- */

static GtkWidget *
make_entry (OvsPlanCounted *self, const OvsPlanCount *count, const char *title)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *number = count->questions >= 0 ? g_strdup_printf ("%d", (int) count->questions) : g_strdup ("");
  Subject *subject = g_new0 (Subject, 1);

  *subject = (Subject){ count->number, count->questions };
  gtk_editable_set_text (GTK_EDITABLE (entry), number);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 5);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 5);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (entry, !ovs_workspace_get_read_only (self->workspace));
  ovs_accessible_set_label (entry, title);
  g_object_set_data_full (G_OBJECT (entry), "subject", subject, g_free);
  g_object_set_data (G_OBJECT (entry), "counted", self);
  g_signal_connect (entry, "changed", G_CALLBACK (on_changed), NULL);
  g_signal_connect (entry, "activate", G_CALLBACK (keep), NULL);
  g_signal_connect (focus, "leave", G_CALLBACK (on_left), NULL);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

static void
add_row (const OvsPlanCount *count, gpointer data)
{
  OvsPlanCounted *self = data;
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = ovs_wave_words_name (count->number, count->day);
  g_autofree char *invited = g_strdup_printf (ngettext ("%'d invited", "%'d invited", (gulong) count->invited), (int) count->invited);
  g_autofree char *spoken = g_strdup_printf (_ ("Questions of round %d"), (int) count->number);
  GtkWidget *entry = make_entry (self, count, spoken);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), invited);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), entry);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), entry);
  /* From now on it is labelled by the row too. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  ovs_accessible_set_label (row, name);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
  g_ptr_array_add (self->rows, row);
}

typedef struct
{
  OvsPlanCounted *self; /* (owned) */
  GArray *counts;       /* (owned) (element-type OvsPlanCount) */
} Reading;

static void
take_count (const OvsPlanCount *count, gpointer data)
{
  g_array_append_vals (((Reading *) data)->counts, count, 1);
}

static gboolean
read_counts (OvsTx *tx, gpointer data, GError **error)
{
  ovs_plan_counts_foreach (tx, take_count, data);
  return TRUE;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reading *reading = user_data;
  OvsPlanCounted *self = reading->self;

  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, NULL) && self->workspace != NULL)
    {
      for (guint i = 0; i < self->rows->len; i++)
        adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->group), g_ptr_array_index (self->rows, i));
      g_ptr_array_set_size (self->rows, 0);
      for (guint i = 0; i < reading->counts->len; i++)
        add_row (&g_array_index (reading->counts, OvsPlanCount, i), self);
      gtk_widget_set_visible (GTK_WIDGET (self), reading->counts->len > 0);
    }
  g_array_unref (reading->counts);
  g_object_unref (reading->self);
  g_free (reading);
}

static void
look_again (OvsPlanCounted *self)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->self = g_object_ref (self);
  reading->counts = g_array_new (FALSE, FALSE, sizeof (OvsPlanCount));
  ovs_dossier_read_async (ovs_workspace_get_dossier (self->workspace), read_counts, reading, NULL, on_read, reading);
}

/* --- the widget --- */

static void
ovs_plan_counted_dispose (GObject *object)
{
  OvsPlanCounted *self = OVS_PLAN_COUNTED (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->teller);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (ovs_plan_counted_parent_class)->dispose (object);
}

static void
ovs_plan_counted_class_init (OvsPlanCountedClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_plan_counted_dispose;
}

static void
ovs_plan_counted_init (OvsPlanCounted *self)
{
  self->rows = g_ptr_array_new ();
  self->group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->group), _ ("Questions that came"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->group), _ ("Counted by the office; from then on the plan goes by its own figures."));
  adw_bin_set_child (ADW_BIN (self), self->group);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ovs_plan_counted_new (OvsWorkspace *workspace, GtkWidget *teller)
{
  OvsPlanCounted *self = g_object_new (OVS_TYPE_PLAN_COUNTED, NULL);

  self->workspace = g_object_ref (workspace);
  self->teller = g_object_ref (teller);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (look_again), self, G_CONNECT_SWAPPED);
  look_again (self);
  return GTK_WIDGET (self);
}
