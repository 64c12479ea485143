/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * By which words of Loket are known again: folded, every number as `0` and every address of mail as `@`, so that what Loket says of two people is
 * the same. @words: (nullable). Returns: (transfer full): empty where nothing is said. Pure.
 */
char *ovs_reason_words_key (const char *words);

G_END_DECLS
