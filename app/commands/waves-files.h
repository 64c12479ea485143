/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "commands/invocation.h"
#include "dossier/transaction.h"

G_BEGIN_DECLS

/** The files that `waves` writes of all rounds. @calendar, @plan: (nullable): where to. @n_events: (out): what stands in the calendar. */
typedef struct
{
  const char *calendar; /* iCalendar */
  const char *plan;     /* a PDF */
  guint n_events;
} OvsWavesFiles;

/** Writes them, each whole or not at all. Within a transaction to write. */
gboolean ovs_waves_files_write  (OvsTx *tx, OvsWavesFiles *files, GError **error);

/** Says what was written. */
void     ovs_waves_files_answer (OvsInvocation *invocation, const OvsWavesFiles *files);

G_END_DECLS
