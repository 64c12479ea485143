/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "letters/piece-store.h"

G_BEGIN_DECLS

/*
 * What an editor does with the sources of the pieces, off the main thread and in the order in which it is asked for: what was typed before
 * something is saved can never be written after it.
 */

/**
 * OvsPieceKept:
 * @source: (nullable): NULL where @trouble is
 * @draft: (nullable): what somebody was still writing; NULL where that is @source
 * @previous: (nullable): what the office had before; NULL where that is @source
 * @toolkit_file: (nullable): name of the file that goes along in place of the text
 * @trouble: (nullable): why the text of the office cannot be read
 *
 * A piece as it is kept. Free with ovs_piece_kept_free().
 */
typedef struct
{
  char *source;
  char *original;
  char *draft;
  char *previous;
  char *toolkit_file;
  char *trouble;
} OvsPieceKept;

void          ovs_piece_kept_free           (OvsPieceKept *kept);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsPieceKept, ovs_piece_kept_free)

/** @language: (nullable): NULL for Dutch; of the list of ovs_piece_languages(). */
void          ovs_piece_keeper_load_async   (OvsPiece piece, const char *language, GAsyncReadyCallback callback, gpointer user_data);

/** Returns: (transfer full): never NULL. */
OvsPieceKept *ovs_piece_keeper_load_finish  (GAsyncResult *result);

/**
 * Saves @source, and drops the draft with it. @expected: (nullable): what was there when it was read; where it is another by now, it fails with
 * %G_IO_ERROR_WRONG_ETAG and nothing is changed.
 */
void          ovs_piece_keeper_save_async   (OvsPiece piece, const char *language, const char *source, const char *expected,
                                             GAsyncReadyCallback callback, gpointer user_data);
gboolean      ovs_piece_keeper_save_finish  (GAsyncResult *result, GError **error);

/** Keeps what is being written; NULL drops it. */
void          ovs_piece_keeper_draft_async  (OvsPiece piece, const char *language, const char *source, GAsyncReadyCallback callback,
                                             gpointer user_data);
gboolean      ovs_piece_keeper_draft_finish (GAsyncResult *result, GError **error);

/** Goes back to the text of the program, also where that of the office cannot be read. Finish with ovs_piece_keeper_save_finish(). */
void          ovs_piece_keeper_restore_async (OvsPiece piece, const char *language, GAsyncReadyCallback callback, gpointer user_data);

/** Keeps a copy of @file to go along in place of the text; NULL drops it. Finish with ovs_piece_keeper_save_finish(). */
void          ovs_piece_keeper_file_async   (OvsPiece piece, GFile *file, GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
