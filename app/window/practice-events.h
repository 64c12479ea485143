/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/** How many events an answer of `/practice/events`, or questions one of `/practice/questions`, says there are. @answer: (nullable). */
guint ovs_practice_events_count    (JsonNode *answer);

/** What happened after the first @before events of a whole answer, a line for each kind: "12 reminders". Returns: (transfer full) (nullable). */
char *ovs_practice_events_describe (JsonNode *answer, guint before);

G_END_DECLS
