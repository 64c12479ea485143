/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/tally.h"

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
} OvsSummary;

/** Counts the clients. @handler: (nullable): only those of this colleague. @selected: what they have that take part. */
void  ovs_summary_read     (OvsTx *tx, const char *handler, const OvsTally *selected, OvsSummary *summary);

/** All colleagues named in the client list, sorted. Returns: (transfer full). */
GStrv ovs_summary_handlers (OvsTx *tx);

G_END_DECLS
