/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "commands/invocation.h"
#include "dossier/transaction.h"

G_BEGIN_DECLS

/* What `waves` does with days on which no round goes, and with who stands in for whom. */

/** @until: %OVS_NO_DAY for one day. @handler, @reason, @stand_in: (nullable). @remove: the one that begins on @from. */
typedef struct
{
  OvsDay from;
  OvsDay until;
  const char *handler;
  const char *reason;
  const char *stand_in;
  gboolean remove;
} OvsWavesDay;

/** Keeps or forgets a period; with @stand_in, who stands in. */
gboolean      ovs_waves_days_change (OvsTx *tx, const OvsWavesDay *day, GError **error);

typedef struct _OvsWavesDays OvsWavesDays;

/** All of them, as they stand. Returns: (transfer full). */
OvsWavesDays *ovs_waves_days_read   (OvsTx *tx);
void          ovs_waves_days_free   (OvsWavesDays *days);

/** Adds them to the answer. */
void          ovs_waves_days_answer (OvsInvocation *invocation, const OvsWavesDays *days);

G_END_DECLS
