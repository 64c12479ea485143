/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_TIME_LINE (ovs_time_line_get_type ())
G_DECLARE_FINAL_TYPE (OvsTimeLine, ovs_time_line, OVS, TIME_LINE, AdwBin)

/**
 * OvsTimeLine:
 *
 * The time line of one round, from T−28 to T+30: what was done, is due, late or still to come. Each milestone is a button that tells what is to
 * be done, goes to where that is done, and lets it be ticked off. Looks again whenever the dossier changes.
 */
GtkWidget *ovs_time_line_new       (OvsWorkspace *workspace);

/** Shows the round with the id @wave; 0 for none. */
void       ovs_time_line_set_round (OvsTimeLine *self, gint64 wave);

G_END_DECLS
