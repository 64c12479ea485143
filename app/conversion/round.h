/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/waves.h"
#include "planning/round.h"

G_BEGIN_DECLS

/** A client outside a round that belongs with it. Texts are owned. */
typedef struct
{
  OvsTie tie;
  gint64 client;
  char *number;
  char *name; /* (nullable) */
} OvsRoundTie;

/**
 * OvsRound:
 * @early_reason, @notice_reason: (nullable): see OvsWaveRow
 * @questions: that it brought, -1 where nobody counted
 * @low, @high: questions to expect of who can be invited, by the office's own figures where it has them
 * @warnings: of ovs_round_judge()
 * @ties: (element-type OvsRoundTie) with whom it had better be together; of a client once per reason
 *
 * A round as an office looks at it. Free with ovs_round_free().
 */
typedef struct
{
  gint64 id;
  gint64 number;
  OvsRoute route;
  char *early_reason;
  char *notice_reason;
  char *bar_text; /* (nullable) of @facts */
  gint64 questions;
  gint64 employers;
  gint64 employees;
  gint64 own_route;
  guint64 low;
  guint64 high;
  OvsRoundFacts facts;
  guint warnings;
  GPtrArray *ties;
} OvsRound;

void       ovs_round_free (OvsRound *round);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsRound, ovs_round_free)

/** Reads one round. In a thread of the dossier. Returns: (transfer full) (nullable): NULL where there is none with this id. */
OvsRound  *ovs_round_read (OvsTx *tx, gint64 id);

/** Reads all rounds, by number. Returns: (transfer full) (element-type OvsRound). */
GPtrArray *ovs_rounds_read (OvsTx *tx);

G_END_DECLS
