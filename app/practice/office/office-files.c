/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "practice/office/office-files.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#include "practice/office/status.h"

#define BUFFER_SIZE (256 * 1024)
#define TITLE "Uitdraai van het loonprogramma"

/* The columns that those of a style name by their place. */
#define EMPLOYERS                                                                                                      \
  "SELECT number, name, city, contact_name, contact_email, contact_phone, handler, group_code, payroll, payday,"       \
  " product_500, mijnloket, tier, uses_leave, uses_expenses, uses_changes FROM employer ORDER BY number"
#define EMPLOYEES                                                                                                      \
  "SELECT r.number, e.number, e.initials, e.first_name, e.prefix, e.last_name, e.birth_day, e.email,"                  \
  " e.work_email, m.start_day, m.end_day, e.death_day, e.wnl, e.ess, e.bsn, r.name"                                    \
  " FROM employer r JOIN employee e ON e.employer = r.id JOIN employment m ON m.employee = e.id"
#define LAST_ONLY                                                                                                      \
  " WHERE m.id = (SELECT l.id FROM employment l WHERE l.employee = e.id ORDER BY l.start_day DESC, l.id DESC LIMIT 1)"
#define IN_ORDER " ORDER BY r.number, e.number, m.start_day, m.id"

/* A file being written. A failure sticks. */
typedef struct
{
  const OvsPracticeFileForm *form;
  GOutputStream *stream; /* (owned) */
  GString *line;         /* (owned) */
  GError *failure;       /* (owned) (nullable) */
} Sheet;

static gboolean
is_formula (const char *text)
{
  /* A lone sign is a word for nothing. */
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL && text[1] != '\0';
}

static void
add_cell (Sheet *sheet, const char *text)
{
  GString *line = sheet->line;
  const char special[] = { sheet->form->delimiter, '"', '\r', '\n', '\0' };
  gboolean quoted = text != NULL && strpbrk (text, special) != NULL;

  if (text == NULL)
    return;
  if (quoted)
    g_string_append_c (line, '"');
  /* What a spreadsheet would run is made text of, also where an apostrophe stands before it already. */
  if (is_formula (text + strspn (text, "'")))
    g_string_append_c (line, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (line, '"');
      g_string_append_c (line, *p);
    }
  if (quoted)
    g_string_append_c (line, '"');
}

static void
add_day (Sheet *sheet, OvsDay day)
{
  g_autofree char *text = sheet->form->iso_days ? ovs_day_to_iso (day) : ovs_day_to_file (day);

  add_cell (sheet, text);
}

static void
add_value (Sheet *sheet, OvsPracticeRows *row, const OvsPracticeFileColumn *column)
{
  switch (column->kind)
    {
    case OVS_PRACTICE_CELL_DAY:
      add_day (sheet, ovs_practice_rows_day (row, column->source));
      break;
    case OVS_PRACTICE_CELL_YES:
      add_cell (sheet, ovs_practice_rows_number (row, column->source) != 0 ? "J" : "N");
      break;
    case OVS_PRACTICE_CELL_NUMBER:
      g_string_append_printf (sheet->line, "%" G_GINT64_FORMAT, ovs_practice_rows_number (row, column->source));
      break;
    case OVS_PRACTICE_CELL_STATUS:
      add_cell (sheet, sheet->form->loket_words ? ovs_practice_rows_text (row, column->source)
                                                : ovs_practice_status_label (ovs_practice_rows_text (row, column->source)));
      break;
    case OVS_PRACTICE_CELL_TEXT:
    default:
      add_cell (sheet, ovs_practice_rows_text (row, column->source));
      break;
    }
}

/* What @code makes of the line, or NULL where it is the same. */
static char *
encode (Sheet *sheet, gsize *length)
{
  const char *code = sheet->form->code == OVS_PRACTICE_CODE_UTF_16         ? "UTF-16LE"
                     : sheet->form->code == OVS_PRACTICE_CODE_WINDOWS_1252 ? "WINDOWS-1252"
                                                                           : NULL;

  *length = sheet->line->len;
  if (code == NULL || (sheet->form->code == OVS_PRACTICE_CODE_WINDOWS_1252 && g_str_is_ascii (sheet->line->str)))
    return NULL;
  return g_convert_with_fallback (sheet->line->str, sheet->line->len, code, "UTF-8", "?", NULL, length, &sheet->failure);
}

static void
write_line (Sheet *sheet)
{
  g_autofree char *encoded = NULL;
  gsize length;

  if (sheet->failure != NULL)
    return;
  g_string_append (sheet->line, "\r\n");
  encoded = encode (sheet, &length);
  if (sheet->failure == NULL)
    g_output_stream_write_all (sheet->stream, encoded != NULL ? encoded : sheet->line->str, length, NULL, NULL, &sheet->failure);
  g_string_truncate (sheet->line, 0);
}

static void
write_head (Sheet *sheet)
{
  if (sheet->form->code == OVS_PRACTICE_CODE_UTF_8_BOM || sheet->form->code == OVS_PRACTICE_CODE_UTF_16)
    g_string_append (sheet->line, "\xef\xbb\xbf");
  if (sheet->form->title_and_total)
    {
      add_cell (sheet, TITLE);
      write_line (sheet);
    }
  for (const OvsPracticeFileColumn *column = sheet->form->columns; column->head != NULL; column++)
    {
      if (column > sheet->form->columns)
        g_string_append_c (sheet->line, sheet->form->delimiter);
      add_cell (sheet, column->head);
    }
  write_line (sheet);
}

static void
write_rows (Sheet *sheet, OvsPracticeRows *rows)
{
  int n = 0;

  while (sheet->failure == NULL && ovs_practice_rows_next (rows))
    {
      for (const OvsPracticeFileColumn *column = sheet->form->columns; column->head != NULL; column++)
        {
          if (column > sheet->form->columns)
            g_string_append_c (sheet->line, sheet->form->delimiter);
          add_value (sheet, rows, column);
        }
      write_line (sheet);
      n++;
    }
  if (!sheet->form->title_and_total)
    return;
  g_string_append_printf (sheet->line, "Totaal%c%d", sheet->form->delimiter, n);
  write_line (sheet);
}

static GOutputStream *
open_stream (GFile *file, GError **error)
{
  g_autoptr (GFileOutputStream) stream =
      g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, error);

  return stream != NULL ? g_buffered_output_stream_new_sized (G_OUTPUT_STREAM (stream), BUFFER_SIZE) : NULL;
}

/* Until it is closed the file that was there before stays. */
static void
close_stream (Sheet *sheet)
{
  g_autoptr (GCancellable) given_up = g_cancellable_new ();

  if (sheet->stream == NULL)
    return;
  if (sheet->failure != NULL)
    {
      g_cancellable_cancel (given_up);
      g_output_stream_close (sheet->stream, given_up, NULL);
    }
  else
    g_output_stream_close (sheet->stream, NULL, &sheet->failure);
  g_clear_object (&sheet->stream);
}

static gboolean
write_sheet (OvsPracticeState *state, const char *folder, const char *name, const char *sql, const OvsPracticeFileForm *form,
             GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GError) failure = NULL;
  Sheet sheet = { .form = form, .line = line };

  sheet.stream = open_stream (file, &sheet.failure);
  if (sheet.stream != NULL)
    {
      g_autoptr (OvsPracticeRows) rows = ovs_practice_db_query (state->db, sql, "");

      write_head (&sheet);
      write_rows (&sheet, rows);
    }
  close_stream (&sheet);
  failure = sheet.failure;
  if (failure == NULL)
    return TRUE;
  g_set_error (error, failure->domain, failure->code, _ ("%s cannot be written: %s. Choose another folder."),
               path, failure->message);
  return FALSE;
}

static gboolean
write_both (OvsPracticeState *state, const char *folder, const OvsPracticeFileStyle *style, const char *ending, GError **error)
{
  g_autofree char *employers = g_strdup_printf ("klanten%s.csv", ending);
  g_autofree char *employees = g_strdup_printf ("medewerkers%s.csv", ending);
  g_autoptr (GError) trouble = NULL;
  gboolean written;

  g_mkdir_with_parents (folder, 0700);
  ovs_practice_db_begin_reading (state->db);
  written = write_sheet (state, folder, employers, EMPLOYERS, &style->employers, error) &&
            write_sheet (state, folder, employees,
                         style->employees.last_only ? EMPLOYEES LAST_ONLY IN_ORDER : EMPLOYEES IN_ORDER, &style->employees, error);
  return ovs_practice_db_end (state->db, written ? error : &trouble) && written;
}

gboolean
ovs_practice_office_files_write (OvsPracticeState *state, const char *folder, GError **error)
{
  return write_both (state, folder, ovs_practice_file_styles_usual (), "", error);
}

gboolean
ovs_practice_office_files_write_style (OvsPracticeState *state, const char *folder, const OvsPracticeFileStyle *style, GError **error)
{
  g_autofree char *ending = g_strconcat ("-", style->name, NULL);

  return write_both (state, folder, style, ending, error);
}
