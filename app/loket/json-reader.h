/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "base/day.h"

G_BEGIN_DECLS

/** How deep objects and lists may lie in each other: Loket's answers have less than ten levels. */
#define OVS_JSON_DEPTH 64

/**
 * ovs_json_parse:
 *
 * Reads a whole document. Refuses what is no UTF-8, no JSON, no object, or lies deeper than %OVS_JSON_DEPTH.
 * Returns: (transfer full) (nullable): NULL where @bytes is no such document.
 */
JsonNode      *ovs_json_parse                 (GBytes         *bytes);

/**
 * OvsJsonReader:
 *
 * Reads the members of one object by their dotted paths ("employee.id"). Members that are unknown are not looked at.
 * A reader remembers the first thing that is wrong and its place; until ovs_json_reader_end() the values are then
 * merely harmless. Texts are trimmed. An absent member and one that is null are the same.
 */
typedef struct _OvsJsonReader OvsJsonReader;

/**
 * ovs_json_reader_new:
 * @node: (nullable): must outlive the reader; what is no object is wrong
 * @place: where @node is in the document ("_embedded[3]"), empty for the document itself
 */
OvsJsonReader *ovs_json_reader_new            (JsonNode       *node,
                                               const char     *place);
void           ovs_json_reader_free           (OvsJsonReader  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsJsonReader, ovs_json_reader_free)

/** A text that must be there and not be empty. Returns: (transfer full): never NULL. */
char          *ovs_json_reader_text           (OvsJsonReader  *self,
                                               const char     *path);

/** A text, or an empty one where it is absent. Returns: (transfer full): never NULL. */
char          *ovs_json_reader_text_or_empty  (OvsJsonReader  *self,
                                               const char     *path);

/**
 * A number of a person or a firm: a whole number or a text, that must be there. Returns: (transfer full): never NULL.
 */
char          *ovs_json_reader_number         (OvsJsonReader  *self,
                                               const char     *path);

/** As ovs_json_reader_number(), empty where it is absent. */
char          *ovs_json_reader_number_or_empty (OvsJsonReader *self,
                                                const char    *path);

/** A whole number, or @otherwise where it is absent. */
int            ovs_json_reader_int            (OvsJsonReader  *self,
                                               const char     *path,
                                               int             otherwise);

/** A boolean that must be there. */
gboolean       ovs_json_reader_boolean        (OvsJsonReader  *self,
                                               const char     *path);

/** A day, also when a time follows it; %OVS_NO_DAY where it is absent. */
OvsDay         ovs_json_reader_day            (OvsJsonReader  *self,
                                               const char     *path);

/**
 * An instant as of OvsClock, in UTC where it names no zone; 0 where it is absent or cannot be read, which is not
 * wrong.
 */
gint64         ovs_json_reader_instant        (OvsJsonReader  *self,
                                               const char     *path);

/** A list. Returns: (transfer none) (nullable): NULL where it is absent. */
JsonArray     *ovs_json_reader_list           (OvsJsonReader  *self,
                                               const char     *path);

/** Any member. Returns: (transfer none) (nullable): NULL where it is absent. */
JsonNode      *ovs_json_reader_member         (OvsJsonReader  *self,
                                               const char     *path);

/** Notes that @path is wrong: @expected is what should be there, in English ("text"). */
void           ovs_json_reader_fail           (OvsJsonReader  *self,
                                               const char     *path,
                                               const char     *expected);

/**
 * ovs_json_reader_end:
 *
 * TRUE when all that was asked for was well. FALSE with %OVS_LOKET_ERROR_MALFORMED, whose sentence names the place
 * and what is expected there, never the value.
 */
gboolean       ovs_json_reader_end            (OvsJsonReader  *self,
                                               GError        **error);

G_END_DECLS
