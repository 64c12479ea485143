/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/dossier.h"
#include "letters/letter-files.h"

G_BEGIN_DECLS

/** Called now and then with how many letters are made, of all there are. In the thread of ovs_letter_batch_write(). */
typedef void (*OvsLetterProgress) (guint done, guint all, gpointer data);

/**
 * OvsLetterOrder:
 * @wave: id of a round: for its clients only; 0 for all that take part
 * @employers: (nullable) (element-type gint64): for these clients only
 * @folder: in the encoding of the file system; made where it is not there
 * @table: also a table of all clients and fields, for a mail merge
 * @paper: also as PDFs
 * @progress: (nullable)
 */
typedef struct
{
  OvsPiece piece;
  gint64 wave;
  const GArray *employers;
  const char *folder;
  gboolean table;
  gboolean paper;
  OvsLetterProgress progress;
  gpointer progress_data;
} OvsLetterOrder;

/** Why a client got no letter, or none by mail. Free with ovs_letter_problem_free(). */
typedef struct
{
  char *employer; /* its number; "" for a piece that is not for one */
  char *reason;
} OvsLetterProblem;

void     ovs_letter_problem_free      (OvsLetterProblem *problem);

/**
 * OvsLetterBatch:
 * @files: (element-type utf8): names of the files
 * @problems: (element-type OvsLetterProblem)
 * @letters: how many were made
 * @advice: (nullable): what would make them better
 * @needless: for how many clients there was nothing to tell; those that were asked for by number are among the problems too
 */
typedef struct
{
  GPtrArray *files;
  GPtrArray *problems;
  char *advice;
  guint letters;
  guint needless;
} OvsLetterBatch;

void     ovs_letter_batch_clear       (OvsLetterBatch *batch);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OvsLetterBatch, ovs_letter_batch_clear)

/**
 * Makes a piece for every client that it concerns, as files. What has a problem is not made; what only lacks an address is made without a draft.
 * Nothing that is in the folder is overwritten; where it fails or is cancelled, no file of it remains. Nothing is written into the dossier but the
 * judgements. Blocks; not for the main thread of a window.
 */
gboolean ovs_letter_batch_write       (OvsDossier *dossier, const OvsLetterOrder *order, OvsLetterBatch *batch, GCancellable *cancellable,
                                       GError **error);

G_END_DECLS
