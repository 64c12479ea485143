/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conversion/plan.h"

#include "dossier/plan-facts.h"
#include "dossier/settings.h"
#include "dossier/wave-plan.h"
#include "dossier/wave-ties.h"
#include "dossier/waves.h"
#include "rules/boundary.h"

static void
person_free (gpointer data)
{
  OvsPlanPerson *person = data;

  g_free (person->number);
  g_free (person->name);
  g_free (person);
}

OvsPlan *
ovs_plan_ref (OvsPlan *plan)
{
  g_atomic_ref_count_inc (&plan->count);
  return plan;
}

void
ovs_plan_unref (OvsPlan *plan)
{
  if (plan == NULL || !g_atomic_ref_count_dec (&plan->count))
    return;
  g_clear_pointer (&plan->proposal, ovs_proposal_free);
  g_ptr_array_unref (plan->persons);
  g_array_unref (plan->clients);
  g_array_unref (plan->ties);
  g_clear_pointer (&plan->blocked, ovs_blocked_days_free);
  g_array_unref (plan->standing);
  g_array_unref (plan->standing_ids);
  g_array_unref (plan->standing_ties);
  g_hash_table_unref (plan->places);
  g_string_chunk_free (plan->texts);
  g_free (plan);
}

static OvsPlan *
plan_new (void)
{
  OvsPlan *plan = g_new0 (OvsPlan, 1);

  g_atomic_ref_count_init (&plan->count);
  plan->persons = g_ptr_array_new_with_free_func (person_free);
  plan->clients = g_array_new (FALSE, FALSE, sizeof (OvsPlanClient));
  plan->ties = g_array_new (FALSE, FALSE, sizeof (OvsPlanTie));
  plan->standing = g_array_new (FALSE, FALSE, sizeof (OvsPlanStanding));
  plan->standing_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  plan->standing_ties = g_array_new (FALSE, FALSE, sizeof (OvsPlanStandingTie));
  plan->places = g_hash_table_new (NULL, NULL);
  plan->texts = g_string_chunk_new (16384);
  return plan;
}

/* --- reading --- */

static const char *
keep (OvsPlan *plan, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (plan->texts, text) : NULL;
}

static void
add_client (const OvsPlanFact *fact, gpointer data)
{
  OvsPlan *plan = data;
  OvsPlanPerson *person = g_new0 (OvsPlanPerson, 1);
  OvsPlanClient client = {
    .id = fact->id,
    .number = keep (plan, fact->number),
    .people = (guint64) fact->in_scope,
    .handler = keep (plan, fact->handler),
    .payroll = keep (plan, fact->payroll),
    .payday = keep (plan, fact->payday),
    .contract_ends = fact->contract_ends_on,
    .informed_on = fact->informed_on,
    .simple = fact->open == 0,
    .office = fact->office,
  };

  person->number = g_strdup (fact->number);
  person->name = g_strdup (fact->name);
  person->employees = fact->employees;
  person->open = MIN (fact->open, fact->in_scope);
  g_ptr_array_add (plan->persons, person);
  g_array_append_val (plan->clients, client);
  g_hash_table_insert (plan->places, GSIZE_TO_POINTER ((gsize) fact->id), GUINT_TO_POINTER (plan->clients->len));
}

static void
add_tie (OvsTie kind, gint64 a, gint64 b, gpointer data)
{
  OvsPlan *plan = data;
  guint first = GPOINTER_TO_UINT (g_hash_table_lookup (plan->places, GSIZE_TO_POINTER ((gsize) a)));
  guint second = GPOINTER_TO_UINT (g_hash_table_lookup (plan->places, GSIZE_TO_POINTER ((gsize) b)));
  OvsPlanTie tie = { first - 1, second - 1, kind };

  if (first > 0 && second > 0)
    g_array_append_val (plan->ties, tie);
}

static void
add_standing (gint64 id, gint64 number, OvsDay day, gint64 people, gboolean open, gpointer data)
{
  OvsPlan *plan = data;
  OvsPlanStanding standing = { number, day, (guint64) people, open };

  g_array_append_val (plan->standing, standing);
  g_array_append_val (plan->standing_ids, id);
}

typedef struct
{
  OvsPlan *plan;
  guint round;
} TiesOf;

static void
add_standing_tie (const OvsWaveTie *found, gpointer data)
{
  const TiesOf *of = data;
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (of->plan->places, GSIZE_TO_POINTER ((gsize) found->client)));
  OvsPlanStandingTie tie = { place - 1, of->round, found->tie };

  if (place > 0)
    g_array_append_val (of->plan->standing_ties, tie);
}

/* With rounds that are to come; what is behind us ties nobody any more. */
static void
read_standing_ties (OvsTx *tx, OvsPlan *plan)
{
  for (guint i = 0; plan->clients->len > 0 && i < plan->standing->len; i++)
    {
      TiesOf of = { plan, i };

      if (g_array_index (plan->standing, OvsPlanStanding, i).day > ovs_tx_today (tx))
        ovs_wave_ties_foreach (tx, g_array_index (plan->standing_ids, gint64, i), add_standing_tie, &of);
    }
}

static OvsPlanWish
complete_wish (OvsTx *tx, const OvsPlanWish *wish)
{
  OvsPlanWish full = *wish;
  g_autofree char *gap = ovs_settings_get (tx, OVS_SETTING_ROUND_GAP);

  if (full.per_day == 0)
    full.per_day = (guint) ovs_settings_get_int (tx, OVS_SETTING_QUESTIONS_PER_DAY);
  if (full.peak_share == 0)
    full.peak_share = (guint) ovs_settings_get_int (tx, OVS_SETTING_PEAK_SHARE);
  if (full.peak_share == 0)
    full.peak_share = OVS_PEAK_SHARE;
  if (full.gap_days < 0)
    full.gap_days = gap != NULL ? (int) g_ascii_strtoll (gap, NULL, 10) : OVS_PLAN_GAP_DAYS;
  if (full.notice_days < 0)
    full.notice_days = OVS_NOTICE_DAYS;
  return full;
}

static void
make_ask (OvsTx *tx, OvsPlan *plan)
{
  OvsQuestionRate own = { 0, 0 };
  gint64 questions, people;

  if (ovs_plan_own_figures (tx, &questions, &people))
    own = (OvsQuestionRate){ (guint64) questions, (guint64) people };
  plan->ask = (OvsPlanAsk){
    .today = ovs_tx_today (tx),
    .from = plan->wish.from,
    .notice_days = plan->wish.notice_days,
    .gap_days = plan->wish.gap_days,
    .first_number = ovs_waves_next_number (tx),
    .capacity = ovs_capacity_new (plan->wish.per_day, plan->wish.peak_share, &own),
    .clients = plan->clients,
    .ties = plan->ties,
    .blocked = plan->blocked->periods,
    .standing = plan->standing,
    .standing_ties = plan->standing_ties,
  };
}

OvsPlan *
ovs_plan_read (OvsTx *tx, const OvsPlanWish *wish)
{
  OvsPlan *plan = plan_new ();

  plan->wish = complete_wish (tx, wish);
  ovs_plan_facts_foreach (tx, add_client, plan);
  ovs_plan_ties_foreach (tx, add_tie, plan);
  plan->blocked = ovs_blocked_days_read (tx);
  ovs_plan_rounds_foreach (tx, add_standing, plan);
  read_standing_ties (tx, plan);
  make_ask (tx, plan);
  if (plan->wish.per_day > 0)
    plan->proposal = ovs_proposal_new (&plan->ask);
  return plan;
}

/* --- looking --- */

const OvsPlanPerson *
ovs_plan_get_client (const OvsPlan *plan, guint place)
{
  return g_ptr_array_index (plan->persons, place);
}

gint64
ovs_plan_count_employees (const OvsPlan *plan, const OvsPlannedRound *round)
{
  gint64 employees = 0;

  for (guint i = 0; i < round->clients->len; i++)
    employees += ovs_plan_get_client (plan, g_array_index (round->clients, OvsPlannedClient, i).client)->employees;
  return employees;
}

gint64
ovs_plan_count_open (const OvsPlan *plan, const OvsPlannedRound *round)
{
  gint64 open = 0;

  for (guint i = 0; i < round->clients->len; i++)
    open += ovs_plan_get_client (plan, g_array_index (round->clients, OvsPlannedClient, i).client)->open;
  return open;
}

guint
ovs_plan_count_left (const OvsPlan *plan, gboolean nobody)
{
  const GArray *left = plan->proposal->left;
  guint count = 0;

  for (guint i = 0; i < left->len; i++)
    count += (g_array_index (left, OvsPlanLeft, i).why.why == OVS_PLAN_NOBODY) == nobody;
  return count;
}

static void
count_round (const OvsPlan *plan, OvsDay day, guint64 people, OvsDay first, guint n_days, guint64 *questions)
{
  guint64 curve[OVS_CURVE_DAYS];

  ovs_capacity_curve (&plan->ask.capacity, people, curve);
  for (guint i = 0; i < OVS_CURVE_DAYS; i++)
    {
      if (day >= first && day < first + (OvsDay) n_days)
        questions[day - first] += curve[i];
      day = ovs_capacity_working_day (day, 1);
    }
}

void
ovs_plan_count_days (const OvsPlan *plan, OvsDay first, guint n_days, guint64 *standing, guint64 *proposed)
{
  for (guint i = 0; i < plan->standing->len; i++)
    {
      const OvsPlanStanding *round = &g_array_index (plan->standing, OvsPlanStanding, i);

      count_round (plan, round->day, round->people, first, n_days, standing);
    }
  for (guint i = 0; plan->proposal != NULL && i < plan->proposal->rounds->len; i++)
    {
      const OvsPlannedRound *round = g_ptr_array_index (plan->proposal->rounds, i);

      count_round (plan, round->day, round->people, first, n_days, proposed);
    }
}

/* --- making it real --- */

void
ovs_plan_keep_wish (OvsTx *tx, const OvsPlanWish *wish)
{
  g_autofree char *gap = g_strdup_printf ("%d", wish->gap_days);

  ovs_settings_set_int (tx, OVS_SETTING_QUESTIONS_PER_DAY, wish->per_day);
  ovs_settings_set_int (tx, OVS_SETTING_PEAK_SHARE, wish->peak_share);
  ovs_settings_set (tx, OVS_SETTING_ROUND_GAP, wish->gap_days >= 0 ? gap : NULL);
}

static GArray *
find_ids (const OvsPlan *plan, const OvsPlannedRound *round)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < round->clients->len; i++)
    {
      guint place = g_array_index (round->clients, OvsPlannedClient, i).client;
      gint64 id = g_array_index (plan->clients, OvsPlanClient, place).id;

      g_array_append_val (ids, id);
    }
  return ids;
}

gint64
ovs_plan_accept (OvsTx *tx, const OvsPlan *plan, const char *notice_reason, GError **error)
{
  g_autoptr (GArray) plans = g_array_new (FALSE, FALSE, sizeof (OvsWavePlan));
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < plan->proposal->rounds->len; i++)
    {
      const OvsPlannedRound *round = g_ptr_array_index (plan->proposal->rounds, i);
      OvsWavePlan wave = { round->number, round->day, round->short_notice ? notice_reason : NULL, find_ids (plan, round), round->stands };

      g_ptr_array_add (ids, (gpointer) wave.clients);
      g_array_append_val (plans, wave);
    }
  ovs_plan_keep_wish (tx, &plan->wish);
  return ovs_wave_plan_write (tx, plans, error);
}
