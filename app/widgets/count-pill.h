/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "widgets/sign.h"

G_BEGIN_DECLS

#define OVS_TYPE_COUNT_PILL (ovs_count_pill_get_type ())
G_DECLARE_FINAL_TYPE (OvsCountPill, ovs_count_pill, OVS, COUNT_PILL, GtkWidget)

/**
 * OvsCountPill:
 *
 * A count in a pill. A stopper or a warning colours it and stands in it as a sign as well; any other sign leaves it plain.
 * It is silent to a screen reader: what it belongs to speaks its count.
 */
GtkWidget *ovs_count_pill_new (void);

/** Shows @count with the @sign of what is counted. */
void       ovs_count_pill_set (OvsCountPill *self, OvsSign sign, gint64 count);

G_END_DECLS
