/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define OVS_TYPE_PERSON_NOTES (ovs_person_notes_get_type ())
G_DECLARE_FINAL_TYPE (OvsPersonNotes, ovs_person_notes, OVS, PERSON_NOTES, AdwBin)

/**
 * OvsPersonNotes:
 *
 * A button beside a person that opens the notes on him and says whether one asks for a call. It takes the workspace of the step page that
 * it stands on.
 */

/** Shows the notes on the employee with the id @employee, called @name; 0 hides the button. */
void ovs_person_notes_show (OvsPersonNotes *self, gint64 employee, const char *name);

G_END_DECLS
