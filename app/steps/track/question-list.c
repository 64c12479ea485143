/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/question-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "widgets/accessible.h"
#include "widgets/count-pill.h"
#include "widgets/sign.h"

/* So many ended ones are shown; whoever called before that is found by his name. */
#define MOST_ENDED 50

struct _OvsQuestionList
{
  GtkWidget parent_instance;

  GtkListBox *lists[2]; /* open, ended */
  GtkWidget *heads[2];
  OvsCountPill *pills[2];
  GtkWidget *nothing;
  OvsQuestionItems *items; /* (owned) (nullable) */
  gint64 marked;
};

G_DEFINE_FINAL_TYPE (OvsQuestionList, ovs_question_list, GTK_TYPE_WIDGET)

enum
{
  NEW,
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- reading --- */

static void
item_free (gpointer data)
{
  OvsQuestionItem *item = data;

  g_free (item->title);
  g_free (item->subtitle);
  g_free (item->when);
  g_free (item);
}

void
ovs_question_items_free (OvsQuestionItems *items)
{
  if (items == NULL)
    return;
  g_ptr_array_unref (items->items);
  g_free (items);
}

typedef struct
{
  GPtrArray *items;
  OvsDay today;
} Reading;

static char *
say_when (const OvsQuestion *question, OvsDay today)
{
  g_autofree char *at = question->call_back_at >= 0 ? ovs_question_format_time (question->call_back_at) : NULL;
  g_autofree char *day = ovs_day_to_dutch (question->call_back_on);

  if (question->ended != 0 || question->call_back_on == OVS_NO_DAY)
    return g_strdup_printf (_ ("%d min"), question->minutes);
  if (question->call_back_on == today)
    return g_strdup (at != NULL ? at : _ ("today"));
  return g_steal_pointer (&day);
}

static void
add_item (const OvsQuestionRow *row, gpointer data)
{
  const Reading *reading = data;
  const OvsQuestion *question = &row->question;
  const char *client = row->employer_name != NULL ? row->employer_name : row->employer_number;
  OvsQuestionItem *item = g_new0 (OvsQuestionItem, 1);
  gboolean calls = question->ended == 0 && question->call_back_on != OVS_NO_DAY;

  item->id = question->id;
  item->ended = question->ended != 0;
  item->due = calls && question->call_back_on <= reading->today;
  item->title = g_strdup (row->name != NULL ? row->name : client);
  if (calls)
    item->subtitle = g_strdup_printf (_ ("Call back · %s"), client);
  else
    item->subtitle = g_strdup (row->name != NULL ? client : _ ("The client itself"));
  item->when = say_when (question, reading->today);
  g_ptr_array_add (reading->items, item);
}

OvsQuestionItems *
ovs_question_items_read (OvsTx *tx, const char *filter)
{
  OvsQuestionItems *items = g_new0 (OvsQuestionItems, 1);
  Reading reading = { g_ptr_array_new_with_free_func (item_free), ovs_tx_today (tx) };
  OvsQuestionCounts counts;

  ovs_questions_foreach (tx, OVS_QUESTIONS_OPEN, filter, -1, add_item, &reading);
  items->open = reading.items->len;
  ovs_questions_foreach (tx, OVS_QUESTIONS_ENDED, filter, MOST_ENDED, add_item, &reading);
  ovs_questions_count (tx, filter, reading.today, &counts);
  items->ended = counts.all - counts.open;
  items->items = reading.items;
  return items;
}

/* --- showing --- */

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static const char *
say_state (const OvsQuestionItem *item)
{
  if (item->ended)
    return _ ("ended");
  return item->due ? _ ("to be called back now") : _ ("open");
}

static GtkWidget *
make_row (const OvsQuestionItem *item)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *grid = gtk_grid_new ();
  OvsSign meaning = item->ended ? OVS_SIGN_DONE : item->due ? OVS_SIGN_WARNING : OVS_SIGN_CALL;
  GtkWidget *sign = gtk_image_new_from_icon_name (ovs_sign_get_icon (meaning));
  GtkWidget *when = gtk_label_new (item->when);
  GtkWidget *subtitle = make_label (item->subtitle, "caption");
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s, %s", item->title, item->subtitle, item->when, say_state (item));

  if (ovs_sign_get_class (meaning) != NULL)
    gtk_widget_add_css_class (sign, ovs_sign_get_class (meaning));
  gtk_widget_add_css_class (subtitle, "soft");
  gtk_widget_add_css_class (when, "caption");
  gtk_grid_set_column_spacing (GTK_GRID (grid), 10);
  gtk_grid_attach (GTK_GRID (grid), sign, 0, 0, 1, 2);
  gtk_grid_attach (GTK_GRID (grid), make_label (item->title, "heading"), 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), when, 2, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), subtitle, 1, 1, 2, 1);
  gtk_widget_add_css_class (grid, "question-line");
  gtk_widget_set_tooltip_text (grid, item->title);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), grid);
  ovs_accessible_set_label (row, spoken);
  return row;
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, OvsQuestionList *self)
{
  guint place = (guint) gtk_list_box_row_get_index (row) + (list == self->lists[1] ? self->items->open : 0);

  g_signal_emit (self, signals[CHOSEN], 0, ((OvsQuestionItem *) g_ptr_array_index (self->items->items, place))->id);
}

static void
show_mark (OvsQuestionList *self)
{
  for (guint i = 0; self->items != NULL && i < self->items->items->len; i++)
    {
      const OvsQuestionItem *item = g_ptr_array_index (self->items->items, i);
      guint list = i < self->items->open ? 0 : 1;
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->lists[list], (int) (list == 0 ? i : i - self->items->open));

      if (item->id == self->marked)
        gtk_widget_add_css_class (GTK_WIDGET (row), "chosen");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (row), "chosen");
    }
}

void
ovs_question_list_mark (OvsQuestionList *self, gint64 id)
{
  self->marked = id;
  show_mark (self);
}

void
ovs_question_list_show (OvsQuestionList *self, OvsQuestionItems *items)
{
  gboolean due = FALSE;

  ovs_question_items_free (self->items);
  self->items = items;
  for (guint list = 0; list < 2; list++)
    {
      GtkWidget *child;

      while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lists[list]))) != NULL)
        gtk_list_box_remove (self->lists[list], child);
    }
  for (guint i = 0; i < items->items->len; i++)
    {
      const OvsQuestionItem *item = g_ptr_array_index (items->items, i);

      due = due || item->due;
      gtk_list_box_append (self->lists[i < items->open ? 0 : 1], make_row (item));
    }
  ovs_count_pill_set (self->pills[0], due ? OVS_SIGN_WARNING : OVS_SIGN_NONE, items->open);
  ovs_count_pill_set (self->pills[1], OVS_SIGN_NONE, items->ended);
  for (guint list = 0; list < 2; list++)
    {
      gboolean any = list == 0 ? items->open > 0 : items->items->len > items->open;

      gtk_widget_set_visible (self->heads[list], any);
      gtk_widget_set_visible (GTK_WIDGET (self->lists[list]), any);
    }
  gtk_widget_set_visible (self->nothing, items->items->len == 0);
  show_mark (self);
}

/* --- what it looks like --- */

static void
on_new (OvsQuestionList *self)
{
  g_signal_emit (self, signals[NEW], 0);
}

static void
add_list (OvsQuestionList *self, GtkBox *box, guint place, const char *title)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *pill = ovs_count_pill_new ();

  self->heads[place] = head;
  self->pills[place] = OVS_COUNT_PILL (pill);
  self->lists[place] = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->lists[place], GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->lists[place]), "boxed-list");
  ovs_accessible_set_label (self->lists[place], title);
  g_signal_connect (self->lists[place], "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_box_append (GTK_BOX (head), make_label (title, "heading"));
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), pill);
  gtk_widget_set_visible (head, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->lists[place]), FALSE);
  gtk_box_append (box, head);
  gtk_box_append (box, GTK_WIDGET (self->lists[place]));
}

static void
ovs_question_list_init (OvsQuestionList *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), ovs_sign_get_icon (OVS_SIGN_CALL));
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("New question"));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_tooltip_text (button, _ ("New question (Ctrl+H)"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_new), self);
  self->nothing = gtk_label_new (_ ("Nobody asked for help yet."));
  gtk_label_set_wrap (GTK_LABEL (self->nothing), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->nothing), 0);
  gtk_widget_add_css_class (self->nothing, "soft");
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), self->nothing);
  add_list (self, GTK_BOX (box), 0, _ ("Open"));
  add_list (self, GTK_BOX (box), 1, _ ("Ended"));
  gtk_widget_add_css_class (box, "question-side");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));
}

static void
ovs_question_list_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&OVS_QUESTION_LIST (object)->items, ovs_question_items_free);
  G_OBJECT_CLASS (ovs_question_list_parent_class)->dispose (object);
}

static void
ovs_question_list_class_init (OvsQuestionListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_question_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[NEW] = g_signal_new ("new", OVS_TYPE_QUESTION_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOSEN] = g_signal_new ("chosen", OVS_TYPE_QUESTION_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

GtkWidget *
ovs_question_list_new (void)
{
  return g_object_new (OVS_TYPE_QUESTION_LIST, NULL);
}
