/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "letters/letter.h"

G_BEGIN_DECLS

/**
 * What goes along with a letter, made for its client alone. Returns: (transfer full) (nullable) (element-type OvsMailAttachment): NULL with @error
 * set, or without where nothing goes along.
 */
typedef GPtrArray *(*OvsLetterAttach) (const OvsLetter *letter, gpointer data, GError **error);

/** The name of its files without an ending: the piece, the client's number and name, the day; nothing of a person. Returns: (transfer full). */
char      *ovs_letter_files_name    (const OvsLetter *letter);

/** The letter as a draft, for a mail program to open as a message that is not sent yet. @attachments: (nullable). Returns: (transfer full). */
GBytes    *ovs_letter_files_draft   (const OvsLetter *letter, GPtrArray *attachments, GError **error);

/** Its subject and its text, with a line between them. Returns: (transfer full). */
char      *ovs_letter_files_text    (const OvsLetter *letter);

/**
 * Writes the letter into @folder, readable by its owner only: as text, and where its contact has an address as a draft. Nothing there is
 * overwritten: a number comes into the name. @written: (element-type filename): gets the paths.
 */
gboolean   ovs_letter_files_save    (const OvsLetter *letter, const char *folder, GPtrArray *attachments, GPtrArray *written, GError **error);

G_END_DECLS
