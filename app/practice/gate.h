/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/api/exchange.h"

G_BEGIN_DECLS

/**
 * Judges a request by its headers, before its body is read: it has to call this server by its own name, and to say how long its body is.
 * @page: whether it is for a page, which takes less than the API
 *
 * Returns: the status with which it is refused, or %SOUP_STATUS_NONE.
 */
guint ovs_practice_gate_judge (OvsPracticeState *state, SoupServerMessage *message, gboolean page);

G_END_DECLS
