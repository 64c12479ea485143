/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/apply/apply-result.h"

#include <glib/gi18n.h>

#include "steps/apply/difference-rows.h"
#include "steps/number-row.h"
#include "widgets/accessible.h"

#define WIDTH 780

/* Loket's own words may differ from person to person; the uitvallijst has them all. */
#define MOST_REASONS 12

struct _OvsApplyResult
{
  AdwBin parent_instance;

  GtkImage *sign;
  GtkLabel *title;
  GtkLabel *sentence;
  GtkLabel *about;          /* which run is counted */
  OvsNumberRow *invited;
  OvsNumberRow *blocked;
  GtkWidget *asks;          /* what asks something */
  OvsNumberRow *stranded;
  AdwExpanderRow *fallout;
  GPtrArray *reasons;       /* (owned) (element-type GtkWidget) unowned rows */
  OvsNumberRow *unknown;
  GtkWidget *trouble;       /* what could not be done, per client */
  AdwExpanderRow *problems;
  GPtrArray *problem_rows;  /* (owned) (element-type GtkWidget) unowned rows */
  AdwExpanderRow *differences;
  GPtrArray *difference_rows; /* (owned) (element-type GtkWidget) unowned rows */
  GtkWidget *invite_held;
  OvsApplyWhom *held;       /* (owned) (nullable) */
  GtkWidget *again_group;
  AdwActionRow *again;
  GtkWidget *back;          /* giving Werknemerloket back */
  AdwActionRow *back_row;
};

G_DEFINE_FINAL_TYPE (OvsApplyResult, ovs_apply_result, ADW_TYPE_BIN)

enum
{
  FOLLOW,
  AGAIN,
  INVITE_HELD,
  UNBLOCK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ovs_apply_result_finalize (GObject *object)
{
  g_ptr_array_unref (OVS_APPLY_RESULT (object)->reasons);
  g_ptr_array_unref (OVS_APPLY_RESULT (object)->problem_rows);
  g_ptr_array_unref (OVS_APPLY_RESULT (object)->difference_rows);
  ovs_apply_whom_free (OVS_APPLY_RESULT (object)->held);
  G_OBJECT_CLASS (ovs_apply_result_parent_class)->finalize (object);
}

static void
ovs_apply_result_class_init (OvsApplyResultClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ovs_apply_result_finalize;
  signals[FOLLOW] = g_signal_new ("follow", OVS_TYPE_APPLY_RESULT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[AGAIN] = g_signal_new ("again", OVS_TYPE_APPLY_RESULT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[INVITE_HELD] = g_signal_new ("invite-held", OVS_TYPE_APPLY_RESULT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[UNBLOCK] = g_signal_new ("unblock", OVS_TYPE_APPLY_RESULT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
on_follow (OvsApplyResult *self)
{
  g_signal_emit (self, signals[FOLLOW], 0);
}

static void
on_again (OvsApplyResult *self)
{
  g_signal_emit (self, signals[AGAIN], 0);
}

static void
on_invite_held (OvsApplyResult *self)
{
  g_signal_emit (self, signals[INVITE_HELD], 0);
}

static void
on_unblock (OvsApplyResult *self)
{
  g_signal_emit (self, signals[UNBLOCK], 0);
}

/* A boxed list under a heading; returns the list. */
static GtkWidget *
add_group (GtkBox *box, const char *heading, GtkWidget **group)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (heading);
  GtkWidget *list = gtk_list_box_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  gtk_box_append (GTK_BOX (part), label);
  gtk_box_append (GTK_BOX (part), list);
  gtk_box_append (box, part);
  *group = part;
  return list;
}

static OvsNumberRow *
add_number (OvsApplyResult *self, GtkWidget *list, const char *title)
{
  GtkWidget *row = ovs_number_row_new (title);

  g_signal_connect_swapped (row, "activated", G_CALLBACK (on_follow), self);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return OVS_NUMBER_ROW (row);
}

static AdwExpanderRow *
add_expander (GtkWidget *list, const char *label)
{
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  ovs_accessible_name_below (row, GTK_TYPE_LIST_BOX, label);
  ovs_accessible_set_label (row, label);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return ADW_EXPANDER_ROW (row);
}

static GtkWidget *
make_head (OvsApplyResult *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->sign = GTK_IMAGE (gtk_image_new ());
  gtk_image_set_pixel_size (self->sign, 56);
  self->title = GTK_LABEL (gtk_label_new (NULL));
  self->sentence = GTK_LABEL (gtk_label_new (NULL));
  self->about = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_wrap (self->title, TRUE);
  gtk_label_set_xalign (self->about, 0);
  gtk_label_set_wrap (self->about, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->about), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->about), "soft");
  gtk_label_set_xalign (self->sentence, 0);
  gtk_label_set_wrap (self->sentence, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "title-1");
  gtk_widget_add_css_class (GTK_WIDGET (self->sentence), "soft");
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->sentence));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->about));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->sign));
  gtk_box_append (GTK_BOX (head), words);
  return head;
}

static void
make_again (OvsApplyResult *self, GtkBox *box)
{
  GtkWidget *list = add_group (box, _ ("The rest"), &self->again_group);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Go on where it was"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_again), self);
  self->again = ADW_ACTION_ROW (row);
  adw_action_row_add_suffix (self->again, button);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
make_differences (OvsApplyResult *self, GtkWidget *list)
{
  self->invite_held = gtk_button_new_with_label (_ ("Invite all the same…"));
  gtk_widget_set_valign (self->invite_held, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->invite_held, "clicked", G_CALLBACK (on_invite_held), self);
  self->differences = add_expander (list, _ ("Loket has otherwise than was judged"));
  adw_expander_row_add_action (self->differences, self->invite_held);
}

static void
make_back (OvsApplyResult *self, GtkBox *box)
{
  GtkWidget *list = add_group (box, _ ("Back"), &self->back);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Unblock…"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_unblock), self);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Give Werknemerloket back"));
  self->back_row = ADW_ACTION_ROW (row);
  adw_action_row_set_subtitle_lines (self->back_row, 0);
  adw_action_row_add_suffix (self->back_row, button);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
ovs_apply_result_init (OvsApplyResult *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  GtkWidget *done;
  GtkWidget *list;

  self->reasons = g_ptr_array_new ();
  self->problem_rows = g_ptr_array_new ();
  self->difference_rows = g_ptr_array_new ();
  gtk_box_append (GTK_BOX (box), make_head (self));
  make_again (self, GTK_BOX (box));
  list = add_group (GTK_BOX (box), _ ("Succeeded"), &done);
  self->invited = add_number (self, list, _ ("Invited"));
  self->blocked = add_number (self, list, _ ("Werknemerloket blocked"));
  list = add_group (GTK_BOX (box), _ ("Asks something still"), &self->asks);
  self->stranded = add_number (self, list, _ ("Without access"));
  self->fallout = add_expander (list, _ ("Fallout list"));
  self->unknown = add_number (self, list, _ ("Not known yet"));
  list = add_group (GTK_BOX (box), _ ("Could not be done"), &self->trouble);
  self->problems = add_expander (list, _ ("Could not be done"));
  make_differences (self, list);
  make_back (self, GTK_BOX (box));

  gtk_widget_add_css_class (box, "page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  ovs_accessible_set_label (scrolled, _ ("Result"));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

GtkWidget *
ovs_apply_result_new (void)
{
  return g_object_new (OVS_TYPE_APPLY_RESULT, NULL);
}

static void
show_head (OvsApplyResult *self, const OvsApplyOutcome *outcome, OvsApplyRun *run, gint64 ready)
{
  const GError *error = run != NULL ? ovs_apply_run_get_error (run) : NULL;
  gint64 asked = outcome->lists[OVS_OUTCOMES_INVITED] + outcome->lists[OVS_OUTCOMES_REFUSED] + outcome->lists[OVS_OUTCOMES_UNKNOWN];
  g_autofree char *sentence = g_strdup_printf (ngettext ("%'d of %'d employee is invited.", "%'d of %'d employees are invited.", (gulong) asked),
                                               (int) outcome->lists[OVS_OUTCOMES_INVITED], (int) asked);
  g_autofree char *both = error != NULL ? g_strdup_printf ("%s %s", error->message, sentence) : NULL;
  gboolean whole = ready == 0 && error == NULL;
  OvsSign sign = whole ? OVS_SIGN_DONE : OVS_SIGN_WARNING;
  const char *const class[] = { ovs_sign_get_class (sign), NULL };

  gtk_image_set_from_icon_name (self->sign, ovs_sign_get_icon (sign));
  gtk_widget_set_css_classes (GTK_WIDGET (self->sign), (const char **) class);
  if (error != NULL)
    gtk_label_set_text (self->title, _ ("Interrupted; nothing is lost"));
  else
    gtk_label_set_text (self->title, whole ? _ ("Applied") : _ ("Applied in part"));
  gtk_label_set_text (self->sentence, both != NULL ? both : sentence);
}

static void
show_about (OvsApplyResult *self, const OvsApplyOutcome *outcome)
{
  g_autofree char *begun = ovs_clock_to_dutch (outcome->begun);
  g_autofree char *of_round = g_strdup_printf (_ ("Round %d, conversion of %s. Only that is counted here; Follow counts the whole dossier."), (int) outcome->round, begun);
  g_autofree char *of_all = g_strdup_printf (_ ("Conversion of %s. Only that is counted here; Follow counts the whole dossier."), begun);
  g_autofree char *round = g_strdup_printf (_ ("For everybody of round %d to whom it was blocked. Invitations and accounts stay."), (int) outcome->round);
  const char *without = outcome->round < 0 ? _ ("For everybody without a round to whom it was blocked. Invitations and accounts stay.")
                                          : _ ("For everybody in this dossier to whom it was blocked. Invitations and accounts stay.");

  gtk_label_set_text (self->about, outcome->round > 0 ? of_round : of_all);
  gtk_widget_set_visible (GTK_WIDGET (self->about), outcome->begun != 0);
  adw_action_row_set_subtitle (self->back_row, outcome->round > 0 ? round : without);
}

static guint
count_held (const GPtrArray *differences)
{
  guint held = 0;

  for (guint i = 0; differences != NULL && i < differences->len; i++)
    held += ((const OvsDifference *) g_ptr_array_index (differences, i))->held;
  return held;
}

/* Who was held back has a way of his own. */
static void
show_again (OvsApplyResult *self, OvsApplyRun *run, gint64 ready)
{
  gint64 rest = ready - (run != NULL ? count_held (ovs_apply_run_get_differences (run)) : 0);
  g_autofree char *title = g_strdup_printf (ngettext ("%'d is still to be invited", "%'d are still to be invited", (gulong) rest), (int) rest);

  gtk_widget_set_visible (self->again_group, rest > 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->again), title);
  adw_action_row_set_subtitle (self->again, _ ("Who was invited is not invited twice."));
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (a, b);
}

static void
add_reason_row (OvsApplyResult *self, const char *text, const OvsApplyReason *reason)
{
  GtkWidget *row = ovs_number_row_new (text);

  ovs_number_row_set (OVS_NUMBER_ROW (row), reason->people, reason->advice, OVS_SIGN_NONE);
  g_signal_connect_swapped (row, "activated", G_CALLBACK (on_follow), self);
  adw_expander_row_add_row (self->fallout, row);
  g_ptr_array_add (self->reasons, row);
}

static void
show_fallout (OvsApplyResult *self, const OvsApplyOutcome *outcome)
{
  gint64 number = outcome->lists[OVS_OUTCOMES_REFUSED];
  g_autofree char *title = g_strdup_printf (ngettext ("%'d on the fallout list", "%'d on the fallout list", (gulong) number), (int) number);
  g_autoptr (GList) texts = g_list_sort (g_hash_table_get_keys (outcome->reasons), compare_texts);
  guint shown = 0;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->fallout), title);
  adw_expander_row_set_subtitle (self->fallout, _ ("They keep Werknemerloket; invite them later."));
  gtk_widget_set_visible (GTK_WIDGET (self->fallout), number > 0);
  adw_expander_row_set_expanded (self->fallout, number > 0);
  for (guint i = 0; i < self->reasons->len; i++)
    adw_expander_row_remove (self->fallout, g_ptr_array_index (self->reasons, i));
  g_ptr_array_set_size (self->reasons, 0);
  for (GList *text = texts; text != NULL && shown < MOST_REASONS; text = text->next, shown++)
    add_reason_row (self, text->data, g_hash_table_lookup (outcome->reasons, text->data));
}

static void
add_difference (GtkWidget *row, gpointer data)
{
  OvsApplyResult *self = data;

  adw_expander_row_add_row (self->differences, row);
  g_ptr_array_add (self->difference_rows, row);
}

static void
show_differences (OvsApplyResult *self, GPtrArray *differences)
{
  guint number = differences != NULL ? differences->len : 0;
  guint held = count_held (differences);
  g_autofree char *title = g_strdup_printf (ngettext ("Loket has %'u thing otherwise than was judged", "Loket has %'u things otherwise than was judged", number), number);
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%'u was not invited for it. Invite all the same with what Loket has, or first read from Loket in Select and look at it in Check.",
                                                         "%'u were not invited for it. Invite all the same with what Loket has, or first read from Loket in Select and look at it in Check.", held),
                                               held);
  g_autoptr (GPtrArray) shown = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->differences), number > 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->differences), title);
  adw_expander_row_set_subtitle (self->differences, held > 0 ? subtitle : _ ("It kept nobody from being invited."));
  for (guint i = 0; i < self->difference_rows->len; i++)
    adw_expander_row_remove (self->differences, g_ptr_array_index (self->difference_rows, i));
  g_ptr_array_set_size (self->difference_rows, 0);
  shown = ovs_difference_rows_foreach (differences, add_difference, self);
  g_clear_pointer (&self->held, ovs_apply_whom_free);
  self->held = shown->len > 0 ? ovs_apply_whom_new_held (shown) : NULL;
  gtk_widget_set_visible (self->invite_held, self->held != NULL);
  /* Nobody agrees to what he has not seen. */
  adw_expander_row_set_expanded (self->differences, self->held != NULL);
}

static void
show_problems (OvsApplyResult *self, GPtrArray *problems)
{
  guint number = problems != NULL ? problems->len : 0;
  g_autofree char *title = g_strdup_printf (ngettext ("%u client", "%u clients", number), number);

  gtk_widget_set_visible (GTK_WIDGET (self->problems), number > 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->problems), title);
  for (guint i = 0; i < self->problem_rows->len; i++)
    adw_expander_row_remove (self->problems, g_ptr_array_index (self->problem_rows, i));
  g_ptr_array_set_size (self->problem_rows, 0);
  for (guint i = 0; i < number; i++)
    {
      const OvsProblem *problem = g_ptr_array_index (problems, i);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), problem->employer_number);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), problem->reason);
      adw_expander_row_add_row (self->problems, row);
      g_ptr_array_add (self->problem_rows, row);
    }
}

OvsApplyWhom *
ovs_apply_result_get_held (OvsApplyResult *self)
{
  return self->held != NULL ? ovs_apply_whom_copy (self->held) : NULL;
}

void
ovs_apply_result_show (OvsApplyResult *self, const OvsApplyOutcome *outcome, OvsApplyRun *run, gint64 ready)
{
  const gint64 *lists = outcome->lists;
  gint64 both = outcome->unblocked;
  g_autofree char *open = g_strdup_printf (ngettext ("%'d has both portals for now; the next run tries again.",
                                                     "%'d have both portals for now; the next run tries again.", (gulong) both),
                                           (int) both);

  show_head (self, outcome, run, ready);
  show_about (self, outcome);
  show_again (self, run, ready);
  ovs_number_row_set (self->invited, lists[OVS_OUTCOMES_INVITED], _ ("Loket has confirmed their invitation"), OVS_SIGN_DONE);
  ovs_number_row_set (self->blocked, outcome->blocked, both > 0 ? open : NULL, both > 0 ? OVS_SIGN_WARNING : OVS_SIGN_DONE);
  ovs_number_row_set (self->stranded, lists[OVS_OUTCOMES_STRANDED], _ ("Werknemerloket is blocked and there is no invitation. Solve these today."),
                      OVS_SIGN_STOPPER);
  gtk_widget_set_visible (GTK_WIDGET (self->stranded), lists[OVS_OUTCOMES_STRANDED] > 0);
  show_fallout (self, outcome);
  ovs_number_row_set (self->unknown, lists[OVS_OUTCOMES_UNKNOWN], _ ("Loket has not told what became of it. Read the status back; do nothing else."),
                      OVS_SIGN_UNKNOWN);
  gtk_widget_set_visible (GTK_WIDGET (self->unknown), lists[OVS_OUTCOMES_UNKNOWN] > 0);
  gtk_widget_set_visible (self->asks, lists[OVS_OUTCOMES_STRANDED] + lists[OVS_OUTCOMES_REFUSED] + lists[OVS_OUTCOMES_UNKNOWN] > 0);
  gtk_widget_set_visible (self->back, outcome->blocked > 0);
  show_problems (self, run != NULL ? ovs_apply_run_get_problems (run) : NULL);
  show_differences (self, run != NULL ? ovs_apply_run_get_differences (run) : NULL);
  gtk_widget_set_visible (self->trouble, gtk_widget_get_visible (GTK_WIDGET (self->problems)) || gtk_widget_get_visible (GTK_WIDGET (self->differences)));
}
