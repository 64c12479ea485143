/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv/field.h"
#include "csv/personal.h"
#include "csv/tokeniser.h"

G_BEGIN_DECLS

/** How a user named the column of a field. */
typedef enum
{
  OVS_WISH_OPEN,      /* not at all: its header tells */
  OVS_WISH_HEADER,    /* by its header */
  OVS_WISH_COLUMN,    /* by its place */
  OVS_WISH_NO_COLUMN, /* no column is to mean the field */
} OvsWishKind;

/**
 * OvsCsvWishes:
 *
 * The mappings that a user gave.
 */
typedef struct
{
  struct
  {
    OvsWishKind kind;
    char *text;   /* (owned) (nullable) as it was given */
    char *key;    /* (owned) (nullable) of the header */
    guint column; /* from 0 */
  } fields[OVS_N_FIELDS];
} OvsCsvWishes;

/**
 * Reads texts for a file of @kind: `FIELD=HEADER`, `FIELD=#3` for the third column, whatever its header, and `FIELD=#0` where
 * no column is to mean the field. @texts: (nullable).
 * Returns: (transfer full) (nullable): NULL with %OVS_CSV_ERROR_USAGE.
 */
OvsCsvWishes  *ovs_csv_wishes_new     (OvsCsvKind kind, const char *const *texts, GError **error);

void           ovs_csv_wishes_free    (OvsCsvWishes *wishes);

/**
 * OvsCsvMapping:
 * @n_columns: of the header
 * @columns: the column of each field, from 0, or -1
 * @claims: the field that each column would mean, %OVS_N_FIELDS for none; a field that several claim has no column
 * @headers: what the file calls its columns
 * @keys: the same by ovs_text_header_key()
 * @ignored: headers of columns that no field uses, without nameless ones
 * @private: those of them that are dropped for privacy
 * @kinds: what each of @private holds
 * @found: per column what its cells hold that is never stored, once the whole file was seen
 * @codes: per column whether numbers of nine digits in it are codes of the office, in the same way
 * @titles: (nullable): how the lines above the header begin, by ovs_text_fold(): a layout tells
 *
 * What the columns of a file mean.
 */
typedef struct
{
  guint n_columns;
  int columns[OVS_N_FIELDS];
  int mapped[OVS_N_FIELDS]; /* once something is hidden: the columns before that, by which rows are skipped all the same */
  gboolean hides;
  OvsField *claims; /* (owned) */
  char **headers; /* (owned) */
  char **keys;    /* (owned) */
  char **ignored; /* (owned) */
  char **private; /* (owned) */
  OvsPersonal *kinds; /* (owned) */
  OvsPersonal *found; /* (owned) */
  gboolean *codes;    /* (owned) */
  char **titles;      /* (owned) */
} OvsCsvMapping;

/**
 * How many columns of @record are known headers of @kind. Sets @complete to whether all that such a file cannot do
 * without are among them, so that @record is the header of the file.
 */
guint          ovs_csv_mapping_count  (OvsCsvKind kind,
                                       const OvsCsvWishes *wishes,
                                       const OvsRecord *record,
                                       gboolean *complete);

/**
 * Says what the columns of the header @record mean.
 * @name: of the file, for a sentence
 * Returns: (transfer full) (nullable): NULL with an %OVS_CSV_ERROR when something is missing or in doubt.
 */
OvsCsvMapping *ovs_csv_mapping_new    (OvsCsvKind kind,
                                       const OvsCsvWishes *wishes,
                                       const OvsRecord *record,
                                       const char *name,
                                       GError **error);

/**
 * The same without any demand: what is missing or in doubt has no column, and so has what is never stored.
 * Returns: (transfer full).
 */
OvsCsvMapping *ovs_csv_mapping_look   (OvsCsvKind kind, const OvsCsvWishes *wishes, const OvsRecord *record);

void           ovs_csv_mapping_free   (OvsCsvMapping *mapping);

/** Whether a column with the header @key may mean @field: what is never stored means nothing but what it is called, and some never do. */
gboolean       ovs_csv_mapping_allows (OvsCsvKind kind, const char *key, OvsField field);

/** Takes @column out: its cells hold @personal, whatever its header says. */
void           ovs_csv_mapping_hide   (OvsCsvMapping *mapping, guint column, OvsPersonal personal);

/** What @column holds that is never stored, by its cells or by its header. */
OvsPersonal    ovs_csv_mapping_get_personal (const OvsCsvMapping *mapping, guint column);

/** The field that @column means, %OVS_N_FIELDS for none. */
OvsField       ovs_csv_mapping_field  (const OvsCsvMapping *mapping, guint column);

/**
 * A cell of @column as it may be shown: what is never stored is made unreadable in it.
 * Returns: (transfer full).
 */
char          *ovs_csv_mapping_show   (const OvsCsvMapping *mapping, guint column, const char *cell);

/** Whether the cells of @column are dropped for privacy. */
gboolean       ovs_csv_mapping_drops  (const OvsCsvMapping *mapping, guint column);

/** The cell of @field in @record; NULL when no column means it. */
static inline const char *
ovs_csv_mapping_cell (const OvsCsvMapping *mapping, const OvsRecord *record, OvsField field)
{
  return mapping->columns[field] < 0 ? NULL : ovs_record_get (record, (guint) mapping->columns[field]);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsCsvWishes, ovs_csv_wishes_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsCsvMapping, ovs_csv_mapping_free)

G_END_DECLS
