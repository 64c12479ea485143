/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/*
 * For this room: judging some people as if everybody were judged. temp.wanted holds who is judged, temp.circle also those whom the facts
 * about them are counted of.
 */

/** The people in temp.batch, who have changed, and everybody judged on @date whose judgement may differ by it. */
void ovs_judge_circle_of_batch  (OvsTx *tx, OvsDay date);

/** Nobody is wanted; into the circle go all who share an address or may share a person with somebody else. */
void ovs_judge_circle_of_sharers (OvsTx *tx);

/** These people only: nothing has changed. (element-type gint64) */
void ovs_judge_circle_of_people (OvsTx *tx, const GArray *employees);

G_END_DECLS
