/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "csv/writer.h"

#include "csv/cell.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BOM "\xef\xbb\xbf"
#define FLUSH_SIZE 65536

struct _OvsCsvWriter
{
  char *path;      /* (owned) the target, behind symbolic links */
  char *name;      /* (owned) of the target, for sentences */
  char *temporary; /* (owned) (nullable) until it is in its place */
  int fd;
  gboolean in_row;
  gboolean failed;
  GString *text; /* (owned) not written yet */
};

static gboolean
fail (OvsCsvWriter *self, int reason, GError **error)
{
  self->failed = TRUE;
  switch (reason)
    {
    case ENOSPC:
    case EDQUOT:
      g_set_error (error, OVS_CSV_ERROR, OVS_CSV_ERROR_NO_SPACE,
                   _ ("There is no room on the disk for the file “%s”; nothing was written. Make room or "
                      "choose another disk."),
                   self->name);
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error (error, OVS_CSV_ERROR, OVS_CSV_ERROR_READ_ONLY,
                   _ ("The file “%s” cannot be written in that folder: you have no permission. Choose "
                      "another folder."),
                   self->name);
      break;
    case ENOENT:
    case ENOTDIR:
      g_set_error (
          error, OVS_CSV_ERROR, OVS_CSV_ERROR_NOT_FOUND,
          _ ("The folder for the file “%s” does not exist. Make it first, or choose another folder."),
          self->name);
      break;
    default:
      g_set_error (error, OVS_CSV_ERROR, OVS_CSV_ERROR_WRITE,
                   _ ("The file “%s” could not be written: %s. Choose another folder and try again."),
                   self->name, g_strerror (reason));
      break;
    }
  return FALSE;
}

static gboolean
flush (OvsCsvWriter *self, GError **error)
{
  gsize done = 0;

  while (done < self->text->len)
    {
      gssize count = write (self->fd, self->text->str + done, self->text->len - done);

      if (count < 0 && errno == EINTR)
        continue;
      if (count < 0)
        return fail (self, errno, error);
      done += (gsize) count;
    }
  g_string_truncate (self->text, 0);
  return TRUE;
}

static gboolean
check_target (OvsCsvWriter *self, GError **error)
{
  struct stat info;

  if (stat (self->path, &info) != 0 || S_ISREG (info.st_mode))
    return TRUE;
  self->failed = TRUE;
  g_set_error (error, OVS_CSV_ERROR, OVS_CSV_ERROR_NOT_A_FILE,
               _ ("“%s” is no ordinary file, so that nothing can be written there. Give the name of a file."),
               self->name);
  return FALSE;
}

OvsCsvWriter *
ovs_csv_writer_new (const char *path, GError **error)
{
  g_autoptr (OvsCsvWriter) self = g_new0 (OvsCsvWriter, 1);
  g_autofree char *folder = NULL;
  g_autofree char *base = NULL;
  g_autofree char *pattern = NULL;
  char *real = realpath (path, NULL);

  self->fd = -1;
  self->path = g_strdup (real != NULL ? real : path);
  free (real);
  self->name = g_filename_display_basename (path);
  self->text = g_string_new (BOM);
  if (!check_target (self, error))
    return NULL;

  folder = g_path_get_dirname (self->path);
  base = g_path_get_basename (self->path);
  pattern = g_strdup_printf (".%s.XXXXXX", base);
  self->temporary = g_build_filename (folder, pattern, NULL);
  self->fd = g_mkstemp_full (self->temporary, O_RDWR | O_CLOEXEC, 0600);
  if (self->fd < 0)
    {
      fail (self, errno, error);
      g_clear_pointer (&self->temporary, g_free);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
ovs_csv_writer_free (OvsCsvWriter *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_string_free (self->text, TRUE);
  g_free (self->temporary);
  g_free (self->name);
  g_free (self->path);
  g_free (self);
}

static void
begin_cell (OvsCsvWriter *self)
{
  if (self->in_row)
    g_string_append_c (self->text, ';');
  self->in_row = TRUE;
}

void
ovs_csv_writer_add_text (OvsCsvWriter *self, const char *text)
{
  gboolean quoted;

  begin_cell (self);
  if (text == NULL || text[0] == '\0')
    return;

  quoted = strpbrk (text, ";,\"\t\r\n|") != NULL || text[0] == ' ' || text[strlen (text) - 1] == ' ';
  if (quoted)
    g_string_append_c (self->text, '"');
  /* Before an apostrophe of the text itself too: the reader takes exactly one away. */
  if (ovs_cell_is_dangerous (text + strspn (text, "'")))
    g_string_append_c (self->text, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (self->text, '"');
      g_string_append_c (self->text, *p);
    }
  if (quoted)
    g_string_append_c (self->text, '"');
}

void
ovs_csv_writer_add_count (OvsCsvWriter *self, gint64 count)
{
  begin_cell (self);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, count);
}

void
ovs_csv_writer_add_day (OvsCsvWriter *self, OvsDay day)
{
  g_autofree char *text = ovs_day_to_file (day);

  begin_cell (self);
  g_string_append (self->text, text);
}

gboolean
ovs_csv_writer_end_row (OvsCsvWriter *self, GError **error)
{
  g_string_append (self->text, "\r\n");
  self->in_row = FALSE;
  return self->text->len < FLUSH_SIZE || flush (self, error);
}

gboolean
ovs_csv_writer_add_row (OvsCsvWriter *self, const char *const *texts, GError **error)
{
  for (guint i = 0; texts[i] != NULL; i++)
    ovs_csv_writer_add_text (self, texts[i]);
  return ovs_csv_writer_end_row (self, error);
}

/* So that the new name survives a power cut too; a file system that cannot do it has done what it could. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

gboolean
ovs_csv_writer_close (OvsCsvWriter *self, GError **error)
{
  int fd = self->fd;

  if (self->failed || fd < 0)
    return fail (self, EIO, error);
  if (!flush (self, error))
    return FALSE;
  if (fsync (fd) != 0)
    return fail (self, errno, error);
  self->fd = -1;
  if (close (fd) != 0 || g_rename (self->temporary, self->path) != 0)
    return fail (self, errno, error);

  g_clear_pointer (&self->temporary, g_free);
  sync_folder (self->path);
  return TRUE;
}
