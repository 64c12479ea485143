/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands/spool.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

/* How much of an answer is kept in memory. */
#define IN_MEMORY (1024 * 1024)

struct _OvsSpool
{
  GString *text; /* (owned) what is not in the file */
  FILE *file;    /* (owned) (nullable) */
  int trouble;   /* the first errno, 0 for none */
};

OvsSpool *
ovs_spool_new (void)
{
  OvsSpool *self = g_new0 (OvsSpool, 1);

  self->text = g_string_new (NULL);
  return self;
}

void
ovs_spool_free (OvsSpool *self)
{
  g_clear_pointer (&self->file, fclose);
  g_string_free (self->text, TRUE);
  g_free (self);
}

static FILE *
open_nameless (void)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("overstap-XXXXXX", &path, NULL);

  if (fd < 0)
    return NULL;
  g_unlink (path);
  return fdopen (fd, "w+");
}

static void
spill (OvsSpool *self)
{
  if (self->trouble != 0)
    return;
  errno = 0;
  if (self->file == NULL)
    self->file = open_nameless ();
  if (self->file == NULL || fwrite (self->text->str, 1, self->text->len, self->file) != self->text->len)
    self->trouble = errno != 0 ? errno : EIO;
  g_string_truncate (self->text, 0);
}

void
ovs_spool_add (OvsSpool *self, const char *text, gssize length)
{
  g_string_append_len (self->text, text, length);
  if (self->text->len > IN_MEMORY)
    spill (self);
}

static gboolean
report (int trouble, GError **error)
{
  if (trouble == EPIPE)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE,
                         _ ("Nobody reads the answer any longer."));
  else
    g_set_error (
        error, G_IO_ERROR, g_io_error_from_errno (trouble),
        _ ("The command was carried out, but its answer could not be written (%s). Make room and ask again."),
        g_strerror (trouble));
  return FALSE;
}

static gboolean
copy_file (OvsSpool *self)
{
  char block[64 * 1024];
  gsize length;

  if (fflush (self->file) != 0 || fseek (self->file, 0, SEEK_SET) != 0)
    return FALSE;
  while ((length = fread (block, 1, sizeof block, self->file)) > 0)
    if (fwrite (block, 1, length, stdout) != length)
      return FALSE;
  return !ferror (self->file);
}

gboolean
ovs_spool_release (OvsSpool *self, GError **error)
{
  if (self->file != NULL && self->text->len > 0)
    spill (self);
  if (self->trouble != 0)
    return report (self->trouble, error);

  errno = 0;
  if (self->file != NULL ? !copy_file (self)
                         : fwrite (self->text->str, 1, self->text->len, stdout) != self->text->len)
    return report (errno != 0 ? errno : EIO, error);
  if (fflush (stdout) != 0)
    return report (errno, error);

  g_clear_pointer (&self->file, fclose);
  g_string_truncate (self->text, 0);
  return TRUE;
}
