/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/** Which people an import is about. */
typedef enum
{
  OVS_IMPORT_ADDED,   /* who came with it, and is still there */
  OVS_IMPORT_CHANGED, /* of whom it changed something */
  OVS_IMPORT_MISSING, /* of its clients, who were not in it nor found since */
  OVS_ALL_MISSING,    /* whom the latest file of their client did not have, whatever the import */
} OvsImportPeople;

/** By what they are sorted. */
typedef enum
{
  OVS_IMPORT_PEOPLE_BY_CLIENT, /* by the number of the client, and within it by name */
  OVS_IMPORT_PEOPLE_BY_NAME,
  OVS_IMPORT_PEOPLE_BY_EMAIL,
} OvsImportPeopleSort;

/**
 * Their ids. @search: (nullable): folded; a part of name, number or address. Returns: (transfer full) (element-type gint64).
 */
GArray *ovs_imports_find_people (OvsTx *tx, OvsImportPeople people, gint64 import, const char *search, OvsImportPeopleSort sort, gboolean descending);

/** How many people are no longer in the latest file of their client. */
gint64  ovs_imports_count_missing (OvsTx *tx);

/** The day on which the file was read in that did not have this @employee any more; %OVS_NO_DAY for one who is not missing. */
OvsDay  ovs_imports_missing_since (OvsTx *tx, gint64 employee);

G_END_DECLS
