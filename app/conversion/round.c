/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conversion/round.h"

#include "conversion/blocked-days.h"
#include "dossier/plan-facts.h"
#include "dossier/wave-ties.h"
#include "planning/capacity.h"

static void
tie_free (gpointer data)
{
  OvsRoundTie *tie = data;

  g_free (tie->number);
  g_free (tie->name);
  g_free (tie);
}

void
ovs_round_free (OvsRound *round)
{
  if (round == NULL)
    return;
  g_free (round->early_reason);
  g_free (round->notice_reason);
  g_free (round->bar_text);
  g_ptr_array_unref (round->ties);
  g_free (round);
}

static void
add_wave (const OvsWaveRow *row, gpointer data)
{
  GPtrArray *rounds = data;
  OvsRound *round = g_new0 (OvsRound, 1);

  round->id = row->id;
  round->number = row->number;
  round->route = row->route;
  round->early_reason = g_strdup (row->early_reason);
  round->notice_reason = g_strdup (row->notice_reason);
  round->questions = row->questions;
  round->employers = row->employers;
  round->employees = row->employees;
  round->own_route = row->own_route;
  round->ties = g_ptr_array_new_with_free_func (tie_free);
  round->facts.day = row->date;
  round->facts.frozen = row->frozen;
  round->facts.to_invite = row->to_invite;
  round->facts.submitted = row->submitted;
  round->facts.handed_in = row->handed_in;
  round->facts.changed = row->changed;
  round->facts.notice = (OvsNotice){ (guint) row->employers, (guint) row->not_informed, row->last_informed };
  g_ptr_array_add (rounds, round);
}

static void
add_tie (const OvsWaveTie *found, gpointer data)
{
  OvsRound *round = data;
  OvsRoundTie *tie = g_new0 (OvsRoundTie, 1);

  tie->tie = found->tie;
  tie->client = found->client;
  tie->number = g_strdup (found->number);
  tie->name = g_strdup (found->name);
  g_ptr_array_add (round->ties, tie);
  round->facts.ties[found->tie]++;
}

static void
look_at_day (OvsRound *round, const OvsBlockedDays *blocked)
{
  if (round->facts.day == OVS_NO_DAY)
    return;
  ovs_plan_day_is_barred (round->facts.day, blocked->periods, &round->facts.bar);
  round->bar_text = g_strdup (round->facts.bar.text);
  round->facts.bar.text = round->bar_text;
}

static OvsCapacity
read_capacity (OvsTx *tx)
{
  gint64 questions, people;
  OvsQuestionRate own = { 0, 0 };

  if (ovs_plan_own_figures (tx, &questions, &people))
    own = (OvsQuestionRate){ (guint64) questions, (guint64) people };
  return ovs_capacity_new (0, 0, &own);
}

static void
complete (OvsTx *tx, GPtrArray *rounds)
{
  OvsCapacity capacity = read_capacity (tx);
  g_autoptr (OvsBlockedDays) blocked = ovs_blocked_days_read (tx);

  for (guint i = 0; i < rounds->len; i++)
    {
      OvsRound *round = g_ptr_array_index (rounds, i);

      round->facts.today = ovs_tx_today (tx);
      ovs_capacity_questions (&capacity, (guint64) MAX (round->facts.to_invite, 0), &round->low, &round->high);
      look_at_day (round, blocked);
      ovs_wave_ties_foreach (tx, round->id, add_tie, round);
      round->warnings = ovs_round_judge (&round->facts);
    }
}

OvsRound *
ovs_round_read (OvsTx *tx, gint64 id)
{
  g_autoptr (GPtrArray) rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_round_free);

  if (!ovs_waves_get (tx, id, add_wave, rounds))
    return NULL;
  complete (tx, rounds);
  return g_ptr_array_steal_index (rounds, 0);
}

GPtrArray *
ovs_rounds_read (OvsTx *tx)
{
  GPtrArray *rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_round_free);

  ovs_waves_foreach (tx, add_wave, rounds);
  complete (tx, rounds);
  return rounds;
}
