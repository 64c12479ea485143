/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/state.h"
#include "practice/web/html.h"

G_BEGIN_DECLS

/**
 * Puts the months of the last year in which @employee was employed at `{maanden}` of @page, newest first, each with a link that begins
 * with @base and ends in the month (`202610`), and whether there are any at `{loonstroken}`.
 */
void     ovs_practice_payslips_list (OvsPracticeState *state, gint64 employee, const char *base, OvsPracticeHtml *page);

/** A made-up payslip: the same month of the same employee is always the same. NULL when there is none. Returns: (transfer full) (nullable). */
OvsPracticeHtml *ovs_practice_payslips_show (OvsPracticeState *state, gint64 employee, gint64 month);

G_END_DECLS
