/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/question-card.h"

#include <glib/gi18n.h>

#include "rules/bsn.h"
#include "widgets/accessible.h"
#include "widgets/entry-row.h"
#include "widgets/sign.h"
#include "widgets/text-scale.h"

struct _OvsQuestionCard
{
  AdwBin parent_instance;

  GtkLabel *name;
  GtkLabel *whom;
  GtkLabel *clock;
  GtkLabel *birth;
  GtkWidget *show_birth;
  GtkWidget *story;
  GtkWidget *facts; /* of a person */
  GtkLabel *address;
  AdwActionRow *state;
  AdwActionRow *contact;
  GtkLabel *say;
  GtkCheckButton *steps[OVS_N_DROP_OUTS];
  OvsQuestionDeeds *deeds;
  GtkWidget *note; /* an AdwEntryRow */
  GtkLabel *note_hint;
  GtkWidget *earlier_head;
  GtkListBox *earlier;
  OvsAccess access;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (OvsQuestionCard, ovs_question_card, ADW_TYPE_BIN)

enum
{
  EDITED,
  SHOW_BIRTH_DATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static int
chosen_step (OvsQuestionCard *self)
{
  for (int i = 0; i < OVS_N_DROP_OUTS; i++)
    if (gtk_check_button_get_active (self->steps[i]))
      return i;
  return OVS_QUESTION_UNSAID;
}

static void
show_words (OvsQuestionCard *self)
{
  int step = chosen_step (self);
  const char *words = step >= 0 ? ovs_drop_out_say ((OvsDropOut) step, self->access) : ovs_drop_out_ask (self->access);
  /* Translators: the quotation marks around what is read aloud. */
  g_autofree char *quoted = g_strdup_printf (_ ("“%s”"), words);

  gtk_label_set_text (self->say, quoted);
}

static void
on_edited (OvsQuestionCard *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[EDITED], 0);
}

static void
on_step (OvsQuestionCard *self)
{
  show_words (self);
  on_edited (self);
}

static void
on_note (OvsQuestionCard *self)
{
  gboolean good = ovs_question_card_is_good (self);

  gtk_label_set_text (self->note_hint, good ? _ ("Short and factual: nothing about health, no password, no BSN.")
                                            : _ ("This looks like a BSN, and a BSN is never kept here. Take it out."));
  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (self->note_hint), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->note_hint), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->note), GTK_ACCESSIBLE_STATE_INVALID, good ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  on_edited (self);
}

static void
on_show_birth (OvsQuestionCard *self)
{
  g_signal_emit (self, signals[SHOW_BIRTH_DATE], 0);
}

gboolean
ovs_question_card_is_good (OvsQuestionCard *self)
{
  return !ovs_bsn_in_text (gtk_editable_get_text (GTK_EDITABLE (self->note)));
}

/* --- filling --- */

/* An employee proves himself with it, so it is never read out: the year is enough to tell two people apart. */
static void
show_birth (OvsQuestionCard *self, const OvsCallerFacts *facts)
{
  int year;
  g_autofree char *masked = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->birth), facts->person != NULL);
  gtk_widget_set_visible (self->show_birth, facts->birth_date != OVS_NO_DAY);
  if (facts->birth_date == OVS_NO_DAY)
    {
      gtk_label_set_text (self->birth, _ ("birth date not known: linking will fail"));
      return;
    }
  ovs_day_to_ymd (facts->birth_date, &year, NULL, NULL);
  masked = g_strdup_printf (_ ("born **-**-%d"), year);
  gtk_label_set_text (self->birth, masked);
}

void
ovs_question_card_show_birth_date (OvsQuestionCard *self, OvsDay day)
{
  g_autofree char *date = ovs_day_to_dutch (day);
  g_autofree char *text = g_strdup_printf (_ ("born %s"), date);

  gtk_label_set_text (self->birth, text);
  gtk_widget_set_visible (self->show_birth, FALSE);
}

static void
show_earlier (OvsQuestionCard *self, GPtrArray *earlier)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->earlier))) != NULL)
    gtk_list_box_remove (self->earlier, child);
  for (guint i = 0; i < earlier->len; i++)
    {
      const OvsEarlierQuestion *question = g_ptr_array_index (earlier, i);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), question->title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), question->note != NULL ? question->note : "");
      ovs_accessible_set_label (row, question->title);
      gtk_list_box_append (self->earlier, row);
    }
  gtk_widget_set_visible (self->earlier_head, earlier->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->earlier), earlier->len > 0);
}

static void
show_contact (OvsQuestionCard *self, const OvsCallerFacts *facts)
{
  g_autofree char *text = g_strjoin (" · ", facts->contact_name != NULL ? facts->contact_name : facts->contact_phone,
                                     facts->contact_name != NULL ? facts->contact_phone : NULL, NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->contact), facts->contact_name != NULL || facts->contact_phone != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->contact), text);
}

void
ovs_question_card_update (OvsQuestionCard *self, const OvsCallerFacts *facts)
{
  const OvsOutcomePerson *person = facts->person;
  g_autofree char *whom = ovs_caller_facts_whom (facts);

  self->access = ovs_caller_facts_access (facts);
  gtk_label_set_text (self->name, facts->title);
  gtk_label_set_text (self->whom, whom);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->story), "x", facts->employee);
  gtk_widget_set_visible (self->facts, person != NULL || facts->contact_name != NULL || facts->contact_phone != NULL);
  gtk_widget_set_visible (gtk_widget_get_ancestor (GTK_WIDGET (self->address), GTK_TYPE_LIST_BOX_ROW), person != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->state), person != NULL);
  if (person != NULL)
    {
      g_autofree char *state = ovs_caller_facts_state (facts);
      g_autofree char *detail = ovs_caller_facts_detail (facts);

      gtk_label_set_text (self->address, person->email != NULL ? person->email : _ ("no address"));
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state), state);
      adw_action_row_set_subtitle (self->state, detail);
    }
  show_contact (self, facts);
  show_earlier (self, facts->earlier);
  show_words (self);
}

void
ovs_question_card_fill (OvsQuestionCard *self, const OvsCallerFacts *facts, const OvsQuestion *question)
{
  self->filling = TRUE;
  for (int i = 0; i < OVS_N_DROP_OUTS; i++)
    gtk_check_button_set_active (self->steps[i], i == question->step);
  gtk_editable_set_text (GTK_EDITABLE (self->note), question->note != NULL ? question->note : "");
  ovs_question_deeds_set_solved (self->deeds, question->solved);
  ovs_question_deeds_set_minutes (self->deeds, question->minutes);
  ovs_question_deeds_set_call_back (self->deeds, question->call_back_on, question->call_back_at);
  show_birth (self, facts);
  ovs_question_card_update (self, facts);
  on_note (self);
  self->filling = FALSE;
}

void
ovs_question_card_collect (OvsQuestionCard *self, OvsQuestion *question)
{
  g_free (question->note);
  question->note = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->note)));
  question->step = chosen_step (self);
  question->solved = ovs_question_deeds_get_solved (self->deeds);
  question->minutes = ovs_question_deeds_get_minutes (self->deeds);
}

void
ovs_question_card_choose (OvsQuestionCard *self, OvsDropOut step)
{
  gtk_check_button_set_active (self->steps[step], TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->steps[step]));
}

void
ovs_question_card_set_clock (OvsQuestionCard *self, int seconds)
{
  g_autofree char *text = g_strdup_printf ("%d:%02d", seconds / 60, seconds % 60);

  gtk_label_set_text (self->clock, seconds >= 0 ? text : "");
}

OvsQuestionDeeds *
ovs_question_card_get_deeds (OvsQuestionCard *self)
{
  return self->deeds;
}

void
ovs_question_card_focus (OvsQuestionCard *self)
{
  int step = chosen_step (self);

  gtk_widget_grab_focus (GTK_WIDGET (self->steps[MAX (step, 0)]));
}

void
ovs_question_card_focus_note (OvsQuestionCard *self)
{
  gtk_widget_grab_focus (self->note);
}

/* --- what it looks like --- */

static GtkLabel *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), style);
  return GTK_LABEL (label);
}

static GtkListBox *
make_list (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  ovs_accessible_set_label (list, name);
  return GTK_LIST_BOX (list);
}

static AdwActionRow *
add_row (GtkListBox *list, OvsSign sign, const char *title)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_prefix (row, gtk_image_new_from_icon_name (ovs_sign_get_icon (sign)));
  gtk_list_box_append (list, GTK_WIDGET (row));
  return row;
}

static GtkWidget *
make_head (OvsQuestionCard *self)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *time = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->name = make_label (NULL, "title-3");
  gtk_widget_set_hexpand (GTK_WIDGET (self->name), TRUE);
  self->clock = make_label (NULL, "title-4");
  gtk_widget_add_css_class (GTK_WIDGET (self->clock), "numeric");
  gtk_box_append (GTK_BOX (time), gtk_image_new_from_icon_name (ovs_sign_get_icon (OVS_SIGN_CALL)));
  gtk_box_append (GTK_BOX (time), GTK_WIDGET (self->clock));
  self->whom = make_label (NULL, "soft");
  self->birth = make_label (NULL, "soft");
  self->show_birth = gtk_button_new_with_label (_ ("Show"));
  ovs_accessible_set_label (self->show_birth, _ ("Show birth date"));
  gtk_widget_set_tooltip_text (self->show_birth, _ ("That it was shown goes into the trail. Never read it out: who calls proves himself with it."));
  gtk_widget_add_css_class (self->show_birth, "small");
  g_signal_connect_swapped (self->show_birth, "clicked", G_CALLBACK (on_show_birth), self);
  self->story = gtk_button_new_with_label (_ ("Story…"));
  gtk_widget_add_css_class (self->story, "small");
  ovs_accessible_set_label (self->story, _ ("Story of this employee"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->story), "win.show-person");
  g_object_bind_property (self->story, "sensitive", self->story, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->whom));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->birth));
  gtk_box_append (GTK_BOX (line), self->show_birth);
  gtk_box_append (GTK_BOX (line), self->story);
  gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (self->name), 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), time, 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), line, 0, 1, 2, 1);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 2);
  return grid;
}

static GtkWidget *
make_facts (OvsQuestionCard *self)
{
  GtkListBox *list = make_list (_ ("What is known"));
  AdwActionRow *invited = add_row (list, OVS_SIGN_MAIL, _ ("Invited at"));

  self->facts = GTK_WIDGET (list);
  self->address = make_label (NULL, "question-address");
  gtk_label_set_selectable (self->address, FALSE);
  gtk_label_set_xalign (self->address, 1);
  adw_action_row_add_suffix (invited, GTK_WIDGET (self->address));
  self->state = add_row (list, OVS_SIGN_WAITING, "");
  self->contact = add_row (list, OVS_SIGN_CALL, "");
  adw_action_row_set_subtitle (self->contact, _ ("Contact of the client"));
  return self->facts;
}

static GtkWidget *
make_say (OvsQuestionCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->say = make_label (NULL, "say-words");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (make_label (_ ("Say for example"), "caption-heading")));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->say));
  gtk_widget_add_css_class (box, "say");
  return box;
}

static GtkWidget *
make_steps (OvsQuestionCard *self)
{
  GtkListBox *list = make_list (_ ("Where does it stick?"));

  for (int i = 0; i < OVS_N_DROP_OUTS; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();
      const char *hint = ovs_drop_out_hint (i);
      g_autofree char *key = g_strdup_printf ("Alt+%d", i + 1);

      self->steps[i] = GTK_CHECK_BUTTON (check);
      gtk_check_button_set_group (self->steps[i], i > 0 ? self->steps[0] : NULL);
      gtk_widget_set_tooltip_text (row, key);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ovs_drop_out_title (i));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), hint != NULL ? hint : "");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      gtk_widget_set_focusable (row, FALSE);
      gtk_list_box_append (list, row);
      g_signal_connect_swapped (check, "toggled", G_CALLBACK (on_step), self);
    }
  return GTK_WIDGET (list);
}

static GtkWidget *
make_column (const char *title, GtkWidget *content)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (make_label (title, "heading")));
  gtk_box_append (GTK_BOX (box), content);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static GtkWidget *
make_work (OvsQuestionCard *self)
{
  gboolean large = ovs_text_scale (GTK_WIDGET (self)) >= OVS_TEXT_LARGE;
  GtkWidget *box = gtk_box_new (large ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, 14);

  self->deeds = OVS_QUESTION_DEEDS (ovs_question_deeds_new ());
  g_signal_connect_swapped (self->deeds, "minutes-edited", G_CALLBACK (on_edited), self);
  g_signal_connect_swapped (self->deeds, "solved-edited", G_CALLBACK (on_edited), self);
  gtk_box_set_homogeneous (GTK_BOX (box), !large);
  gtk_box_append (GTK_BOX (box), make_column (_ ("Where does it stick?"), make_steps (self)));
  gtk_box_append (GTK_BOX (box), make_column (_ ("What do you do?"), GTK_WIDGET (self->deeds)));
  return box;
}

static GtkWidget *
make_note (OvsQuestionCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkListBox *list = make_list (_ ("Note"));

  self->note = ovs_entry_row_new (_ ("Note"));
  gtk_widget_set_tooltip_text (self->note, "Alt+O");
  g_signal_connect_swapped (self->note, "changed", G_CALLBACK (on_note), self);
  self->note_hint = make_label (NULL, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->note_hint), "soft");
  gtk_list_box_append (list, self->note);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->note_hint));
  return box;
}

static void
ovs_question_card_init (OvsQuestionCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_box_append (GTK_BOX (box), make_head (self));
  gtk_box_append (GTK_BOX (box), make_facts (self));
  gtk_box_append (GTK_BOX (box), make_say (self));
  gtk_box_append (GTK_BOX (box), make_work (self));
  gtk_box_append (GTK_BOX (box), make_note (self));
  self->earlier_head = GTK_WIDGET (make_label (_ ("Asked before"), "heading"));
  self->earlier = make_list (_ ("Asked before"));
  gtk_box_append (GTK_BOX (box), self->earlier_head);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->earlier));
  gtk_widget_add_css_class (box, "question-card");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

static void
ovs_question_card_class_init (OvsQuestionCardClass *klass)
{
  signals[EDITED] = g_signal_new ("edited", OVS_TYPE_QUESTION_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SHOW_BIRTH_DATE] = g_signal_new ("show-birth-date", OVS_TYPE_QUESTION_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

GtkWidget *
ovs_question_card_new (void)
{
  return g_object_new (OVS_TYPE_QUESTION_CARD, NULL);
}
