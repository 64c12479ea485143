/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/dossier.h"

G_BEGIN_DECLS

/** How a dossier is to be opened. */
typedef enum
{
  OVS_OPENING_OPEN,
  OVS_OPENING_NEW,      /* makes it first */
  OVS_OPENING_PRACTICE, /* makes it first, and reads klanten.csv and medewerkers.csv beside it */
} OvsOpening;

/**
 * ovs_opening_async:
 *
 * Opens or makes a dossier in a thread of its own. Where somebody else works in it, it is opened to read.
 * ovs_opening_finish() returns (transfer full) the dossier; *@locked (out) (transfer full) (nullable) is the sentence that says who has it.
 */
void        ovs_opening_async  (const char *path, OvsOpening how, GAsyncReadyCallback callback, gpointer user_data);
OvsDossier *ovs_opening_finish (GAsyncResult *result, char **locked, GError **error);

G_END_DECLS
