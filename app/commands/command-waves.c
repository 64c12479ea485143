/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "commands/parse.h"
#include "commands/rounds.h"
#include "commands/waves-days.h"
#include "commands/waves-files.h"
#include "commands/waves-moved.h"
#include "commands/waves-proposal.h"
#include "dossier/employers.h"
#include "dossier/judgement.h"
#include "dossier/outbox.h"
#include "dossier/wave-plan.h"
#include "rules/boundary.h"

#define NOT_GIVEN (-1)

/* Takes the clients out of a route of their own. */
#define ROUTE_OF_ROUND "round"

typedef struct
{
  int set;
  int remove;
  int freeze;
  int thaw;
  int questions;
  OvsDay date;
  OvsDay from;
  OvsDay until;
  char *route;    /* (nullable) */
  char *reason;   /* (nullable) */
  char *handler;  /* (nullable) */
  char *stand_in; /* (nullable) */
  gboolean block;
  gboolean unblock;
  gboolean propose;
  gboolean accept;
  int per_day;
  int peak_share;
  int gap;
  int notice;
  GStrv numbers;
  OvsWavesFiles files;
  gboolean dry_run;
  OvsMove *move;      /* (nullable): who was told another day */
  gint64 lapsed;      /* letters */
  GPtrArray *rounds; /* (nullable): the answer */
  OvsWavesDays *days; /* (nullable): and on which days no round goes */
  OvsPlan *plan;     /* (nullable): the same, where it is a proposal */
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

/* --- a proposal --- */

static gboolean
propose (OvsTx *tx, gpointer data, GError **error)
{
  Waves *waves = data;
  OvsPlanWish wish = { (guint) MAX (waves->per_day, 0), (guint) MAX (waves->peak_share, 0), waves->gap, waves->from, waves->notice };

  ovs_judgement_refresh (tx, ovs_tx_today (tx), G_MAXINT64);
  waves->plan = ovs_plan_read (tx, &wish);
  if (waves->plan->proposal == NULL)
    {
      g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED,
                           _ ("Say with --per-day how many questions the office can answer on a day. Nothing was changed."));
      return FALSE;
    }
  if (!waves->accept)
    {
      ovs_tx_set_dry_run (tx);
      return TRUE;
    }
  return ovs_plan_accept (tx, waves->plan, waves->reason, error) >= 0;
}

/* --- rounds --- */

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
  if (waves->block || waves->unblock || waves->stand_in != NULL)
    return ovs_waves_days_change (tx, &(OvsWavesDay){ waves->from, waves->until, waves->handler, waves->reason, waves->stand_in, waves->unblock }, error);
  if (waves->questions != NOT_GIVEN)
    return ovs_wave_plan_questions (tx, waves->set, waves->questions, error);
  if (waves->set != NOT_GIVEN)
    {
      OvsWaveChange set = { waves->set, waves->date, has_route ? &route : NULL, waves->reason, clients->len > 0 ? clients : NULL,
                            waves->date != OVS_NO_DAY ? waves->reason : NULL };

      return ovs_waves_set (tx, &set, error) >= 0;
    }
  return waves->route == NULL || ovs_waves_set_route (tx, clients, has_route ? &route : NULL, error) >= 0;
}

static gint64
count_lapsed (OvsTx *tx)
{
  gint64 counts[OVS_N_LETTER_STATES];

  ovs_outbox_count (tx, NULL, 0, counts);
  return counts[OVS_LETTER_DROPPED];
}

/* The numbers of people follow from judging them, so that is done first. */
static gboolean
write_waves (OvsTx *tx, gpointer data, GError **error)
{
  Waves *waves = data;
  gint64 lapsed = count_lapsed (tx);

  if (!change (tx, waves, error))
    return FALSE;
  if (waves->dry_run)
    ovs_tx_set_dry_run (tx);
  waves->lapsed = count_lapsed (tx) - lapsed;
  waves->move = ovs_move_read_open (tx);
  ovs_judgement_refresh (tx, ovs_tx_today (tx), G_MAXINT64);
  waves->rounds = ovs_rounds_read (tx);
  waves->days = ovs_waves_days_read (tx);
  return ovs_waves_files_write (tx, &waves->files, error);
}

/* What belongs to a proposal, and what to days on which no round goes. */
static gboolean
refuse_plan_use (const Waves *waves, gboolean asks_rounds, GError **error)
{
  gboolean asks_days = waves->block || waves->unblock || waves->stand_in != NULL;

  if (waves->propose + asks_days + asks_rounds > 1 || waves->block + waves->unblock > 1)
    return ovs_usage_refuse (error, _ ("Give one of --propose, --block, --unblock, --stand-in and what is to become of a round."));
  if (asks_days && waves->from == OVS_NO_DAY)
    return ovs_usage_refuse (error, _ ("Say from which day with --from, and with --until up to which."));
  if (!asks_days && (waves->until != OVS_NO_DAY || waves->handler != NULL))
    return ovs_usage_refuse (error, _ ("--until and --handler go with --block, --unblock and --stand-in."));
  if (!waves->propose && (waves->accept || waves->per_day != 0 || waves->peak_share != 0 || waves->gap >= 0 || waves->notice >= 0))
    return ovs_usage_refuse (error, _ ("--accept, --per-day, --peak-share, --gap and --notice go with --propose."));
  if (!waves->propose && !asks_days && waves->from != OVS_NO_DAY)
    return ovs_usage_refuse (error, _ ("--from goes with --propose, --block, --unblock and --stand-in."));
  if (waves->per_day < 0 || waves->per_day > G_MAXINT16)
    return ovs_usage_refuse (error, _ ("--per-day is a number of questions, from 1."));
  if (waves->peak_share != 0 && (waves->peak_share < OVS_PEAK_SHARE_LEAST || waves->peak_share > 100))
    return ovs_usage_refuse (error, _ ("--peak-share is a percentage, from 15 to 100."));
  if (waves->gap < NOT_GIVEN || waves->gap > 90 || waves->notice < NOT_GIVEN || waves->notice > 90)
    return ovs_usage_refuse (error, _ ("--gap and --notice are numbers of days, at most 90."));
  if (waves->notice >= 0 && waves->notice < OVS_NOTICE_DAYS && waves->reason == NULL)
    return ovs_usage_refuse (error, _ ("Less than 14 days’ notice needs a reason: give one with --reason."));
  return TRUE;
}

static gboolean
refuse_use (const Waves *waves, GError **error)
{
  int asked = (waves->set != NOT_GIVEN) + (waves->remove != NOT_GIVEN) + (waves->freeze != NOT_GIVEN) + (waves->thaw != NOT_GIVEN);
  gboolean plans = waves->propose || waves->block || waves->unblock || waves->stand_in != NULL;
  OvsRoute route;

  if (!refuse_plan_use (waves, asked > 0 || waves->date != OVS_NO_DAY || waves->route != NULL || waves->numbers != NULL || waves->questions != NOT_GIVEN, error))
    return FALSE;
  if (waves->propose && (waves->files.calendar != NULL || waves->files.plan != NULL))
    return ovs_usage_refuse (error, _ ("--calendar and --plan are of the rounds as they stand, not of a proposal: plan it first with --accept."));
  if (waves->dry_run && (waves->propose || waves->files.calendar != NULL || waves->files.plan != NULL))
    return ovs_usage_refuse (error, _ ("--dry-run goes with what is to become of a round, without --calendar and --plan; --propose changes nothing by itself."));
  if (plans)
    return TRUE;
  if (waves->questions < NOT_GIVEN || (waves->questions != NOT_GIVEN && waves->set < 1))
    return ovs_usage_refuse (error, _ ("--questions is how many the round of --set brought."));
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
  gboolean done;
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;
  g_autofree char *handler = NULL;
  g_autofree char *stand_in = NULL;
  g_autofree char *calendar = NULL;
  g_autofree char *plan = NULL;
  Waves waves = { NOT_GIVEN, NOT_GIVEN, NOT_GIVEN, NOT_GIVEN, NOT_GIVEN, .gap = NOT_GIVEN, .notice = NOT_GIVEN };
  const GOptionEntry options[] = {
    { "set", 0, 0, G_OPTION_ARG_INT, &waves.set, N_ ("This round, made where it is not there; 0: without a round"), "N" },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("The day of the round"), "YYYY-MM-DD" },
    { "employer", 0, 0, G_OPTION_ARG_STRING_ARRAY, &employers, N_ ("Clients that come to the round; several numbers may follow"), "NUMBER…" },
    { "route", 0, 0, G_OPTION_ARG_STRING, &route, N_ ("Who converts the round, or these clients: api, loket or hand"), "ROUTE" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("Why it may go before its day, or soon after informing"), "TEXT" },
    { "remove", 0, 0, G_OPTION_ARG_INT, &waves.remove, N_ ("Remove this round; its clients stay"), "N" },
    { "freeze", 0, 0, G_OPTION_ARG_INT, &waves.freeze, N_ ("From now on its day and its clients stand"), "N" },
    { "thaw", 0, 0, G_OPTION_ARG_INT, &waves.thaw, N_ ("They can be changed again, as long as nothing was sent"), "N" },
    { "questions", 0, 0, G_OPTION_ARG_INT, &waves.questions, N_ ("How many questions the round of --set brought"), "N" },
    { "propose", 0, 0, G_OPTION_ARG_NONE, &waves.propose, N_ ("Propose rounds for the clients without one; changes nothing"), NULL },
    { "accept", 0, 0, G_OPTION_ARG_NONE, &waves.accept, N_ ("Plan the rounds as they are proposed"), NULL },
    { "per-day", 0, 0, G_OPTION_ARG_INT, &waves.per_day, N_ ("Questions that the office can answer on a day"), "N" },
    { "peak-share", 0, 0, G_OPTION_ARG_INT, &waves.peak_share, N_ ("Percentage of the questions that comes on the busiest day"), "N" },
    { "gap", 0, 0, G_OPTION_ARG_INT, &waves.gap, N_ ("Days between two rounds"), "DAYS" },
    { "notice", 0, 0, G_OPTION_ARG_INT, &waves.notice, N_ ("Days that clients know of it before; less than 14 needs --reason"), "DAYS" },
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("No round before this day, or the first day of a period"), "YYYY-MM-DD" },
    { "until", 0, 0, G_OPTION_ARG_STRING, &until, N_ ("The last day of a period"), "YYYY-MM-DD" },
    { "block", 0, 0, G_OPTION_ARG_NONE, &waves.block, N_ ("No round goes in this period; needs --reason"), NULL },
    { "unblock", 0, 0, G_OPTION_ARG_NONE, &waves.unblock, N_ ("Forget the period that begins on --from"), NULL },
    { "handler", 0, 0, G_OPTION_ARG_STRING, &handler, N_ ("The period is of this colleague’s clients only"), "NAME" },
    { "stand-in", 0, 0, G_OPTION_ARG_STRING, &stand_in, N_ ("This colleague does the work of --handler in the period"), "NAME" },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &waves.dry_run, N_ ("Only tell what would become of the rounds, and who would need a correction"), NULL },
    { "calendar", 0, 0, G_OPTION_ARG_FILENAME, &calendar, N_ ("Write all rounds and what is to be done when as iCalendar"), "FILE.ics" },
    { "plan", 0, 0, G_OPTION_ARG_FILENAME, &plan, N_ ("Write the same as a PDF to print"), "FILE.pdf" },
    { NULL },
  };

  if (!ovs_invocation_parse (invocation, options, 1, G_MAXUINT, error) || !ovs_invocation_numbers (invocation, employers, 1, &numbers, error)
      || !ovs_parse_day (date, &waves.date, error) || !ovs_parse_day (from, &waves.from, error) || !ovs_parse_day (until, &waves.until, error))
    return FALSE;
  waves.route = route;
  waves.reason = reason;
  waves.handler = handler;
  waves.stand_in = stand_in;
  waves.files.calendar = calendar;
  waves.files.plan = plan;
  waves.numbers = employers != NULL ? numbers : NULL;
  if (!refuse_use (&waves, error))
    return FALSE;
  dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_WRITE, error);
  if (dossier == NULL)
    return FALSE;
  done = ovs_dossier_write (dossier, waves.propose ? propose : write_waves, &waves, NULL, error);
  if (done && waves.plan != NULL)
    ovs_waves_proposal_answer (invocation, waves.plan, waves.accept);
  else if (done)
    {
      ovs_rounds_answer (invocation, waves.rounds);
      ovs_waves_days_answer (invocation, waves.days);
      ovs_waves_moved_answer (invocation, waves.move, waves.lapsed);
      ovs_waves_files_answer (invocation, &waves.files);
    }
  g_clear_pointer (&waves.rounds, g_ptr_array_unref);
  g_clear_pointer (&waves.days, ovs_waves_days_free);
  g_clear_pointer (&waves.move, ovs_move_free);
  g_clear_pointer (&waves.plan, ovs_plan_unref);
  return done;
}
