/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "practice/office/office-files.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "practice/office/status.h"

static const char employers_head[] =
    "Werkgevernummer;Werkgever;Plaats;Contactpersoon;E-mail contactpersoon;Telefoon "
    "contactpersoon;Behandelaar;Groepcode;"
    "Verloning;Loondatum;Product 500;MijnLoket;MijnLoket variant;Verlof;Declaraties;Wijzigingen\r\n";

static const char employees_head[] =
    "Werkgevernummer;Personeelsnummer;Voorletters;Roepnaam;Voorvoegsel;Achternaam;Geboortedatum;Privé "
    "e-mail;Zakelijk e-mail;"
    "Datum in dienst;Datum uit dienst;Datum overlijden;Werknemerloket;MijnLoket;BSN\r\n";

static void
add_cell (GString *line, const char *text)
{
  if (line->len > 0)
    g_string_append_c (line, ';');
  if (text == NULL)
    return;
  if (strpbrk (text, ";\"\r\n") == NULL)
    {
      g_string_append (line, text);
      return;
    }
  g_string_append_c (line, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (line, '"');
      g_string_append_c (line, *p);
    }
  g_string_append_c (line, '"');
}

static void
add_number (GString *line, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  add_cell (line, text);
}

static void
add_day (GString *line, OvsDay day)
{
  g_autofree char *text = ovs_day_to_file (day);

  add_cell (line, text);
}

static void
add_yes (GString *line, gboolean yes)
{
  add_cell (line, yes ? "J" : "N");
}

static void
put_employer (OvsPracticeRows *row, GString *line)
{
  add_number (line, ovs_practice_rows_number (row, 0));
  for (int i = 1; i <= 6; i++)
    add_cell (line, ovs_practice_rows_text (row, i));
  add_number (line, ovs_practice_rows_number (row, 7));
  add_cell (line, ovs_practice_rows_text (row, 8));
  add_day (line, ovs_practice_rows_day (row, 9));
  add_yes (line, ovs_practice_rows_number (row, 10) != 0);
  add_yes (line, ovs_practice_rows_number (row, 11) != 0);
  add_cell (line, ovs_practice_rows_text (row, 12));
  for (int i = 13; i <= 15; i++)
    add_yes (line, ovs_practice_rows_number (row, i) != 0);
}

static void
put_employee (OvsPracticeRows *row, GString *line)
{
  add_number (line, ovs_practice_rows_number (row, 0));
  add_number (line, ovs_practice_rows_number (row, 1));
  for (int i = 2; i <= 5; i++)
    add_cell (line, ovs_practice_rows_text (row, i));
  add_day (line, ovs_practice_rows_day (row, 6));
  add_cell (line, ovs_practice_rows_text (row, 7));
  add_cell (line, ovs_practice_rows_text (row, 8));
  for (int i = 9; i <= 11; i++)
    add_day (line, ovs_practice_rows_day (row, i));
  add_cell (line, ovs_practice_status_label (ovs_practice_rows_text (row, 12)));
  add_cell (line, ovs_practice_status_label (ovs_practice_rows_text (row, 13)));
  add_cell (line, ovs_practice_rows_text (row, 14));
}

static GString *
make_text (OvsPracticeState *state,
           const char *head,
           const char *sql,
           void (*put) (OvsPracticeRows *, GString *))
{
  g_autoptr (OvsPracticeRows) rows = ovs_practice_db_query (state->db, sql, "");
  g_autoptr (GString) line = g_string_new (NULL);
  GString *text = g_string_new (head);

  while (ovs_practice_rows_next (rows))
    {
      g_string_truncate (line, 0);
      put (rows, line);
      g_string_append_len (text, line->str, line->len);
      g_string_append (text, "\r\n");
    }
  return text;
}

static gboolean
save (const char *folder, const char *name, const char *data, gsize length, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) failure = NULL;

  if (g_file_set_contents_full (path, data, length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &failure))
    return TRUE;
  g_set_error (error, failure->domain, failure->code, _ ("%s cannot be written: %s. Choose another folder."),
               path, failure->message);
  return FALSE;
}

gboolean
ovs_practice_office_files_write (OvsPracticeState *state, const char *folder, GError **error)
{
  g_autoptr (GString) employers = NULL;
  g_autoptr (GString) employees = NULL;
  g_autofree char *converted = NULL;
  gsize length;

  g_mkdir_with_parents (folder, 0700);
  ovs_practice_db_begin (state->db);
  employers = make_text (
      state, employers_head,
      "SELECT number, name, city, contact_name, contact_email, contact_phone, handler, group_code, payroll, "
      "payday,"
      " product_500, mijnloket, tier, uses_leave, uses_expenses, uses_changes FROM employer ORDER BY number",
      put_employer);
  employees = make_text (
      state, employees_head,
      "SELECT r.number, e.number, e.initials, e.first_name, e.prefix, e.last_name, e.birth_day, e.email,"
      " e.work_email, m.start_day, m.end_day, e.death_day, e.wnl, e.ess, e.bsn"
      " FROM employee e JOIN employer r ON r.id = e.employer JOIN employment m ON m.employee = e.id"
      " ORDER BY r.number, e.number, m.start_day, m.id",
      put_employee);
  if (!ovs_practice_db_end (state->db, error))
    return FALSE;

  g_string_prepend (employers, "\xef\xbb\xbf");
  converted = g_convert_with_fallback (employees->str, employees->len, "WINDOWS-1252", "UTF-8", "?", NULL,
                                       &length, error);
  return converted != NULL && save (folder, "klanten.csv", employers->str, employers->len, error) &&
         save (folder, "medewerkers.csv", converted, length, error);
}
