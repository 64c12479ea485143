/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/conversion/client-list.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"
#define LONGEST_SHOWN 40

static void
note_free (gpointer data)
{
  g_free (((OvsPracticeClientNote *) data)->note);
  g_free (data);
}

OvsPracticeClientList *
ovs_practice_client_list_new (void)
{
  OvsPracticeClientList *list = g_new0 (OvsPracticeClientList, 1);

  list->employers = g_array_new (FALSE, FALSE, sizeof (gint64));
  list->notes = g_ptr_array_new_with_free_func (note_free);
  return list;
}

void
ovs_practice_client_list_free (OvsPracticeClientList *list)
{
  g_array_unref (list->employers);
  g_ptr_array_unref (list->notes);
  g_free (list);
}

static void
take_note (OvsPracticeClientList *list, guint line, char *text)
{
  OvsPracticeClientNote *note = g_new0 (OvsPracticeClientNote, 1);

  note->line = line;
  note->note = text;
  g_ptr_array_add (list->notes, note);
}

static gboolean
has (OvsPracticeClientList *list, gint64 employer)
{
  for (guint i = 0; i < list->employers->len; i++)
    if (g_array_index (list->employers, gint64, i) == employer)
      return TRUE;
  return FALSE;
}

void
ovs_practice_client_list_add (OvsPracticeClientList *list, OvsPracticeState *state, guint line, const char *text)
{
  gint64 number, employer;

  if (!g_ascii_string_to_signed (text, 10, 1, G_MAXINT32, &number, NULL))
    {
      g_autofree char *shown = g_utf8_substring (text, 0, MIN (LONGEST_SHOWN, g_utf8_strlen (text, -1)));

      take_note (list, line, *text == '\0' ? g_strdup ("Het werkgevernummer ontbreekt.")
                                           : g_strdup_printf ("„%s” is geen werkgevernummer.", shown));
      return;
    }
  employer = ovs_practice_db_number (state->db, 0, "SELECT id FROM employer WHERE number = ?", "l", number);
  if (employer == 0)
    take_note (list, line, g_strdup_printf ("Werkgever %" G_GINT64_FORMAT " is in Loket niet bekend.", number));
  else if (has (list, employer))
    take_note (list, line, g_strdup_printf ("Werkgever %" G_GINT64_FORMAT " staat al eerder in de lijst.", number));
  else
    g_array_append_val (list->employers, employer);
}

/* The file as text without a mark at its start. */
static char *
decode (GBytes *file)
{
  gsize length;
  const char *data = g_bytes_get_data (file, &length);

  if (length >= strlen (BYTE_ORDER_MARK) && memcmp (data, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    {
      data += strlen (BYTE_ORDER_MARK);
      length -= strlen (BYTE_ORDER_MARK);
    }
  if (g_utf8_validate (data, length, NULL))
    return g_strndup (data, length);
  if (memchr (data, '\0', length) != NULL)
    return NULL;
  return g_convert_with_fallback (data, length, "UTF-8", "WINDOWS-1252", "?", NULL, NULL, NULL);
}

/* What most often stands in the first line, outside quotes. */
static char
find_delimiter (const char *text)
{
  static const char candidates[] = ";,\t";
  guint counts[sizeof candidates] = { 0 };
  gboolean quoted = FALSE;
  gsize best = 0;

  for (const char *p = text; *p != '\0' && (quoted || (*p != '\n' && *p != '\r')); p++)
    {
      const char *found = quoted ? NULL : strchr (candidates, *p);

      quoted ^= *p == '"';
      if (found != NULL)
        counts[found - candidates]++;
    }
  for (gsize i = 1; i < strlen (candidates); i++)
    if (counts[i] > counts[best])
      best = i;
  return candidates[best];
}

/* A place in the text that is read. */
typedef struct
{
  const char *next;
  char delimiter;
  guint line;
} Reader;

/* One cell; @last: (out): it closes its line. Line breaks within quotes are of the cell. */
static char *
read_cell (Reader *reader, gboolean *last)
{
  GString *cell = g_string_new (NULL);
  gboolean quoted = FALSE;
  const char *p = reader->next;

  for (; *p != '\0' && (quoted || (*p != reader->delimiter && *p != '\n' && *p != '\r')); p++)
    {
      if (*p == '"' && quoted && p[1] == '"')
        g_string_append_c (cell, *p++);
      else if (*p == '"')
        quoted = !quoted;
      else
        g_string_append_c (cell, *p);
      reader->line += *p == '\n';
    }
  *last = *p != reader->delimiter || *p == '\0';
  if (p[0] == '\r' && p[1] == '\n')
    p++;
  if (*p == '\n' || *p == '\r')
    reader->line++;
  reader->next = *p != '\0' ? p + 1 : p;
  return g_strstrip (g_string_free (cell, FALSE));
}

/* The cells of the next line, NULL at the end. @line: (out): where it begins. */
static GPtrArray *
read_line (Reader *reader, guint *line)
{
  GPtrArray *cells;
  gboolean last = FALSE;

  if (*reader->next == '\0')
    return NULL;
  *line = reader->line;
  cells = g_ptr_array_new_with_free_func (g_free);
  while (!last)
    g_ptr_array_add (cells, read_cell (reader, &last));
  return cells;
}

static gboolean
is_empty (GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    if (*(const char *) cells->pdata[i] != '\0')
      return FALSE;
  return TRUE;
}

/* Letters and digits only: "Wg. nr" is "wgnr". */
static char *
simplify (const char *head)
{
  GString *simple = g_string_new (NULL);

  for (const char *p = head; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (simple, g_ascii_tolower (*p));
  return g_string_free (simple, FALSE);
}

/* Which column has the employer numbers, -1 for none. */
static int
find_column (GPtrArray *heads)
{
  static const char *const names[] = { "werkgevernummer", "werkgevernr", "wgnr", "nummerwerkgever", "klantnummer", "klantnr", NULL };

  for (guint i = 0; i < heads->len; i++)
    {
      g_autofree char *head = simplify (heads->pdata[i]);

      if (g_strv_contains (names, head))
        return i;
    }
  return -1;
}

static gboolean
is_number (const char *text)
{
  return g_ascii_string_to_signed (text, 10, 1, G_MAXINT32, NULL, NULL);
}

/* The first line with something in it tells which column it is; a list of bare numbers needs no heads. */
static OvsPracticeClientList *
read_rows (OvsPracticeState *state, Reader *reader)
{
  g_autoptr (OvsPracticeClientList) list = ovs_practice_client_list_new ();
  g_autoptr (GPtrArray) cells = NULL;
  gboolean begun = FALSE;
  int column = -1;
  guint line;

  while ((cells = read_line (reader, &line)) != NULL)
    {
      gboolean heads = !begun && !is_empty (cells) && !is_number (cells->pdata[0]);

      if (!begun && !is_empty (cells))
        column = heads ? find_column (cells) : 0;
      begun |= !is_empty (cells);
      if (begun && column < 0)
        return NULL;
      if (!heads && !is_empty (cells))
        ovs_practice_client_list_add (list, state, line, (guint) column < cells->len ? cells->pdata[column] : "");
      g_clear_pointer (&cells, g_ptr_array_unref);
    }
  return begun ? g_steal_pointer (&list) : NULL;
}

OvsPracticeClientList *
ovs_practice_client_list_read (OvsPracticeState *state, GBytes *file, const char **problem)
{
  g_autofree char *text = decode (file);
  OvsPracticeClientList *list = NULL;
  Reader reader = { text, ';', 1 };

  *problem = "Dit bestand is geen CSV-bestand. Sla de klantlijst op als CSV en kies het bestand opnieuw.";
  if (text == NULL)
    return NULL;
  /* As Excel marks a file. */
  if (g_str_has_prefix (text, "sep=") && text[4] != '\0')
    {
      reader.next += strcspn (text, "\n");
      reader.next += *reader.next == '\n';
      reader.line++;
    }
  reader.delimiter = find_delimiter (reader.next);
  list = read_rows (state, &reader);
  if (list == NULL)
    *problem = "In de eerste regel van dit bestand staat geen kolom Werkgevernummer. Kies de klantlijst als CSV-bestand.";
  return list;
}
