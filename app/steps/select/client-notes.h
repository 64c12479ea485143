/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steps/select/client-facts.h"

G_BEGIN_DECLS

#define OVS_TYPE_CLIENT_NOTES (ovs_client_notes_get_type ())
G_DECLARE_FINAL_TYPE (OvsClientNotes, ovs_client_notes, OVS, CLIENT_NOTES, GtkWidget)

/**
 * OvsClientNotes:
 *
 * The notes on a client: those that ask for a call on top, each with a tick to say that it was made; a button adds one.
 */

void ovs_client_notes_set_workspace (OvsClientNotes *self, OvsWorkspace *workspace);

/** Shows the notes of @facts. */
void ovs_client_notes_show          (OvsClientNotes *self, const OvsClientFacts *facts);

G_END_DECLS
