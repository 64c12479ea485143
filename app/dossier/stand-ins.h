/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/* Who does a colleague's work while he is away. Each change is one step that can be taken back. */

/** @by does the work of @handler. Texts are borrowed, valid during the callback. */
typedef struct
{
  gint64 id;
  const char *handler;
  const char *by;
  OvsDay first;
  OvsDay last; /* that day too */
} OvsStandIn;

typedef void (*OvsStandInFunc) (const OvsStandIn *stand_in, gpointer data);

/** Keeps one; a new one where the id is 0. Returns: the id, -1 with %OVS_DOSSIER_ERROR_REFUSED where a name or a day lacks. */
gint64   ovs_stand_ins_keep    (OvsTx *tx, const OvsStandIn *stand_in, GError **error);

/** Forgets one. Fails where it is no longer there. */
gboolean ovs_stand_ins_remove  (OvsTx *tx, gint64 stand_in, GError **error);

/** Calls @func for each, by day. */
void     ovs_stand_ins_foreach (OvsTx *tx, OvsStandInFunc func, gpointer data);

G_END_DECLS
