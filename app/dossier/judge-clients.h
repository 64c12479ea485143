/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/** What judging its people needs to know of a client. */
typedef struct
{
  gint64 id;
  char *number;
  gboolean selected;
  gboolean without_werknemerloket_too;
  gboolean lacks_mijnloket;
  gboolean excluded;
  gboolean informed; /* and when that was written down is known */
  OvsDay informed_on;
  gint64 informed_at;
  OvsDay wave_on; /* the day of its round, until that is applied */
} OvsJudgeClient;

/** For this room: the clients that were asked for, each read once. */
typedef struct _OvsJudgeClients OvsJudgeClients;

OvsJudgeClients      *ovs_judge_clients_new  (OvsTx *tx);
void                  ovs_judge_clients_free (OvsJudgeClients *clients);

/** Returns: (transfer none). */
const OvsJudgeClient *ovs_judge_clients_get  (OvsJudgeClients *clients, gint64 employer);

G_END_DECLS
