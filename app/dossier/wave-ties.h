/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"
#include "rules/tie.h"

G_BEGIN_DECLS

/** A client outside a round that belongs with one inside it. Texts are borrowed and valid during the callback only. */
typedef struct
{
  OvsTie tie;
  gint64 client;
  const char *number;
  const char *name; /* (nullable) */
} OvsWaveTie;

typedef void (*OvsWaveTieFunc) (const OvsWaveTie *tie, gpointer data);

/**
 * Calls @func for each tie of the clients of @wave with clients that take part, were not submitted yet and are not in it. People who are
 * left out or done tie nothing.
 */
void ovs_wave_ties_foreach (OvsTx *tx, gint64 wave, OvsWaveTieFunc func, gpointer data);

G_END_DECLS
