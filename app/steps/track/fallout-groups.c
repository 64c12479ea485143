/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/fallout-groups.h"

#include <glib/gi18n.h>

#include "steps/track/fallout-row.h"
#include "steps/track/follow-deeds.h"
#include "steps/track/invite.h"
#include "steps/track/mend-dialog.h"
#include "steps/track/outcome-words.h"
#include "steps/track/selection-bar.h"
#include "widgets/accessible.h"
#include "widgets/count-pill.h"

/* Of who is not known here, so many stand on the page. */
#define MOST_STRANGERS 60

struct _OvsFalloutGroups
{
  AdwBin parent_instance;

  OvsStepPage *page; /* (unowned): it holds this widget */
  GtkBox *box;
  OvsSelectionBar *bar;
  GPtrArray *rows;    /* (owned) (element-type OvsFalloutRow) in their order; the boxes own them */
  GHashTable *ticked; /* (owned) (element-type gint64) */
};

G_DEFINE_FINAL_TYPE (OvsFalloutGroups, ovs_fallout_groups, ADW_TYPE_BIN)

static void
ovs_fallout_groups_dispose (GObject *object)
{
  OvsFalloutGroups *self = OVS_FALLOUT_GROUPS (object);

  self->page = NULL;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->ticked, g_hash_table_unref);
  G_OBJECT_CLASS (ovs_fallout_groups_parent_class)->dispose (object);
}

static void
ovs_fallout_groups_class_init (OvsFalloutGroupsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_fallout_groups_dispose;
}

static void
ovs_fallout_groups_init (OvsFalloutGroups *self)
{
  self->rows = g_ptr_array_new ();
  self->ticked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

const char *
ovs_fallout_group_title (OvsFalloutGroup group)
{
  switch (group)
    {
    case OVS_FALLOUT_STRANDED:
      return _ ("Without access");
    case OVS_FALLOUT_NEEDS_ADDRESS:
      return _ ("First an address");
    case OVS_FALLOUT_INVITABLE:
      return _ ("Can be invited now");
    case OVS_FALLOUT_LATER:
      return _ ("Later");
    case OVS_FALLOUT_BLOCKED_BEFORE:
      return _ ("Blocked before");
    case OVS_FALLOUT_ELSEWHERE:
    case OVS_N_FALLOUT_GROUPS:
    default:
      return _ ("First something in Loket");
    }
}

const char *
ovs_fallout_group_sentence (OvsFalloutGroup group)
{
  switch (group)
    {
    case OVS_FALLOUT_STRANDED:
      return _ ("Werknemerloket is blocked and there is no invitation. Solve these today.");
    case OVS_FALLOUT_NEEDS_ADDRESS:
      return _ ("They keep Werknemerloket until there is an invitation.");
    case OVS_FALLOUT_INVITABLE:
      return _ ("Invite again, or adjust the address first.");
    case OVS_FALLOUT_LATER:
      return _ ("Put off; the row says until when.");
    case OVS_FALLOUT_BLOCKED_BEFORE:
      return _ ("Not by this conversion. Ask the client whether they need access.");
    case OVS_FALLOUT_ELSEWHERE:
    case OVS_N_FALLOUT_GROUPS:
    default:
      return _ ("Inviting is not possible yet; the row says why.");
    }
}

static OvsWorkspace *
workspace_of (OvsFalloutGroups *self)
{
  return ovs_step_page_get_workspace (self->page);
}

/* --- ticks --- */

static void
show_bar (OvsFalloutGroups *self)
{
  OvsWorkspace *workspace = workspace_of (self);
  gboolean writable = !ovs_workspace_get_read_only (workspace);

  ovs_selection_bar_set (self->bar, g_hash_table_size (self->ticked), writable && !ovs_workspace_get_busy (workspace), writable);
}

static void
on_tick (OvsFalloutRow *row, gboolean ticked, OvsFalloutGroups *self)
{
  gint64 employee = ovs_fallout_row_get_person (row)->outcome.employee;

  if (ticked)
    g_hash_table_add (self->ticked, g_memdup2 (&employee, sizeof employee));
  else
    g_hash_table_remove (self->ticked, &employee);
  show_bar (self);
}

static void
untick_all (OvsFalloutGroups *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    ovs_fallout_row_untick (g_ptr_array_index (self->rows, i));
  g_hash_table_remove_all (self->ticked);
  show_bar (self);
}

/* Whoever is no longer in the list is ticked no more. */
static void
forget_absent (OvsFalloutGroups *self)
{
  g_autoptr (GHashTable) present = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTableIter iter;
  gpointer employee;

  for (guint i = 0; i < self->rows->len; i++)
    g_hash_table_add (present, (gpointer) &ovs_fallout_row_get_person (g_ptr_array_index (self->rows, i))->outcome.employee);
  g_hash_table_iter_init (&iter, self->ticked);
  while (g_hash_table_iter_next (&iter, &employee, NULL))
    if (!g_hash_table_contains (present, employee))
      g_hash_table_iter_remove (&iter);
}

static void
on_ticked_deed (OvsSelectionBar *bar, int deed, OvsFalloutGroups *self)
{
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  const OvsOutcomePerson *person = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const OvsOutcomePerson *one = ovs_fallout_row_get_person (g_ptr_array_index (self->rows, i));

      if (!g_hash_table_contains (self->ticked, &one->outcome.employee))
        continue;
      g_array_append_val (people, one->outcome.employee);
      person = one;
    }
  ovs_follow_deeds_do (self->page, deed, people->len == 1 ? person : NULL, (const gint64 *) (gpointer) people->data, people->len);
}

static void
on_row_deed (OvsFalloutRow *row, int deed, OvsFalloutGroups *self)
{
  const OvsOutcomePerson *person = ovs_fallout_row_get_person (row);

  ovs_follow_deeds_do (self->page, deed, person, &person->outcome.employee, 1);
}

/* --- the button of a group --- */

static void
on_group (GtkWidget *button, OvsFalloutGroups *self)
{
  OvsFalloutGroup group = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "group"));
  g_autoptr (GPtrArray) addresses = g_ptr_array_new ();
  g_autoptr (GArray) invitable = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->rows->len; i++)
    {
      OvsFalloutRow *row = g_ptr_array_index (self->rows, i);
      const OvsOutcomePerson *person = ovs_fallout_row_get_person (row);

      if (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "group")) != (int) group)
        continue;
      if (ovs_fallout_people_needs_address (person))
        g_ptr_array_add (addresses, (gpointer) person);
      else if (ovs_outcome_words_obstacle (person) == NULL)
        g_array_append_val (invitable, person->outcome.employee);
    }
  if (addresses->len > 0)
    ovs_mend_dialog_show (self->page, addresses);
  else
    ovs_invite_people (self->page, (const gint64 *) (gpointer) invitable->data, invitable->len);
}

/* What one button does for all of them: first the addresses that lack. Returns: (nullable). */
static GtkWidget *
make_group_button (OvsFalloutGroups *self, OvsFalloutGroup group, guint n_addresses, guint n_invitable)
{
  OvsWorkspace *workspace = workspace_of (self);
  g_autofree char *label = NULL;
  GtkWidget *button;

  if (group > OVS_FALLOUT_INVITABLE || n_addresses + n_invitable == 0)
    return NULL;
  if (n_addresses > 0)
    label = g_strdup_printf (ngettext ("Fill in %u address…", "Fill in %u addresses…", n_addresses), n_addresses);
  else
    label = g_strdup_printf (ngettext ("Invite this %u…", "Invite these %u…", n_invitable), n_invitable);
  button = gtk_button_new_with_label (label);
  if (group == OVS_FALLOUT_STRANDED)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_sensitive (button, !ovs_workspace_get_read_only (workspace) && (n_addresses > 0 || !ovs_workspace_get_busy (workspace)));
  g_object_set_data (G_OBJECT (button), "group", GINT_TO_POINTER (group));
  g_signal_connect (button, "clicked", G_CALLBACK (on_group), self);
  return button;
}

/* --- groups and rows --- */

static GtkWidget *
make_heading (const char *title, guint count, const char *sentence, gboolean urgent, GtkWidget *button)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *pill = ovs_count_pill_new ();
  GtkWidget *words = gtk_label_new (sentence);

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  ovs_count_pill_set (OVS_COUNT_PILL (pill), urgent ? OVS_SIGN_STOPPER : OVS_SIGN_NONE, count);
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_widget_set_tooltip_text (words, sentence);
  gtk_widget_add_css_class (words, "caption");
  gtk_widget_add_css_class (words, "soft");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), pill);
  gtk_box_append (GTK_BOX (line), words);
  if (button != NULL)
    gtk_box_append (GTK_BOX (line), button);
  return line;
}

static GtkWidget *
make_list (const char *title)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  ovs_accessible_set_label (list, title);
  return list;
}

static void
append_row (GtkWidget *list, GtkWidget *row)
{
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  if (!GTK_IS_LIST_BOX_ROW (row))
    {
      GtkWidget *around = gtk_widget_get_parent (row);

      gtk_accessible_update_relation (GTK_ACCESSIBLE (around), GTK_ACCESSIBLE_RELATION_LABELLED_BY, row, NULL, -1);
      row = around;
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
}

static OvsFalloutRowState
state_of (OvsFalloutGroups *self, const OvsOutcomePerson *person)
{
  OvsWorkspace *workspace = workspace_of (self);

  if (ovs_workspace_get_read_only (workspace))
    return OVS_FALLOUT_ROW_READ_ONLY;
  if (ovs_invite_is_waiting (workspace, person->outcome.employee))
    return OVS_FALLOUT_ROW_WAITING;
  return ovs_workspace_get_busy (workspace) ? OVS_FALLOUT_ROW_BUSY : OVS_FALLOUT_ROW_FREE;
}

static void
add_row (OvsFalloutGroups *self, GtkWidget *list, OvsFalloutGroup group, OvsOutcomePerson *person, OvsDay today)
{
  gboolean ticked = g_hash_table_contains (self->ticked, &person->outcome.employee);
  GtkWidget *row = ovs_fallout_row_new (person, today, state_of (self, person), ticked);

  g_object_set_data (G_OBJECT (row), "group", GINT_TO_POINTER (group));
  g_signal_connect (row, "deed", G_CALLBACK (on_row_deed), self);
  g_signal_connect (row, "tick", G_CALLBACK (on_tick), self);
  append_row (list, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_group (OvsFalloutGroups *self, OvsFalloutGroup group, OvsFalloutPeople *people)
{
  const char *title = ovs_fallout_group_title (group);
  g_autoptr (GtkWidget) list = g_object_ref_sink (make_list (title));
  guint count = 0, n_addresses = 0, n_invitable = 0;

  for (guint i = 0; i < people->people->len; i++)
    {
      OvsOutcomePerson *person = g_ptr_array_index (people->people, i);

      if (person == NULL || ovs_fallout_people_group (person, people->today) != group)
        continue;
      count++;
      n_addresses += ovs_fallout_people_needs_address (person);
      n_invitable += !ovs_fallout_people_needs_address (person) && ovs_outcome_words_obstacle (person) == NULL;
      /* The row takes the person over. */
      people->people->pdata[i] = NULL;
      add_row (self, list, group, person, people->today);
    }
  if (count == 0)
    return;
  gtk_box_append (self->box, make_heading (title, count, ovs_fallout_group_sentence (group), group == OVS_FALLOUT_STRANDED,
                                           make_group_button (self, group, n_addresses, n_invitable)));
  gtk_box_append (self->box, list);
}

static void
add_strangers (OvsFalloutGroups *self, const GPtrArray *strangers)
{
  const char *title = _ ("On Loket’s list, not known here");
  GtkWidget *list;

  if (strangers->len == 0)
    return;
  list = make_list (title);
  for (guint i = 0; i < MIN (strangers->len, MOST_STRANGERS); i++)
    {
      const OvsStranger *stranger = g_ptr_array_index (strangers, i);
      g_autofree char *subtitle = g_strdup_printf ("%s / %s: %s", stranger->employer_number, stranger->employee_number, stranger->reason);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), stranger->name);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      append_row (list, row);
    }
  gtk_box_append (self->box, make_heading (title, strangers->len, _ ("Read the employees of their client in first."), FALSE, NULL));
  gtk_box_append (self->box, list);
}

/* --- the focus stays where work was --- */

typedef struct
{
  gint64 employee; /* 0 where the focus was elsewhere */
  guint at;
} Place;

static Place
find_focus (OvsFalloutGroups *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, OVS_TYPE_FALLOUT_ROW) : NULL;
  Place place = { 0 };

  if (row != NULL && g_ptr_array_find (self->rows, row, &place.at))
    place.employee = ovs_fallout_row_get_person (OVS_FALLOUT_ROW (row))->outcome.employee;
  return place;
}

static void
restore_focus (OvsFalloutGroups *self, Place place)
{
  if (place.employee == 0 || self->rows->len == 0)
    return;
  place.at = MIN (place.at, self->rows->len - 1);
  for (guint i = 0; i < self->rows->len; i++)
    if (ovs_fallout_row_get_person (g_ptr_array_index (self->rows, i))->outcome.employee == place.employee)
      place.at = i;
  gtk_widget_child_focus (g_ptr_array_index (self->rows, place.at), GTK_DIR_TAB_FORWARD);
}

void
ovs_fallout_groups_show (OvsFalloutGroups *self, OvsFalloutPeople *list)
{
  Place place = find_focus (self);
  GtkWidget *child;

  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  for (int group = 0; group < OVS_N_FALLOUT_GROUPS; group++)
    add_group (self, group, list);
  add_strangers (self, list->strangers);
  forget_absent (self);
  show_bar (self);
  restore_focus (self, place);
}

GtkWidget *
ovs_fallout_groups_new (OvsStepPage *page)
{
  OvsFalloutGroups *self = g_object_new (OVS_TYPE_FALLOUT_GROUPS, NULL);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *bar = ovs_selection_bar_new ();

  self->page = page;
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  gtk_widget_set_margin_start (GTK_WIDGET (self->box), 2);
  gtk_widget_set_margin_end (GTK_WIDGET (self->box), 2);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->box), 6);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->box));
  gtk_widget_set_vexpand (scrolled, TRUE);
  ovs_accessible_set_label (scrolled, _ ("Fallout list"));
  self->bar = OVS_SELECTION_BAR (bar);
  g_signal_connect (bar, "deed", G_CALLBACK (on_ticked_deed), self);
  g_signal_connect_swapped (bar, "clear", G_CALLBACK (untick_all), self);
  gtk_box_append (GTK_BOX (column), scrolled);
  gtk_box_append (GTK_BOX (column), bar);
  adw_bin_set_child (ADW_BIN (self), column);
  return GTK_WIDGET (self);
}
