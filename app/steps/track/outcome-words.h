/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/message-list.h"
#include "dossier/outcome-list.h"
#include "table/table-source.h"

G_BEGIN_DECLS

/*
 * What is said of a person and of a message, in the user's language. Pure; any thread. Texts are (transfer none).
 */

/** How it stands with him: why Loket refused, in plain words or in its own, or his access to MijnLoket. Lives as long as @person. */
const char *ovs_outcome_words_status   (const OvsOutcomePerson *person);
OvsCellKind ovs_outcome_words_kind     (const OvsOutcomePerson *person);

/** What to do about it; empty for nothing. */
const char *ovs_outcome_words_advice   (const OvsOutcomePerson *person);

/** "Invite again", or "Invite after all" for who never was. */
const char *ovs_outcome_words_invite   (const OvsOutcomePerson *person);

/** Why he cannot be invited now (nullable): NULL when he can. */
const char *ovs_outcome_words_obstacle (const OvsOutcomePerson *person);

/** What became of a request. */
const char *ovs_message_words_title    (const OvsMessage *message);
OvsCellKind ovs_message_words_kind     (const OvsMessage *message);

G_END_DECLS
