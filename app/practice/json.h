/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "base/day.h"

G_BEGIN_DECLS

/* Members of the object that a JsonBuilder is in. A NULL text and %OVS_NO_DAY are written as null. */
void ovs_practice_put_text    (JsonBuilder *json, const char *name, const char *value);
void ovs_practice_put_number  (JsonBuilder *json, const char *name, gint64 value);
void ovs_practice_put_flag    (JsonBuilder *json, const char *name, gboolean value);
void ovs_practice_put_null    (JsonBuilder *json, const char *name);
void ovs_practice_put_day     (JsonBuilder *json, const char *name, OvsDay day);

/** An instant in microseconds, as `2026-12-01T09:00:00Z`. */
void ovs_practice_put_instant (JsonBuilder *json, const char *name, gint64 instant);

/** Loket's form of a choice from a list, `{"key": 1, "value": "Man"}`. */
void ovs_practice_put_choice  (JsonBuilder *json, const char *name, int key, const char *value);

/** Begins an object as member @name; json_builder_end_object() ends it. */
void ovs_practice_put_object  (JsonBuilder *json, const char *name);
void ovs_practice_put_array   (JsonBuilder *json, const char *name);

/** Text member of @object; FALSE when it is absent or no string. @value is borrowed. */
gboolean ovs_practice_get_text   (JsonObject *object, const char *name, const char **value);

/** Number member of @object; FALSE when it is absent or no number. */
gboolean ovs_practice_get_number (JsonObject *object, const char *name, double *value);

G_END_DECLS
