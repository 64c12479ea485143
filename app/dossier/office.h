/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/* What letters tell of the office, and who helps with questions: see dossier/settings.h. */

/** The names of these settings, ended by NULL. Returns: (transfer none). */
const char *const *ovs_office_settings (void);

/**
 * Changes one of them, one step that can be taken back; nothing where it is so already. @value: (nullable): lines are trimmed, empty ones go.
 * Fails with %OVS_DOSSIER_ERROR_REFUSED where @setting is none of them, or the value is longer than 500 characters.
 */
gboolean           ovs_office_change   (OvsTx *tx, const char *setting, const char *value, GError **error);

G_END_DECLS
