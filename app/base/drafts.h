/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Where mails lie that were handed to the mail program of the user: it may read them a moment later, so they stay for a while.
 */

/** The folder. Returns: (transfer full). */
char *ovs_drafts_folder     (void);

/** Removes those older than @seconds; 0 for all. Blocks. */
void  ovs_drafts_remove_old (gint64 seconds);

G_END_DECLS
