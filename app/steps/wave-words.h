/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/day.h"

G_BEGIN_DECLS

/** "Round 1 · 8-12-2026", without its day while it has none. Returns: (transfer full). */
char *ovs_wave_words_name  (gint64 number, OvsDay date);

/** "round 1: 8 December", for a line that has little room. Returns: (transfer full). */
char *ovs_wave_words_short (gint64 number, OvsDay date);

/** Reasons to go so soon, to choose from. (array zero-terminated=1) (transfer none). */
const char *const *ovs_wave_words_early_reasons (void);

G_END_DECLS
