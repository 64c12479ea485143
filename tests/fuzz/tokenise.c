/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Prints what the tokeniser makes of texts, for differential.py. Each line of its input is a delimiter's code, a space and a text in
 * base64; each line of its output is a JSON array of [line, [cell…]], or of one word: why the text was refused.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "csv/error.h"
#include "csv/tokeniser.h"

static void
add_record (JsonArray *records, const OvsRecord *record)
{
  JsonArray *pair = json_array_new ();
  JsonArray *cells = json_array_new ();

  for (guint i = 0; i < record->n_cells; i++)
    json_array_add_string_element (cells, ovs_record_get (record, i));
  json_array_add_int_element (pair, (gint64) record->line);
  json_array_add_array_element (pair, cells);
  json_array_add_array_element (records, pair);
}

static void
read_records (const char *path, char delimiter, JsonArray *records, GError **error)
{
  g_autoptr (OvsCsvInput) input = ovs_csv_input_open (path, NULL, NULL, error);
  g_autoptr (OvsTokeniser) tokeniser = NULL;
  const OvsRecord *record;

  if (input == NULL)
    return;
  tokeniser = ovs_tokeniser_new (input, delimiter);
  while ((record = ovs_tokeniser_next (tokeniser, NULL, error)) != NULL)
    add_record (records, record);
}

static const char *
get_reason (const GError *error)
{
  if (g_error_matches (error, OVS_CSV_ERROR, OVS_CSV_ERROR_DAMAGED))
    return "damaged";
  if (g_error_matches (error, OVS_CSV_ERROR, OVS_CSV_ERROR_NOT_TEXT))
    return "not-text";
  if (g_error_matches (error, OVS_CSV_ERROR, OVS_CSV_ERROR_EMPTY))
    return "empty";
  return error->message;
}

static JsonArray *
tokenise (const char *path, char delimiter)
{
  JsonArray *records = json_array_new ();
  g_autoptr (GError) error = NULL;

  read_records (path, delimiter, records, &error);
  if (error == NULL)
    return records;
  json_array_unref (records);
  records = json_array_new ();
  json_array_add_string_element (records, get_reason (error));
  return records;
}

static void
answer (int fd, const char *path, char *line)
{
  char *space = strchr (line, ' ');
  gsize size;
  g_autofree guchar *text = g_base64_decode (g_strstrip (space + 1), &size);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  g_autofree char *json = NULL;

  g_assert (ftruncate (fd, 0) == 0 && pwrite (fd, text, size, 0) == (ssize_t) size);
  json_node_take_array (node, tokenise (path, (char) atoi (line)));
  json = json_to_string (node, FALSE);
  puts (json);
}

int
main (void)
{
  int fd = memfd_create ("tekst.csv", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  char *line = NULL;
  size_t room = 0;

  g_assert (fd >= 0);
  while (getline (&line, &room, stdin) > 0)
    answer (fd, path, line);
  free (line);
  close (fd);
  return 0;
}
