/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "letters/letter.h"

G_BEGIN_DECLS

/**
 * What goes along with a letter, made for its client alone: the text for employees and the flyer, where it encloses them, and the files of
 * Loket's toolkit that the office put in their place, as they are. No name of a file holds anything of a person. Blocks.
 * Returns: (transfer full) (element-type OvsMailAttachment): NULL with @error set.
 */
GPtrArray *ovs_letter_attachments (const OvsLetter *letter, GError **error);

/** The names of what ovs_letter_attachments() would make. Returns: (transfer full) (element-type utf8). */
GPtrArray *ovs_letter_attachment_names (const OvsLetter *letter);

G_END_DECLS
