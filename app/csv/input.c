/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "csv/input.h"

#include "csv/digest.h"
#include "csv/error.h"
#include "csv/repair.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BLOCK_SIZE 65536

struct _OvsCsvInput
{
  int fd;
  char *name; /* (owned) for sentences */
  struct stat opened;
  OvsEncoding encoding;
  gsize bom_size;
  gboolean certain;
  gboolean repairs;
  OvsRepair repair;
  OvsDigest *digest;   /* (owned) (nullable) */
  OvsDecoder *decoder; /* (owned) */
  GString *text;       /* (owned) */
  guint64 position;
  char block[BLOCK_SIZE];
};

/* What is no text although its first bytes hold no zero. */
static const struct
{
  const char *bytes;
  gsize length;
  gboolean workbook;
} known_formats[] = {
  { "PK\x03\x04", 4, TRUE }, { "\xd0\xcf\x11\xe0", 4, TRUE },
  { "\x89PNG", 4, FALSE },   { "\xff\xd8\xff", 3, FALSE },
  { "GIF8", 4, FALSE },      { "%PDF", 4, FALSE },
  { "\x1f\x8b", 2, FALSE },  { "SQLite format 3", 15, FALSE },
  { "{\\rtf", 5, FALSE },
};

static gboolean
fail_opening (const char *name, int reason, GError **error)
{
  if (reason == ENOENT || reason == ENOTDIR)
    g_set_error (error, OVS_CSV_ERROR, OVS_CSV_ERROR_NOT_FOUND,
                 _ ("There is no file “%s”. Check its name and its folder."), name);
  else if (reason == EACCES || reason == EPERM)
    g_set_error (
        error, OVS_CSV_ERROR, OVS_CSV_ERROR_UNREADABLE,
        _ ("You have no permission to read the file “%s”. Copy it to a folder of your own and try again."),
        name);
  else if (reason == EBUSY || reason == ETXTBSY || reason == EAGAIN)
    g_set_error (error, OVS_CSV_ERROR, OVS_CSV_ERROR_UNREADABLE,
                 _ ("The file “%s” is in use by another program. Close it there, such as in Excel, and try again."), name);
  else if (reason == EIO || reason == ESTALE || reason == ETIMEDOUT || reason == ENOTCONN || reason == EHOSTDOWN || reason == EHOSTUNREACH)
    g_set_error (error, OVS_CSV_ERROR, OVS_CSV_ERROR_UNREADABLE,
                 _ ("The drive with the file “%s” does not answer any more. Nothing was read in. Copy the file to this computer and try again."), name);
  else
    g_set_error (error, OVS_CSV_ERROR, OVS_CSV_ERROR_UNREADABLE,
                 _ ("The file “%s” could not be read: %s. Copy it to another folder and try again."), name,
                 g_strerror (reason));
  return FALSE;
}

static gboolean
open_file (OvsCsvInput *self, const char *path, GError **error)
{
  /* Not waiting: a named pipe would keep the program for ever. */
  self->fd = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  if (self->fd < 0 || fstat (self->fd, &self->opened) != 0)
    return fail_opening (self->name, errno, error);
  if (S_ISDIR (self->opened.st_mode))
    {
      g_set_error (error, OVS_CSV_ERROR, OVS_CSV_ERROR_NOT_A_FILE,
                   _ ("“%s” is a folder. Choose the file in it that you want to read."), self->name);
      return FALSE;
    }
  if (!S_ISREG (self->opened.st_mode))
    {
      g_set_error (error, OVS_CSV_ERROR, OVS_CSV_ERROR_NOT_A_FILE,
                   _ ("“%s” is no ordinary file. Save it as a CSV file and choose that."), self->name);
      return FALSE;
    }
  if (self->opened.st_size == 0)
    {
      g_set_error (error, OVS_CSV_ERROR, OVS_CSV_ERROR_EMPTY,
                   _ ("The file “%s” is empty. Export it again and try once more."), self->name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_block (OvsCsvInput *self, gsize *length, GCancellable *cancellable, GError **error)
{
  gssize count;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  do
    count = read (self->fd, self->block, BLOCK_SIZE);
  while (count < 0 && errno == EINTR);
  if (count < 0)
    return fail_opening (self->name, errno, error);

  *length = (gsize) count;
  self->position += (guint64) count;
  return TRUE;
}

static gboolean
refuse_no_text (OvsCsvInput *self, gboolean workbook, GError **error)
{
  g_set_error (
      error, OVS_CSV_ERROR, OVS_CSV_ERROR_NOT_TEXT,
      workbook
          ? _ ("“%s” is a workbook and no CSV file. Open it in Excel, save it as CSV and choose that file.")
          : _ ("“%s” is no CSV file: there is no text in it. Choose the file that you exported as CSV."),
      self->name);
  return FALSE;
}

static gboolean
check_format (OvsCsvInput *self, gsize length, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (known_formats); i++)
    if (length >= known_formats[i].length &&
        memcmp (self->block, known_formats[i].bytes, known_formats[i].length) == 0)
      return refuse_no_text (self, known_formats[i].workbook, error);
  return TRUE;
}

static gboolean
is_same_file (OvsCsvInput *self)
{
  struct stat now;

  return fstat (self->fd, &now) == 0 && now.st_size == self->opened.st_size &&
         now.st_mtim.tv_sec == self->opened.st_mtim.tv_sec &&
         now.st_mtim.tv_nsec == self->opened.st_mtim.tv_nsec;
}

static gboolean
check_same_file (OvsCsvInput *self, GError **error)
{
  if (is_same_file (self) && self->position == (guint64) self->opened.st_size)
    return TRUE;
  g_set_error (
      error, OVS_CSV_ERROR, OVS_CSV_ERROR_CHANGED,
      _ ("The file “%s” was changed while it was being read. Close it in other programs and try again."),
      self->name);
  return FALSE;
}

/* Goes through all bytes once: whether every byte of it is UTF-8. */
static gboolean
scan (OvsCsvInput *self, gboolean *is_utf8, GCancellable *cancellable, GError **error)
{
  OvsUtf8Check check = { 0 };
  gboolean wide = FALSE;
  gsize length;

  do
    {
      gboolean first = self->position == 0;

      if (!read_block (self, &length, cancellable, error))
        return FALSE;
      if (first)
        {
          self->bom_size = ovs_encoding_from_bom (self->block, length, &self->encoding);
          wide = self->bom_size == 0 && ovs_encoding_from_zeros (self->block, length, &self->encoding);
          if (!check_format (self, length, error))
            return FALSE;
        }
      ovs_utf8_check_feed (&check, self->block, length);
    }
  while (length > 0);

  *is_utf8 = !wide && ovs_utf8_check_finish (&check);
  self->certain = wide || *is_utf8 || self->bom_size > 0;
  return check_same_file (self, error);
}

/* Whether the bytes have told it by a mark or by their zeros, and not by being UTF-8. */
static gboolean
is_told (OvsCsvInput *self, gboolean is_utf8)
{
  return self->bom_size > 0 || (self->certain && !is_utf8);
}

static gboolean
refuse_encoding (OvsCsvInput *self, GError **error)
{
  g_set_error (error, OVS_CSV_ERROR, OVS_CSV_ERROR_ENCODING,
               _ ("The file “%s” cannot be read as %s. Export it again, or choose another encoding."),
               self->name, ovs_encoding_get_name (self->encoding));
  return FALSE;
}

static gboolean
choose_encoding (OvsCsvInput *self, const char *name, gboolean is_utf8, GError **error)
{
  if (name != NULL)
    {
      OvsEncoding found = self->encoding;
      OvsEncoding wanted;

      if (!ovs_encoding_from_name (name, &wanted))
        {
          g_set_error (error, OVS_CSV_ERROR, OVS_CSV_ERROR_USAGE,
                       _ ("There is no encoding “%s”. Choose utf-8, windows-1252, utf-16le, utf-16be, cp850 "
                          "or iso-8859-15."),
                       name);
          return FALSE;
        }
      if (wanted != found)
        self->bom_size = 0;
      self->encoding = wanted;
    }
  else if (!is_told (self, is_utf8))
    self->encoding = is_utf8 ? OVS_ENCODING_UTF_8 : OVS_ENCODING_WINDOWS_1252;

  if (self->encoding == OVS_ENCODING_UTF_8 && !is_utf8)
    return refuse_encoding (self, error);
  return TRUE;
}

OvsCsvInput *
ovs_csv_input_open (const char *path, const char *encoding, GCancellable *cancellable, GError **error)
{
  g_autoptr (OvsCsvInput) self = g_new0 (OvsCsvInput, 1);
  gboolean is_utf8;

  self->fd = -1;
  self->name = g_filename_display_basename (path);
  self->text = g_string_sized_new (BLOCK_SIZE);
  if (!open_file (self, path, error))
    return NULL;
  self->digest = ovs_digest_new (self->fd);
  if (!scan (self, &is_utf8, cancellable, error) ||
      !choose_encoding (self, encoding, is_utf8, error) || !ovs_csv_input_rewind (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
ovs_csv_input_free (OvsCsvInput *self)
{
  g_clear_pointer (&self->digest, ovs_digest_free);
  if (self->fd >= 0)
    close (self->fd);
  g_clear_pointer (&self->decoder, ovs_decoder_free);
  g_string_free (self->text, TRUE);
  g_free (self->name);
  g_free (self);
}

gboolean
ovs_csv_input_rewind (OvsCsvInput *self, GError **error)
{
  if (lseek (self->fd, (off_t) self->bom_size, SEEK_SET) < 0)
    return fail_opening (self->name, errno, error);
  self->position = self->bom_size;
  g_clear_pointer (&self->decoder, ovs_decoder_free);
  self->decoder = ovs_decoder_new (self->encoding);
  self->repair = (OvsRepair){ 0 };
  return TRUE;
}

static gboolean
decode (OvsCsvInput *self, gsize count)
{
  g_autoptr (GString) text = NULL;
  gboolean decoded;

  if (!self->repairs)
    return count == 0 ? ovs_decoder_finish (self->decoder) : ovs_decoder_feed (self->decoder, self->block, count, self->text);
  text = g_string_sized_new (count);
  decoded = count == 0 ? ovs_decoder_finish (self->decoder) : ovs_decoder_feed (self->decoder, self->block, count, text);
  ovs_repair_feed (&self->repair, text->str, text->len, count == 0, self->text);
  return decoded;
}

gboolean
ovs_csv_input_read (
    OvsCsvInput *self, const char **text, gsize *length, GCancellable *cancellable, GError **error)
{
  gsize count;

  g_string_truncate (self->text, 0);
  do
    {
      if (!read_block (self, &count, cancellable, error))
        return FALSE;
      if (count == 0 && !check_same_file (self, error))
        return FALSE;
      if (!decode (self, count))
        return refuse_encoding (self, error);
    }
  while (count > 0 && self->text->len == 0);

  if (memchr (self->text->str, '\0', self->text->len) != NULL)
    return refuse_no_text (self, FALSE, error);
  *text = self->text->str;
  *length = self->text->len;
  return TRUE;
}

const char *
ovs_csv_input_get_name (OvsCsvInput *self)
{
  return self->name;
}

OvsEncoding
ovs_csv_input_get_encoding (OvsCsvInput *self)
{
  return self->encoding;
}

void
ovs_csv_input_set_repairs (OvsCsvInput *self, gboolean repairs)
{
  self->repairs = repairs;
}

guint64
ovs_csv_input_get_n_repaired (OvsCsvInput *self)
{
  return self->repair.n_repaired;
}

gboolean
ovs_csv_input_is_certain (OvsCsvInput *self)
{
  return self->certain;
}

gboolean
ovs_csv_input_rewind_as (OvsCsvInput *self, OvsEncoding encoding, GError **error)
{
  self->encoding = encoding;
  return ovs_csv_input_rewind (self, error);
}

const char *
ovs_csv_input_get_sha256 (OvsCsvInput *self)
{
  return ovs_digest_get (self->digest);
}

gint64
ovs_csv_input_get_modified (OvsCsvInput *self)
{
  return (gint64) self->opened.st_mtim.tv_sec * G_USEC_PER_SEC + self->opened.st_mtim.tv_nsec / 1000;
}

guint64
ovs_csv_input_get_position (OvsCsvInput *self)
{
  return self->position;
}

guint64
ovs_csv_input_get_size (OvsCsvInput *self)
{
  return (guint64) self->opened.st_size;
}
