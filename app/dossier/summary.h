/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/judgement.h"
#include "dossier/transaction.h"

G_BEGIN_DECLS

/** Counts of clients; unknown is never counted as no. */
typedef struct
{
  gint64 employers;
  gint64 selected;
  gint64 selected_employees;
  gint64 converted;         /* selected, and nobody has to go any more: everybody is done or left out, somebody done */
  gint64 converted_employees; /* all people of these clients */
  gint64 without_mijnloket;
  gint64 without_product;
  gint64 informed;          /* selected ones that were informed */
  gint64 to_invite;         /* employees who can go over and were not submitted yet */
  gint64 as_of;             /* instant of the latest word of Loket itself, 0 for none */
} OvsSummary;

/** Counts the clients. @handler: (nullable): only those of this colleague. */
void  ovs_summary_read     (OvsTx *tx, const char *handler, OvsSummary *summary);

/** What was stored at the last judgement, of the selected clients. @handler: (nullable). */
void  ovs_summary_judged   (OvsTx *tx, const char *handler, OvsJudgementCounts *counts);

/** All colleagues named in the client list, sorted. Returns: (transfer full). */
GStrv ovs_summary_handlers (OvsTx *tx);

G_END_DECLS
