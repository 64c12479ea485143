/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/apply/difference-rows.h"

#include <glib/gi18n.h>

#include "widgets/sign.h"

/* The differences of one person, which lie side by side. */
typedef struct
{
  guint first;
  guint end;
} Stretch;

static GtkWidget *
row_new (const char *title, const char *subtitle, OvsSign sign)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = gtk_image_new_from_icon_name (ovs_sign_get_icon (sign));

  gtk_widget_add_css_class (image, ovs_sign_get_class (sign));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  return row;
}

/* --- what differs, in words --- */

static const char *
address_or_none (const char *address)
{
  return address != NULL && *address != '\0' ? address : _ ("none");
}

static char *
day_or_none (OvsDay day)
{
  return day != OVS_NO_DAY ? ovs_day_to_dutch (day) : g_strdup (_ ("none"));
}

static char *
describe (const OvsDifference *difference)
{
  g_autofree char *there = day_or_none (difference->end);
  g_autofree char *here = day_or_none (difference->end_here);

  switch (difference->kind)
    {
    case OVS_DIFFERENCE_ADDRESS:
      return g_strdup_printf (_ ("%s: %s (here: %s)"), ovs_difference_title (difference), address_or_none (difference->email),
                              address_or_none (difference->email_here));
    case OVS_DIFFERENCE_END_DATE:
      return g_strdup_printf (_ ("%s: %s (here: %s)"), ovs_difference_title (difference), there, here);
    default:
      return g_strdup (ovs_difference_title (difference));
    }
}

static GtkWidget *
person_row_new (const GPtrArray *differences, const Stretch *person, gboolean held)
{
  const OvsDifference *one = g_ptr_array_index (differences, person->first);
  const char *name = NULL;
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = person->first; i < person->end; i++)
    {
      const OvsDifference *difference = g_ptr_array_index (differences, i);
      g_autofree char *sentence = describe (difference);

      name = difference->name != NULL ? difference->name : name;
      g_string_append_printf (text, "%s%s.", text->len > 0 ? " " : "", sentence);
    }
  if (held)
    g_string_append_printf (text, " %s", _ ("Not invited."));
  g_string_printf (title, _ ("Client %s · employee %s"), one->employer_number, one->employee_number);
  if (name != NULL)
    g_string_append_printf (title, " · %s", name);
  return row_new (title->str, text->str, held ? OVS_SIGN_WARNING : OVS_SIGN_INFO);
}

/* --- one person after the other --- */

static Stretch
find_stretch (const GPtrArray *differences, guint first)
{
  const OvsDifference *one = g_ptr_array_index (differences, first);
  Stretch stretch = { first, first + 1 };

  for (; stretch.end < differences->len; stretch.end++)
    {
      const OvsDifference *other = g_ptr_array_index (differences, stretch.end);

      if (other->employer != one->employer || g_strcmp0 (other->number_key, one->number_key) != 0)
        break;
    }
  return stretch;
}

static gboolean
is_held (const GPtrArray *differences, const Stretch *person)
{
  for (guint i = person->first; i < person->end; i++)
    if (((const OvsDifference *) g_ptr_array_index (differences, i))->held)
      return TRUE;
  return FALSE;
}

static GArray *
find_people (const GPtrArray *differences, gboolean held)
{
  GArray *people = g_array_new (FALSE, FALSE, sizeof (Stretch));

  for (guint i = 0; i < differences->len;)
    {
      Stretch person = find_stretch (differences, i);

      if (is_held (differences, &person) == held)
        g_array_append_val (people, person);
      i = person.end;
    }
  return people;
}

static void
tell_of_the_rest (guint number, OvsDifferenceRowFunc add, gpointer data)
{
  g_autofree char *rest = g_strdup_printf (_ ("And %'u more"), number);

  add (row_new (rest, _ ("“overstap apply --dry-run” lists them all"), OVS_SIGN_INFO), data);
}

GPtrArray *
ovs_difference_rows_foreach (const GPtrArray *differences, OvsDifferenceRowFunc add, gpointer data)
{
  GPtrArray *shown = g_ptr_array_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  const GPtrArray *all = differences != NULL ? differences : none;
  guint rows = 0, people = 0;

  for (int turn = 0; turn < 2; turn++)
    {
      gboolean held = turn == 0;
      g_autoptr (GArray) some = find_people (all, held);

      people += some->len;
      for (guint i = 0; i < some->len && rows < OVS_DIFFERENCE_ROWS; i++, rows++)
        {
          const Stretch *person = &g_array_index (some, Stretch, i);

          add (person_row_new (all, person, held), data);
          for (guint j = person->first; held && j < person->end; j++)
            g_ptr_array_add (shown, g_ptr_array_index (all, j));
        }
    }
  if (people > rows)
    tell_of_the_rest (people - rows, add, data);
  return shown;
}
