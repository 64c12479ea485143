/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/*
 * What a run reads of each employer, kept aside until it is written into the dossier in one go: memory does not grow with the office while the
 * network is waited for. It lies in a temporary table of the writer's connection: a file without a name that only its owner can read and
 * that is gone with the connection, or before, by ovs_aside_clear(). Each owner has its own.
 */

/**
 * While a run works through the dossier client by client it keeps few pages of the file in memory, however large that is; with %FALSE as many
 * again as a big import wants.
 */
void    ovs_aside_keep_few_pages (OvsTx *tx, gboolean few);

/** Keeps @content, which takes the place of what was there. @owner: anything that tells one run from another. */
void    ovs_aside_put   (OvsTx *tx, gconstpointer owner, gint64 employer, GBytes *content);

/** Returns: (transfer full) (nullable): NULL where nothing was put. */
GBytes *ovs_aside_get   (OvsTx *tx, gconstpointer owner, gint64 employer);

/** Forgets everything of @owner. Harmless where there is nothing. */
void    ovs_aside_clear (OvsTx *tx, gconstpointer owner);

G_END_DECLS
