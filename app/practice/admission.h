/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/exchange.h"

G_BEGIN_DECLS

/** Whether this request may be carried out: token, rights, form. FALSE: it is answered. Inside a transaction. */
gboolean ovs_practice_admit (OvsPracticeExchange *exchange, const OvsPracticeRoute *route);

G_END_DECLS
