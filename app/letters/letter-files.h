/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "letters/letter.h"

G_BEGIN_DECLS

/** Its subject and its text, with a line between them. Returns: (transfer full). */
char      *ovs_letter_files_text    (const OvsLetter *letter);

/**
 * Writes the letter into @folder, readable by its owner only: as text, where its contact has an address as a draft with all that goes along,
 * and as a PDF with @paper, or where it is for paper anyway: a flyer, a
 * letter to who left, or what has no address. Nothing there is overwritten: a number comes into the name. @written: (element-type
 * filename): gets the paths.
 */
gboolean   ovs_letter_files_save    (const OvsLetter *letter, const char *folder, gboolean paper, GPtrArray *written, GError **error);

G_END_DECLS
