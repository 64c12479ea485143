/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/traces.h"

#include <string.h>

/* What is shorter is found in other words too. All are looked for by their first bytes. */
#define SHORTEST 8

/* Of more people some are looked for: their pages were written over by the same statements. */
#define MOST_PEOPLE 100000

#define PIECE (1024 * 1024)

struct _OvsTraces
{
  GHashTable *words;  /* (owned) a set of char * */
  GHashTable *starts; /* (owned) first bytes, as a number → GPtrArray (element-type char *) (unowned) */
  gsize longest;
};

static guint64
start_of (const char *bytes)
{
  guint64 start;

  memcpy (&start, bytes, SHORTEST);
  return start;
}

OvsTraces *
ovs_traces_new (void)
{
  OvsTraces *self = g_new0 (OvsTraces, 1);

  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->starts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
ovs_traces_free (OvsTraces *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->starts);
  g_hash_table_unref (self->words);
  g_free (self);
}

static void
add (OvsTraces *self, const char *word)
{
  GPtrArray *same;
  guint64 start;
  char *kept;

  if (word == NULL || strlen (word) < SHORTEST || g_hash_table_contains (self->words, word))
    return;
  kept = g_strdup (word);
  g_hash_table_add (self->words, kept);
  self->longest = MAX (self->longest, strlen (word));
  start = start_of (word);
  same = g_hash_table_lookup (self->starts, &start);
  if (same == NULL)
    {
      same = g_ptr_array_new ();
      g_hash_table_insert (self->starts, g_memdup2 (&start, sizeof start), same);
    }
  g_ptr_array_add (same, kept);
}

void
ovs_traces_note (OvsTraces *self, OvsTx *tx, gint64 employee)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT email_as_read, email, email_key, work_email, sort_key, person_base, loket_id FROM employee "
                                "WHERE ?1 IN (0, id) AND id % (1 + (SELECT count(*) FROM employee) / ?2) = 0",
                                "ii", employee, employee != 0 ? G_MAXINT64 : (gint64) MOST_PEOPLE);

  while (ovs_rows_next (&rows))
    for (int column = 0; column < 7; column++)
      add (self, ovs_rows_text (&rows, column));
}

guint
ovs_traces_count (OvsTraces *self)
{
  return g_hash_table_size (self->words);
}

static void
look_at (OvsTraces *self, const char *bytes, gsize length, GHashTable *found)
{
  for (gsize at = 0; at + SHORTEST <= length; at++)
    {
      guint64 start = start_of (bytes + at);
      GPtrArray *words = g_hash_table_lookup (self->starts, &start);

      for (guint i = 0; words != NULL && i < words->len; i++)
        {
          const char *word = g_ptr_array_index (words, i);
          gsize size = strlen (word);

          if (size <= length - at && memcmp (bytes + at, word, size) == 0)
            g_hash_table_add (found, (char *) word);
        }
    }
}

/* Piece by piece, each with the end of the one before it. */
static gboolean
look_through (OvsTraces *self, sqlite3_file *file, GHashTable *found)
{
  g_autofree char *buffer = g_malloc (PIECE + self->longest);
  sqlite3_int64 size = 0;

  if (file == NULL || file->pMethods == NULL)
    return TRUE;
  if (file->pMethods->xFileSize (file, &size) != SQLITE_OK)
    return FALSE;
  for (sqlite3_int64 at = 0; at < size; at += PIECE)
    {
      int length = (int) MIN (size - at, (sqlite3_int64) (PIECE + self->longest));

      if (file->pMethods->xRead (file, buffer, length, at) != SQLITE_OK)
        return FALSE;
      look_at (self, buffer, (gsize) length, found);
    }
  return TRUE;
}

/* Through the file as SQLite has it open: who opened it once more and closed it would drop the locks of this process. */
gint64
ovs_traces_search (OvsTraces *self, sqlite3 *handle)
{
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);
  sqlite3_file *file = NULL;
  sqlite3_file *journal = NULL;

  if (sqlite3_file_control (handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK)
    return -1;
  sqlite3_file_control (handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &journal);
  if (!look_through (self, file, found) || !look_through (self, journal, found))
    return -1;
  return g_hash_table_size (found);
}
