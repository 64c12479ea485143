/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"
#include "rules/access.h"
#include "rules/judge.h"

G_BEGIN_DECLS

/* For this room: how judged people are counted per client, and under which codes the sums are kept, see tally.h. */

#define OVS_TALLY_REASON "reason:"
#define OVS_TALLY_FINDING "finding:"
#define OVS_TALLY_FALLEN "fallen"
#define OVS_TALLY_TO_BLOCK "to-block"
/* Of those who have an outcome only: their end states, and how many of them are ready, to be decided about or stopped. */
#define OVS_TALLY_END "end:"
#define OVS_TALLY_JUDGED_TOO "end:in-scope"

typedef struct _OvsTallySums OvsTallySums;

/**
 * OvsTallyPerson:
 * @findings: those that are not accepted
 * @submitted: an invitation was sent
 *
 * What is counted of one employee.
 */
typedef struct
{
  gint64 employer;
  OvsDisposition disposition;
  OvsReason reason;
  OvsFindings findings;
  OvsAccess werknemerloket;
  gboolean submitted;
} OvsTallyPerson;

OvsTallySums *ovs_tally_sums_new   (void);
void          ovs_tally_sums_free  (OvsTallySums *sums);
void          ovs_tally_sums_add   (OvsTallySums *sums, const OvsTallyPerson *person);

/** Writes the sums of clients of whom none are kept. */
void          ovs_tally_sums_write (OvsTallySums *sums, OvsTx *tx);

/** Keeps one number; 0 is not kept. */
void          ovs_tally_sums_put   (OvsTx *tx, gint64 employer, const char *what, gint64 number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsTallySums, ovs_tally_sums_free)

G_END_DECLS
