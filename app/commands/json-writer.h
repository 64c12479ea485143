/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "commands/spool.h"

G_BEGIN_DECLS

/**
 * OvsJsonWriter:
 *
 * Writes one JSON value piece by piece, so that a list can be longer than memory. Every function takes a NULL
 * writer and then does nothing: a command tells its answer once, for people and for scripts, without asking
 * which of them listens. @name is the member's name inside an object, NULL inside a list.
 */
typedef struct _OvsJsonWriter OvsJsonWriter;

/** @spool must outlive the writer. */
OvsJsonWriter *ovs_json_writer_new (OvsSpool *spool);
void ovs_json_writer_free (OvsJsonWriter *json);

void ovs_json_begin_object (OvsJsonWriter *json, const char *name);
void ovs_json_end_object (OvsJsonWriter *json);
void ovs_json_begin_list (OvsJsonWriter *json, const char *name);
void ovs_json_end_list (OvsJsonWriter *json);

/** @text: (nullable): UTF-8; NULL is null. */
void ovs_json_add_text (OvsJsonWriter *json, const char *name, const char *text);
void ovs_json_add_count (OvsJsonWriter *json, const char *name, gint64 count);
void ovs_json_add_flag (OvsJsonWriter *json, const char *name, gboolean flag);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsJsonWriter, ovs_json_writer_free)

G_END_DECLS
