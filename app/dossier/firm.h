/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/** The firm of a new dossier, the first entry of its trail. @name, @domain: (nullable); the domain in ASCII. */
void     ovs_firm_begin  (OvsTx *tx, const char *name, const char *domain);

/**
 * Changes the firm's name and mail domain, one step that can be taken back. @domain: (nullable): as a person writes it. Fails with
 * %OVS_DOSSIER_ERROR_REFUSED where it is no domain.
 */
gboolean ovs_firm_change (OvsTx *tx, const char *name, const char *domain, GError **error);

G_END_DECLS
