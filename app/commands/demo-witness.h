/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "commands/demo-door.h"
#include "dossier/dossier.h"

G_BEGIN_DECLS

/**
 * OvsWitness:
 * @invited: people with an invitation
 * @blocked: people blocked in Werknemerloket
 * @mails: invitation mails
 * @agrees: the dossier says the same of every single person; nobody was invited twice, or blocked without an
 * invitation
 *
 * What the practice Loket saw happen, from its own events and mails.
 */
typedef struct
{
  gint64 invited;
  gint64 blocked;
  gint64 mails;
  gboolean agrees;
} OvsWitness;

/** Hears the practice Loket behind @door and compares it with @dossier, person by person. */
gboolean ovs_witness_hear (OvsDemoDoor *door, OvsDossier *dossier, OvsWitness *witness, GError **error);

G_END_DECLS
