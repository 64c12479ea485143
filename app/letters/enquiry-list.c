/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/enquiry-list.h"

#include "base/text.h"
#include "dossier/employee.h"
#include "dossier/settings.h"
#include "letters/enquiry-words.h"
#include "rules/client-question.h"

static void
line_free (gpointer data)
{
  OvsEnquiryLine *line = data;

  g_free (line->number);
  g_free (line->name);
  g_free (line->missing);
  g_free (line);
}

void
ovs_enquiry_list_free (OvsEnquiryList *list)
{
  g_free (list->firm);
  g_free (list->number);
  g_free (list->client);
  g_free (list->handler);
  g_ptr_array_unref (list->lines);
  g_array_unref (list->people);
  g_free (list);
}

static gboolean
is_filled (const char *text)
{
  return text != NULL && *text != '\0';
}

/* Who has no initials in the dossier is called by the first letter of the first name: it tells no more than needed. */
static char *
name_of (const OvsEnquiryPerson *person)
{
  g_autoptr (GString) initial = g_string_new (NULL);

  if (!is_filled (person->initials) && is_filled (person->first_name))
    {
      g_string_append_unichar (initial, g_unichar_toupper (g_utf8_get_char (person->first_name)));
      g_string_append_c (initial, '.');
    }
  return ovs_employee_format_name (is_filled (person->initials) ? person->initials : initial->str, NULL, person->prefix, person->last_name);
}

static void
add_person (const OvsEnquiryPerson *person, gpointer data)
{
  OvsEnquiryList *list = data;
  OvsEnquiryLine *line = g_new0 (OvsEnquiryLine, 1);

  if (list->number == NULL)
    {
      list->number = g_strdup (person->employer_number);
      list->client = g_strdup (is_filled (person->employer_name) ? person->employer_name : person->employer_number);
      list->handler = g_strdup (person->handler);
    }
  line->number = g_strdup (person->number);
  line->name = name_of (person);
  line->missing = ovs_enquiry_words_missing (person->asked);
  line->takes_address = (person->asked & ovs_client_questions_address ()) != 0;
  g_ptr_array_add (list->lines, line);
  g_array_append_val (list->people, person->employee);
}

OvsEnquiryList *
ovs_enquiry_list_read (OvsTx *tx, gint64 employer, OvsDay deadline)
{
  g_autoptr (OvsEnquiryList) list = g_new0 (OvsEnquiryList, 1);

  list->employer = employer;
  list->firm = ovs_settings_get (tx, OVS_SETTING_FIRM);
  list->made_on = ovs_tx_today (tx);
  list->deadline = deadline;
  list->lines = g_ptr_array_new_with_free_func (line_free);
  list->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  ovs_enquiries_people (tx, employer, add_person, list);
  return list->lines->len > 0 ? g_steal_pointer (&list) : NULL;
}

char *
ovs_enquiry_list_name (const OvsEnquiryList *list)
{
  g_autofree char *number = ovs_text_file_word (list->number);
  g_autofree char *client = ovs_text_file_word (list->client);
  g_autofree char *day = ovs_day_to_iso (list->made_on);

  return g_strdup_printf ("aanvullijst-%s-%s-%s-vertrouwelijk", number, client, day);
}
