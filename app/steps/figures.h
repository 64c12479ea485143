/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/judgement.h"
#include "dossier/outcomes.h"
#include "dossier/summary.h"

G_BEGIN_DECLS

/**
 * OvsFigures:
 *
 * The numbers of a dossier at one moment, for the clients of one handler or all. Everything on screen is made of these, so no two
 * places can disagree.
 */
typedef struct
{
  char *firm;           /* (nullable) */
  char *loket_kind;     /* (nullable) practice, acceptance, production, other; NULL without a connection */
  char *loket_url;      /* (nullable) */
  OvsDay reference_date;
  char *ticket;             /* (nullable): number of the ticket that asked Loket for the overview */
  OvsDay ticket_on;         /* the day on which it was handed in, OVS_NO_DAY while it was not */
  gint64 call_backs;        /* clients to be called back today, or since before */
  char *first_call_back;    /* (nullable): name of the one who waits longest */
  OvsSummary clients;        /* counts of clients, and the instant of the latest word of Loket */
  OvsJudgementCounts judged; /* of the selected clients only; findings: those still open */
  OvsOutcomeCounts outcomes;
  GStrv handlers;           /* all colleagues in the dossier, sorted */
} OvsFigures;

/** Reads the figures. @handler: (nullable): only this colleague's clients. */
OvsFigures *ovs_figures_read (OvsTx *tx, const char *handler);
void        ovs_figures_free (OvsFigures *figures);

G_END_DECLS
