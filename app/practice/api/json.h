/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "base/day.h"

G_BEGIN_DECLS

/**
 * OvsPracticeJson:
 *
 * A JSON document that is written from its begin to its end, as text: lists of a thousand people are made often.
 */
typedef struct _OvsPracticeJson OvsPracticeJson;

/** Returns: (transfer full): an empty document; its root is begun with ovs_practice_json_begin_object(). */
OvsPracticeJson *ovs_practice_json_new  (void);
void             ovs_practice_json_free (OvsPracticeJson *json);

/** An object that is the root, or the next element of the array that is open. */
void  ovs_practice_json_begin_object (OvsPracticeJson *json);
void  ovs_practice_json_end_object   (OvsPracticeJson *json);
void  ovs_practice_json_end_array    (OvsPracticeJson *json);

/** The text, which leaves @json empty. Returns: (transfer full): of @length bytes, with a NUL behind them. */
char *ovs_practice_json_steal        (OvsPracticeJson *json, gsize *length);

/* Members of the object that is open. A NULL text and %OVS_NO_DAY are written as null. */
void ovs_practice_put_text    (OvsPracticeJson *json, const char *name, const char *value);
void ovs_practice_put_number  (OvsPracticeJson *json, const char *name, gint64 value);
void ovs_practice_put_flag    (OvsPracticeJson *json, const char *name, gboolean value);
void ovs_practice_put_null    (OvsPracticeJson *json, const char *name);
void ovs_practice_put_day     (OvsPracticeJson *json, const char *name, OvsDay day);

/** An instant in microseconds, as `2026-12-01T09:00:00Z`. */
void ovs_practice_put_instant (OvsPracticeJson *json, const char *name, gint64 instant);

/** Loket's form of a choice from a list, `{"key": 1, "value": "Man"}`. */
void ovs_practice_put_choice  (OvsPracticeJson *json, const char *name, int key, const char *value);

/** Begins an object or an array as member @name; ovs_practice_json_end_object() or _array() ends it. */
void ovs_practice_put_object  (OvsPracticeJson *json, const char *name);
void ovs_practice_put_array   (OvsPracticeJson *json, const char *name);

/** Text member of @object; FALSE when it is absent or no string. @value is borrowed. */
gboolean ovs_practice_get_text   (JsonObject *object, const char *name, const char **value);

/** Number member of @object; FALSE when it is absent or no number. */
gboolean ovs_practice_get_number (JsonObject *object, const char *name, double *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsPracticeJson, ovs_practice_json_free)

G_END_DECLS
