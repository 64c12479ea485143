/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "letters/letter.h"

G_BEGIN_DECLS

/** The name of a letter's files without an ending: the piece, the client's number and name, the day; nothing of a person. Returns: (transfer full). */
char *ovs_letter_file_name (const OvsLetter *letter);

G_END_DECLS
