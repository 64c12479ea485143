/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/clock.h"
#include "loket/exchange.h"
#include "loket/loket-error.h"

G_BEGIN_DECLS

/**
 * ovs_outcome_judge:
 * @answer: the last one, after every try
 * @write: whether it was a write, whose failures part into "nothing was done" and "unknown"
 * @host: where it was asked, for the sentence
 * @retry_after: what ovs_outcome_retry_after() says, in seconds
 *
 * What an answer means; the one place that knows.
 * Returns: (transfer full) (nullable): NULL where @answer is good.
 */
GError   *ovs_outcome_judge       (const OvsAnswer    *answer,
                                   gboolean            write,
                                   const char         *host,
                                   guint               retry_after);

/**
 * The error of a write of which it is not known whether it was done. @status: 0 without one. Returns: (transfer
 * full).
 */
GError   *ovs_outcome_unknown     (guint               status,
                                   const char         *host);

/**
 * ovs_outcome_may_retry:
 * @tries: how many were made
 * @delay: (out): after how many milliseconds
 *
 * Whether the same request may be sent again, and when: a GET after anything that can pass; a write only where
 * nothing was done and Loket said when to come back.
 */
gboolean  ovs_outcome_may_retry   (const OvsAnswer    *answer,
                                   gboolean            write,
                                   guint               tries,
                                   const OvsManners   *manners,
                                   OvsClock           *clock,
                                   guint              *delay);

/** Seconds that Loket asks to wait, within @limit; FALSE where it does not say. */
gboolean  ovs_outcome_retry_after (const OvsAnswer    *answer,
                                   guint               limit,
                                   OvsClock           *clock,
                                   guint              *seconds);

G_END_DECLS
