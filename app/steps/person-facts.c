/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/person-facts.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "letters/story-words.h"
#include "steps/person-line.h"
#include "widgets/accessible.h"

/* Characters; a longer value goes on below. */
#define VALUE_WIDTH 44

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* --- the accesses ------------------------------------------------------------------------------------------------ */

static GtkWidget *
make_access (const char *portal, const char *title, const OvsStoryAccess *access)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  OvsSign sign = ovs_person_line_sign_of_access (portal, access->status);
  GtkWidget *image = gtk_image_new_from_icon_name (ovs_sign_get_icon (sign));
  g_autofree char *source = ovs_story_words_source (access);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", title, ovs_story_words_access (access));

  gtk_widget_add_css_class (image, ovs_sign_get_class (sign));
  gtk_box_append (GTK_BOX (line), image);
  gtk_box_append (GTK_BOX (line), make_label (ovs_story_words_access (access), "heading"));
  gtk_box_append (GTK_BOX (card), make_label (title, "caption-heading"));
  gtk_box_append (GTK_BOX (card), line);
  gtk_box_append (GTK_BOX (card), make_label (*source != '\0' ? source : _ ("Nothing tells yet."), "caption"));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "round-card");
  ovs_accessible_set_label (card, spoken);
  return card;
}

GtkWidget *
ovs_person_facts_new_accesses (const OvsStory *story)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_box_append (GTK_BOX (box), make_access (OVS_PORTAL_WERKNEMERLOKET, "Werknemerloket", &story->werknemerloket));
  gtk_box_append (GTK_BOX (box), make_access (OVS_PORTAL_MIJNLOKET, "MijnLoket", &story->mijnloket));
  return box;
}

/* --- the rest ---------------------------------------------------------------------------------------------------- */

static GtkWidget *
add_fact (GtkWidget *list, const char *title, const char *value)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = make_label (value, NULL);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", title, value);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), VALUE_WIDTH);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  ovs_accessible_set_label (row, spoken);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return row;
}

static void
add_text (GtkWidget *list, const char *title, const char *value)
{
  if (value != NULL && *value != '\0')
    add_fact (list, title, value);
}

static void
add_birth_date (GtkWidget *list, const OvsEmployee *record, OvsDay birth_date)
{
  g_autofree char *text = ovs_story_words_birth_date (record->birth_date, birth_date != OVS_NO_DAY);
  GtkWidget *row;
  GtkWidget *show;

  if (record->birth_date == OVS_NO_DAY)
    {
      add_fact (list, _ ("Birth date"), _ ("unknown"));
      return;
    }
  row = add_fact (list, _ ("Birth date"), text);
  if (birth_date != OVS_NO_DAY)
    return;
  show = gtk_button_new_with_label (_ ("Show"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (show), "person.show-birth-date");
  gtk_widget_set_tooltip_text (show, _ ("Show the birth date; that is written down in the trail"));
  ovs_accessible_set_label (show, _ ("Show the birth date"));
  gtk_widget_set_valign (show, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (show, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), show);
}

static void
add_addresses (GtkWidget *list, const OvsEmployee *record)
{
  add_fact (list, _ ("Address of the invitation"), record->email != NULL ? record->email : _ ("none"));
  if (g_strcmp0 (record->email, record->email_as_read) != 0)
    add_text (list, _ ("Private e-mail in Loket"), record->email_as_read);
  add_text (list, _ ("Work e-mail"), record->work_email);
  if (record->change_in_loket)
    add_fact (list, _ ("To do"), _ ("Change the address in Loket too"));
}

static void
add_findings (GtkWidget *list, const OvsStory *story)
{
  for (int finding = 0; finding < OVS_N_FINDINGS; finding++)
    if (story->open & OVS_FINDING_BIT (finding))
      add_fact (list, _ ("Exception"), ovs_rule_title (finding));
  for (guint i = 0; i < story->acceptances->len; i++)
    {
      const OvsStoryAcceptance *acceptance = g_ptr_array_index (story->acceptances, i);
      g_autofree char *text = g_strdup_printf ("%s: %s", ovs_rule_title (acceptance->finding), acceptance->reason);

      add_fact (list, _ ("Goes along after all"), text);
    }
}

static void
add_decisions (GtkWidget *list, const OvsStory *story)
{
  g_autofree char *until = ovs_day_to_dutch (story->snoozed_until);

  if (story->judged)
    add_text (list, _ ("Outcome of the check"),
              story->reason != OVS_REASON_NONE ? ovs_reason_title (story->reason) : ovs_disposition_title (story->disposition));
  add_findings (list, story);
  add_text (list, _ ("Left out"), story->excluded_reason);
  add_text (list, _ ("No access needed"), story->no_access_reason);
  add_text (list, _ ("Put off until"), until);
}

GtkWidget *
ovs_person_facts_new_list (const OvsStory *story, OvsDay birth_date)
{
  GtkWidget *list = gtk_list_box_new ();
  g_autofree char *employments = ovs_story_words_employments (&story->record);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  ovs_accessible_set_label (list, _ ("What is known"));
  add_addresses (list, &story->record);
  add_birth_date (list, &story->record, birth_date);
  add_fact (list, _ ("Employment"), *employments != '\0' ? employments : _ ("unknown"));
  if (story->record.missing_since != 0)
    add_fact (list, _ ("Latest file"), _ ("No longer in the file"));
  add_decisions (list, story);
  add_text (list, _ ("Handler"), story->handler);
  return list;
}
