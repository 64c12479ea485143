/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Which clients are looked at: those of one colleague, of one round, or both. As one text, so that it is copied, compared and bound like any
 * other: the name of the colleague alone is such a filter, NULL is all clients.
 */

/** For rounds: the clients without one. */
#define OVS_WITHOUT_WAVE (-1)

/** @handler: (nullable). @wave: id of a round, %OVS_WITHOUT_WAVE, or 0 for all. Returns: (transfer full) (nullable). */
char *ovs_client_filter_new (const char *handler, gint64 wave);

/** The @wave of such a filter (nullable). */
gint64 ovs_client_filter_get_wave (const char *filter);

/* For this room: whether a row of employer passes the filter in the parameter @p. @c: "c." or "". */
#define OVS_FILTER_HANDLER(p) "substr(" p ", 1, instr(" p " || char(31), char(31)) - 1)"
#define OVS_FILTER_WAVE(p) "CAST(substr(" p ", instr(" p ", char(31)) + 1) AS INTEGER)"
#define OVS_CLIENT_FILTER(c, p)                                                                                                     \
  "(" p " IS NULL OR (" OVS_FILTER_HANDLER (p) " IN ('', " c "handler) "                                                            \
  "AND (instr(" p ", char(31)) = 0 OR coalesce(" c "wave, -1) = " OVS_FILTER_WAVE (p) ")))"

G_END_DECLS
