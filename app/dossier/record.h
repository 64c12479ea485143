/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/* For this room: the fields of a record as a table, so that comparing, history and clearing follow from it. */

typedef enum
{
  OVS_RECORD_TEXT, /* char *, owned, nullable */
  OVS_RECORD_DAY,  /* OvsDay */
  OVS_RECORD_TOLD, /* OvsTold */
  OVS_RECORD_FLAG, /* gboolean */
} OvsRecordType;

typedef struct
{
  const char *name;
  gsize offset;
  OvsRecordType type;
} OvsRecordField;

/** The value as text, NULL for unknown. Returns: (transfer full) (nullable). */
char    *ovs_record_get    (gconstpointer record, const OvsRecordField *field);

/** Gives the field the value that ovs_record_get() wrote as text; NULL is unknown. */
void     ovs_record_set    (gpointer record, const OvsRecordField *field, const char *value);

gboolean ovs_record_equal  (gconstpointer a, gconstpointer b, const OvsRecordField *field);

/** Gives the field of that name the @value that history kept; other names are left alone. */
void     ovs_record_put_back (gpointer record, const char *name, const char *value, const OvsRecordField *fields, gsize n_fields);

/** TRUE when the field of that name has the @value that history kept; FALSE also for a name that is none of them. */
gboolean ovs_record_has     (gconstpointer record, const char *name, const char *value, const OvsRecordField *fields, gsize n_fields);

/** Writes a line of history for each field that differs. Returns: how many do. */
guint    ovs_record_note_changes (OvsTx *tx, gint64 sequence, gint64 employer, gint64 employee, gconstpointer old,
                                  gconstpointer changed, const OvsRecordField *fields, gsize n_fields);

/** Frees the texts of a record. */
void     ovs_record_clear  (gpointer record, const OvsRecordField *fields, gsize n_fields);

G_END_DECLS
