/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/day.h"

G_BEGIN_DECLS

/** Wrong use of the command line: exit status 2, with a line that shows the right one. */
typedef enum
{
  OVS_USAGE_ERROR_WRONG_USE,
  OVS_USAGE_ERROR_UNKNOWN_COMMAND,
} OvsUsageError;

#define OVS_USAGE_ERROR (ovs_usage_error_quark ())
GQuark ovs_usage_error_quark (void);

/** Sets @error to a wrong use with the finished @sentence. Returns: FALSE. */
gboolean ovs_usage_refuse (GError **error, const char *sentence);

/**
 * ovs_parse_options:
 * @arguments: (array zero-terminated=1): what follows the name of the command
 * @entries: (array zero-terminated=1): the options of the command; texts come in as UTF-8 in every locale
 * @words: (out) (transfer full): what is no option, in order
 *
 * FALSE with an %OVS_USAGE_ERROR for an option that is not there, or lacks its value, or has an impossible
 * one.
 */
gboolean
ovs_parse_options (const char *const *arguments, const GOptionEntry *entries, GStrv *words, GError **error);

/** Reads the value of a `--date` (nullable: then @day keeps its value). FALSE with an %OVS_USAGE_ERROR for no
 * day. */
gboolean ovs_parse_day (const char *text, OvsDay *day, GError **error);

/** Takes @flag out of @arguments, up to a `--`. Returns: TRUE when it was there. */
gboolean ovs_parse_take_flag (char **arguments, const char *flag);

/** Help on the options, a line each, aligned. Returns: (transfer full). */
char *ovs_parse_describe (const GOptionEntry *entries);

G_END_DECLS
