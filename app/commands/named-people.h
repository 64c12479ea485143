/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/**
 * The employees that a command names. @employees: (array zero-terminated=1): their numbers at @employer. Returns: (transfer full) (nullable)
 * (element-type gint64): ids; NULL with @error set where one is not there.
 */
GArray *ovs_named_people_find (OvsTx *tx, const char *employer, const char *const *employees, GError **error);

G_END_DECLS
