/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/state.h"

G_BEGIN_DECLS

/* The products of an employer that matter here; one engine under Loket's pages and the API. Inside a transaction. */

/** Switches product 500, Werknemerloket, on or off. */
void  ovs_practice_products_set_werknemerloket (OvsPracticeState *state, gint64 employer, gboolean on);

/**
 * Switches the product MijnLoket, without which nobody can be invited. Nobody notices until he is invited. Its variant is as it was, or
 * the first time ovs_practice_products_find_tier().
 */
void  ovs_practice_products_set_mijnloket      (OvsPracticeState *state, gint64 employer, gboolean on);

/** The variant that MijnLoket has or would have: Plus where the employer uses what needs it, else Start. Returns: (transfer full). */
char *ovs_practice_products_find_tier          (OvsPracticeState *state, gint64 employer);

G_END_DECLS
