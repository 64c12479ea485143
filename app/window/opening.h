/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/dossier.h"

G_BEGIN_DECLS

/** How a dossier is to be opened. */
typedef enum
{
  OVS_OPENING_OPEN,
  OVS_OPENING_NEW,      /* makes it first, for @firm */
  OVS_OPENING_PRACTICE, /* the same, and reads klanten.csv and medewerkers.csv beside it */
} OvsOpening;

/**
 * ovs_opening_async:
 *
 * Opens or makes a dossier in a thread of its own. @firm, @domain: (nullable): name and mail domain of the firm of a new one. Where somebody else works in it, it is opened to read.
 * ovs_opening_finish() returns (transfer full) the dossier; *@locked (out) (transfer full) (nullable) is the sentence that says who has it.
 */
void        ovs_opening_async  (const char *path, OvsOpening how, const char *firm, const char *domain, GAsyncReadyCallback callback,
                                gpointer user_data);
OvsDossier *ovs_opening_finish (GAsyncResult *result, char **locked, GError **error);

G_END_DECLS
