/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dossier/caller-index.h"
#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_CALLER_SEARCH (ovs_caller_search_get_type ())
G_DECLARE_FINAL_TYPE (OvsCallerSearch, ovs_caller_search, OVS, CALLER_SEARCH, GtkWidget)

/**
 * OvsCallerSearch:
 *
 * Finds who is on the telephone while it is typed: an entry, and below it the people and clients that it may mean. Enter takes the first, also when
 * it is pressed before they are there; Down goes into the list.
 *
 * Property "searching" (boolean, read only, notify): something is typed. Signals: "chosen" (int64 employer, int64 employee; 0 for the client
 * itself), "failed" (GError *).
 */
GtkWidget *ovs_caller_search_new       (OvsWorkspace *workspace);

/** Reads what there is to find, so that it is there when somebody types. */
void       ovs_caller_search_prepare   (OvsCallerSearch *self);

gboolean   ovs_caller_search_is_searching (OvsCallerSearch *self);

/** Empties the entry. */
void       ovs_caller_search_clear     (OvsCallerSearch *self);

/** Puts the focus into the entry. */
void       ovs_caller_search_begin     (OvsCallerSearch *self);

G_END_DECLS
