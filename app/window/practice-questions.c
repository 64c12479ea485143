/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/practice-questions.h"

#include <glib/gi18n.h>

#include "base/clock.h"
#include "widgets/accessible.h"
#include "widgets/page-window.h"

#define QUESTIONS "/practice/questions"

/* By the step at which somebody is stuck. */
static const struct
{
  const char *step;
  const char *advice;
} helps[] = {
  { "A", N_ ("Look whether the private address is right, and let the employee look at unwanted mail. Adjust the address where needed, and invite again.") },
  { "B", N_ ("The second mail comes from MijnLoket too: let the employee look at unwanted mail. The link in it is needed to go on.") },
  { "C", N_ ("The password is a new one, not that of Werknemerloket. Let the employee read what it must have, or choose another with the link in the mail.") },
  { "D", N_ ("The birth date makes the link to the payslips. It is safe, and can be entered later: log in again, and go on there.") },
  { "E", N_ ("Compare the birth date with the payroll administration, and correct it there. After too many attempts the employee has to wait.") },
};

typedef struct
{
  GtkWidget *page;
  GtkWidget *show; /* a switch: what helps */
} Questions;

static const char *
get_text (JsonObject *question, const char *member)
{
  return json_object_get_string_member_with_default (question, member, "");
}

static const char *
get_advice (const char *step)
{
  for (gsize i = 0; i < G_N_ELEMENTS (helps); i++)
    if (g_str_equal (helps[i].step, step))
      return _ (helps[i].advice);
  return "";
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_row (Questions *questions, JsonObject *question)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *advice = make_label (get_advice (get_text (question, "step")), NULL);
  gint64 at = 0;
  g_autofree char *day = ovs_clock_parse_iso (get_text (question, "at"), &at) ? ovs_day_to_dutch (ovs_clock_day_of (at)) : g_strdup ("");
  g_autofree char *who = g_strdup_printf ("%s · %s · %s", get_text (question, "employee"), get_text (question, "employer"), day);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", get_text (question, "text"), who);

  gtk_widget_set_margin_top (box, 10);
  gtk_widget_set_margin_bottom (box, 10);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), make_label (get_text (question, "text"), NULL));
  gtk_box_append (GTK_BOX (box), make_label (who, "caption"));
  gtk_box_append (GTK_BOX (box), advice);
  gtk_widget_add_css_class (advice, "soft");
  g_object_bind_property (questions->show, "active", advice, "visible", G_BINDING_SYNC_CREATE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  ovs_accessible_set_label (row, spoken);
  return row;
}

static void
add_group (Questions *questions, const char *title, const char *description, GtkWidget *suffix)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  ovs_accessible_set_label (group, title);
  if (suffix != NULL)
    adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), suffix);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (questions->page), ADW_PREFERENCES_GROUP (group));
  g_object_set_data (G_OBJECT (questions->page), "group", group);
}

static void
show (Questions *questions, JsonArray *all, guint total)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%u question", "%u questions", total), total);
  GtkWidget *group;

  add_group (questions, title, _ ("Find out what is the matter, and help on the fallout list or under Waiting."), questions->show);
  group = g_object_get_data (G_OBJECT (questions->page), "group");
  for (guint i = json_array_get_length (all); i > 0; i--)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (questions, json_array_get_object_element (all, i - 1)));
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Questions *questions = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) answer = ovs_practice_child_ask_finish (OVS_PRACTICE_CHILD (source), result, &error);
  JsonObject *object = answer != NULL ? json_node_get_object (answer) : NULL;
  JsonArray *all = object != NULL && json_object_has_member (object, "_embedded") ? json_object_get_array_member (object, "_embedded") : NULL;

  if (gtk_widget_get_root (questions->page) == NULL)
    ;
  else if (all == NULL)
    add_group (questions, _ ("The questions could not be read"), error != NULL ? error->message : NULL, NULL);
  else if (json_array_get_length (all) == 0)
    add_group (questions, _ ("Nobody asked anything yet"),
               _ ("Employees ask for help when they act by themselves: invite some, and choose “As in real life…” in the menu Practise."), NULL);
  else
    show (questions, all, (guint) json_object_get_int_member_with_default (object, "totalSize", json_array_get_length (all)));
  g_object_unref (questions->page);
  g_object_unref (questions->show);
  g_free (questions);
}

void
ovs_practice_questions_present (GtkWidget *parent, OvsPracticeChild *practice)
{
  Questions *questions = g_new0 (Questions, 1);

  questions->page = g_object_ref_sink (adw_preferences_page_new ());
  questions->show = g_object_ref_sink (gtk_check_button_new_with_label (_ ("Show what helps")));
  gtk_window_present (ovs_page_window_new (parent, _ ("Questions of employees"), questions->page, 520));
  ovs_practice_child_ask_async (practice, "GET", QUESTIONS, NULL, on_answered, questions);
}
