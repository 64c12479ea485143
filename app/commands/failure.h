/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ovs_failure_report:
 * @as_json: also as an object on standard output
 * @usage: (nullable): a line that shows the right use, told where it was wrong
 *
 * Prints why a command failed on standard error. Returns: the exit status that follows from it.
 */
int ovs_failure_report (const GError *error, gboolean as_json, const char *usage);

G_END_DECLS
