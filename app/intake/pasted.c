/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "intake/pasted.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/text.h"
#include "csv/writer.h"
#include "dossier/employers.h"
#include "intake/error.h"

/* How Loket begins what went wrong; the reason follows. */
#define FAILED "niet gelukt"

typedef struct
{
  char *number;
  char *name; /* folded */
} Client;

typedef struct
{
  GPtrArray *clients; /* (owned) (element-type Client) */
  const Client *client; /* (nullable) whom the text is about by now */
  OvsCsvWriter *writer; /* (owned) */
  OvsPasted *pasted;
} Reading;

static void
client_free (gpointer data)
{
  Client *client = data;

  g_free (client->number);
  g_free (client->name);
  g_free (client);
}

static void
add_client (gint64 id, const char *number, const char *name, const char *loket_id, gboolean selected, gpointer data)
{
  Client *client = g_new0 (Client, 1);

  client->number = g_strdup (number);
  client->name = ovs_text_fold (name != NULL ? name : "");
  g_ptr_array_add (data, client);
}

static gboolean
read_clients (OvsTx *tx, gpointer data, GError **error)
{
  ovs_employers_in_conversion (tx, add_client, data);
  return TRUE;
}

static gboolean
is_number (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789") == strlen (text);
}

/* A line that is nothing but a client, by name or number, perhaps after the word for it. */
static const Client *
find_client (const GPtrArray *clients, const char *line)
{
  g_autofree char *folded = ovs_text_fold (line);
  const char *bare = g_str_has_prefix (folded, "werkgever") ? folded + strlen ("werkgever") : folded;

  while (*bare == ' ' || *bare == '\t' || *bare == ':')
    bare++;
  for (guint i = 0; *bare != '\0' && i < clients->len; i++)
    {
      const Client *client = g_ptr_array_index (clients, i);

      if (strcmp (bare, client->name) == 0 || strcmp (bare, client->number) == 0)
        return client;
    }
  return NULL;
}

/* What is told of an employee: his number, his name, what happened. Returns: (transfer full) (nullable): NULL for another line. */
static GStrv
split_person (const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", 3);

  if (g_strv_length (cells) != 3 || !is_number (g_strstrip (cells[0])))
    return NULL;
  g_strstrip (cells[1]);
  g_strstrip (cells[2]);
  return g_steal_pointer (&cells);
}

/* Loket's own words on why, without those that only say that it failed. */
static const char *
find_reason (const char *told)
{
  g_autofree char *folded = ovs_text_fold (told);
  const char *colon = strchr (told, ':');

  if (!g_str_has_prefix (folded, FAILED))
    return NULL;
  if (colon == NULL)
    return told;
  do
    colon++;
  while (*colon == ' ');
  return *colon != '\0' ? colon : told;
}

static gboolean
take_person (Reading *reading, char **person, GError **error)
{
  const char *reason = find_reason (person[2]);

  if (reading->client == NULL)
    {
      reading->pasted->nowhere++;
      return TRUE;
    }
  if (reason == NULL)
    {
      reading->pasted->fine++;
      return TRUE;
    }
  reading->pasted->failed++;
  return ovs_csv_writer_add_row (reading->writer, (const char *const[]) { reading->client->number, person[0], person[1], reason, NULL }, error);
}

static gboolean
take_line (Reading *reading, const char *line, GError **error)
{
  g_auto (GStrv) person = split_person (line);
  const Client *client = person == NULL ? find_client (reading->clients, line) : NULL;

  if (client != NULL)
    reading->client = client;
  return person == NULL || take_person (reading, person, error);
}

static gboolean
refuse (GError **error, const OvsPasted *pasted)
{
  if (pasted->nowhere > 0)
    g_set_error_literal (error, OVS_INTAKE_ERROR, OVS_INTAKE_ERROR_NOBODY,
                         _ ("The text names no client of this dossier. Copy the whole page of the message, with the client on top. Nothing was read in."));
  else if (pasted->fine > 0)
    g_set_error_literal (error, OVS_INTAKE_ERROR, OVS_INTAKE_ERROR_NOBODY,
                         _ ("In this text everything succeeded: there is nobody for the fallout list. Nothing was read in."));
  else
    g_set_error_literal (error, OVS_INTAKE_ERROR, OVS_INTAKE_ERROR_NOBODY,
                         _ ("No employees were found in this text. Copy the page of a message in the berichtencentrum of Loket, with its table. Nothing was read in."));
  return FALSE;
}

gboolean
ovs_pasted_write (OvsDossier *dossier, const char *text, const char *path, OvsPasted *pasted, GError **error)
{
  static const char *const head[] = { "Werkgevernummer", "Personeelsnummer", "Naam", "Reden", NULL };
  g_autoptr (GPtrArray) clients = g_ptr_array_new_with_free_func (client_free);
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  g_autoptr (OvsCsvWriter) writer = ovs_csv_writer_new (path, error);
  Reading reading = { .clients = clients, .writer = writer, .pasted = pasted };

  *pasted = (OvsPasted) { 0 };
  if (writer == NULL || !ovs_dossier_read (dossier, read_clients, clients, NULL, error) || !ovs_csv_writer_add_row (writer, head, error))
    return FALSE;
  for (gsize i = 0; lines[i] != NULL; i++)
    if (!take_line (&reading, lines[i], error))
      return FALSE;
  if (pasted->failed == 0)
    return refuse (error, pasted);
  return ovs_csv_writer_close (writer, error);
}
