/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steps/track/waiting-people.h"

#include "dossier/waiting.h"

const OvsFollowUpStep ovs_waiting_steps[OVS_N_FOLLOW_STEPS]
    = { OVS_FOLLOW_UP_WORD, OVS_FOLLOW_UP_INVITE, OVS_FOLLOW_UP_DECIDE, OVS_FOLLOW_UP_NOTHING };

typedef struct
{
  OvsFollowUpDays days;
  OvsDay today;
  OvsFollowUpStep step;
  GArray *ids;
} Find;

static void
look_at (const OvsWaitingPerson *person, gpointer data)
{
  const Find *find = data;

  if (ovs_follow_up_step (&person->follow_up, &find->days, find->today) == find->step)
    g_array_append_val (find->ids, person->outcome->employee);
}

GArray *
ovs_waiting_people_find (OvsTx *tx, const char *filter, OvsFollowUpStep step)
{
  Find find = { ovs_waiting_days (tx), ovs_tx_today (tx), step, g_array_new (FALSE, FALSE, sizeof (gint64)) };

  ovs_waiting_foreach (tx, find.today, filter, look_at, &find);
  return find.ids;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

gboolean
ovs_waiting_people_keep (const OvsOutcomePerson *person, OvsDay today, gpointer ids)
{
  return g_array_binary_search (ids, &person->outcome.employee, compare_ids, NULL);
}
