/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "csv/field.h"
#include "csv/personal.h"
#include "rules/wrong-file.h"

G_BEGIN_DECLS

/**
 * OvsIntakeRefusal:
 * @line: of the file, from 1
 * @column: the header of the column to blame; empty where no single one is
 * @reason: a finished sentence in the user's language
 *
 * One row that was not read in.
 */
typedef struct
{
  guint64 line;
  const char *column;
  const char *reason;
} OvsIntakeRefusal;

/**
 * OvsIntakeBrake:
 * @message: finished sentences in the user's language, with the numbers
 *
 * Why the file looks like the wrong one.
 */
typedef struct
{
  OvsBrake brake;
  char *message;
} OvsIntakeBrake;

/**
 * OvsIntakeUnread:
 * @employer: number of the client
 * @what: `people` (nothing of the client was changed), `access` or `products`: what Loket did not let this user read
 * @reason: a finished sentence in the user's language, or Loket's words
 */
typedef struct
{
  char *employer;
  const char *what;
  char *reason;
} OvsIntakeUnread;

/**
 * OvsIntakeResult:
 * @import: its id in the dossier; 0 for a dry run, of which nothing is kept
 * @rows: the data rows of the file: @added + @changed + @unchanged + @skipped + the refused ones. All rows of
 *   one employee count alike.
 * @missing: people of the employers in this file who are not in it, newly or again
 * @skipped: blank lines, totals and repeated headers, and the @unanswered
 * @unanswered: of a list that a client returns: rows without an answer
 * @solved: of such a list: how many people have no question for the client any more because of it
 * @open: of such a list: how many people on it still have one
 * @refused: (element-type OvsIntakeRefusal): in file order
 * @sha256: of the file's bytes
 * @delimiter: the delimiter itself; a tab is "\t"
 * @headers: (nullable elements): for each field the header of the column that means it
 * @ignored: headers of columns that mean nothing here, the private ones included
 * @private_columns: those that are dropped for privacy
 * @private_kinds: (nullable): what each of them holds
 * @missing_fields: fields that a file of this kind can have and this one has not
 * @notes: finished sentences about the file
 * @brakes: (element-type OvsIntakeBrake): what a dry run found that nobody has answered; reading it in is refused for it
 * @partial: it holds rows that were refused before, so it tells nothing of who is not in it
 * @header_line, @file_day: where its header stands, and of which day it is
 * @from_loket: the rows came from Loket: one for each employment of an employee, who is counted as in a file; the clients are counted
 *   apart in @clients_added, @clients_changed and @clients_unchanged
 * @unread: (element-type OvsIntakeUnread): what Loket did not let this user read
 *
 * What an import did, or would do. Immutable; references may be taken and dropped in any thread.
 */
typedef struct
{
  gint64 import;
  OvsCsvKind kind;
  gboolean dry_run;
  guint64 rows;
  guint64 added;
  guint64 changed;
  guint64 unchanged;
  guint64 missing;
  guint64 skipped;
  guint64 unanswered;
  guint64 solved;
  guint64 open;
  GPtrArray *refused;
  char *sha256;
  char *encoding;
  char *delimiter;
  char *headers[OVS_N_FIELDS];
  char **ignored;
  char **private_columns;
  OvsPersonal *private_kinds;
  OvsField missing_fields[OVS_N_FIELDS];
  guint n_missing_fields;
  char **notes;
  GPtrArray *brakes;
  gboolean partial;
  guint64 header_line;
  OvsDay file_day;
  gboolean from_loket;
  guint64 clients_added;
  guint64 clients_changed;
  guint64 clients_unchanged;
  GPtrArray *unread;
} OvsIntakeResult;

#define OVS_TYPE_INTAKE_RESULT (ovs_intake_result_get_type ())
GType            ovs_intake_result_get_type (void);

OvsIntakeResult *ovs_intake_result_ref      (OvsIntakeResult *result);
void             ovs_intake_result_unref    (OvsIntakeResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsIntakeResult, ovs_intake_result_unref)

/** Of what it is the result: the name of its kind, or `loket`. Returns: (transfer none). */
const char      *ovs_intake_result_get_kind_name (const OvsIntakeResult *result);

/** For this room: an empty result. */
OvsIntakeResult *ovs_intake_result_new      (void);

/** For this room: adds a finished sentence (transfer full) about the file. */
void             ovs_intake_result_note     (OvsIntakeResult *result, char *sentence);

/** For this room: notes that a row was not read in. */
void             ovs_intake_result_refuse   (OvsIntakeResult *result,
                                             guint64 line,
                                             const char *column,
                                             const char *reason);

G_END_DECLS
