/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/check/people-card-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "rules/source.h"
#include "steps/apply/environment.h"
#include "widgets/accessible.h"
#include "widgets/stack.h"

/* In a longer list nobody counts where he is. */
#define MOST_COUNTED 10000

G_DEFINE_FINAL_TYPE (OvsPeopleCard, ovs_people_card, ADW_TYPE_BIN)

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

/* What is in hand: the chosen finding; of one person in an outcome, the stopper that weighs most. */
static int
finding_in_hand (OvsPeopleCard *self, guint n_ticked)
{
  if (self->finding >= 0 || self->person == NULL || n_ticked > 1)
    return self->finding;
  for (int finding = 0; finding < OVS_N_FINDINGS; finding++)
    if (self->person->open & OVS_FINDINGS_STOPPERS & OVS_FINDING_BIT (finding))
      return finding;
  return -1;
}

void
ovs_people_card_show_person (OvsPeopleCard *self)
{
  g_autoptr (GArray) ticked = ovs_people_card_get_ticked (self);

  ovs_answer_bar_show (self->bar, self->person, finding_in_hand (self, ticked->len), ticked->len,
                       !ovs_workspace_get_read_only (self->workspace));
  show_place (self);
  ovs_people_card_allow_answers (self);
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
  ovs_people_card_show_person (self);
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
      ovs_people_card_show_person (self);
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
      ovs_people_card_show_person (self);
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
  ovs_people_card_show_person (self);
}

void
ovs_people_card_tick_all (OvsPeopleCard *self, gboolean ticked)
{
  g_autoptr (GArray) ids = ovs_table_get_ids (self->table);

  if (ticked)
    ovs_people_source_tick_all (self->source, ids);
  else
    ovs_people_source_untick_all (self->source);
  ovs_people_card_show_person (self);
}

static GtkWidget *
make_table (OvsPeopleColumn question)
{
  OvsTableColumn columns[] = {
    [OVS_PEOPLE_NAME] = { .title = _ ("Name"), .sortable = TRUE },
    [OVS_PEOPLE_CLIENT] = { .title = _ ("Client"), .sortable = TRUE },
    [OVS_PEOPLE_NUMBER] = { .title = _ ("Pers. no."), .width = 62, .sortable = TRUE },
    [OVS_PEOPLE_EMAIL] = { .title = _ ("Private e-mail address"), .width = 214, .sortable = TRUE },
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
  g_signal_connect_object (table, "tick-all", G_CALLBACK (ovs_people_card_tick_all), self, G_CONNECT_SWAPPED);
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
  ovs_people_card_allow_answers (self);
}

/* --- the widget ------------------------------------------------------------------------------------------------ */

static void
ovs_people_card_dispose (GObject *object)
{
  OvsPeopleCard *self = OVS_PEOPLE_CARD (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->source);
  g_clear_object (&self->mends);
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

  g_signal_new ("clear-search", OVS_TYPE_PEOPLE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (OVS_TYPE_ANSWER_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/overstap/Overstap/steps/check/people-card.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, OvsPeopleCard, title);
  gtk_widget_class_bind_template_child (widget_class, OvsPeopleCard, why);
  gtk_widget_class_bind_template_child (widget_class, OvsPeopleCard, stack);
  gtk_widget_class_bind_template_child (widget_class, OvsPeopleCard, bar);
  gtk_widget_class_bind_template_child (widget_class, OvsPeopleCard, menu_button);
  ovs_people_card_install_answers (widget_class);
}

static void
ovs_people_card_init (OvsPeopleCard *self)
{
  self->finding = -1;
  self->counted = OVS_COUNTED_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  ovs_accessible_name_menu (self->menu_button, _ ("More answers"));
  ovs_stack_present_shown_only (self->stack);
}

void
ovs_people_card_set_workspace (OvsPeopleCard *self, OvsWorkspace *workspace)
{
  self->workspace = g_object_ref (workspace);
  self->source = ovs_people_source_new (ovs_workspace_get_dossier (workspace));
  self->mends = ovs_loket_mends_new (workspace);
  ovs_people_card_follow_loket (self);
}

static void
set_head (OvsPeopleCard *self, const char *title, const char *why)
{
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->why, why);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->why), why);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

/* Why it matters, and who says so. */
static char *
explain (OvsFinding finding)
{
  const OvsRule *rule = ovs_rule_get (finding);
  g_autofree char *source = ovs_source_tell (rule->source);
  g_autofree char *why = g_strdup (ovs_rule_why (finding));

  if (g_str_equal (rule->source, OVS_SOURCE_OVERSTAP))
    return g_steal_pointer (&why);
  if (g_str_has_suffix (why, "."))
    why[strlen (why) - 1] = '\0';
  return g_strdup_printf (_ ("%s, %s."), why, source);
}

void
ovs_people_card_show_finding (OvsPeopleCard *self, OvsFinding finding)
{
  g_autofree char *filter = ovs_people_filter_finding (finding);
  g_autofree char *why = explain (finding);

  self->finding = (int) finding;
  self->counted = OVS_COUNTED_NONE;
  self->left_out = OVS_LEFT_OUT_NONE;
  set_head (self, ovs_rule_title (finding), why);
  show_filter (self, ovs_people_column_of (finding), filter);
}

void
ovs_people_card_show_counted (OvsPeopleCard *self, OvsCounted counted)
{
  OvsReason reason;
  OvsDisposition disposition = ovs_counted_disposition (counted, &reason);
  g_autofree char *filter = ovs_people_filter_disposition (disposition, reason);

  self->finding = -1;
  self->counted = counted;
  self->left_out = OVS_LEFT_OUT_NONE;
  set_head (self, ovs_counted_title (counted), ovs_counted_meaning (counted));
  show_filter (self, OVS_PEOPLE_OUTCOME, filter);
}

void
ovs_people_card_show_left_out (OvsPeopleCard *self, OvsLeftOut left_out)
{
  g_autofree char *filter = ovs_left_out_filter (left_out);
  g_autofree char *why = ovs_left_out_explain (left_out);

  self->finding = -1;
  self->counted = OVS_COUNTED_LEFT_OUT;
  self->left_out = left_out;
  set_head (self, ovs_left_out_title (left_out), why);
  show_filter (self, OVS_PEOPLE_OUTCOME, filter);
}

void
ovs_people_card_refresh (OvsPeopleCard *self)
{
  const OvsFigures *figures = ovs_workspace_get_figures (self->workspace);
  const char *kind = figures != NULL && !ovs_workspace_get_read_only (self->workspace) ? figures->loket_kind : NULL;

  ovs_answer_bar_set_loket (self->bar, kind != NULL ? ovs_environment_title (kind) : NULL);
  ovs_people_source_refresh (self->source, ovs_workspace_get_filter (self->workspace));
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
