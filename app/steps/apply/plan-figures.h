/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/workspace.h"

G_BEGIN_DECLS

/** What the conversion would do now. Plain values. */
typedef struct
{
  gint64 wave;               /* of which clients, as ovs_waves_may_apply() takes it; set before they are read */
  gint64 clients;
  gint64 clients_with_ready; /* with somebody to invite */
  gint64 ready;
  gint64 blocks;             /* of these: Werknemerloket is blocked once the invitation is confirmed */
  gint64 decide;
  gint64 stopper;
  gint64 left_out;
  gint64 done;
  gint64 fallen;             /* submitted before, and on the uitvallijst */
  gint64 waiting;            /* submitted before, and Loket has not told what came of it */
  gint64 informed_late;      /* clients with somebody to invite, informed too late or never */
  OvsDay last_informed;      /* latest day on which a client was informed */
} OvsPlanFigures;

/** Reads them. In the reader's thread. */
void ovs_plan_figures_read (OvsTx *tx, OvsPlanFigures *figures);

G_END_DECLS
