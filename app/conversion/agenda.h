/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"
#include "planning/agenda.h"

G_BEGIN_DECLS

/**
 * OvsRoundLine:
 * @clients: that take part
 * @facts: what they are known by; texts belong to the lines
 *
 * The time line of a round.
 */
typedef struct
{
  gint64 wave;
  gint64 number;
  OvsMilestoneRound round;
  gint64 clients;
  OvsMilestoneFact facts[OVS_N_MILESTONES];
} OvsRoundLine;

/** @lines: (element-type OvsRoundLine): of all rounds, by number. Free with ovs_round_lines_free(). */
typedef struct
{
  GArray *lines;
  /*< private >*/
  GStringChunk *texts;
} OvsRoundLines;

/** Reads the time lines. In a thread of the dossier. Returns: (transfer full). */
OvsRoundLines      *ovs_round_lines_read (OvsTx *tx);
void                ovs_round_lines_free (OvsRoundLines *lines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsRoundLines, ovs_round_lines_free)

/** The line of the round with this id. Returns: (transfer none) (nullable). */
const OvsRoundLine *ovs_round_lines_find (const OvsRoundLines *lines, gint64 wave);

/** Reads what is to be done today. In a thread of the dossier. @who: (nullable): see ovs_agenda_new(). Returns: (transfer full). */
OvsAgenda          *ovs_agenda_read      (OvsTx *tx, const char *who);

G_END_DECLS
