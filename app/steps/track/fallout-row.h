/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dossier/outcome-list.h"

G_BEGIN_DECLS

#define OVS_TYPE_FALLOUT_ROW (ovs_fallout_row_get_type ())
G_DECLARE_FINAL_TYPE (OvsFalloutRow, ovs_fallout_row, OVS, FALLOUT_ROW, GtkWidget)

/** What keeps a row from its buttons. */
typedef enum
{
  OVS_FALLOUT_ROW_FREE,
  OVS_FALLOUT_ROW_BUSY,      /* something else is under way with Loket */
  OVS_FALLOUT_ROW_WAITING,   /* he is about to be invited */
  OVS_FALLOUT_ROW_READ_ONLY,
} OvsFalloutRowState;

/**
 * OvsFalloutRow:
 *
 * One person of the uitvallijst: a tick, name over client, the reason over attempts, age and what to do, two places for what can be done, and a menu
 * for the rest. Where inviting is not possible, the place of its button says why.
 *
 * Signals: "deed" (int): an #OvsFollowDeed. "tick" (gboolean).
 */

/** @person: (transfer full). */
GtkWidget              *ovs_fallout_row_new        (OvsOutcomePerson *person, OvsDay today, OvsFalloutRowState state, gboolean ticked);

const OvsOutcomePerson *ovs_fallout_row_get_person (OvsFalloutRow *self);

/** Takes the tick away, without a signal. */
void                    ovs_fallout_row_untick     (OvsFalloutRow *self);

G_END_DECLS
