/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/person-facts.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "letters/story-words.h"
#include "steps/person-line.h"
#include "widgets/accessible.h"

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

static char *
begin_sentence (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, MIN (1, g_utf8_strlen (text, -1)));
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, g_utf8_offset_to_pointer (text, g_utf8_strlen (first, -1)), NULL);
}

static GtkWidget *
make_access (const char *portal, const char *title, const OvsStoryAccess *access)
{
  GtkWidget *card = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 4, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  OvsSign sign = ovs_person_line_sign_of_access (portal, access->status);
  GtkWidget *image = gtk_image_new_from_icon_name (ovs_sign_get_icon (sign));
  g_autofree char *source = ovs_story_words_source (access);
  g_autofree char *status = begin_sentence (ovs_story_words_access (access));
  g_autofree char *spoken = g_strdup_printf ("%s: %s", title, ovs_story_words_access (access));

  gtk_widget_add_css_class (image, ovs_sign_get_class (sign));
  gtk_box_append (GTK_BOX (line), image);
  gtk_box_append (GTK_BOX (line), make_label (status, "heading"));
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

/* Returns: the value, in a row of its own with what it is. */
static GtkWidget *
add_fact (GtkWidget *grid, const char *title, const char *value)
{
  GtkWidget *name = make_label (title, "soft");
  GtkWidget *label = make_label (value, NULL);
  int row = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (grid), "rows"));

  gtk_widget_set_valign (name, GTK_ALIGN_BASELINE);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, name, NULL, -1);
  gtk_grid_attach (GTK_GRID (grid), name, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), label, 1, row, 1, 1);
  g_object_set_data (G_OBJECT (grid), "rows", GINT_TO_POINTER (row + 1));
  return label;
}

static void
add_text (GtkWidget *grid, const char *title, const char *value)
{
  if (value != NULL && *value != '\0')
    add_fact (grid, title, value);
}

static void
add_birth_date (GtkWidget *grid, const OvsEmployee *record, OvsDay birth_date)
{
  g_autofree char *text = ovs_story_words_birth_date (record->birth_date, birth_date != OVS_NO_DAY);
  GtkWidget *value = add_fact (grid, _ ("Birth date"), record->birth_date != OVS_NO_DAY ? text : _ ("unknown"));
  GtkWidget *show;
  int row;

  if (record->birth_date == OVS_NO_DAY || birth_date != OVS_NO_DAY)
    return;
  gtk_grid_query_child (GTK_GRID (grid), value, NULL, &row, NULL, NULL);
  show = gtk_button_new_with_label (_ ("Show"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (show), "person.show-birth-date");
  gtk_widget_set_tooltip_text (show, _ ("Show the birth date; that is written down in the trail"));
  ovs_accessible_set_label (show, _ ("Show the birth date"));
  gtk_widget_set_valign (show, GTK_ALIGN_BASELINE);
  gtk_widget_add_css_class (show, "flat");
  gtk_grid_attach (GTK_GRID (grid), show, 2, row, 1, 1);
}

static void
add_addresses (GtkWidget *grid, const OvsEmployee *record)
{
  add_fact (grid, _ ("Address of the invitation"), record->email != NULL ? record->email : _ ("none"));
  if (g_strcmp0 (record->email, record->email_as_read) != 0)
    add_text (grid, _ ("Private e-mail in Loket"), record->email_as_read);
  add_text (grid, _ ("Work e-mail"), record->work_email);
  if (record->change_in_loket)
    add_fact (grid, _ ("To do"), _ ("Change the address in Loket too"));
}

static void
add_findings (GtkWidget *grid, const OvsStory *story)
{
  for (int finding = 0; finding < OVS_N_FINDINGS; finding++)
    if (story->open & OVS_FINDING_BIT (finding))
      add_fact (grid, _ ("Exception"), ovs_rule_title (finding));
  for (guint i = 0; i < story->acceptances->len; i++)
    {
      const OvsStoryAcceptance *acceptance = g_ptr_array_index (story->acceptances, i);
      g_autofree char *text = g_strdup_printf ("%s: %s", ovs_rule_title (acceptance->finding), acceptance->reason);

      add_fact (grid, _ ("Goes along after all"), text);
    }
}

static void
add_decisions (GtkWidget *grid, const OvsStory *story)
{
  g_autofree char *until = ovs_day_to_dutch (story->snoozed_until);

  if (story->judged)
    add_text (grid, _ ("Outcome of the check"),
              story->reason != OVS_REASON_NONE ? ovs_reason_title (story->reason) : ovs_disposition_title (story->disposition));
  add_findings (grid, story);
  add_text (grid, _ ("Left out"), story->excluded_reason);
  add_text (grid, _ ("No access needed"), story->no_access_reason);
  add_text (grid, _ ("Put off until"), until);
}

GtkWidget *
ovs_person_facts_new_list (const OvsStory *story, OvsDay birth_date)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "row-spacing", 6, "column-spacing", 18, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  g_autofree char *employments = ovs_story_words_employments (&story->record);

  gtk_widget_add_css_class (grid, "card");
  gtk_widget_add_css_class (grid, "round-card");
  ovs_accessible_set_label (grid, _ ("What is known"));
  add_addresses (grid, &story->record);
  add_birth_date (grid, &story->record, birth_date);
  add_fact (grid, _ ("Employment"), *employments != '\0' ? employments : _ ("unknown"));
  if (story->record.missing_since != 0)
    add_fact (grid, _ ("Latest file"), _ ("No longer in the file"));
  add_decisions (grid, story);
  add_text (grid, _ ("Handler"), story->handler);
  return grid;
}
