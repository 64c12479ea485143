/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/day.h"
#include "csv/field.h"

G_BEGIN_DECLS

/**
 * Reads a cleaned cell that holds a day.
 * @is_serial: whether the days of the column are Excel's numbers
 * @day: (out): %OVS_NO_DAY for an empty cell, and for an end that is none
 * Returns: FALSE when the cell is no day.
 */
gboolean    ovs_value_parse_day     (const char *text, OvsValueType type, gboolean is_serial, OvsDay today, OvsDay *day);

/** Whether @day stands for "no end" in the files of payroll programs: 01-01-1900 and 31-12-9999. */
gboolean    ovs_value_is_no_end     (OvsDay day);

/** Reads a cleaned cell that says yes or no. FALSE when it says something else. */
gboolean    ovs_value_parse_yes_no  (const char *text, OvsCsvYesNo *answer);

/** Reads a cleaned cell with a payroll period. Returns: (nullable): a constant text, NULL when it is none. */
const char *ovs_value_parse_payroll (const char *text);

G_END_DECLS
