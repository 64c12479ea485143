/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"
#include "rules/route.h"

G_BEGIN_DECLS

/*
 * What was submitted by a route without a connection beside what Loket's files tell: submitted = invited + fallout + unknown, and apart from
 * them whom only the files know.
 */
typedef enum
{
  OVS_RECONCILED_SUBMITTED,
  OVS_RECONCILED_INVITED,
  OVS_RECONCILED_FALLOUT,
  OVS_RECONCILED_UNKNOWN,
  OVS_RECONCILED_NOT_SUBMITTED, /* of a client that was: has or awaits MijnLoket by what was read since, and was not submitted */
  OVS_RECONCILED_LISTED,        /* the same on the uitvallijst */
  OVS_RECONCILED_STRANGERS,     /* on the uitvallijst, and not in the dossier: lines of it, not employees */
  OVS_N_RECONCILED,
} OvsReconciled;

/** @wave: see routes.h. Returns: (transfer full) (element-type gint64): ids of employees, of lines for strangers; in the order of the dossier. */
GArray *ovs_reconciliation_list  (OvsTx *tx, OvsRoute route, gint64 wave, OvsReconciled list);

/** How many are in each. @counts: (array fixed-size=OVS_N_RECONCILED) (out). */
void    ovs_reconciliation_count (OvsTx *tx, OvsRoute route, gint64 wave, gint64 *counts);

/** A line of the uitvallijst. Texts are owned. */
typedef struct
{
  char *employer_number;
  char *employee_number;
  char *name;
  char *reason;
} OvsFalloutLine;

/** FALSE where there is none any more. */
gboolean ovs_fallout_line_get   (OvsTx *tx, gint64 id, OvsFalloutLine *line);
void     ovs_fallout_line_clear (OvsFalloutLine *line);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OvsFalloutLine, ovs_fallout_line_clear)

G_END_DECLS
