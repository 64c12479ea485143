/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv/mapping.h"

G_BEGIN_DECLS

/**
 * OvsCsvLayout:
 * @delimiter: between the cells
 * @n_above: records above the header: titles, blank lines and a line `sep=;`
 * @header_line: the line of the header, from 1
 * @mapping: (owned): what the columns mean
 *
 * How a file is laid out.
 */
typedef struct
{
  char delimiter;
  guint n_above;
  guint64 header_line;
  OvsCsvMapping *mapping;
} OvsCsvLayout;

/**
 * OvsCsvSearch:
 * @delimiter: the one to use, or 0 to find out
 * @header_line: the line on which the header stands, or 0 to find out
 *
 * What a layout is looked for by.
 */
typedef struct
{
  OvsCsvKind kind;
  const OvsCsvWishes *wishes;
  char delimiter;
  guint64 header_line;
} OvsCsvSearch;

/** The header is looked for in so many records. */
#define OVS_LAYOUT_DEPTH 20

/** Whether @text is a delimiter (a single character, or `tab`); sets @delimiter. */
gboolean      ovs_csv_delimiter_parse (const char *text, char *delimiter);

/** The delimiter that an option names; 0 for NULL. FALSE with %OVS_CSV_ERROR_USAGE when it is none. */
gboolean      ovs_csv_delimiter_choose (const char *text, char *delimiter, GError **error);

/**
 * Finds the delimiter and the header of @input: the first record in which all columns are found that a file of @kind
 * cannot do without, split by the delimiter with which most columns are found.
 * Returns: (transfer full) (nullable): NULL with an %OVS_CSV_ERROR.
 */
OvsCsvLayout *ovs_csv_layout_find     (OvsCsvInput *input,
                                       const OvsCsvSearch *search,
                                       GCancellable *cancellable,
                                       GError **error);

/**
 * The same for a file that a user is to judge himself: columns may be missing or in doubt, and where no column is known the record
 * with most cells is the header. @n_known: (out) (optional): columns with a known header; @complete: (out) (optional): whether all that is
 * needed is there.
 */
OvsCsvLayout *ovs_csv_layout_look     (OvsCsvInput *input,
                                       const OvsCsvSearch *search,
                                       guint *n_known,
                                       gboolean *complete,
                                       GCancellable *cancellable,
                                       GError **error);

/** A tokeniser at the first record below the header. Returns: (transfer full) (nullable): NULL with @error set. */
OvsTokeniser *ovs_csv_layout_begin    (const OvsCsvLayout *layout,
                                       OvsCsvInput *input,
                                       GCancellable *cancellable,
                                       GError **error);

void          ovs_csv_layout_free     (OvsCsvLayout *layout);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsCsvLayout, ovs_csv_layout_free)

G_END_DECLS
