/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/standing-report.h"

#include "dossier/settings.h"

static void
group_free (gpointer data)
{
  OvsStandingGroup *group = data;

  g_free (group->name);
  g_free (group);
}

void
ovs_standing_report_free (OvsStandingReport *report)
{
  if (report == NULL)
    return;
  g_free (report->firm);
  group_free (report->whole);
  g_ptr_array_unref (report->rounds);
  g_ptr_array_unref (report->handlers);
  g_ptr_array_unref (report->clients);
  g_free (report);
}

gint64
ovs_standing_group_more (const OvsStandingGroup *group, OvsOutcomeList list)
{
  return group->lists[list] - group->week_ago[list];
}

gint64
ovs_standing_group_open (const OvsStandingGroup *group)
{
  return group->lists[OVS_OUTCOMES_FALLOUT] + group->lists[OVS_OUTCOMES_UNKNOWN] + group->lists[OVS_OUTCOMES_WAITING];
}

static void
add (OvsStandingGroup *group, const OvsStandingClient *client)
{
  for (int list = 0; list < OVS_N_OUTCOME_LISTS; list++)
    {
      group->lists[list] += client->lists[list];
      group->week_ago[list] += client->week_ago[list];
    }
}

static void
add_to (OvsStandingGroup *group, const OvsStandingClient *client)
{
  group->clients++;
  add (group, client);
}

static OvsStandingGroup *
new_group (GPtrArray *groups, const char *name)
{
  OvsStandingGroup *group = g_new0 (OvsStandingGroup, 1);

  group->name = g_strdup (name);
  g_ptr_array_add (groups, group);
  return group;
}

/* Clients come by round. */
static OvsStandingGroup *
find_round (OvsStandingReport *report, const OvsStandingClient *client)
{
  OvsStandingGroup *last = report->rounds->len > 0 ? g_ptr_array_index (report->rounds, report->rounds->len - 1) : NULL;

  if (last != NULL && last->round == client->wave)
    return last;
  last = new_group (report->rounds, NULL);
  last->round = client->wave;
  last->day = client->wave_on;
  return last;
}

static OvsStandingGroup *
find_handler (OvsStandingReport *report, const OvsStandingClient *client)
{
  const char *name = client->handler != NULL && *client->handler != '\0' ? client->handler : NULL;

  for (guint i = 0; i < report->handlers->len; i++)
    {
      OvsStandingGroup *group = g_ptr_array_index (report->handlers, i);

      if (g_strcmp0 (group->name, name) == 0)
        return group;
    }
  return new_group (report->handlers, name);
}

static void
add_client (const OvsStandingClient *client, gpointer data)
{
  OvsStandingReport *report = data;

  add_to (report->whole, client);
  add_to (find_round (report, client), client);
  add_to (find_handler (report, client), client);
  add (new_group (report->clients, client->name != NULL ? client->name : client->number), client);
  report->as_of = MAX (report->as_of, client->as_of);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const char *one = (*(OvsStandingGroup *const *) a)->name;
  const char *other = (*(OvsStandingGroup *const *) b)->name;

  if (one == NULL || other == NULL)
    return (one == NULL) - (other == NULL);
  return g_utf8_collate (one, other);
}

static int
compare_open (gconstpointer a, gconstpointer b)
{
  const OvsOutcomeList urgent[] = { OVS_OUTCOMES_STRANDED, OVS_OUTCOMES_FALLOUT, OVS_OUTCOMES_UNKNOWN, OVS_OUTCOMES_WAITING };
  const OvsStandingGroup *one = *(OvsStandingGroup *const *) a;
  const OvsStandingGroup *other = *(OvsStandingGroup *const *) b;

  for (gsize i = 0; i < G_N_ELEMENTS (urgent); i++)
    if (one->lists[urgent[i]] != other->lists[urgent[i]])
      return one->lists[urgent[i]] > other->lists[urgent[i]] ? -1 : 1;
  return g_utf8_collate (one->name, other->name);
}

OvsStandingReport *
ovs_standing_report_read (OvsTx *tx, const char *filter)
{
  OvsStandingReport *report = g_new0 (OvsStandingReport, 1);

  report->firm = ovs_settings_get (tx, OVS_SETTING_FIRM);
  report->today = ovs_tx_today (tx);
  report->whole = g_new0 (OvsStandingGroup, 1);
  report->rounds = g_ptr_array_new_with_free_func (group_free);
  report->handlers = g_ptr_array_new_with_free_func (group_free);
  report->clients = g_ptr_array_new_with_free_func (group_free);
  ovs_standing_clients_foreach (tx, filter, TRUE, add_client, report);
  g_ptr_array_sort (report->handlers, compare_names);
  g_ptr_array_sort (report->clients, compare_open);
  return report;
}
