/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/api/exchange.h"

G_BEGIN_DECLS

/** Answers with the collective action whose row id is @action, as Loket does to the request that made it. */
void ovs_practice_submitted_reply (OvsPracticeExchange *exchange, gint64 action);

G_END_DECLS
