/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_LOKET_MENDS (ovs_loket_mends_get_type ())
G_DECLARE_FINAL_TYPE (OvsLoketMends, ovs_loket_mends, OVS, LOKET_MENDS, GObject)

/**
 * OvsLoketMends:
 *
 * Changes mended addresses in Loket, one after another, while the next are being typed. What Loket does not take stays among those still to be
 * changed there.
 *
 * Signals: "progress" (guint done, guint of how many), "settled" (guint changed, guint not changed, nullable string: the first who was not,
 * nullable string: what Loket answered): nobody is left.
 */
OvsLoketMends *ovs_loket_mends_new (OvsWorkspace *workspace);

/** Adds @people (element-type gint64), whose addresses the dossier has already. */
void           ovs_loket_mends_add (OvsLoketMends *self, const GArray *people);

G_END_DECLS
