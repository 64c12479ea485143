/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/day.h"

G_BEGIN_DECLS

/* Days in words, for letters: data and no translations, since who reads a letter does not read the desktop. An empty text for %OVS_NO_DAY. */

/** "8 december 2026". Returns: (transfer full). */
char *ovs_day_words_dutch      (OvsDay day);

/** "dinsdag 8 december 2026". Returns: (transfer full). */
char *ovs_day_words_dutch_long (OvsDay day);

/** "8 December 2026". Returns: (transfer full). */
char *ovs_day_words_english    (OvsDay day);

/** "8 grudnia 2026". Returns: (transfer full). */
char *ovs_day_words_polish     (OvsDay day);

G_END_DECLS
