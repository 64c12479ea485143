/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/question-deeds.h"

#include <glib/gi18n.h>

#include "steps/track/outcome-words.h"
#include "widgets/accessible.h"
#include "widgets/drop-down.h"

/* Nobody telephones for longer. */
#define MOST_MINUTES 600

enum
{
  ASKED,
  MINUTES_EDITED,
  SOLVED_EDITED,
  N_SIGNALS
};

struct _OvsQuestionDeeds
{
  AdwBin parent_instance;

  AdwActionRow *rows[OVS_N_QUESTION_DEEDS];
  GtkWidget *buttons[OVS_N_QUESTION_DEEDS];
  GtkDropDown *solved;
  GtkSpinButton *minutes;
  gboolean filling; /* by the program, not by hand */
};

G_DEFINE_FINAL_TYPE (OvsQuestionDeeds, ovs_question_deeds, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

gboolean
ovs_question_deeds_ask (OvsQuestionDeeds *self, OvsQuestionDeed deed)
{
  if (!gtk_widget_get_sensitive (self->buttons[deed]) || !gtk_widget_get_visible (GTK_WIDGET (self->rows[deed])))
    return FALSE;
  g_signal_emit (self, signals[ASKED], 0, (int) deed);
  return TRUE;
}

static void
on_clicked (GtkButton *button, OvsQuestionDeeds *self)
{
  for (int deed = 0; deed < OVS_N_QUESTION_DEEDS; deed++)
    if (self->buttons[deed] == GTK_WIDGET (button))
      ovs_question_deeds_ask (self, (OvsQuestionDeed) deed);
}

static void
on_solved (OvsQuestionDeeds *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SOLVED_EDITED], 0);
}

static void
on_minutes (OvsQuestionDeeds *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[MINUTES_EDITED], 0);
}

/* @obstacle: (nullable): why it cannot be done; then it stands in the place of @subtitle. */
static void
show_deed (OvsQuestionDeeds *self, OvsQuestionDeed deed, const char *subtitle, const char *obstacle)
{
  adw_action_row_set_subtitle (self->rows[deed], obstacle != NULL ? obstacle : subtitle);
  gtk_widget_set_sensitive (self->buttons[deed], obstacle == NULL);
}

static char *
say_sent (const OvsOutcomePerson *person)
{
  g_autofree char *at = person->went_out != 0 ? ovs_clock_to_dutch (person->went_out) : NULL;

  if (at == NULL)
    return g_strdup (_ ("Never sent yet"));
  return g_strdup_printf (_ ("Last one on %s"), at);
}

void
ovs_question_deeds_update (OvsQuestionDeeds *self, const OvsCallerFacts *facts, const char *obstacle, gboolean waiting, gboolean writable)
{
  const OvsOutcomePerson *person = facts->person;
  const char *read_only = writable ? NULL : _ ("Open to read only");
  g_autofree char *sent = person != NULL ? say_sent (person) : NULL;
  const char *why = NULL;

  for (OvsQuestionDeed deed = OVS_QUESTION_INVITE; deed <= OVS_QUESTION_UNBLOCK; deed++)
    gtk_widget_set_visible (GTK_WIDGET (self->rows[deed]), person != NULL);
  gtk_widget_set_sensitive (self->buttons[OVS_QUESTION_CALL_BACK], writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->solved), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->minutes), writable);
  if (person == NULL)
    return;
  why = waiting ? _ ("Is being sent") : ovs_outcome_words_obstacle (person);
  show_deed (self, OVS_QUESTION_INVITE, sent, why != NULL ? why : obstacle);
  show_deed (self, OVS_QUESTION_MEND, person->change_in_loket ? _ ("Still to be changed in Loket") : _ ("If the address is wrong"), read_only);
  gtk_widget_set_visible (GTK_WIDGET (self->rows[OVS_QUESTION_UNBLOCK]), person->outcome.standing.reinstate == OVS_REINSTATE_POSSIBLE);
  show_deed (self, OVS_QUESTION_UNBLOCK, _ ("The old portal works again, for the time being"), obstacle);
}

void
ovs_question_deeds_set_call_back (OvsQuestionDeeds *self, OvsDay day, int at)
{
  g_autofree char *on = ovs_day_to_dutch (day);
  g_autofree char *time = at >= 0 ? ovs_question_format_time (at) : NULL;
  g_autofree char *both = time != NULL ? g_strdup_printf (_ ("On %s at %s"), on, time) : g_strdup_printf (_ ("On %s"), on);

  adw_action_row_set_subtitle (self->rows[OVS_QUESTION_CALL_BACK], day != OVS_NO_DAY ? both : _ ("With a day and a time"));
}

int
ovs_question_deeds_get_solved (OvsQuestionDeeds *self)
{
  return (int) gtk_drop_down_get_selected (self->solved) - 1;
}

void
ovs_question_deeds_set_solved (OvsQuestionDeeds *self, int solved)
{
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->solved, (guint) (solved + 1));
  self->filling = FALSE;
}

int
ovs_question_deeds_get_minutes (OvsQuestionDeeds *self)
{
  gtk_spin_button_update (self->minutes);
  return gtk_spin_button_get_value_as_int (self->minutes);
}

void
ovs_question_deeds_set_minutes (OvsQuestionDeeds *self, int minutes)
{
  self->filling = TRUE;
  gtk_spin_button_set_value (self->minutes, minutes);
  self->filling = FALSE;
}

/* --- what it looks like --- */

static AdwActionRow *
make_row (const char *title)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  ovs_accessible_set_label (row, title);
  return row;
}

static void
add_deed (OvsQuestionDeeds *self, GtkListBox *list, OvsQuestionDeed deed, const char *title, const char *verb, const char *key)
{
  GtkWidget *button = gtk_button_new_with_label (verb);
  g_autofree char *tip = g_strdup_printf ("%s (%s)", title, key);

  self->rows[deed] = make_row (title);
  self->buttons[deed] = button;
  ovs_accessible_set_label (button, title);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), self);
  adw_action_row_add_suffix (self->rows[deed], button);
  gtk_list_box_append (list, GTK_WIDGET (self->rows[deed]));
}

static GtkWidget *
make_solved (OvsQuestionDeeds *self)
{
  GtkStringList *choices = gtk_string_list_new (NULL);
  GtkWidget *solved;

  gtk_string_list_append (choices, _ ("Not yet"));
  for (guint i = 0; i < OVS_N_SOLVED; i++)
    gtk_string_list_append (choices, ovs_solved_title (i));
  solved = ovs_drop_down_new (choices, _ ("Solved by"));
  ovs_drop_down_shorten (solved);
  gtk_widget_set_valign (solved, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (solved, "notify::selected", G_CALLBACK (on_solved), self);
  self->solved = GTK_DROP_DOWN (solved);
  return solved;
}

static GtkWidget *
make_minutes (OvsQuestionDeeds *self)
{
  GtkWidget *minutes = gtk_spin_button_new_with_range (0, MOST_MINUTES, 1);

  ovs_accessible_set_label (minutes, _ ("Minutes"));
  ovs_accessible_name_below (minutes, GTK_TYPE_TEXT, _ ("Minutes"));
  gtk_widget_set_valign (minutes, GTK_ALIGN_CENTER);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (minutes), TRUE);
  g_signal_connect_swapped (minutes, "value-changed", G_CALLBACK (on_minutes), self);
  self->minutes = GTK_SPIN_BUTTON (minutes);
  return minutes;
}

static void
ovs_question_deeds_init (OvsQuestionDeeds *self)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_list_box_new ());
  AdwActionRow *solved = make_row (_ ("Solved by"));
  AdwActionRow *minutes = make_row (_ ("Minutes"));

  add_deed (self, list, OVS_QUESTION_INVITE, _ ("New invitation"), _ ("Send…"), "Alt+N");
  add_deed (self, list, OVS_QUESTION_MEND, _ ("Adjust address"), _ ("Adjust…"), "Alt+A");
  add_deed (self, list, OVS_QUESTION_UNBLOCK, _ ("Give Werknemerloket back"), _ ("Unblock…"), "Alt+W");
  add_deed (self, list, OVS_QUESTION_CALL_BACK, _ ("Call back"), _ ("Plan…"), "Alt+T");
  adw_action_row_add_suffix (solved, make_solved (self));
  adw_action_row_add_suffix (minutes, make_minutes (self));
  adw_action_row_set_subtitle (minutes, _ ("Counted by itself"));
  gtk_list_box_append (list, GTK_WIDGET (solved));
  gtk_list_box_append (list, GTK_WIDGET (minutes));
  gtk_list_box_set_selection_mode (list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (list), "boxed-list");
  ovs_accessible_set_label (list, _ ("What do you do?"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (list));
}

static void
ovs_question_deeds_class_init (OvsQuestionDeedsClass *klass)
{
  signals[ASKED] = g_signal_new ("asked", OVS_TYPE_QUESTION_DEEDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[MINUTES_EDITED] = g_signal_new ("minutes-edited", OVS_TYPE_QUESTION_DEEDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SOLVED_EDITED] = g_signal_new ("solved-edited", OVS_TYPE_QUESTION_DEEDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

GtkWidget *
ovs_question_deeds_new (void)
{
  return g_object_new (OVS_TYPE_QUESTION_DEEDS, NULL);
}
