/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/statement-journal.h"

#include <string.h>

#define NAME "overstap"

/* So many bytes stay in memory; beyond that the whole journal moves to a file. */
#define MOST (4 * 1024 * 1024)
#define FIRST (256 * 1024)

typedef struct
{
  sqlite3_file base;
  guint8 *data; /* (owned) (nullable) */
  gsize size;   /* of what was written */
  gsize room;
  int flags;
  sqlite3_file *file; /* (owned) (nullable) where it is all in, once it was too much */
} Journal;

static sqlite3_vfs *parent;
static sqlite3_vfs vfs;

static int
close_journal (sqlite3_file *base)
{
  Journal *self = (Journal *) base;
  int code = self->file != NULL ? self->file->pMethods->xClose (self->file) : SQLITE_OK;

  g_clear_pointer (&self->file, g_free);
  g_clear_pointer (&self->data, g_free);
  return code;
}

static int
read_journal (sqlite3_file *base, void *buffer, int amount, sqlite3_int64 offset)
{
  Journal *self = (Journal *) base;
  gsize start = MIN ((gsize) offset, self->size);
  gsize there = MIN ((gsize) amount, self->size - start);

  if (self->file != NULL)
    return self->file->pMethods->xRead (self->file, buffer, amount, offset);
  if (there > 0)
    memcpy (buffer, self->data + start, there);
  memset ((guint8 *) buffer + there, 0, (gsize) amount - there);
  return there == (gsize) amount ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

/* In pieces, since SQLite writes no more than 128 kB at once. */
static int
write_all (sqlite3_file *file, const guint8 *data, gsize size)
{
  int code = SQLITE_OK;

  for (gsize at = 0; at < size && code == SQLITE_OK; at += 65536)
    code = file->pMethods->xWrite (file, data + at, (int) MIN (size - at, 65536), (sqlite3_int64) at);
  return code;
}

static int
move_to_file (Journal *self)
{
  sqlite3_file *file = g_malloc0 ((gsize) parent->szOsFile);
  int code = parent->xOpen (parent, NULL, file, self->flags, NULL);

  if (code == SQLITE_OK)
    code = write_all (file, self->data, self->size);
  if (code != SQLITE_OK)
    {
      if (file->pMethods != NULL)
        file->pMethods->xClose (file);
      g_free (file);
      return code;
    }
  self->file = file;
  g_clear_pointer (&self->data, g_free);
  return SQLITE_OK;
}

static void
make_room (Journal *self, gsize wanted)
{
  if (wanted <= self->room)
    return;
  self->room = MAX (self->room, FIRST);
  while (self->room < wanted)
    self->room *= 2;
  self->data = g_realloc (self->data, self->room);
}

static int
write_journal (sqlite3_file *base, const void *buffer, int amount, sqlite3_int64 offset)
{
  Journal *self = (Journal *) base;
  gsize end = (gsize) offset + (gsize) amount;

  if (self->file == NULL && end > MOST)
    {
      int code = move_to_file (self);

      if (code != SQLITE_OK)
        return code;
    }
  if (self->file != NULL)
    return self->file->pMethods->xWrite (self->file, buffer, amount, offset);

  make_room (self, end);
  if ((gsize) offset > self->size)
    memset (self->data + self->size, 0, (gsize) offset - self->size);
  memcpy (self->data + offset, buffer, (gsize) amount);
  self->size = MAX (self->size, end);
  return SQLITE_OK;
}

static int
truncate_journal (sqlite3_file *base, sqlite3_int64 size)
{
  Journal *self = (Journal *) base;

  if (self->file != NULL)
    return self->file->pMethods->xTruncate (self->file, size);
  self->size = MIN (self->size, (gsize) size);
  return SQLITE_OK;
}

static int
sync_journal (sqlite3_file *base, int flags)
{
  return SQLITE_OK;
}

static int
get_size (sqlite3_file *base, sqlite3_int64 *size)
{
  Journal *self = (Journal *) base;

  if (self->file != NULL)
    return self->file->pMethods->xFileSize (self->file, size);
  *size = (sqlite3_int64) self->size;
  return SQLITE_OK;
}

static int
control (sqlite3_file *base, int operation, void *argument)
{
  return SQLITE_NOTFOUND;
}

/* Nobody else opens it, and so nobody asks for locks. */
static const sqlite3_io_methods methods = {
  .iVersion = 1,
  .xClose = close_journal,
  .xRead = read_journal,
  .xWrite = write_journal,
  .xTruncate = truncate_journal,
  .xSync = sync_journal,
  .xFileSize = get_size,
  .xFileControl = control,
};

static int
open_file (sqlite3_vfs *self, sqlite3_filename name, sqlite3_file *base, int flags, int *out_flags)
{
  Journal *journal = (Journal *) base;

  if ((flags & SQLITE_OPEN_SUBJOURNAL) == 0 || name != NULL)
    return parent->xOpen (parent, name, base, flags, out_flags);

  memset (journal, 0, sizeof *journal);
  journal->base.pMethods = &methods;
  journal->flags = flags;
  if (out_flags != NULL)
    *out_flags = flags;
  return SQLITE_OK;
}

const char *
ovs_statement_journal_vfs (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      /* All but the opening is SQLite's own. */
      parent = sqlite3_vfs_find (NULL);
      vfs = *parent;
      vfs.pNext = NULL;
      vfs.zName = NAME;
      vfs.szOsFile = MAX (parent->szOsFile, (int) sizeof (Journal));
      vfs.xOpen = open_file;
      sqlite3_vfs_register (&vfs, FALSE);
      g_once_init_leave (&done, 1);
    }
  return NAME;
}
