/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem() */

#include "dossier/caller-index.h"

#include <string.h>

#include "base/text.h"
#include "dossier/employee.h"

/* Between two fields, so that nothing is found across them: no text of people holds it. */
#define BETWEEN '\x1f'

#define MOST_WORDS 8

/* An employee; his text runs to that of the next one. */
typedef struct
{
  gint64 id; /* 0 for one that is told elsewhere now */
  guint32 start;
  guint32 client;
} Row;

typedef struct
{
  gint64 id;
  char *text;
  guint hits; /* a bit for each word that it has */
} Client;

struct _OvsCallerIndex
{
  GString *text;
  GArray *rows;        /* (element-type Row) */
  GArray *clients;     /* (element-type Client) */
  GHashTable *by_id;   /* id of a client → its place + 1 */
  gint64 operation;    /* of the trail: what is known is as of it */
  gint64 history;
  gint64 employee;     /* the latest */
  gint64 people;
};

static void
client_clear (gpointer data)
{
  g_free (((Client *) data)->text);
}

OvsCallerIndex *
ovs_caller_index_new (void)
{
  OvsCallerIndex *self = g_atomic_rc_box_new0 (OvsCallerIndex);

  self->text = g_string_new (NULL);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->clients = g_array_new (FALSE, FALSE, sizeof (Client));
  g_array_set_clear_func (self->clients, client_clear);
  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

OvsCallerIndex *
ovs_caller_index_ref (OvsCallerIndex *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  OvsCallerIndex *self = data;

  g_string_free (self->text, TRUE);
  g_array_unref (self->rows);
  g_array_unref (self->clients);
  g_hash_table_unref (self->by_id);
}

void
ovs_caller_index_unref (OvsCallerIndex *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

void
ovs_callers_free (OvsCallers *callers)
{
  if (callers == NULL)
    return;
  g_ptr_array_unref (callers->rows);
  g_free (callers);
}

static void
caller_free (gpointer data)
{
  OvsCaller *caller = data;

  g_free (caller->name);
  g_free (caller->employer_name);
  g_free (caller->employer_number);
  g_free (caller->employee_number);
  g_free (caller->email);
  g_free (caller);
}

gsize
ovs_caller_index_size (OvsCallerIndex *self)
{
  return self->text->allocated_len + self->rows->len * sizeof (Row);
}

/* --- what is searched --- */

/* Clients are few, so they are read anew whenever something happened. */
static void
read_clients (OvsCallerIndex *self, OvsTx *tx)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT id, coalesce(name, ''), coalesce(city, ''), number FROM employer ORDER BY id", "");

  g_array_set_size (self->clients, 0);
  g_hash_table_remove_all (self->by_id);
  while (ovs_rows_next (&rows))
    {
      g_autofree char *words = g_strdup_printf ("%s %s", ovs_rows_text (&rows, 1), ovs_rows_text (&rows, 2));
      g_autofree char *folded = ovs_text_fold (words);
      Client client = { ovs_rows_int (&rows, 0), g_strdup_printf ("%s%c%s", folded, BETWEEN, ovs_rows_text (&rows, 3)), 0 };

      g_array_append_val (self->clients, client);
      g_hash_table_insert (self->by_id, g_memdup2 (&client.id, sizeof client.id), GUINT_TO_POINTER (self->clients->len));
    }
}

static void
append_folded (GString *text, const char *word)
{
  g_string_append_c (text, BETWEEN);
  if (word == NULL)
    return;
  if (g_str_is_ascii (word))
    {
      for (const char *c = word; *c != '\0'; c++)
        g_string_append_c (text, g_ascii_tolower (*c));
      return;
    }
  g_autofree char *folded = ovs_text_fold (word);
  g_string_append (text, folded);
}

/* What of a person's history is searched. */
#define TOLD "field IN ('number', 'initials', 'first_name', 'prefix', 'last_name', 'email') "

#define PEOPLE "SELECT e.id, e.employer, e.sort_key, e.prefix, e.number, e.email_key FROM employee e "

static void
append_people (OvsCallerIndex *self, OvsRows *rows)
{
  while (ovs_rows_next (rows))
    {
      gint64 client = ovs_rows_int (rows, 1);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, &client));
      Row row = { ovs_rows_int (rows, 0), (guint32) self->text->len, place > 0 ? place - 1 : G_MAXUINT32 };

      /* More than four gigabytes of names are those of no office. */
      if (place == 0 || self->text->len > G_MAXUINT32 - G_MAXUINT16)
        continue;
      g_string_append (self->text, ovs_rows_text (rows, 2));
      append_folded (self->text, ovs_rows_text (rows, 3));
      append_folded (self->text, ovs_rows_text (rows, 4));
      append_folded (self->text, ovs_rows_text (rows, 5));
      g_array_append_val (self->rows, row);
    }
}

static void
read_everybody (OvsCallerIndex *self, OvsTx *tx)
{
  OvsRows rows;

  g_string_truncate (self->text, 0);
  g_array_set_size (self->rows, 0);
  rows = ovs_rows_open (tx, PEOPLE "ORDER BY e.id", "");
  append_people (self, &rows);
}

/* Whoever is told otherwise now stands at the end, and no longer where he stood. */
static void
read_changed (OvsCallerIndex *self, OvsTx *tx)
{
  g_autoptr (GHashTable) changed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  OvsRows rows = ovs_rows_open (tx, "SELECT DISTINCT employee FROM history WHERE id > ?1 AND employee <= ?2 AND " TOLD, "ii", self->history, self->employee);

  while (ovs_rows_next (&rows))
    {
      gint64 id = ovs_rows_int (&rows, 0);

      g_hash_table_add (changed, g_memdup2 (&id, sizeof id));
    }
  if (g_hash_table_size (changed) > 0)
    for (guint i = 0; i < self->rows->len; i++)
      if (g_hash_table_contains (changed, &g_array_index (self->rows, Row, i).id))
        g_array_index (self->rows, Row, i).id = 0;
  rows = ovs_rows_open (tx,
                        PEOPLE "WHERE e.id > ?2 OR e.id IN (SELECT employee FROM history WHERE id > ?1 AND employee IS NOT NULL AND " TOLD ") ORDER BY e.id", "ii",
                        self->history, self->employee);
  append_people (self, &rows);
}

/* What was taken back leaves no history, and who is gone cannot be found by what is new. */
static gboolean
was_taken_back (OvsCallerIndex *self, OvsTx *tx, gint64 people)
{
  gint64 found, added;

  if (ovs_tx_get_int (tx, &found, "SELECT 1 FROM audit WHERE sequence > ?1 AND operation IN ('undo', 'undo-import', 'purge', 'erase')", "i", self->operation))
    return TRUE;
  ovs_tx_get_int (tx, &added, "SELECT count(*) FROM employee WHERE id > ?1", "i", self->employee);
  return people != self->people + added;
}

void
ovs_caller_index_refresh (OvsCallerIndex *self, OvsTx *tx)
{
  gint64 operation = 0, history = 0, employee = 0, people = 0;

  ovs_tx_get_int (tx, &operation, "SELECT coalesce(max(sequence), 0) FROM audit", "");
  if (operation == self->operation)
    return;
  ovs_tx_get_int (tx, &history, "SELECT coalesce(max(id), 0) FROM history", "");
  ovs_tx_get_int (tx, &employee, "SELECT coalesce(max(id), 0) FROM employee", "");
  ovs_tx_get_int (tx, &people, "SELECT count(*) FROM employee", "");
  read_clients (self, tx);
  if (self->operation == 0 || operation < self->operation || was_taken_back (self, tx, people))
    read_everybody (self, tx);
  else
    read_changed (self, tx);
  /* What was cut short is read anew. */
  self->operation = ovs_tx_failed (tx) ? 0 : operation;
  self->history = history;
  self->employee = employee;
  self->people = people;
}

/* --- searching --- */

typedef struct
{
  const char *words[MOST_WORDS];
  gsize lengths[MOST_WORDS];
  guint n_words;
} Words;

static Words
split (char *text)
{
  Words words = { 0 };
  char *rest = text;
  char *word;

  while (words.n_words < MOST_WORDS && (word = strsep (&rest, " ")) != NULL)
    if (*word != '\0')
      {
        words.words[words.n_words] = word;
        words.lengths[words.n_words++] = strlen (word);
      }
  return words;
}

static void
look_at_clients (OvsCallerIndex *self, const Words *words)
{
  for (guint i = 0; i < self->clients->len; i++)
    {
      Client *client = &g_array_index (self->clients, Client, i);

      client->hits = 0;
      for (guint w = 0; w < words->n_words; w++)
        if (strstr (client->text, words->words[w]) != NULL)
          client->hits |= 1u << w;
    }
}

/* Of whom @text is found, the first ones in order. */
typedef struct
{
  OvsCallerIndex *index;
  const Words *words;
  guint most;
  guint total;
  GArray *best; /* (element-type guint) rows */
} Finding;

static const char *
text_of (OvsCallerIndex *self, guint row, gsize *length)
{
  guint32 start = g_array_index (self->rows, Row, row).start;
  gsize end = row + 1 < self->rows->len ? g_array_index (self->rows, Row, row + 1).start : self->text->len;

  *length = end - start;
  return self->text->str + start;
}

static int
compare (const Finding *finding, guint a, guint b)
{
  gsize one_length, other_length;
  const char *one = text_of (finding->index, a, &one_length);
  const char *other = text_of (finding->index, b, &other_length);
  const char *word = finding->words->words[0];
  gsize length = finding->words->lengths[0];
  gboolean one_begins = strncmp (one, word, length) == 0;
  gboolean other_begins = strncmp (other, word, length) == 0;
  int order;

  if (one_begins != other_begins)
    return one_begins ? -1 : 1;
  order = memcmp (one, other, MIN (one_length, other_length));
  return order != 0 ? order : (int) a - (int) b;
}

static void
keep (Finding *finding, guint row)
{
  guint place = finding->best->len;

  finding->total++;
  while (place > 0 && compare (finding, row, g_array_index (finding->best, guint, place - 1)) < 0)
    place--;
  if (place >= finding->most)
    return;
  g_array_insert_val (finding->best, place, row);
  if (finding->best->len > finding->most)
    g_array_set_size (finding->best, finding->most);
}

static void
look_at_people (Finding *finding)
{
  OvsCallerIndex *self = finding->index;
  const Words *words = finding->words;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);
      guint hits = g_array_index (self->clients, Client, row->client).hits;
      gsize length;
      const char *text = text_of (self, i, &length);
      guint w = 0;

      while (w < words->n_words && ((hits & (1u << w)) != 0 || memmem (text, length, words->words[w], words->lengths[w]) != NULL))
        w++;
      if (w == words->n_words && row->id != 0)
        keep (finding, i);
    }
}

static void
add_person (OvsTx *tx, OvsCallers *callers, gint64 id)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT e.employer, e.initials, e.first_name, e.prefix, e.last_name, c.name, c.number, e.number, coalesce(e.email, e.email_as_read) "
                                "FROM employee e JOIN employer c ON c.id = e.employer WHERE e.id = ?1",
                                "i", id);

  if (ovs_rows_next (&rows))
    {
      OvsCaller *caller = g_new0 (OvsCaller, 1);

      caller->employer = ovs_rows_int (&rows, 0);
      caller->employee = id;
      caller->name = ovs_employee_list_name (ovs_rows_text (&rows, 1), ovs_rows_text (&rows, 2), ovs_rows_text (&rows, 3), ovs_rows_text (&rows, 4));
      caller->employer_name = g_strdup (ovs_rows_text (&rows, 5));
      caller->employer_number = g_strdup (ovs_rows_text (&rows, 6));
      caller->employee_number = g_strdup (ovs_rows_text (&rows, 7));
      caller->email = g_strdup (ovs_rows_text (&rows, 8));
      g_ptr_array_add (callers->rows, caller);
    }
  ovs_rows_close (&rows);
}

static void
add_client (OvsTx *tx, OvsCallers *callers, gint64 id)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT name, number FROM employer WHERE id = ?1", "i", id);

  if (ovs_rows_next (&rows))
    {
      OvsCaller *caller = g_new0 (OvsCaller, 1);

      caller->employer = id;
      caller->employer_name = g_strdup (ovs_rows_text (&rows, 0));
      caller->employer_number = g_strdup (ovs_rows_text (&rows, 1));
      g_ptr_array_add (callers->rows, caller);
    }
  ovs_rows_close (&rows);
}

OvsCallers *
ovs_caller_index_search (OvsCallerIndex *self, OvsTx *tx, const char *text, guint most)
{
  g_autofree char *folded = ovs_text_fold (text);
  Words words = split (folded);
  OvsCallers *callers = g_new0 (OvsCallers, 1);
  g_autoptr (GArray) best = g_array_new (FALSE, FALSE, sizeof (guint));
  Finding finding = { self, &words, most, 0, best };

  callers->rows = g_ptr_array_new_with_free_func (caller_free);
  if (words.n_words == 0)
    return callers;
  ovs_caller_index_refresh (self, tx);
  look_at_clients (self, &words);
  look_at_people (&finding);
  for (guint i = 0; i < best->len; i++)
    add_person (tx, callers, g_array_index (self->rows, Row, g_array_index (best, guint, i)).id);
  callers->total = finding.total;
  for (guint i = 0; i < self->clients->len; i++)
    {
      const Client *client = &g_array_index (self->clients, Client, i);

      if (client->hits != (1u << words.n_words) - 1)
        continue;
      callers->total++;
      if (callers->rows->len < most)
        add_client (tx, callers, client->id);
    }
  return callers;
}
