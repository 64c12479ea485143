/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dossier/notes.h"
#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_NOTES_VIEW (ovs_notes_view_get_type ())
G_DECLARE_FINAL_TYPE (OvsNotesView, ovs_notes_view, OVS, NOTES_VIEW, GtkWidget)

/**
 * OvsNotesView:
 *
 * The notes on one client or one employee, those that ask for a call first: to read, to tick off, and a button that writes another. It
 * reads by itself, and again after every change.
 *
 * Property: "n-open" (unsigned, read only, notify): how many still ask for a call, 0 while that is being read.
 */

/** Once, before anything is shown. */
void  ovs_notes_view_set_workspace (OvsNotesView *self, OvsWorkspace *workspace);

/** Shows the notes on the one with the id @whom, 0 for nobody. @name: as a question about him calls him. */
void  ovs_notes_view_show          (OvsNotesView *self, OvsNotesOn on, gint64 whom, const char *name);

guint ovs_notes_view_get_n_open    (OvsNotesView *self);

G_END_DECLS
