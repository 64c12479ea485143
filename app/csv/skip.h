/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv/mapping.h"

G_BEGIN_DECLS

/** Why a line below the header is no data row. */
typedef enum
{
  OVS_CSV_SKIP_NOT,
  OVS_CSV_SKIP_BLANK,
  OVS_CSV_SKIP_TOTALS,
  OVS_CSV_SKIP_HEADER, /* that header once more */
  OVS_CSV_SKIP_TITLE,  /* a line that also stands above the header */
  OVS_CSV_N_SKIPS,
} OvsCsvSkip;

/** What @record, below the header of @mapping, is passed over for; %OVS_CSV_SKIP_NOT (0) for a data row. */
OvsCsvSkip ovs_csv_skips (const OvsCsvMapping *mapping, const OvsRecord *record);

G_END_DECLS
