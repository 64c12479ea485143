/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a cell is made of. */
typedef enum
{
  OVS_PRACTICE_CELL_TEXT,
  OVS_PRACTICE_CELL_NUMBER,
  OVS_PRACTICE_CELL_DAY,
  OVS_PRACTICE_CELL_YES,    /* J or N */
  OVS_PRACTICE_CELL_STATUS, /* of a portal */
} OvsPracticeCellKind;

typedef struct
{
  const char *head;
  int source; /* the column of the query of office-files.c */
  OvsPracticeCellKind kind;
} OvsPracticeFileColumn;

typedef enum
{
  OVS_PRACTICE_CODE_UTF_8,
  OVS_PRACTICE_CODE_UTF_8_BOM,
  OVS_PRACTICE_CODE_WINDOWS_1252,
  OVS_PRACTICE_CODE_UTF_16,
} OvsPracticeCode;

/* How one file is written. The columns are closed by one without a head. */
typedef struct
{
  const OvsPracticeFileColumn *columns;
  OvsPracticeCode code;
  char delimiter;
  gboolean iso_days;       /* 2026-12-01 in place of 01-12-2026 */
  gboolean loket_words;    /* a status in Loket's own words */
  gboolean last_only;      /* one row for each employee, with the last employment */
  gboolean title_and_total; /* lines above the header and below the rows */
} OvsPracticeFileForm;

/**
 * OvsPracticeFileStyle:
 *
 * One of the ways in which offices export their two lists. Every one of them is read by `overstap import` without a question.
 */
typedef struct
{
  const char *name;
  OvsPracticeFileForm employers;
  OvsPracticeFileForm employees;
} OvsPracticeFileStyle;

/** The style of `klanten.csv` and `medewerkers.csv`. */
const OvsPracticeFileStyle *ovs_practice_file_styles_usual (void);

/** The others, @n of them. */
const OvsPracticeFileStyle *ovs_practice_file_styles_all   (gsize *n);

/** The other style of that name, or NULL. */
const OvsPracticeFileStyle *ovs_practice_file_styles_find  (const char *name);

/** `utf-8, windows-1252, …`. Returns: (transfer full). */
char                       *ovs_practice_file_styles_list  (void);

G_END_DECLS
