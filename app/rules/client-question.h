/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/rule.h"

G_BEGIN_DECLS

/*
 * Which findings only the client can answer, so that they stand on the list that it gets. The others are for the office: a change in
 * Loket, a product, a decision about who leaves.
 */

/** Whether only the client can answer @finding. */
gboolean    ovs_client_question_is    (OvsFinding finding);

/** All of them. */
OvsFindings ovs_client_questions      (void);

/** Those of them that an address answers. */
OvsFindings ovs_client_questions_address (void);

/** The stoppers and warnings that the office answers itself. */
OvsFindings ovs_client_questions_own  (void);

G_END_DECLS
