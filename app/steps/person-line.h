/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dossier/story.h"
#include "widgets/sign.h"

G_BEGIN_DECLS

/** One event of a story as a row of a list: its sign, what happened, when and by whom. Returns: (transfer floating). */
GtkWidget *ovs_person_line_new (const OvsStoryEvent *event);

/** What an access means for somebody: over, on his way, closed. */
OvsSign    ovs_person_line_sign_of_access (const char *portal, const char *status);

G_END_DECLS
