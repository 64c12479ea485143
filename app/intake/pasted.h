/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/dossier.h"

G_BEGIN_DECLS

/**
 * OvsPasted:
 * @failed: employees whom the text says that it did not succeed for
 * @fine: those with whom nothing is wrong
 * @nowhere: lines about an employee before the text named a client that is in the dossier
 *
 * What text out of Loket's message centre (berichtencentrum) told.
 */
typedef struct
{
  guint failed;
  guint fine;
  guint nowhere;
} OvsPasted;

/**
 * ovs_pasted_write:
 * @text: as it was copied: the page of a message names its client once, and then an employee on each line, the number first
 * @path: where to write
 *
 * Writes whom it did not succeed for as a fallout list, to be read in like one that Loket sent: with its brakes, counts and way back. Loket's words stay as
 * they are. The help desk tells that reasons are found there (31031334674706); what the texts look like it does not, so what is not understood is
 * counted, never guessed. Blocks.
 *
 * Returns: FALSE with an error where the text told nobody, or the file cannot be written.
 */
gboolean ovs_pasted_write (OvsDossier *dossier, const char *text, const char *path, OvsPasted *pasted, GError **error);

G_END_DECLS
