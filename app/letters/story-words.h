/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/story.h"

G_BEGIN_DECLS

/*
 * One person's story in the user's language, for the window and for the file. Pure; any thread.
 */

/** What happened, in a few words. Returns: (transfer full). */
char       *ovs_story_words_title  (const OvsStoryEvent *event);

/**
 * What more there is to say: from what to what, by which route, in whose words. @whole: with birth dates whole; else all but their year is
 * covered. Returns: (transfer full): "" for nothing.
 */
char       *ovs_story_words_detail (const OvsStoryEvent *event, gboolean whole);

/** When it happened: a moment, or the day where only that is known. Returns: (transfer full). */
char       *ovs_story_words_when   (const OvsStoryEvent *event);

/** The access as shown; Loket's own word where it is none that is known here. Returns: (transfer none): as long as @access lives. */
const char *ovs_story_words_access (const OvsStoryAccess *access);

/** From where, and of when, that is known. Returns: (transfer full): "" where nothing is known. */
char       *ovs_story_words_source (const OvsStoryAccess *access);

/** The employments, one after another. Returns: (transfer full). */
char       *ovs_story_words_employments (const OvsEmployee *record);

/** A birth date: whole, or the year only. Returns: (transfer full): "" for none. */
char       *ovs_story_words_birth_date  (OvsDay day, gboolean whole);

G_END_DECLS
