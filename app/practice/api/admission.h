/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/api/exchange.h"

G_BEGIN_DECLS

/** Whether this request may be carried out: token, rights, form. FALSE: it is answered. Inside a transaction. */
gboolean ovs_practice_admit (OvsPracticeExchange *exchange, const OvsPracticeRoute *route);

/** Whether the practice user may do @activity at the employer with that row id; 0: above the employers. */
gboolean ovs_practice_user_may (OvsPracticeState *state, gint64 employer, const char *activity);

G_END_DECLS
