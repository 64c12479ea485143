/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/judge-rows.h"
#include "rules/judge.h"

G_BEGIN_DECLS

/**
 * OvsJudgeFacts:
 *
 * For this room: what only the whole dossier knows of people, to be asked in the order of a walk of them. Only who shares something with
 * somebody else, one in many, is counted, in temporary tables of the connection.
 */
typedef struct
{
  OvsTx *tx; /* (unowned) */
  OvsBeside counted;
  OvsBeside accepted;
  GHashTable *work_domains; /* (owned) */
  char *firm_domain;        /* (owned) (nullable) */
} OvsJudgeFacts;

/** Counts, for everybody or for those wanted of whom the circle is drawn (judge-circle.h). */
void ovs_judge_facts_open  (OvsJudgeFacts *self, OvsTx *tx, const OvsJudgeDate *date, OvsJudgeWhom whom);

/**
 * The facts of the one whom @rows has come to.
 * @other_addresses: (out) (transfer full) (nullable): the address keys of the same person at other employers, where they differ
 */
void ovs_judge_facts_of    (OvsJudgeFacts *self, const OvsJudgeRows *rows, OvsFacts *facts, GStrv *other_addresses);

void ovs_judge_facts_close (OvsJudgeFacts *self);

G_END_DECLS
