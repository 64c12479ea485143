/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/overview-data.h"

#include <glib/gi18n.h>

#include "dossier/exports.h"
#include "dossier/standing-days.h"

/* So many people without access are named. */
#define NAMED 2

static void
client_free (gpointer data)
{
  OvsOverviewClient *kept = data;

  g_free ((char *) kept->client.number);
  g_free ((char *) kept->client.name);
  g_free ((char *) kept->client.handler);
  g_free (kept);
}

static void
person_free (gpointer data)
{
  OvsOverviewPerson *person = data;

  g_free (person->name);
  g_free (person->client);
  g_free (person);
}

void
ovs_overview_data_free (OvsOverviewData *data)
{
  if (data == NULL)
    return;
  g_array_unref (data->days);
  g_ptr_array_unref (data->clients);
  g_ptr_array_unref (data->stranded);
  ovs_question_days_free (data->questions);
  g_free (data);
}

/* --- clients --- */

gint64
ovs_overview_open (const gint64 lists[OVS_N_OUTCOME_LISTS])
{
  return lists[OVS_OUTCOMES_FALLOUT] + lists[OVS_OUTCOMES_UNKNOWN] + lists[OVS_OUTCOMES_WAITING];
}

int
ovs_overview_compare (const OvsStandingClient *a, const OvsStandingClient *b)
{
  const OvsOutcomeList urgent[] = { OVS_OUTCOMES_STRANDED, OVS_OUTCOMES_FALLOUT, OVS_OUTCOMES_UNKNOWN, OVS_OUTCOMES_WAITING };

  for (gsize i = 0; i < G_N_ELEMENTS (urgent); i++)
    if (a->lists[urgent[i]] != b->lists[urgent[i]])
      return a->lists[urgent[i]] > b->lists[urgent[i]] ? -1 : 1;
  return (a->id > b->id) - (a->id < b->id);
}

static int
compare_kept (gconstpointer a, gconstpointer b)
{
  return ovs_overview_compare (&(*(OvsOverviewClient *const *) a)->client, &(*(OvsOverviewClient *const *) b)->client);
}

static void
add_client (const OvsStandingClient *client, gpointer data)
{
  OvsOverviewClient *kept = g_new0 (OvsOverviewClient, 1);

  kept->client = *client;
  kept->client.number = g_strdup (client->number);
  kept->client.name = g_strdup (client->name);
  kept->client.handler = g_strdup (client->handler);
  g_ptr_array_add (data, kept);
}

/* @words: (transfer full). */
static void
add_part (GString *text, gint64 number, char *words)
{
  if (number > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", words);
  g_free (words);
}

char *
ovs_overview_say_open (const gint64 lists[OVS_N_OUTCOME_LISTS])
{
  GString *text = g_string_new (NULL);
  gint64 stranded = lists[OVS_OUTCOMES_STRANDED];

  add_part (text, stranded, g_strdup_printf (ngettext ("%'d without access", "%'d without access", (gulong) stranded), (int) stranded));
  add_part (text, lists[OVS_OUTCOMES_FALLOUT], g_strdup_printf (_ ("%'d fallout"), (int) lists[OVS_OUTCOMES_FALLOUT]));
  add_part (text, lists[OVS_OUTCOMES_UNKNOWN], g_strdup_printf (_ ("%'d unknown"), (int) lists[OVS_OUTCOMES_UNKNOWN]));
  add_part (text, lists[OVS_OUTCOMES_WAITING], g_strdup_printf (_ ("%'d waiting"), (int) lists[OVS_OUTCOMES_WAITING]));
  add_part (text, lists[OVS_OUTCOMES_BOTH_PORTALS], g_strdup_printf (_ ("%'d both portals"), (int) lists[OVS_OUTCOMES_BOTH_PORTALS]));
  return g_string_free (text, FALSE);
}

/* --- of when it is --- */

static OvsDay
day_of (const OvsStandingClient *client)
{
  return client->as_of != 0 ? ovs_clock_day_of (client->as_of) : OVS_NO_DAY;
}

static const OvsStandingClient *
sent_at (const OvsOverviewData *data, guint i)
{
  const OvsStandingClient *client = &((OvsOverviewClient *) g_ptr_array_index (data->clients, i))->client;

  return ovs_standing_sent (client->lists) > 0 ? client : NULL;
}

static OvsDay
find_latest (const OvsOverviewData *data)
{
  OvsDay latest = OVS_NO_DAY;

  for (guint i = 0; i < data->clients->len; i++)
    {
      const OvsStandingClient *client = sent_at (data, i);

      if (client != NULL && day_of (client) != OVS_NO_DAY && (latest == OVS_NO_DAY || day_of (client) > latest))
        latest = day_of (client);
    }
  return latest;
}

static void
count_fresh (OvsOverviewData *data, OvsDay latest)
{
  gboolean unread = FALSE;

  data->oldest = latest;
  for (guint i = 0; i < data->clients->len; i++)
    {
      const OvsStandingClient *client = sent_at (data, i);
      OvsDay day;

      if (client == NULL)
        continue;
      day = day_of (client);
      data->sent++;
      data->fresh += latest != OVS_NO_DAY && day == latest;
      unread = unread || day == OVS_NO_DAY;
      data->oldest = day != OVS_NO_DAY ? MIN (day, data->oldest) : data->oldest;
    }
  if (unread)
    data->oldest = OVS_NO_DAY;
}

/* What was the same on that day as before is known of it too. */
static void
reach_latest (OvsOverviewData *data, OvsDay latest)
{
  OvsStandingDay last;

  if (data->days->len == 0 || latest == OVS_NO_DAY)
    return;
  last = g_array_index (data->days, OvsStandingDay, data->days->len - 1);
  if (latest <= last.day)
    return;
  last.day = latest;
  g_array_append_val (data->days, last);
}

/* --- who is without access --- */

static void
add_person (OvsOverviewData *data, OvsTx *tx, gint64 id)
{
  OvsOverviewPerson *person = g_new0 (OvsOverviewPerson, 1);

  person->name = ovs_exports_name (tx, id, &person->client);
  if (person->name != NULL)
    g_ptr_array_add (data->stranded, person);
  else
    person_free (person);
}

static gboolean
is_anybody_stranded (const OvsOverviewData *data)
{
  for (guint i = 0; i < data->clients->len; i++)
    if (((OvsOverviewClient *) g_ptr_array_index (data->clients, i))->client.lists[OVS_OUTCOMES_STRANDED] > 0)
      return TRUE;
  return FALSE;
}

static void
read_stranded (OvsOverviewData *data, OvsTx *tx, const char *filter)
{
  const OvsOutcomeQuery query = { .list = OVS_OUTCOMES_STRANDED, .handler = filter, .search = "" };
  g_autoptr (GArray) ids = ovs_outcome_list_query (tx, ovs_tx_today (tx), &query);

  for (guint i = 0; i < ids->len && i < NAMED; i++)
    add_person (data, tx, g_array_index (ids, gint64, i));
}

OvsOverviewData *
ovs_overview_data_read (OvsTx *tx, const char *filter)
{
  OvsOverviewData *data = g_new0 (OvsOverviewData, 1);
  OvsDay latest;

  data->days = ovs_standing_days_read (tx, filter);
  data->clients = g_ptr_array_new_with_free_func (client_free);
  data->stranded = g_ptr_array_new_with_free_func (person_free);
  data->questions = ovs_question_days_read (tx, filter, data->days);
  ovs_standing_clients_foreach (tx, filter, FALSE, add_client, data->clients);
  g_ptr_array_sort (data->clients, compare_kept);
  latest = find_latest (data);
  count_fresh (data, latest);
  reach_latest (data, latest);
  if (is_anybody_stranded (data))
    read_stranded (data, tx, filter);
  return data;
}
