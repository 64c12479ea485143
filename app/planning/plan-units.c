/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planning/plan-units.h"

void
ovs_plan_unit_free (OvsPlanUnit *unit)
{
  g_array_unref (unit->clients);
  g_array_unref (unit->together);
  g_array_unref (unit->apart);
  g_free (unit);
}

static const OvsPlanClient *
get_client (const OvsPlanAsk *ask, guint client)
{
  return &g_array_index (ask->clients, OvsPlanClient, client);
}

/* --- who belongs with whom --- */

static guint
find_root (guint *parents, guint client)
{
  while (parents[client] != client)
    client = parents[client] = parents[parents[client]];
  return client;
}

int
ovs_plan_tie_strength (OvsTie tie)
{
  switch (tie)
    {
    case OVS_TIE_OWNER:
      return 3;
    case OVS_TIE_ADDRESS:
      return 2;
    case OVS_TIE_PERSON:
    default:
      return 1;
    }
}

#define BIT(tie) (1u << (tie))

/* What keeps clients together, tried in this order: who are too many for one day are kept together by less. The last is nothing. */
static const guint levels[] = {
  BIT (OVS_TIE_OWNER) | BIT (OVS_TIE_ADDRESS) | BIT (OVS_TIE_PERSON),
  BIT (OVS_TIE_OWNER) | BIT (OVS_TIE_ADDRESS),
  BIT (OVS_TIE_OWNER),
  BIT (OVS_TIE_ADDRESS) | BIT (OVS_TIE_PERSON),
  BIT (OVS_TIE_ADDRESS),
  0,
};

/* Joins the clients in @open by these ties. */
static void
join (const OvsPlanAsk *ask, const gboolean *open, guint ties, guint *parents)
{
  for (guint i = 0; i < ask->clients->len; i++)
    if (open[i])
      parents[i] = i;
  for (guint i = 0; i < ask->ties->len; i++)
    {
      const OvsPlanTie *tie = &g_array_index (ask->ties, OvsPlanTie, i);

      if (open[tie->a] && open[tie->b] && (ties & BIT (tie->tie)) != 0)
        {
          guint a = find_root (parents, tie->a);
          guint b = find_root (parents, tie->b);

          parents[MAX (a, b)] = MIN (a, b);
        }
    }
}

/* --- units --- */

static OvsPlanUnit *
unit_new (void)
{
  OvsPlanUnit *unit = g_new0 (OvsPlanUnit, 1);

  unit->clients = g_array_new (FALSE, FALSE, sizeof (guint));
  unit->together = g_array_new (FALSE, TRUE, sizeof (OvsPlanReason));
  unit->apart = g_array_new (FALSE, TRUE, sizeof (OvsPlanReason));
  return unit;
}

static void
add_client (OvsPlanUnit *unit, const OvsPlanAsk *ask, guint client)
{
  const OvsPlanClient *added = get_client (ask, client);

  g_array_append_val (unit->clients, client);
  unit->people += added->people;
  if (added->contract_ends != OVS_NO_DAY && (unit->contract_ends == OVS_NO_DAY || added->contract_ends < unit->contract_ends))
    unit->contract_ends = added->contract_ends;
}

/* Those in @open whom the parents join. Returns: (element-type OvsPlanUnit): in the order of their first clients. */
static GPtrArray *
gather (const OvsPlanAsk *ask, const gboolean *open, guint *parents)
{
  GPtrArray *units = g_ptr_array_new ();
  g_autofree OvsPlanUnit **of_root = g_new0 (OvsPlanUnit *, ask->clients->len);

  for (guint i = 0; i < ask->clients->len; i++)
    {
      guint root;

      if (!open[i])
        continue;
      root = find_root (parents, i);
      if (of_root[root] == NULL)
        {
          of_root[root] = unit_new ();
          g_ptr_array_add (units, of_root[root]);
        }
      add_client (of_root[root], ask, i);
    }
  return units;
}

/* Keeps what fits on one day and closes it; what does not is told apart and stays open. Returns: whether anything is left. */
static gboolean
keep_what_fits (GPtrArray *units, GPtrArray *found, guint64 most, gboolean last, gboolean *open, OvsPlanReason *apart)
{
  gboolean left = FALSE;

  for (guint i = 0; i < found->len; i++)
    {
      OvsPlanUnit *unit = g_ptr_array_index (found, i);
      gboolean fits = last || unit->people <= most || unit->clients->len == 1;

      for (guint at = 0; at < unit->clients->len; at++)
        {
          guint client = g_array_index (unit->clients, guint, at);

          if (fits)
            open[client] = FALSE;
          else if (apart[client].why == OVS_PLAN_NOTHING)
            apart[client] = (OvsPlanReason){ OVS_PLAN_APART, .number = (gint64) unit->people, .other = (gint64) most };
        }
      left |= !fits;
      if (fits)
        g_ptr_array_add (units, unit);
      else
        ovs_plan_unit_free (unit);
    }
  return left;
}

static OvsPlanWhy
why_of (OvsTie tie)
{
  switch (tie)
    {
    case OVS_TIE_ADDRESS:
      return OVS_PLAN_WITH_ADDRESS;
    case OVS_TIE_PERSON:
      return OVS_PLAN_WITH_PERSON;
    case OVS_TIE_OWNER:
    default:
      return OVS_PLAN_WITH_OWNER;
    }
}

/* The strongest tie is told. */
static void
tell_tie (OvsPlanReason *told, OvsPlanReason reason, OvsTie tie, int *strength)
{
  if (ovs_plan_tie_strength (tie) <= *strength)
    return;
  *strength = ovs_plan_tie_strength (tie);
  *told = reason;
}

/* For each client the strongest tie with one in its unit, and with one that is not. @apart: how many belong together, of each client. */
static void
tell_together (const OvsPlanAsk *ask, GPtrArray *units, const OvsPlanReason *apart)
{
  g_autofree OvsPlanUnit **of_client = g_new0 (OvsPlanUnit *, ask->clients->len);
  g_autofree guint *places = g_new0 (guint, ask->clients->len);
  g_autofree int *inside = g_new0 (int, ask->clients->len);
  g_autofree int *outside = g_new0 (int, ask->clients->len);

  for (guint i = 0; i < units->len; i++)
    {
      OvsPlanUnit *unit = g_ptr_array_index (units, i);

      g_array_set_size (unit->together, unit->clients->len);
      g_array_set_size (unit->apart, unit->clients->len);
      for (guint at = 0; at < unit->clients->len; at++)
        {
          guint client = g_array_index (unit->clients, guint, at);

          of_client[client] = unit;
          places[client] = at;
        }
    }
  for (guint i = 0; i < ask->ties->len; i++)
    {
      const OvsPlanTie *tie = &g_array_index (ask->ties, OvsPlanTie, i);
      const guint sides[] = { tie->a, tie->b };

      if (of_client[tie->a] == NULL || of_client[tie->b] == NULL)
        continue;
      for (guint side = 0; side < G_N_ELEMENTS (sides); side++)
        {
          guint client = sides[side];
          OvsPlanUnit *unit = of_client[client];
          const char *other = get_client (ask, sides[1 - side])->number;
          OvsPlanReason reason = { why_of (tie->tie), .text = other };

          if (unit == of_client[sides[1 - side]])
            {
              tell_tie (&g_array_index (unit->together, OvsPlanReason, places[client]), reason, tie->tie, &inside[client]);
              continue;
            }
          reason = apart[client];
          reason.text = other;
          tell_tie (&g_array_index (unit->apart, OvsPlanReason, places[client]), reason, tie->tie, &outside[client]);
        }
    }
}

static int
compare_units (gconstpointer a, gconstpointer b)
{
  const OvsPlanUnit *first = *(OvsPlanUnit *const *) a;
  const OvsPlanUnit *second = *(OvsPlanUnit *const *) b;
  OvsDay ends_first = first->contract_ends != OVS_NO_DAY ? first->contract_ends : G_MAXINT32;
  OvsDay ends_second = second->contract_ends != OVS_NO_DAY ? second->contract_ends : G_MAXINT32;
  guint place = g_array_index (first->clients, guint, 0);
  guint other_place = g_array_index (second->clients, guint, 0);

  if (ends_first != ends_second)
    return ends_first < ends_second ? -1 : 1;
  if (first->people != second->people)
    return first->people > second->people ? -1 : 1;
  return place < other_place ? -1 : 1;
}

GPtrArray *
ovs_plan_units_new (const OvsPlanAsk *ask, guint64 most)
{
  GPtrArray *units = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_plan_unit_free);
  g_autofree gboolean *open = g_new0 (gboolean, ask->clients->len);
  g_autofree guint *parents = g_new0 (guint, ask->clients->len);
  g_autofree OvsPlanReason *apart = g_new0 (OvsPlanReason, ask->clients->len);
  gboolean left = TRUE;

  for (guint i = 0; i < ask->clients->len; i++)
    open[i] = get_client (ask, i)->people > 0;
  for (guint level = 0; left && level < G_N_ELEMENTS (levels); level++)
    {
      g_autoptr (GPtrArray) found = NULL;

      join (ask, open, levels[level], parents);
      found = gather (ask, open, parents);
      left = keep_what_fits (units, found, most, levels[level] == 0, open, apart);
    }
  tell_together (ask, units, apart);
  g_ptr_array_sort (units, compare_units);
  return units;
}
