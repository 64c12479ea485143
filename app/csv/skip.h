/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv/mapping.h"

G_BEGIN_DECLS

/** Whether @record, below the header of @mapping, is a blank line, a totals row or that header once more. */
gboolean ovs_csv_skips (const OvsCsvMapping *mapping, const OvsRecord *record);

G_END_DECLS
