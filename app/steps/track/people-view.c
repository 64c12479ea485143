/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/people-view.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "dossier/client-list.h"
#include "steps/list-source.h"
#include "steps/show-person.h"
#include "steps/track/follow-deeds.h"
#include "steps/track/invite.h"
#include "steps/track/mend-dialog.h"
#include "steps/track/outcome-rows.h"
#include "steps/track/outcome-words.h"
#include "steps/unblock.h"
#include "table/table.h"
#include "widgets/accessible.h"
#include "widgets/filter-chips.h"

struct _OvsPeopleView
{
  AdwBin parent_instance;

  OvsStepPage *page; /* (unowned): it holds this view */
  GtkLabel *sentence; /* above the table */
  GtkWidget *line;
  OvsFilterChips *chips; /* by what is to be done; hidden where a list has no such groups */
  OvsTable *table;
  GtkWidget *bar;
  GtkWidget *story;
  GtkLabel *person_name;
  GtkLabel *person_says;
  GtkWidget *invite;
  GtkLabel *obstacle;
  GtkWidget *mend;
  GtkWidget *unblock;
  GtkWidget *more;

  OvsOutcomeList list;
  int group; /* of those that were set, or -1 */
  gboolean listed;
  OvsOutcomePerson *person; /* (owned) (nullable) under the cursor */
  OvsDay today;
  gint64 wave;              /* number of the round of his client, 0 for none */
  gboolean looking;
  gboolean again;
};

G_DEFINE_FINAL_TYPE (OvsPeopleView, ovs_people_view, ADW_TYPE_BIN)

enum
{
  GROUP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void look (OvsPeopleView *self);
static void do_deed (GtkWidget *widget, const char *name, GVariant *parameter);
static void unblock_people (GtkWidget *widget, const char *name, GVariant *parameter);
static void unblock_client (GtkWidget *widget, const char *name, GVariant *parameter);
static void unblock_round (GtkWidget *widget, const char *name, GVariant *parameter);

static void
ovs_people_view_dispose (GObject *object)
{
  OvsPeopleView *self = OVS_PEOPLE_VIEW (object);

  self->page = NULL;
  g_clear_pointer (&self->person, ovs_outcome_person_free);
  G_OBJECT_CLASS (ovs_people_view_parent_class)->dispose (object);
}

static void
ovs_people_view_class_init (OvsPeopleViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_people_view_dispose;
  signals[GROUP] = g_signal_new ("group", OVS_TYPE_PEOPLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "people.deed", "i", do_deed);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "people.unblock", NULL, unblock_people);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "people.unblock-client", NULL, unblock_client);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "people.unblock-round", NULL, unblock_round);
}

static void
ovs_people_view_init (OvsPeopleView *self)
{
}

/* --- the one under the cursor --- */

static void
show_more (OvsPeopleView *self)
{
  g_autoptr (GArray) selected = ovs_table_get_selected (self->table);
  gboolean read_only = ovs_workspace_get_read_only (ovs_step_page_get_workspace (self->page));
  guint buttons = (1u << OVS_FOLLOW_INVITE) | (1u << OVS_FOLLOW_MEND) | (1u << OVS_FOLLOW_UNBLOCK);
  g_autoptr (GMenuModel) menu = ovs_follow_deeds_menu ("people.deed", selected->len > 1 ? NULL : self->person, self->today,
                                                       read_only ? ~(1u << OVS_FOLLOW_STORY) : buttons);

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->more), menu);
  gtk_widget_set_visible (self->more, g_menu_model_get_n_items (menu) > 0);
}

static guint
count_selected (OvsPeopleView *self)
{
  g_autoptr (GArray) selected = ovs_table_get_selected (self->table);

  return selected->len;
}

/* Whoever of them cannot be invited is passed over, and that is told. */
static void
show_several (OvsPeopleView *self)
{
  OvsWorkspace *workspace = ovs_step_page_get_workspace (self->page);
  gboolean writable = !ovs_workspace_get_read_only (workspace);
  guint selected = count_selected (self);
  g_autofree char *text = g_strdup_printf (ngettext ("%'u chosen", "%'u chosen", selected), selected);

  gtk_label_set_text (self->person_name, text);
  gtk_label_set_text (self->person_says, "");
  gtk_button_set_label (GTK_BUTTON (self->invite), _ ("Invite again"));
  gtk_widget_set_visible (self->invite, writable && !ovs_workspace_get_busy (workspace));
  gtk_widget_set_visible (GTK_WIDGET (self->obstacle), FALSE);
  gtk_widget_set_visible (self->mend, FALSE);
  gtk_widget_set_visible (self->unblock, TRUE);
  gtk_widget_set_sensitive (self->unblock, writable && !ovs_workspace_get_busy (workspace));
  show_more (self);
}

static void
show_person (OvsPeopleView *self)
{
  const OvsOutcomePerson *person = self->person;
  OvsWorkspace *workspace = ovs_step_page_get_workspace (self->page);
  const char *obstacle;
  g_autofree char *says = NULL;

  gtk_widget_set_visible (self->bar, person != NULL);
  if (person == NULL)
    return;
  obstacle = ovs_outcome_words_obstacle (person);
  if (ovs_invite_is_waiting (workspace, person->outcome.employee))
    obstacle = _ ("About to be invited");
  if (obstacle == NULL && ovs_workspace_get_busy (workspace))
    obstacle = _ ("Overstap is busy with Loket");
  if (count_selected (self) > 1)
    {
      show_several (self);
      return;
    }
  says = g_strdup_printf ("%s · %s", person->employer_name != NULL ? person->employer_name : person->employer_number,
                          person->message != NULL && *person->message != '\0' ? person->message : ovs_outcome_words_status (person));
  gtk_label_set_text (self->person_name, person->name);
  ovs_show_person_button_set (self->story, person->outcome.employee);
  gtk_label_set_text (self->person_says, says);
  gtk_button_set_label (GTK_BUTTON (self->invite), ovs_outcome_words_invite (person));
  gtk_widget_set_visible (self->invite, obstacle == NULL);
  gtk_label_set_text (self->obstacle, obstacle != NULL ? obstacle : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->obstacle), obstacle);
  gtk_widget_set_visible (GTK_WIDGET (self->obstacle), obstacle != NULL);
  gtk_widget_set_visible (self->mend, person->outcome.mijnloket != OVS_ACCESS_ACTIVE);
  gtk_widget_set_sensitive (self->mend, !ovs_workspace_get_read_only (workspace));
  gtk_widget_set_visible (self->unblock, person->outcome.standing.outcome != OVS_OUTCOME_NOT_SUBMITTED);
  gtk_widget_set_sensitive (self->unblock, !ovs_workspace_get_read_only (workspace) && !ovs_workspace_get_busy (workspace));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.unblock-round", self->wave != 0);
  show_more (self);
}

typedef struct
{
  OvsPeopleView *self; /* (owned) */
  gint64 id;
  OvsOutcomePerson *person;
  OvsDay today;
  gint64 wave;
} Look;

static void
keep_wave (const OvsClientRow *row, gpointer data)
{
  ((Look *) data)->wave = row->wave;
}

static gboolean
read_person (OvsTx *tx, gpointer data, GError **error)
{
  Look *asked = data;

  asked->today = ovs_tx_today (tx);
  asked->person = ovs_outcome_person_get (tx, asked->today, asked->id);
  if (asked->person != NULL)
    ovs_client_list_get (tx, asked->person->outcome.employer, keep_wave, asked);
  return TRUE;
}

static void
on_person (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Look *asked = user_data;
  g_autoptr (OvsPeopleView) self = asked->self;
  gboolean read = ovs_dossier_read_finish (OVS_DOSSIER (source), result, NULL);

  self->looking = FALSE;
  if (read && self->page != NULL)
    {
      ovs_outcome_person_free (self->person);
      self->person = g_steal_pointer (&asked->person);
      self->today = asked->today;
      self->wave = asked->wave;
      show_person (self);
    }
  ovs_outcome_person_free (asked->person);
  g_free (asked);
  if (self->again && self->page != NULL)
    look (self);
}

static void
look (OvsPeopleView *self)
{
  gint64 id = ovs_table_get_cursor (self->table);
  Look *asked;

  self->again = self->looking;
  if (self->looking)
    return;
  if (id == 0)
    {
      g_clear_pointer (&self->person, ovs_outcome_person_free);
      show_person (self);
      return;
    }
  self->looking = TRUE;
  asked = g_new0 (Look, 1);
  asked->self = g_object_ref (self);
  asked->id = id;
  ovs_dossier_read_async (ovs_workspace_get_dossier (ovs_step_page_get_workspace (self->page)), read_person, asked, NULL, on_person, asked);
}

static void
on_invite (OvsPeopleView *self)
{
  g_autoptr (GArray) selected = ovs_table_get_selected (self->table);

  if (selected->len > 1)
    ovs_invite_people (self->page, (const gint64 *) (gpointer) selected->data, selected->len);
  else if (self->person != NULL)
    ovs_invite_people (self->page, &self->person->outcome.employee, 1);
}

static void
on_mend (OvsPeopleView *self)
{
  if (self->person != NULL)
    ovs_mend_dialog_show_one (self->page, self->person);
}

static void
do_deed (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsPeopleView *self = OVS_PEOPLE_VIEW (widget);
  g_autoptr (GArray) selected = ovs_table_get_selected (self->table);
  int deed = g_variant_get_int32 (parameter);

  if (selected->len > 1)
    ovs_follow_deeds_do (self->page, deed, NULL, (const gint64 *) (gpointer) selected->data, selected->len);
  else if (self->person != NULL)
    ovs_follow_deeds_do (self->page, deed, self->person, &self->person->outcome.employee, 1);
}

/* --- Werknemerloket given back --- */

static void
unblock_people (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsPeopleView *self = OVS_PEOPLE_VIEW (widget);
  g_autoptr (GArray) selected = ovs_table_get_selected (self->table);

  if (selected->len > 1)
    ovs_unblock (self->page, ovs_rollback_scope_new_people ((const gint64 *) (gpointer) selected->data, selected->len));
  else if (self->person != NULL)
    ovs_unblock (self->page, ovs_rollback_scope_new_people (&self->person->outcome.employee, 1));
}

static void
unblock_client (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsPeopleView *self = OVS_PEOPLE_VIEW (widget);
  const char *employers[] = { self->person != NULL ? self->person->employer_number : NULL, NULL };

  if (self->person != NULL)
    ovs_unblock (self->page, ovs_rollback_scope_new_employers (employers, NULL));
}

static void
unblock_round (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsPeopleView *self = OVS_PEOPLE_VIEW (widget);

  if (self->person != NULL && self->wave != 0)
    ovs_unblock (self->page, ovs_rollback_scope_new_wave (self->wave));
}

/* --- what it looks like --- */

static GtkWidget *
make_unblock (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (menu, _ ("The selected employees…"), "people.unblock");
  g_menu_append (menu, _ ("Everybody at this client…"), "people.unblock-client");
  g_menu_append (menu, _ ("Everybody of this round…"), "people.unblock-round");
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Unblock"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  gtk_widget_set_tooltip_text (button, _ ("Give Werknemerloket back"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  ovs_accessible_name_menu (button, _ ("Unblock"));
  return button;
}

static GtkWidget *
make_more (OvsPeopleView *self)
{
  self->more = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->more), "view-more-symbolic");
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (self->more), GTK_ARROW_UP);
  gtk_widget_set_valign (self->more, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->more, _ ("More"));
  ovs_accessible_name_menu (self->more, _ ("More"));
  return self->more;
}

static GtkWidget *
make_words (OvsPeopleView *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->person_name = GTK_LABEL (gtk_label_new (NULL));
  self->person_says = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->person_name, 0);
  gtk_label_set_xalign (self->person_says, 0);
  gtk_label_set_ellipsize (self->person_says, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->person_name), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->person_says), "caption");
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->person_name));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->person_says));
  gtk_widget_set_hexpand (words, TRUE);
  return words;
}

static GtkWidget *
make_bar (OvsPeopleView *self)
{
  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->invite = gtk_button_new ();
  self->mend = gtk_button_new_with_label (_ ("Adjust address"));
  self->unblock = make_unblock ();
  self->obstacle = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->obstacle, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->obstacle, 48);
  gtk_widget_add_css_class (GTK_WIDGET (self->obstacle), "caption");
  gtk_widget_set_valign (self->invite, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->mend, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->invite, "clicked", G_CALLBACK (on_invite), self);
  g_signal_connect_swapped (self->mend, "clicked", G_CALLBACK (on_mend), self);
  self->story = ovs_show_person_button_new ();
  gtk_box_append (GTK_BOX (self->bar), self->story);
  gtk_box_append (GTK_BOX (self->bar), make_words (self));
  gtk_box_append (GTK_BOX (self->bar), GTK_WIDGET (self->obstacle));
  gtk_box_append (GTK_BOX (self->bar), self->unblock);
  gtk_box_append (GTK_BOX (self->bar), self->mend);
  gtk_box_append (GTK_BOX (self->bar), self->invite);
  gtk_box_append (GTK_BOX (self->bar), make_more (self));
  gtk_widget_add_css_class (self->bar, "answer-bar");
  gtk_widget_set_visible (self->bar, FALSE);
  return self->bar;
}

static GtkWidget *
make_table (OvsPeopleView *self, const char *name, gboolean advice)
{
  const OvsTableColumn columns[OVS_N_OUTCOME_COLUMNS] = {
    [OVS_OUTCOME_COLUMN_NAME] = { ovs_outcome_column_id (OVS_OUTCOME_COLUMN_NAME), _ ("Name"), 0, FALSE, TRUE, FALSE },
    [OVS_OUTCOME_COLUMN_CLIENT] = { ovs_outcome_column_id (OVS_OUTCOME_COLUMN_CLIENT), _ ("Client"), 0, FALSE, TRUE, FALSE },
    [OVS_OUTCOME_COLUMN_NUMBER] = { ovs_outcome_column_id (OVS_OUTCOME_COLUMN_NUMBER), _ ("Empl. no."), 80, FALSE, FALSE, TRUE },
    [OVS_OUTCOME_COLUMN_STATUS] = { ovs_outcome_column_id (OVS_OUTCOME_COLUMN_STATUS), _ ("How it stands"), 176, FALSE, TRUE, FALSE },
    [OVS_OUTCOME_COLUMN_ADVICE] = { ovs_outcome_column_id (OVS_OUTCOME_COLUMN_ADVICE), _ ("What to do"), 220, FALSE, FALSE, !advice },
    [OVS_OUTCOME_COLUMN_SENT] = { ovs_outcome_column_id (OVS_OUTCOME_COLUMN_SENT), _ ("Invited on"), 104, FALSE, TRUE, FALSE },
    [OVS_OUTCOME_COLUMN_DAYS] = { ovs_outcome_column_id (OVS_OUTCOME_COLUMN_DAYS), _ ("Days"), 60, TRUE, TRUE, FALSE },
    [OVS_OUTCOME_COLUMN_ATTEMPTS] = { ovs_outcome_column_id (OVS_OUTCOME_COLUMN_ATTEMPTS), _ ("Attempts"), 76, TRUE, TRUE, FALSE },
    [OVS_OUTCOME_COLUMN_EMAIL] = { ovs_outcome_column_id (OVS_OUTCOME_COLUMN_EMAIL), _ ("Private e-mail"), 200, FALSE, FALSE, advice },
  };
  GtkWidget *table = ovs_table_new (name, _ ("Employees"), columns, G_N_ELEMENTS (columns), FALSE);

  self->table = OVS_TABLE (table);
  g_signal_connect_swapped (table, "cursor-changed", G_CALLBACK (look), self);
  g_signal_connect_swapped (table, "settled", G_CALLBACK (look), self);
  ovs_show_person_from (self->table);
  gtk_widget_set_vexpand (table, TRUE);
  return table;
}

GtkWidget *
ovs_people_view_new (OvsStepPage *page, const char *name, gboolean advice, const char *sentence)
{
  OvsPeopleView *self = g_object_new (OVS_TYPE_PEOPLE_VIEW, NULL);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->page = page;
  self->sentence = GTK_LABEL (gtk_label_new (NULL));
  self->line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_label_set_xalign (self->sentence, 0);
  gtk_label_set_wrap (self->sentence, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->sentence), "soft");
  gtk_widget_add_css_class (GTK_WIDGET (self->sentence), "totals-sentence");
  ovs_people_view_set_sentence (self, sentence);
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->sentence));
  gtk_box_append (GTK_BOX (card), self->line);
  gtk_box_append (GTK_BOX (card), make_table (self, name, advice));
  gtk_box_append (GTK_BOX (card), make_bar (self));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_set_overflow (card, GTK_OVERFLOW_HIDDEN);
  adw_bin_set_child (ADW_BIN (self), card);
  return GTK_WIDGET (self);
}

void
ovs_people_view_set_sentence (OvsPeopleView *self, const char *sentence)
{
  gtk_label_set_text (self->sentence, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), sentence != NULL);
  gtk_widget_set_visible (self->line, sentence != NULL);
}

static void
filter (OvsPeopleView *self)
{
  g_autofree char *filter = ovs_outcome_rows_filter (self->list, self->group);

  ovs_table_set_filter (self->table, filter);
}

void
ovs_people_view_set_list (OvsPeopleView *self, OvsOutcomeList list)
{
  gboolean other = !self->listed || self->list != list;

  if (!other)
    return;
  self->list = list;
  self->group = -1;
  filter (self);
  if (!self->listed)
    {
      g_autoptr (OvsTableSource) source
          = ovs_list_source_new (ovs_step_page_get_workspace (self->page), ovs_outcome_rows_query, ovs_outcome_rows_fetch);

      ovs_table_set_source (self->table, source);
      self->listed = TRUE;
    }
}

static void
on_group (OvsPeopleView *self, const char *id)
{
  self->group = atoi (id);
  filter (self);
  g_signal_emit (self, signals[GROUP], 0, self->group);
}

static GtkWidget *
make_chips (OvsPeopleView *self, const char *const *titles)
{
  GtkWidget *chips = ovs_filter_chips_new (_ ("What is to be done"));

  self->chips = OVS_FILTER_CHIPS (chips);
  ovs_filter_chips_add (self->chips, "-1", _ ("All"), FALSE);
  for (guint group = 0; titles[group] != NULL; group++)
    {
      g_autofree char *id = g_strdup_printf ("%u", group);
      ovs_filter_chips_add (self->chips, id, titles[group], group == 0);
    }
  g_signal_connect_swapped (chips, "chosen", G_CALLBACK (on_group), self);
  gtk_widget_add_css_class (chips, "totals-sentence");
  return chips;
}

void
ovs_people_view_set_groups (OvsPeopleView *self, const char *const *titles, const guint *counts)
{
  guint all = 0;

  if (self->chips == NULL)
    gtk_box_prepend (GTK_BOX (adw_bin_get_child (ADW_BIN (self))), make_chips (self, titles));
  for (guint group = 0; titles[group] != NULL; group++)
    {
      g_autofree char *id = g_strdup_printf ("%u", group);

      ovs_filter_chips_set_count (self->chips, id, counts[group]);
      all += counts[group];
    }
  ovs_filter_chips_set_count (self->chips, "-1", all);
}

int
ovs_people_view_get_group (OvsPeopleView *self)
{
  return self->group;
}

void
ovs_people_view_set_search (OvsPeopleView *self, const char *text)
{
  ovs_table_set_search (self->table, text);
}

void
ovs_people_view_update (OvsPeopleView *self)
{
  look (self);
}
