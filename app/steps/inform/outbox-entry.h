/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/letter-state.h"
#include "dossier/transaction.h"
#include "widgets/sign.h"

G_BEGIN_DECLS

/**
 * OvsOutboxEntry:
 * @informs: its client knows the day once it was sent
 * @title: client and piece
 * @words: what became of it, and what can be done
 * @letter: to whom it is, and its text
 *
 * A message as the outbox shows it. Everything is owned.
 */
typedef struct
{
  gint64 id;
  OvsLetterState state;
  OvsWay way;
  gboolean informs;
  char *title;
  char *words;
  char *letter;
} OvsOutboxEntry;

/** What asks for something first, then the newest. @employer: of this client only, 0 for all. Returns: (transfer full) (element-type OvsOutboxEntry). */
GPtrArray *ovs_outbox_entries_read (OvsTx *tx, gint64 employer);

/** A line about all of them. Returns: (transfer full). */
char      *ovs_outbox_entries_tell (GPtrArray *entries);

/** Whether it is to be sent by mail. */
gboolean   ovs_outbox_entry_waits  (const OvsOutboxEntry *entry);

OvsSign    ovs_outbox_entry_sign   (const OvsOutboxEntry *entry);

G_END_DECLS
