/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dossier/outcome-list.h"

G_BEGIN_DECLS

#define OVS_TYPE_FALLOUT_ROW (ovs_fallout_row_get_type ())
G_DECLARE_FINAL_TYPE (OvsFalloutRow, ovs_fallout_row, OVS, FALLOUT_ROW, GtkWidget)

/**
 * OvsFalloutRow:
 *
 * One person of the uitvallijst: name over client, the reason over attempts and what to do, and two places for what can be done. Where inviting is not
 * possible, the place of its button says why.
 *
 * Signals: "invite", "mend", "unblock".
 */

/** @person: (transfer full). @busy: nothing can be sent now. */
GtkWidget              *ovs_fallout_row_new        (OvsOutcomePerson *person, gboolean busy, gboolean read_only);

const OvsOutcomePerson *ovs_fallout_row_get_person (OvsFalloutRow *self);

G_END_DECLS
