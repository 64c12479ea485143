/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/enquiries.h"
#include "dossier/questions.h"
#include "dossier/runs.h"
#include "dossier/summary.h"
#include "dossier/waves.h"
#include "letters/informing.h"
#include "rules/told.h"

G_BEGIN_DECLS

/** A round as every step may name it. */
typedef struct
{
  gint64 id;
  gint64 number;
  OvsDay date;
  OvsRoute route;
  gboolean frozen;
  gboolean applied; /* something of it was sent */
  gint64 to_invite;
} OvsFiguresWave;

/**
 * OvsFigures:
 *
 * The numbers of a dossier at one moment, for the clients that are looked at. Everything on screen is made of these, so no two
 * places can disagree.
 */
typedef struct
{
  char *firm;           /* (nullable) */
  char *loket_kind;     /* (nullable) practice, acceptance, production, other; NULL without a connection */
  char *loket_url;      /* (nullable) */
  OvsDay reference_date;
  OvsDay stops_on;          /* the first day on which Loket stops with something that this version uses, OVS_NO_DAY for none */
  gint64 ticket_id;         /* of the ticket that asked Loket for the overview, 0 while there is none */
  char *ticket;             /* (nullable): number of the ticket that asked Loket for the overview */
  OvsDay ticket_on;         /* the day on which it was handed in, OVS_NO_DAY while it was not */
  gint64 call_backs;        /* clients to be called back today, or since before */
  gint64 people_call_backs; /* the same about employees */
  char *first_call_back;    /* (nullable): name of the client who waits longest, also for one of its employees */
  OvsTold addendum;         /* whether the firm has signed it */
  gint64 withdrawals_open;  /* withdrawn clients that Loket may still convert */
  OvsQuestionCounts questions; /* who asked for help */
  OvsEnquiryCounts enquiries; /* what lies with clients */
  gboolean unjudged;        /* there are people, and nobody was judged yet: what @judged and @all count is not known */
  OvsSummary clients;       /* counts of clients */
  OvsInformingTotals informing; /* how far their announcements are */
  OvsTally judged;          /* of the selected clients only */
  OvsUnfinishedRun unfinished; /* what the latest run left, whoever looks; its run is 0 for nothing */
  gint64 on_paper;          /* of those who are left out by hand: whose payslip is printed */
  OvsTally all;             /* of all clients: what came of earlier conversions stays, also of who is selected no more */
  GStrv handlers;           /* all colleagues in the dossier, sorted */
  GArray *waves;            /* (owned) (element-type OvsFiguresWave) all rounds, by number */
} OvsFigures;

/** Finds a round by its id. Returns: (nullable) (transfer none). */
const OvsFiguresWave *ovs_figures_find_wave (const OvsFigures *figures, gint64 id);

/** Reads the figures. @handler: (nullable): a filter of clients (dossier/client-filter.h). */
OvsFigures *ovs_figures_read (OvsTx *tx, const char *handler);
void        ovs_figures_free (OvsFigures *figures);

G_END_DECLS
