/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/story.h"

G_BEGIN_DECLS

/*
 * Everything that the dossier holds of one person, as a file: for who asks to see his data (AVG, article 15). Colleagues of the office are not
 * named in it.
 */

/**
 * ovs_story_file_save:
 * @everywhere: also what is held of him at other clients, each apart
 * @path: ending in .json for programs; else it is a PDF
 * @n_people: (out) (optional): how many employees it tells about: 1, and one for each other client
 *
 * Writes the file, readable by its owner only, and into the trail that it was made; so it needs a transaction that writes. FALSE with a sentence
 * where there is no such employee or the file could not be written.
 */
gboolean ovs_story_file_save (OvsTx *tx, gint64 employee, gboolean everywhere, const char *path, guint *n_people, GError **error);

/** A name for it without the name of the person and without an ending: what it is, his client, the day, confidential. Returns: (transfer full). */
char    *ovs_story_file_name (const OvsStory *story, OvsDay today);

G_END_DECLS
