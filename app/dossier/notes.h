/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/*
 * What the office writes down about a client, with a day to call back where there is one. Adding a note and ticking it off are each a
 * step that can be taken back. The trail holds ids only; who wrote a note, and when, is read from there.
 */

/**
 * OvsNote:
 * @call_back_on: %OVS_NO_DAY for a note without
 * @done_on: the day on which was called back, %OVS_NO_DAY while that is to be done
 * @written_on: the day of the note
 * @actor: who wrote it, "" where names were removed
 *
 * A note. Texts are borrowed, valid during the callback.
 */
typedef struct
{
  gint64 id;
  const char *text;
  OvsDay call_back_on;
  OvsDay done_on;
  OvsDay written_on;
  const char *actor;
} OvsNote;

typedef void (*OvsNoteFunc) (const OvsNote *note, gpointer data);

/**
 * Writes a note about the client with id @employer. @call_back_on: %OVS_NO_DAY for none. Returns: the id, -1 with @error set where the
 * text is blank or there is no such client.
 */
gint64   ovs_notes_add     (OvsTx *tx, gint64 employer, const char *text, OvsDay call_back_on, GError **error);

/** Ticks a call-back off today, or puts it back. Fails where the note is no longer there, or asks for no call. */
gboolean ovs_notes_tick    (OvsTx *tx, gint64 note, gboolean done, GError **error);

/** Calls @func for the notes of a client: those that still ask for a call by their day, then the others, newest first. */
void     ovs_notes_foreach (OvsTx *tx, gint64 employer, OvsNoteFunc func, gpointer data);

/**
 * Counts the clients that are to be called back on @day or were to be before it. @handler: (nullable): of this colleague's only.
 * @first: (out) (optional) (transfer full) (nullable): the name of the one who waits longest, or its number.
 */
gint64   ovs_notes_due     (OvsTx *tx, const char *handler, OvsDay day, char **first);

G_END_DECLS
