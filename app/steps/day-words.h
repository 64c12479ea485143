/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/day.h"

G_BEGIN_DECLS

/* How a day is said on screen, in the user's language. Pure functions, for any thread. */

/** As short as it stays clear: "28-11" in the year of @today, else "28-11-2025". Returns: (transfer full). */
char *ovs_day_words           (OvsDay day, OvsDay today);

/** "Tuesday 8 December 2026". Returns: (transfer full): an empty string for %OVS_NO_DAY. */
char *ovs_day_words_long      (OvsDay day);

/** "Call back today", "Call back on 28-11" or "Call back since 24-11". Returns: (transfer full). */
char *ovs_day_words_call_back (OvsDay day, OvsDay today);

G_END_DECLS
