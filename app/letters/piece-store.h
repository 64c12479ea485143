/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "letters/piece.h"

G_BEGIN_DECLS

/*
 * The sources of the pieces: those that came with the program, and as files in the user's data directory those of the office. What an office
 * wrote is kept as it is, right or wrong; what takes its place leaves it behind as the previous one. @language is nullable: NULL for Dutch.
 * Everything here blocks.
 */

/** What the first line of a source begins with. */
#define OVS_PIECE_SUBJECT_MARK "Onderwerp:"

/** The source that came with the program. Returns: (transfer full) (nullable): NULL where there is none in this language. */
char    *ovs_piece_store_original      (OvsPiece piece, const char *language);

/**
 * The source of the office, else that of the program. Fails where that of the office is there and cannot be read, or is no text of a usual size.
 * @is_own: (out) (optional). Returns: (transfer full) (nullable).
 */
char    *ovs_piece_store_read          (OvsPiece piece, const char *language, gboolean *is_own, GError **error);

/** Takes @source as that of the office. The one before becomes the previous one. */
gboolean ovs_piece_store_keep          (OvsPiece piece, const char *language, const char *source, GError **error);

/** Goes back to that of the program. That of the office becomes the previous one. */
gboolean ovs_piece_store_restore       (OvsPiece piece, const char *language, GError **error);

/** The source that the office had before. Returns: (transfer full) (nullable): NULL where there is none. */
char    *ovs_piece_store_read_previous (OvsPiece piece, const char *language);

/** Keeps what somebody is still writing; NULL drops it. Nothing goes out with it. */
gboolean ovs_piece_store_keep_draft    (OvsPiece piece, const char *language, const char *source, GError **error);

/** What somebody was still writing. Returns: (transfer full) (nullable): NULL where there is nothing. */
char    *ovs_piece_store_read_draft    (OvsPiece piece, const char *language);

/** Without a mark at the beginning that it is Unicode, and with the ends of lines that everything here has. Returns: (transfer full). */
char    *ovs_piece_store_normalize     (const char *source);

/** Whether it is UTF-8, and short enough for a letter. */
gboolean ovs_piece_store_is_text       (const char *source, GError **error);

G_END_DECLS
