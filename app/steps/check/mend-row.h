/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/check/person-card.h"

G_BEGIN_DECLS

#define OVS_TYPE_MEND_ROW (ovs_mend_row_get_type ())
G_DECLARE_FINAL_TYPE (OvsMendRow, ovs_mend_row, OVS, MEND_ROW, AdwBin)

/**
 * OvsMendRow:
 *
 * Where a private address is typed, one after another: Enter saves and goes on. What was probably meant is offered with one press, and what
 * is no address is said while it is typed. It decides nothing itself.
 *
 * Signals: "mend" (string address, gboolean changed in Loket already, gboolean to be changed in Loket as well), "next" (nothing changed, go
 * on), "hint" (nullable string: what is wrong with what is typed; NULL for nothing).
 */

/** Shows the address of @card. @finding: what is in hand, -1 for nothing. */
void     ovs_mend_row_show      (OvsMendRow *self, const OvsPersonCard *card, int finding);

/** The next person is on his way; what is typed meanwhile is for him, and is saved once he is there. */
void     ovs_mend_row_await     (OvsMendRow *self);

/** Offers to change it in Loket too: @loket (nullable) is what the user calls it. */
void     ovs_mend_row_set_loket (OvsMendRow *self, const char *loket);

/** Puts the focus where the address is typed. */
gboolean ovs_mend_row_focus     (OvsMendRow *self);

G_END_DECLS
