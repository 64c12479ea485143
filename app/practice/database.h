/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/day.h"

G_BEGIN_DECLS

/**
 * OvsPracticeDb:
 *
 * The SQLite file of the practice Loket. Failures stick: after the first one every further statement does nothing and
 * ovs_practice_db_end() rolls back and reports it, so that callers write what they mean and check once. One thread only.
 *
 * Values are bound by letters: `i` int, `l` gint64, `t` text (NULL is SQL's NULL), `d` an OvsDay (%OVS_NO_DAY is NULL).
 */
typedef struct _OvsPracticeDb OvsPracticeDb;

/** A running query; freed with g_autoptr it gives its statement back. */
typedef struct _OvsPracticeRows OvsPracticeRows;

typedef struct
{
  enum
  {
    OVS_PRACTICE_VALUE_NULL,
    OVS_PRACTICE_VALUE_INT,
    OVS_PRACTICE_VALUE_TEXT,
  } kind;
  gint64 number;
  char *text; /* (owned) (nullable) */
} OvsPracticeValue;

/** Opens or makes the file, readable by its owner only. @path NULL: a temporary one that is gone when closed. */
OvsPracticeDb   *ovs_practice_db_open        (const char *path, GError **error);
void             ovs_practice_db_close       (OvsPracticeDb *db);

/** Begins the one transaction; they do not nest. */
void             ovs_practice_db_begin       (OvsPracticeDb *db);

/** The same for what mostly reads: the file is locked for writing only from the first statement that writes. */
void             ovs_practice_db_begin_reading (OvsPracticeDb *db);

/** Commits, or rolls back when a statement failed since ovs_practice_db_begin(). */
gboolean         ovs_practice_db_end         (OvsPracticeDb *db, GError **error);

/** Throws away what was done since ovs_practice_db_begin(). */
void             ovs_practice_db_undo        (OvsPracticeDb *db);

/** Runs a statement that gives no rows. Returns: the number of rows changed. */
int              ovs_practice_db_run         (OvsPracticeDb *db, const char *sql, const char *letters, ...);

/** A number that changes whenever something is written, through this connection or another one. */
gint64           ovs_practice_db_version     (OvsPracticeDb *db);

/** The row id of the last insert. */
gint64           ovs_practice_db_last_id     (OvsPracticeDb *db);

/** Starts a query. Returns: (transfer full): never NULL; without rows after a failure. */
OvsPracticeRows *ovs_practice_db_query       (OvsPracticeDb *db, const char *sql, const char *letters, ...);

/**
 * The same with an array of OvsPracticeValue, for SQL that is put together.
 * @again: it is one of few texts, whose statement is worth keeping
 */
OvsPracticeRows *ovs_practice_db_query_array (OvsPracticeDb *db, const char *sql, GArray *values, gboolean again);

/** The first column of the first row, or @otherwise. */
gint64           ovs_practice_db_number      (OvsPracticeDb *db, gint64 otherwise, const char *sql, const char *letters, ...);

/** An array of OvsPracticeValue that frees its texts. Returns: (transfer full). */
GArray          *ovs_practice_values_new     (void);
void             ovs_practice_values_add_number (GArray *values, gint64 number);
void             ovs_practice_values_add_text   (GArray *values, const char *text);

gboolean         ovs_practice_rows_next      (OvsPracticeRows *rows);
void             ovs_practice_rows_free      (OvsPracticeRows *rows);

/** A column of the present row. Text is valid until the next row, NULL for SQL's NULL. */
const char      *ovs_practice_rows_text      (OvsPracticeRows *rows, int column);
gint64           ovs_practice_rows_number    (OvsPracticeRows *rows, int column);
gboolean         ovs_practice_rows_is_null   (OvsPracticeRows *rows, int column);
OvsDay           ovs_practice_rows_day       (OvsPracticeRows *rows, int column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsPracticeDb, ovs_practice_db_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsPracticeRows, ovs_practice_rows_free)

G_END_DECLS
