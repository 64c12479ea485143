/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OvsTableColumn:
 * @id: stable word, for sorting and for what is remembered
 * @title: heading, in the user's language
 * @width: in pixels at normal text size; 0 expands
 * @numeric: right-aligned, tabular figures
 * @sortable: whether its heading sorts
 * @hidden: not shown until somebody chooses it
 */
typedef struct
{
  const char *id;
  const char *title;
  int width;
  gboolean numeric;
  gboolean sortable;
  gboolean hidden;
} OvsTableColumn;

G_END_DECLS
