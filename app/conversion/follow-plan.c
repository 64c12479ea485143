/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conversion/follow-plan.h"

#include "dossier/plan-facts.h"
#include "dossier/settings.h"
#include "planning/capacity.h"

typedef struct
{
  gint64 employee;
  OvsDay since;
} Due;

typedef struct
{
  OvsFollowPlan *plan;
  OvsDay today;
  GArray *due;       /* (owned) (element-type Due) */
  GHashTable *words; /* (owned) a set of employers */
  gint64 invited_today;
} Making;

void
ovs_follow_plan_free (OvsFollowPlan *plan)
{
  if (plan == NULL)
    return;
  g_array_unref (plan->word);
  g_array_unref (plan->invite);
  g_array_unref (plan->decide);
  g_free (plan);
}

static GArray *
new_ids (void)
{
  return g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
add_word (Making *making, gint64 employer)
{
  making->plan->word_people++;
  if (g_hash_table_add (making->words, g_memdup2 (&employer, sizeof employer)))
    g_array_append_val (making->plan->word, employer);
}

static void
consider (const OvsWaitingPerson *person, gpointer data)
{
  Making *making = data;
  OvsFollowPlan *plan = making->plan;
  gint64 employee = person->outcome->employee;
  Due due = { employee, person->follow_up.invited_on };

  plan->waiting++;
  making->invited_today += person->follow_up.invited_on == making->today && person->follow_up.invitations > 1;
  switch (ovs_follow_up_step (&person->follow_up, &plan->days, making->today))
    {
    case OVS_FOLLOW_UP_WORD:
      add_word (making, person->outcome->employer);
      break;
    case OVS_FOLLOW_UP_INVITE:
      g_array_append_val (making->due, due);
      break;
    case OVS_FOLLOW_UP_DECIDE:
      g_array_append_val (plan->decide, employee);
      break;
    case OVS_FOLLOW_UP_NOTHING:
    case OVS_N_FOLLOW_STEPS:
    default:
      break;
    }
}

static int
compare_longest_first (gconstpointer a, gconstpointer b)
{
  const Due *one = a;
  const Due *other = b;

  if (one->since != other->since)
    return one->since < other->since ? -1 : 1;
  return (one->employee > other->employee) - (one->employee < other->employee);
}

/* Each new invitation brings questions: no more in a day than the office said that it can answer. */
static guint64
read_most (OvsTx *tx)
{
  gint64 per_day = ovs_settings_get_int (tx, OVS_SETTING_QUESTIONS_PER_DAY);
  OvsQuestionRate own = { 0, 0 };
  gint64 questions, people;
  OvsCapacity capacity;

  if (per_day <= 0)
    return 0;
  if (ovs_plan_own_figures (tx, &questions, &people))
    own = (OvsQuestionRate) { (guint64) questions, (guint64) people };
  capacity = ovs_capacity_new ((guint64) per_day, (guint) ovs_settings_get_int (tx, OVS_SETTING_PEAK_SHARE), &own);
  return MAX (ovs_capacity_most_invited (&capacity), 1);
}

static void
cap (Making *making)
{
  OvsFollowPlan *plan = making->plan;
  guint64 taken = (guint64) making->invited_today;
  guint64 room = plan->most == 0 ? G_MAXUINT64 : plan->most > taken ? plan->most - taken : 0;

  g_array_sort (making->due, compare_longest_first);
  for (guint i = 0; i < making->due->len && i < room; i++)
    g_array_append_val (plan->invite, g_array_index (making->due, Due, i).employee);
  plan->later = making->due->len - plan->invite->len;
}

OvsFollowPlan *
ovs_follow_plan_read (OvsTx *tx, OvsDay today, const char *filter)
{
  g_autoptr (GArray) due = g_array_new (FALSE, FALSE, sizeof (Due));
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  OvsFollowPlan *plan = g_new0 (OvsFollowPlan, 1);
  Making making = { plan, today, due, words, 0 };

  plan->days = ovs_waiting_days (tx);
  plan->word = new_ids ();
  plan->invite = new_ids ();
  plan->decide = new_ids ();
  plan->most = read_most (tx);
  ovs_waiting_foreach (tx, today, filter, consider, &making);
  cap (&making);
  return plan;
}
