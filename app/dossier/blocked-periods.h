/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/* Days on which no round is to go. Each change is one step that can be taken back. */

/** A period; @handler: (nullable): of this colleague's clients only. Texts are borrowed, valid during the callback. */
typedef struct
{
  gint64 id;
  OvsDay first;
  OvsDay last; /* that day too */
  const char *handler;
  const char *reason;
} OvsBlockedPeriod;

typedef void (*OvsBlockedPeriodFunc) (const OvsBlockedPeriod *period, gpointer data);

/** Keeps a period; a new one where the id is 0. Returns: the id, -1 with %OVS_DOSSIER_ERROR_REFUSED where it has no days or no reason. */
gint64   ovs_blocked_periods_keep    (OvsTx *tx, const OvsBlockedPeriod *period, GError **error);

/** Forgets one. Fails where it is no longer there. */
gboolean ovs_blocked_periods_remove  (OvsTx *tx, gint64 period, GError **error);

/** Calls @func for each, by day. */
void     ovs_blocked_periods_foreach (OvsTx *tx, OvsBlockedPeriodFunc func, gpointer data);

G_END_DECLS
