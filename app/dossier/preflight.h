/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"
#include "rules/told.h"

G_BEGIN_DECLS

/**
 * OvsPreflight:
 * @as_of: instant at which it was asked
 * @told: FALSE where Loket refused to tell what the user may do there
 * @lacking: (nullable): Loket's names of the activities that are wanted and lack, parted by spaces; NULL where nothing was told
 * @mijnloket, @product_500: whether the employer has these portals in Loket
 *
 * What was asked of Loket about one employer before anything is sent. The texts are owned; free them with ovs_preflight_clear().
 */
typedef struct
{
  gint64 employer;
  gint64 as_of;
  gboolean told;
  char *lacking;
  OvsTold mijnloket;
  OvsTold product_500;
} OvsPreflight;

void     ovs_preflight_clear   (OvsPreflight *preflight);

/** Keeps it, in place of what was known of this employer. */
void     ovs_preflight_put     (OvsTx *tx, const OvsPreflight *preflight);

/** What is known of @employer. @preflight must be empty. FALSE where it was never asked. */
gboolean ovs_preflight_get     (OvsTx *tx, gint64 employer, OvsPreflight *preflight);

/** Calls @func for each employer that takes part and was asked about; @name is nullable. */
typedef void (*OvsPreflightFunc) (const OvsPreflight *preflight, const char *number, const char *name, gpointer data);
void     ovs_preflight_foreach (OvsTx *tx, OvsPreflightFunc func, gpointer data);

G_END_DECLS
