/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/check/people-card.h"

#include <glib/gi18n.h>

#include "steps/check/answer-bar.h"
#include "steps/check/answers.h"
#include "steps/check/decide.h"
#include "steps/check/people-source.h"
#include "steps/check/person-card.h"
#include "steps/check/ready-reasons.h"
#include "steps/step-page.h"
#include "table/table.h"
#include "widgets/accessible.h"
#include "widgets/stack.h"

/* In a longer list nobody counts where he is. */
#define MOST_COUNTED 10000

struct _OvsPeopleCard
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *why;
  GtkStack *stack;
  OvsAnswerBar *bar;
  GtkWidget *menu_button;

  OvsWorkspace *workspace; /* (owned) */
  OvsPeopleSource *source; /* (owned) */
  OvsTable *table;         /* that is shown now; NULL before the first */
  char *search;
  int finding; /* that is shown, -1 for an outcome */

  OvsPersonCard *person;     /* (owned) (nullable) under the cursor */
  GCancellable *reading;     /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (OvsPeopleCard, ovs_people_card, ADW_TYPE_BIN)

enum
{
  CLEAR_SEARCH,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- who is meant ---------------------------------------------------------------------------------------------- */

static GArray *
get_ticked (OvsPeopleCard *self)
{
  g_autoptr (GArray) ids = ovs_table_get_ids (self->table);

  return ovs_people_source_get_ticked (self->source, ids);
}

/* The ticked ones, else the one under the cursor. */
static GArray *
get_meant (OvsPeopleCard *self)
{
  GArray *meant = get_ticked (self);

  if (meant->len == 0 && self->person != NULL)
    g_array_append_val (meant, self->person->id);
  return meant;
}

/* What is in hand: the chosen finding, else the one of the person that weighs most. */
static int
finding_in_hand (OvsPeopleCard *self)
{
  if (self->finding >= 0 || self->person == NULL)
    return self->finding;
  for (int finding = 0; finding < OVS_FINDING_SEVERAL_EMPLOYERS; finding++)
    if (self->person->open & OVS_FINDING_BIT (finding))
      return finding;
  return -1;
}

/* --- the answer bar -------------------------------------------------------------------------------------------- */

static void
show_place (OvsPeopleCard *self)
{
  guint count = ovs_table_get_n_items (self->table);
  g_autoptr (GArray) ids = NULL;
  guint place = 0;

  if (count <= MOST_COUNTED)
    {
      ids = ovs_table_get_ids (self->table);
      for (guint i = 0; i < ids->len && place == 0; i++)
        if (g_array_index (ids, gint64, i) == ovs_table_get_cursor (self->table))
          place = i + 1;
    }
  ovs_answer_bar_set_place (self->bar, place, count);
}

static void
show_person (OvsPeopleCard *self)
{
  g_autoptr (GArray) ticked = get_ticked (self);

  ovs_answer_bar_show (self->bar, self->person, finding_in_hand (self), ticked->len, !ovs_workspace_get_read_only (self->workspace));
  show_place (self);
}

static void
on_person_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsPeopleCard) self = user_data;
  g_autoptr (GError) error = NULL;
  OvsPersonCard *person = ovs_person_card_read_finish (result, &error);

  if (error != NULL)
    return;
  ovs_person_card_free (self->person);
  self->person = person;
  show_person (self);
}

static void
read_person (OvsPeopleCard *self)
{
  gint64 id = ovs_table_get_cursor (self->table);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (id == 0)
    {
      g_clear_pointer (&self->person, ovs_person_card_free);
      show_person (self);
      return;
    }
  self->reading = g_cancellable_new ();
  ovs_person_card_read_async (ovs_workspace_get_dossier (self->workspace), id, self->finding, self->reading, on_person_read,
                              g_object_ref (self));
}

static void
on_cursor_changed (OvsPeopleCard *self, gint64 id)
{
  g_clear_pointer (&self->person, ovs_person_card_free);
  if (id != 0)
    ovs_answer_bar_await (self->bar);
  read_person (self);
}

/* --- the table ------------------------------------------------------------------------------------------------- */

static void
on_settled (OvsPeopleCard *self, OvsTable *table)
{
  gboolean searching = self->search != NULL && *self->search != '\0';
  g_autoptr (GArray) ids = NULL;

  if (table != self->table)
    return;
  if (ovs_table_get_n_items (table) == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, searching ? "nothing-found" : "nobody");
      show_person (self);
      return;
    }
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (table));
  if (ovs_table_get_cursor (table) == 0 && !ovs_table_cursor_next (table))
    {
      ids = ovs_table_get_ids (table);
      ovs_table_set_cursor (table, g_array_index (ids, gint64, 0));
    }
  show_place (self);
}

static void
on_tick (OvsPeopleCard *self, gint64 id, gboolean ticked)
{
  ovs_people_source_tick (self->source, id, ticked);
  show_person (self);
}

static void
on_tick_all (OvsPeopleCard *self, gboolean ticked)
{
  g_autoptr (GArray) ids = ovs_table_get_ids (self->table);

  if (ticked)
    ovs_people_source_tick_all (self->source, ids);
  else
    ovs_people_source_untick_all (self->source);
  show_person (self);
}

static GtkWidget *
make_table (OvsPeopleColumn question)
{
  OvsTableColumn columns[] = {
    [OVS_PEOPLE_NAME] = { .title = _ ("Name"), .sortable = TRUE },
    [OVS_PEOPLE_CLIENT] = { .title = _ ("Client"), .sortable = TRUE },
    [OVS_PEOPLE_NUMBER] = { .title = _ ("Pers. no."), .width = 66, .sortable = TRUE },
    [OVS_PEOPLE_EMAIL] = { .title = _ ("Private e-mail address"), .width = 190, .sortable = TRUE },
    [OVS_PEOPLE_BIRTH_DATE] = { .title = _ ("Birth date"), .width = 132, .sortable = TRUE },
    [OVS_PEOPLE_DATES] = { .title = _ ("Employment"), .width = 188 },
    [OVS_PEOPLE_OUTCOME] = { .title = _ ("Outcome"), .width = 216, .sortable = TRUE },
    [OVS_PEOPLE_HANDLER] = { .title = _ ("Handler"), .width = 120, .sortable = TRUE },
  };
  g_autofree char *name = g_strconcat ("people-", ovs_people_column_id (question), NULL);

  for (int column = 0; column < OVS_N_PEOPLE_COLUMNS; column++)
    {
      columns[column].id = ovs_people_column_id ((OvsPeopleColumn) column);
      columns[column].hidden = column > OVS_PEOPLE_NUMBER && column != (int) question;
    }
  return ovs_table_new (name, _ ("People"), columns, OVS_N_PEOPLE_COLUMNS, TRUE);
}

static OvsTable *
get_table (OvsPeopleCard *self, OvsPeopleColumn question)
{
  const char *name = ovs_people_column_id (question);
  GtkWidget *table = gtk_stack_get_child_by_name (self->stack, name);

  if (table != NULL)
    return OVS_TABLE (table);
  table = make_table (question);
  gtk_stack_add_named (self->stack, table, name);
  g_signal_connect_object (table, "cursor-changed", G_CALLBACK (on_cursor_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "settled", G_CALLBACK (on_settled), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "tick", G_CALLBACK (on_tick), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "tick-all", G_CALLBACK (on_tick_all), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "activated", G_CALLBACK (ovs_people_card_focus), self, G_CONNECT_SWAPPED);
  return OVS_TABLE (table);
}

/* Only the table that is shown reads. */
static void
show_filter (OvsPeopleCard *self, OvsPeopleColumn question, const char *filter)
{
  OvsTable *table = get_table (self, question);

  ovs_people_source_untick_all (self->source);
  if (self->table != table)
    {
      if (self->table != NULL)
        ovs_table_set_source (self->table, NULL);
      self->table = table;
      ovs_table_set_search (table, self->search);
      ovs_table_set_filter (table, filter);
      ovs_table_set_source (table, OVS_TABLE_SOURCE (self->source));
      gtk_stack_set_visible_child (self->stack, GTK_WIDGET (table));
    }
  else
    ovs_table_set_filter (table, filter);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.accept-all",
                                 self->finding >= 0 && (OVS_FINDINGS_WARNINGS & OVS_FINDING_BIT (self->finding)) != 0
                                     && !ovs_workspace_get_read_only (self->workspace));
}

/* --- the answers ----------------------------------------------------------------------------------------------- */

static void
go_on (OvsPeopleCard *self)
{
  if (!ovs_table_cursor_next (self->table))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static OvsStepPage *
get_page (OvsPeopleCard *self)
{
  return OVS_STEP_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (self), OVS_TYPE_STEP_PAGE));
}

/* The name for a question about one person; NULL for many. */
static const char *
get_name (OvsPeopleCard *self, const GArray *people)
{
  return people->len == 1 && self->person != NULL && self->person->id == g_array_index (people, gint64, 0) ? self->person->name : NULL;
}

/* On to the next at once, so that addresses can be typed one after another while the first is being written. */
static void
on_mend (OvsPeopleCard *self, const char *address, gboolean done_in_loket)
{
  g_autofree char *text = g_strdup (address);

  if (self->person == NULL)
    return;
  ovs_decide_mend (get_page (self), self->person->employer_number, self->person->number, text, done_in_loket);
  ovs_table_cursor_next (self->table);
}

static void
on_accept (OvsPeopleCard *self)
{
  GArray *people = get_meant (self);

  ovs_decide_accept (get_page (self), (OvsFinding) finding_in_hand (self), people, get_name (self, people));
}

static void
on_accept_all (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OvsPeopleCard *self = OVS_PEOPLE_CARD (widget);
  GArray *people = ovs_table_get_ids (self->table);

  ovs_decide_accept (get_page (self), (OvsFinding) self->finding, people, get_name (self, people));
}

static void
on_untick_all (GtkWidget *widget, const char *action, GVariant *parameter)
{
  on_tick_all (OVS_PEOPLE_CARD (widget), FALSE);
}

static void
on_exclude (OvsPeopleCard *self)
{
  GArray *people = get_meant (self);

  ovs_decide_exclude (get_page (self), people, get_name (self, people));
}

static void
on_no_email (OvsPeopleCard *self)
{
  ovs_decide_exclude_for (get_page (self), get_meant (self), ovs_ready_reason_no_email ());
}

static void
on_include (OvsPeopleCard *self)
{
  ovs_decide_include (get_page (self), get_meant (self));
}

typedef struct
{
  OvsPeopleCard *card; /* (owned) */
  gint64 person;
} Asked;

static void
on_birth_date (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asked *asked = user_data;
  g_autoptr (OvsPeopleCard) self = asked->card;
  g_autoptr (GError) error = NULL;
  OvsDay day = ovs_answer_birth_date_finish (result, &error);
  g_autofree char *text = ovs_day_to_dutch (day);

  if (error != NULL)
    ovs_step_page_tell_error (get_page (self), error);
  else if (self->person != NULL && self->person->id == asked->person)
    ovs_answer_bar_set_birth_date (self->bar, text);
}

static void
on_show_birth_date (OvsPeopleCard *self)
{
  Asked *asked;

  if (self->person == NULL)
    return;
  asked = g_new0 (Asked, 1);
  asked->card = g_object_ref (self);
  asked->person = self->person->id;
  ovs_answer_birth_date_async (self->workspace, self->person->id, on_birth_date, asked);
}

/* The lists of the clients of who is ticked, else of everybody here: a client gets all that is asked of it on one list. */
static void
on_ask_clients (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OvsPeopleCard *self = OVS_PEOPLE_CARD (widget);
  g_autoptr (GArray) people = get_ticked (self);

  if (people->len == 0)
    {
      g_array_unref (people);
      people = ovs_table_get_ids (self->table);
    }
  gtk_widget_activate_action_variant (widget, "check.ask-clients",
                                      g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, people->data, people->len, sizeof (gint64)));
}

static void
on_clear_search (OvsPeopleCard *self)
{
  g_signal_emit (self, signals[CLEAR_SEARCH], 0);
}

/* --- the widget ------------------------------------------------------------------------------------------------ */

static void
ovs_people_card_dispose (GObject *object)
{
  OvsPeopleCard *self = OVS_PEOPLE_CARD (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->source);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ovs_people_card_parent_class)->dispose (object);
}

static void
ovs_people_card_finalize (GObject *object)
{
  OvsPeopleCard *self = OVS_PEOPLE_CARD (object);

  ovs_person_card_free (self->person);
  g_free (self->search);
  G_OBJECT_CLASS (ovs_people_card_parent_class)->finalize (object);
}

static void
ovs_people_card_class_init (OvsPeopleCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ovs_people_card_dispose;
  object_class->finalize = ovs_people_card_finalize;
  signals[CLEAR_SEARCH] = g_signal_new ("clear-search", OVS_TYPE_PEOPLE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (OVS_TYPE_ANSWER_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/overstap/Overstap/steps/check/people-card.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, OvsPeopleCard, title);
  gtk_widget_class_bind_template_child (widget_class, OvsPeopleCard, why);
  gtk_widget_class_bind_template_child (widget_class, OvsPeopleCard, stack);
  gtk_widget_class_bind_template_child (widget_class, OvsPeopleCard, bar);
  gtk_widget_class_bind_template_child (widget_class, OvsPeopleCard, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, on_mend);
  gtk_widget_class_bind_template_callback (widget_class, go_on);
  gtk_widget_class_bind_template_callback (widget_class, on_accept);
  gtk_widget_class_bind_template_callback (widget_class, on_exclude);
  gtk_widget_class_bind_template_callback (widget_class, on_include);
  gtk_widget_class_bind_template_callback (widget_class, on_no_email);
  gtk_widget_class_bind_template_callback (widget_class, on_show_birth_date);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_search);
  gtk_widget_class_install_action (widget_class, "people.ask-clients", NULL, on_ask_clients);
  gtk_widget_class_install_action (widget_class, "people.accept-all", NULL, on_accept_all);
  gtk_widget_class_install_action (widget_class, "people.untick-all", NULL, on_untick_all);
}

static void
ovs_people_card_init (OvsPeopleCard *self)
{
  self->finding = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  ovs_accessible_name_menu (self->menu_button, _ ("More answers"));
  ovs_stack_present_shown_only (self->stack);
}

void
ovs_people_card_set_workspace (OvsPeopleCard *self, OvsWorkspace *workspace)
{
  self->workspace = g_object_ref (workspace);
  self->source = ovs_people_source_new (ovs_workspace_get_dossier (workspace));
}

static void
set_head (OvsPeopleCard *self, const char *title, const char *why)
{
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->why, why);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->why), why);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

void
ovs_people_card_show_finding (OvsPeopleCard *self, OvsFinding finding)
{
  g_autofree char *filter = ovs_people_filter_finding (finding);

  self->finding = (int) finding;
  set_head (self, ovs_rule_title (finding), ovs_rule_why (finding));
  show_filter (self, ovs_people_column_of (finding), filter);
}

void
ovs_people_card_show_counted (OvsPeopleCard *self, OvsCounted counted)
{
  OvsReason reason;
  OvsDisposition disposition = ovs_counted_disposition (counted, &reason);
  g_autofree char *filter = ovs_people_filter_disposition (disposition, reason);

  self->finding = -1;
  set_head (self, ovs_counted_title (counted), ovs_counted_meaning (counted));
  show_filter (self, OVS_PEOPLE_OUTCOME, filter);
}

void
ovs_people_card_refresh (OvsPeopleCard *self)
{
  ovs_people_source_refresh (self->source, ovs_workspace_get_handler (self->workspace));
  if (self->table != NULL && ovs_table_get_cursor (self->table) != 0)
    read_person (self);
}

void
ovs_people_card_search (OvsPeopleCard *self, const char *text)
{
  g_free (self->search);
  self->search = g_strdup (text);
  if (self->table != NULL)
    ovs_table_set_search (self->table, text);
}

void
ovs_people_card_focus (OvsPeopleCard *self)
{
  if (!ovs_answer_bar_focus_entry (self->bar) && self->table != NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->table), GTK_DIR_TAB_FORWARD);
}
