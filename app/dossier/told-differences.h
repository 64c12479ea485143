/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

typedef enum
{
  OVS_TOLD_NEVER,
  OVS_TOLD,        /* by an earlier run, which left this person alone */
  OVS_TOLD_AGREED, /* and somebody wanted this person sent all the same */
} OvsTold;

/** What was told of Loket's data about @employee before; what was told of other data than @basis counts no more. */
OvsTold ovs_told_differences_look (OvsTx *tx, gint64 employee, const char *basis);

/** Writes down that it is told now. @agreed: this person is sent all the same; what was agreed to for the same @basis stays so. */
void    ovs_told_differences_note (OvsTx *tx, gint64 employee, const char *basis, gboolean agreed);

G_END_DECLS
