/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/database.h"
#include "practice/web/html.h"

G_BEGIN_DECLS

/* Columns of table action_item, called i, that an outcome is made from. */
#define OVS_PRACTICE_OUTCOME_COLUMNS "i.verb, i.done_at, i.message, i.blocked"

/** What became of something for one person, and why not. @first: the column of @row where those begin. Returns: (transfer full). */
OvsPracticeHtml *ovs_practice_outcome_new  (OvsPracticeRows *row, int first, gboolean mijnloket);

/** The flag of a template that says what @verb does in a portal. */
const char      *ovs_practice_outcome_deed (gboolean mijnloket, const char *verb);

/**
 * Puts the newest of what the message centre has about an employee at `{berichten}`.
 * @employee: its UUID
 */
void             ovs_practice_outcome_put_history (OvsPracticeHtml *html, OvsPracticeDb *db, const char *employee);

G_END_DECLS
