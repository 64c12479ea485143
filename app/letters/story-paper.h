/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/story.h"
#include "letters/sheet.h"

G_BEGIN_DECLS

/**
 * All that a story tells, to print: what is known, and what happened. @firm: (nullable). @elsewhere: it is what another client has of a person
 * whom the file is about. Returns: (transfer full).
 */
OvsSheet *ovs_story_paper_sheet (const OvsStory *story, const char *firm, OvsDay today, gboolean elsewhere);

G_END_DECLS
