/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** How long to wait at first, and at most, before Loket is read back by itself. Minutes. */
#define OVS_FOLLOW_FIRST 15
#define OVS_FOLLOW_MOST 240

/**
 * How long to wait after @minutes of waiting: from @first again where something had @changed, else twice as long, up to %OVS_FOLLOW_MOST. Trouble is
 * no change. Pure.
 */
guint ovs_follow_interval_next (guint minutes, guint first, gboolean changed);

G_END_DECLS
