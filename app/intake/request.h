/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/day.h"
#include "csv/field.h"

G_BEGIN_DECLS

/**
 * Called now and then with how many bytes of the file are done, of all there are. In the dossier's writer
 * thread.
 */
typedef void (*OvsIntakeProgress) (guint64 position, guint64 size, gpointer data);

/**
 * OvsIntakeRequest:
 * @path: a file name in the encoding of the file system
 * @encoding: (nullable): see OvsCsvOptions
 * @delimiter: (nullable): see OvsCsvOptions
 * @header_line: see OvsCsvOptions
 * @mapping: (nullable) (array zero-terminated=1): `FIELD=HEADER`, see OvsCsvOptions
 * @repair_double: see OvsCsvOptions
 * @sheet_date: the day of which the file tells, where its rows have no date of their own; %OVS_NO_DAY for
 *   today
 * @brakes: a file that looks like the wrong one is not read in unless @despite says so
 * @despite: (nullable) (array zero-terminated=1): codes of brakes (rules/wrong-file.h) that somebody has answered: the file is read in all the same
 * @despite_option: (nullable): how the caller lets a user say so on a command line, for the sentence of a file that is stopped
 * @dry_run: does everything and keeps nothing
 * @progress: (nullable)
 * @from_loket: for this room: the rows are those that were fetched from the Loket at @path
 *
 * An office file to read in. Borrowed texts.
 */
typedef struct
{
  const char *path;
  OvsCsvKind kind;
  const char *encoding;
  const char *delimiter;
  guint64 header_line;
  const char *const *mapping;
  gboolean repair_double;
  OvsDay sheet_date;
  gboolean brakes;
  const char *const *despite;
  const char *despite_option;
  gboolean dry_run;
  OvsIntakeProgress progress;
  gpointer progress_data;
  gboolean from_loket;
} OvsIntakeRequest;

G_END_DECLS
