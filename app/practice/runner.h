/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "practice/state.h"

G_BEGIN_DECLS

/**
 * OvsPracticeRunner:
 *
 * Works collective actions off: NotStarted for a moment, then item after item, all that are due in one transaction, then
 * Completed. What is unfinished in the database continues at the next start. Lives in the thread-default main context.
 */
typedef struct _OvsPracticeRunner OvsPracticeRunner;

/** A runner that goes on with the unfinished actions of @state, which must outlive it. Returns: (transfer full). */
OvsPracticeRunner *ovs_practice_runner_new    (OvsPracticeState *state);
void               ovs_practice_runner_free   (OvsPracticeRunner *runner);

/**
 * Writes a collective action down, inside the caller's transaction, and works it off afterwards.
 * @kind: `ess`, `wnl` or `notification`
 * @employer: its row id, or 0
 * @entities: UUIDs; @verbs: as many actions
 * @failing: share of the items that fail on order
 * Returns: the row id of the action.
 */
gint64             ovs_practice_runner_submit (OvsPracticeRunner *runner, const char *kind, gint64 employer, GPtrArray *entities, GPtrArray *verbs, double failing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsPracticeRunner, ovs_practice_runner_free)

G_END_DECLS
