/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/fallout-sheet.h"

#include "base/text.h"
#include "dossier/outcome-list.h"
#include "letters/dutch.h"

static GArray *
list_people (OvsTx *tx, const char *handler)
{
  OvsOutcomeQuery query = { .list = OVS_OUTCOMES_FALLOUT, .handler = handler, .search = "", .sort = OVS_OUTCOME_SORT_EMPLOYER };

  return ovs_outcome_list_query (tx, ovs_tx_today (tx), &query);
}

static gboolean
write_head (OvsCsvWriter *writer, GError **error)
{
  static const char *const head[]
      = { "Werkgevernummer", "Werkgever", "Personeelsnummer", "Naam", "Privé e-mail", "Reden", "Pogingen", "Laatste poging", NULL };

  return ovs_csv_writer_add_row (writer, head, error);
}

static gboolean
write_person (OvsCsvWriter *writer, const OvsOutcomePerson *person, GError **error)
{
  const char *reason = person->message != NULL && *person->message != '\0' ? person->message : ovs_dutch_fallout_reason (person->outcome.reason);

  ovs_csv_writer_add_text (writer, person->employer_number);
  ovs_csv_writer_add_text (writer, person->employer_name);
  ovs_csv_writer_add_text (writer, person->employee_number);
  ovs_csv_writer_add_text (writer, person->name);
  ovs_csv_writer_add_text (writer, person->email);
  ovs_csv_writer_add_text (writer, reason);
  ovs_csv_writer_add_count (writer, person->outcome.attempts);
  ovs_csv_writer_add_day (writer, person->sent != 0 ? ovs_clock_day_of (person->sent) : OVS_NO_DAY);
  return ovs_csv_writer_end_row (writer, error);
}

gboolean
ovs_fallout_sheet_write (OvsTx *tx, const char *handler, OvsCsvWriter *writer, gint64 *rows, GError **error)
{
  g_autoptr (GArray) people = list_people (tx, handler);

  *rows = 0;
  if (!write_head (writer, error))
    return FALSE;
  for (guint i = 0; i < people->len; i++)
    {
      g_autoptr (OvsOutcomePerson) person = ovs_outcome_person_get (tx, ovs_tx_today (tx), g_array_index (people, gint64, i));

      if (person == NULL)
        continue;
      if (!write_person (writer, person, error))
        return FALSE;
      (*rows)++;
    }
  return TRUE;
}

static char *
name_of_client (const OvsOutcomePerson *person, OvsDay day)
{
  g_autofree char *number = ovs_text_file_word (person->employer_number);
  g_autofree char *client = ovs_text_file_word (person->employer_name != NULL ? person->employer_name : "");
  g_autofree char *date = ovs_day_to_iso (day);

  return *client != '\0' ? g_strdup_printf ("uitvallijst-%s-%s-%s-vertrouwelijk.csv", number, client, date)
                         : g_strdup_printf ("uitvallijst-%s-%s-vertrouwelijk.csv", number, date);
}

static OvsCsvWriter *
open_file (const char *folder, const OvsOutcomePerson *person, OvsDay day, GError **error)
{
  g_autofree char *name = name_of_client (person, day);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (OvsCsvWriter) writer = ovs_csv_writer_new (path, error);

  return writer != NULL && write_head (writer, error) ? g_steal_pointer (&writer) : NULL;
}

gboolean
ovs_fallout_sheet_write_each (OvsTx *tx, const char *handler, const char *folder, guint *files, GError **error)
{
  g_autoptr (GArray) people = list_people (tx, handler);
  g_autoptr (OvsCsvWriter) writer = NULL;
  OvsDay today = ovs_tx_today (tx);
  gint64 employer = 0;

  *files = 0;
  for (guint i = 0; i < people->len; i++)
    {
      g_autoptr (OvsOutcomePerson) person = ovs_outcome_person_get (tx, today, g_array_index (people, gint64, i));

      if (person == NULL)
        continue;
      if (writer != NULL && person->outcome.employer != employer && !ovs_csv_writer_close (writer, error))
        return FALSE;
      if (person->outcome.employer != employer)
        {
          g_clear_pointer (&writer, ovs_csv_writer_free);
          writer = open_file (folder, person, today, error);
          if (writer == NULL)
            return FALSE;
          employer = person->outcome.employer;
          (*files)++;
        }
      if (!write_person (writer, person, error))
        return FALSE;
    }
  return writer == NULL || ovs_csv_writer_close (writer, error);
}

char *
ovs_fallout_sheet_name (OvsDay day)
{
  g_autofree char *date = ovs_day_to_iso (day);

  return g_strdup_printf ("uitvallijst-%s-vertrouwelijk.csv", date);
}
