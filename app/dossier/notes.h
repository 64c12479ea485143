/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/*
 * What the office writes down about a client or an employee, with a day to call back where there is one. Adding a note and ticking it off
 * are each a step that can be taken back. The trail holds ids only; who wrote a note, and when, is read from there.
 */

/** Whom notes are about. */
typedef enum
{
  OVS_NOTES_ON_CLIENT,
  OVS_NOTES_ON_EMPLOYEE,
} OvsNotesOn;

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
 * Writes a note about the client or employee with the id @whom. @call_back_on: %OVS_NO_DAY for none. Returns: the id, -1 with @error set
 * where the text is blank, holds a BSN or there is nobody with that id.
 */
gint64   ovs_notes_add     (OvsTx *tx, OvsNotesOn on, gint64 whom, const char *text, OvsDay call_back_on, GError **error);

/** Ticks a call-back off today, or puts it back. Fails where the note is no longer there, or asks for no call. */
gboolean ovs_notes_tick    (OvsTx *tx, OvsNotesOn on, gint64 note, gboolean done, GError **error);

/** Calls @func for the notes about somebody: those that still ask for a call by their day, then the others, newest first. */
void     ovs_notes_foreach (OvsTx *tx, OvsNotesOn on, gint64 whom, OvsNoteFunc func, gpointer data);

/**
 * Counts the clients, or the employees, that are to be called back on @day or were to be before it. @handler: (nullable): of this
 * colleague's clients only. @first: (out) (optional) (transfer full) (nullable): the client who waits longest, by name or number: of an
 * employee his client's. @since: (out) (optional): since when it waits, %OVS_NO_DAY for nobody.
 */
gint64   ovs_notes_due     (OvsTx *tx, OvsNotesOn on, const char *handler, OvsDay day, char **first, OvsDay *since);

G_END_DECLS
