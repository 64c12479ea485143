/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "commands/parse.h"
#include "commands/rounds.h"
#include "dossier/employers.h"
#include "dossier/judgement.h"

#define NOT_GIVEN (-1)

/* Takes the clients out of a route of their own. */
#define ROUTE_OF_ROUND "round"

typedef struct
{
  int set;
  int remove;
  int freeze;
  int thaw;
  OvsDay date;
  char *route;  /* (nullable) */
  char *reason; /* (nullable) */
  GStrv numbers;
  GPtrArray *rounds; /* the answer */
} Waves;

static gboolean
find_clients (OvsTx *tx, const Waves *waves, GArray *clients, GError **error)
{
  for (gsize i = 0; waves->numbers != NULL && waves->numbers[i] != NULL; i++)
    {
      gint64 client;

      if (!ovs_employers_require (tx, waves->numbers[i], &client, error))
        return FALSE;
      g_array_append_val (clients, client);
    }
  return TRUE;
}

static gboolean
change (OvsTx *tx, const Waves *waves, GError **error)
{
  g_autoptr (GArray) clients = g_array_new (FALSE, FALSE, sizeof (gint64));
  OvsRoute route = OVS_ROUTE_LOKET;
  gboolean has_route = ovs_route_from_code (waves->route, &route);

  if (!find_clients (tx, waves, clients, error))
    return FALSE;
  if (waves->remove != NOT_GIVEN)
    return ovs_waves_remove (tx, waves->remove, error);
  if (waves->freeze != NOT_GIVEN)
    return ovs_waves_freeze (tx, waves->freeze, TRUE, error);
  if (waves->thaw != NOT_GIVEN)
    return ovs_waves_freeze (tx, waves->thaw, FALSE, error);
  if (waves->set != NOT_GIVEN)
    {
      OvsWaveChange set = { waves->set, waves->date, has_route ? &route : NULL, waves->reason, clients->len > 0 ? clients : NULL };

      return ovs_waves_set (tx, &set, error) >= 0;
    }
  return waves->route == NULL || ovs_waves_set_route (tx, clients, has_route ? &route : NULL, error) >= 0;
}

/* The numbers of people follow from judging them, so that is done first. */
static gboolean
write_waves (OvsTx *tx, gpointer data, GError **error)
{
  Waves *waves = data;

  if (!change (tx, waves, error))
    return FALSE;
  ovs_judgement_refresh (tx, ovs_tx_today (tx), G_MAXINT64);
  waves->rounds = ovs_rounds_read (tx);
  return TRUE;
}

static gboolean
refuse_use (const Waves *waves, GError **error)
{
  int asked = (waves->set != NOT_GIVEN) + (waves->remove != NOT_GIVEN) + (waves->freeze != NOT_GIVEN) + (waves->thaw != NOT_GIVEN);
  OvsRoute route;

  if (asked > 1)
    return ovs_usage_refuse (error, _ ("Give one of --set, --remove, --freeze and --thaw."));
  if (waves->set < NOT_GIVEN || waves->set > G_MAXINT16)
    return ovs_usage_refuse (error, _ ("A round has a number from 1; 0 takes clients out of their rounds."));
  if (waves->set == 0 && (waves->date != OVS_NO_DAY || waves->route != NULL || waves->numbers == NULL))
    return ovs_usage_refuse (error, _ ("--set 0 takes clients out of their rounds: say which with --employer, and nothing else."));
  if (waves->route != NULL && !ovs_route_from_code (waves->route, &route) && !(asked == 0 && g_str_equal (waves->route, ROUTE_OF_ROUND)))
    return ovs_usage_refuse (error, _ ("There is no such route. Give api, loket or hand."));
  if (waves->set == NOT_GIVEN && (waves->date != OVS_NO_DAY || waves->reason != NULL))
    return ovs_usage_refuse (error, _ ("Say of which round with --set."));
  if (waves->set == NOT_GIVEN && (waves->numbers == NULL) != (waves->route == NULL))
    return ovs_usage_refuse (error, _ ("Say for which round with --set, or for which clients with --employer."));
  return TRUE;
}

gboolean
ovs_command_waves (OvsInvocation *invocation, GError **error)
{
  g_auto (GStrv) employers = NULL;
  g_auto (GStrv) numbers = NULL;
  g_autofree char *date = NULL;
  g_autofree char *route = NULL;
  g_autofree char *reason = NULL;
  g_autoptr (OvsDossier) dossier = NULL;
  Waves waves = { NOT_GIVEN, NOT_GIVEN, NOT_GIVEN, NOT_GIVEN };
  const GOptionEntry options[] = {
    { "set", 0, 0, G_OPTION_ARG_INT, &waves.set, N_ ("This round, made where it is not there; 0: without a round"), "N" },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("The day of the round"), "YYYY-MM-DD" },
    { "employer", 0, 0, G_OPTION_ARG_STRING_ARRAY, &employers, N_ ("Clients that come to the round; several numbers may follow"), "NUMBER…" },
    { "route", 0, 0, G_OPTION_ARG_STRING, &route, N_ ("Who converts the round, or these clients: api, loket or hand"), "ROUTE" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("Why it may go before its day, or soon after informing"), "TEXT" },
    { "remove", 0, 0, G_OPTION_ARG_INT, &waves.remove, N_ ("Remove this round; its clients stay"), "N" },
    { "freeze", 0, 0, G_OPTION_ARG_INT, &waves.freeze, N_ ("From now on its day and its clients stand"), "N" },
    { "thaw", 0, 0, G_OPTION_ARG_INT, &waves.thaw, N_ ("They can be changed again, as long as nothing was sent"), "N" },
    { NULL },
  };

  if (!ovs_invocation_parse (invocation, options, 1, G_MAXUINT, error) || !ovs_invocation_numbers (invocation, employers, 1, &numbers, error)
      || !ovs_parse_day (date, &waves.date, error))
    return FALSE;
  waves.route = route;
  waves.reason = reason;
  waves.numbers = employers != NULL ? numbers : NULL;
  if (!refuse_use (&waves, error))
    return FALSE;
  dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_WRITE, error);
  if (dossier == NULL || !ovs_dossier_write (dossier, write_waves, &waves, NULL, error))
    return FALSE;
  ovs_rounds_answer (invocation, waves.rounds);
  g_ptr_array_unref (waves.rounds);
  return TRUE;
}
