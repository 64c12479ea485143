/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/**
 * OvsWavePlan:
 * @notice_reason: (nullable): why its clients know of it so late
 * @clients: (element-type gint64) their ids
 * @stands: whether it is there already, on that day, and these clients come to it
 *
 * A round that is to be made.
 */
typedef struct
{
  gint64 number;
  OvsDay day;
  const char *notice_reason;
  const GArray *clients;
  gboolean stands;
} OvsWavePlan;

/**
 * Makes the rounds (element-type OvsWavePlan), as one step that can be taken back. Returns: how many clients got one; -1 with
 * %OVS_DOSSIER_ERROR_REFUSED and nothing changed where a round is there already, or a client no longer needs one.
 */
gint64   ovs_wave_plan_write     (OvsTx *tx, const GArray *plans, GError **error);

/** Keeps how many questions a round brought; -1 forgets it. One step. Fails where there is no such round. */
gboolean ovs_wave_plan_questions (OvsTx *tx, gint64 number, gint64 questions, GError **error);

G_END_DECLS
