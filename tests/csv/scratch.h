/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>
#include <string.h>

#include "csv/reader.h"

G_BEGIN_DECLS

/* A file of its own for each test, gone at its end. */
typedef struct
{
  char *folder;
  char *path;
} Scratch;

static inline void
scratch_write (Scratch *scratch, const char *bytes, gssize length)
{
  g_autoptr (GError) error = NULL;

  if (scratch->folder == NULL)
    {
      scratch->folder = g_dir_make_tmp ("overstap-csv-XXXXXX", &error);
      g_assert_no_error (error);
      scratch->path = g_build_filename (scratch->folder, "bestand.csv", NULL);
    }
  g_file_set_contents (scratch->path, bytes, length, &error);
  g_assert_no_error (error);
}

static inline void
scratch_clear (Scratch *scratch)
{
  if (scratch->folder != NULL)
    {
      g_unlink (scratch->path);
      g_rmdir (scratch->folder);
    }
  g_free (scratch->path);
  g_free (scratch->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scratch, scratch_clear)

static inline OvsCsvOptions
scratch_options (void)
{
  return (OvsCsvOptions){ .today = ovs_day_from_ymd (2026, 11, 2) };
}

/* Opens @bytes as a file of @kind, which must do. */
static inline OvsCsvReader *
scratch_open (Scratch *scratch, OvsCsvKind kind, const char *bytes, gssize length, const OvsCsvOptions *options)
{
  g_autoptr (GError) error = NULL;
  OvsCsvOptions usual = scratch_options ();
  OvsCsvReader *reader;

  scratch_write (scratch, bytes, length);
  reader = ovs_csv_reader_open (scratch->path, kind, options != NULL ? options : &usual, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (reader);
  return reader;
}

/* The next row, which must be there. */
static inline const OvsCsvRow *
scratch_next (OvsCsvReader *reader)
{
  g_autoptr (GError) error = NULL;
  const OvsCsvRow *row = ovs_csv_reader_next (reader, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (row);
  return row;
}

static inline void
scratch_assert_end (OvsCsvReader *reader)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ovs_csv_reader_next (reader, NULL, &error));
  g_assert_no_error (error);
}

/* Opens @bytes, which must be refused with @code and a sentence. */
static inline char *
scratch_refused (OvsCsvKind kind, const char *bytes, gssize length, const OvsCsvOptions *options, OvsCsvError code)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (GError) error = NULL;
  OvsCsvOptions usual = scratch_options ();

  scratch_write (&scratch, bytes, length);
  g_assert_null (ovs_csv_reader_open (scratch.path, kind, options != NULL ? options : &usual, NULL, &error));
  g_assert_error (error, OVS_CSV_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (error->message, "."));
  return g_strdup (error->message);
}

G_END_DECLS
