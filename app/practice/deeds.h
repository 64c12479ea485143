/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/api/refusal.h"
#include "practice/state.h"

G_BEGIN_DECLS

/* Where something in the message centre came from: the words of column `origin` of table `action`. */
#define OVS_PRACTICE_ORIGIN_INTERFACE "interface" /* the API, as a collective action */
#define OVS_PRACTICE_ORIGIN_AT_ONCE "at-once"     /* the API, done when it answers */
#define OVS_PRACTICE_ORIGIN_LIST "list"           /* Toepassen in the migration list, a collective action */
#define OVS_PRACTICE_ORIGIN_EMPLOYEE "employee"   /* by hand, on the page of one employee */
#define OVS_PRACTICE_ORIGIN_TICKET "ticket"       /* Loket, for a ticket */

/* What the API tells of: the others have nothing to wait for. */
#define OVS_PRACTICE_IS_COLLECTIVE "origin IN ('" OVS_PRACTICE_ORIGIN_INTERFACE "', '" OVS_PRACTICE_ORIGIN_LIST "')"

/**
 * OvsPracticeDeed:
 *
 * Something that is done to people at once, written down for the message centre. Between begin and end, inside one transaction. The
 * fields are private.
 */
typedef struct
{
  OvsPracticeState *state; /* (not owned) */
  gint64 id;
  int total, succeeded, failed;
} OvsPracticeDeed;

/**
 * @kind: `ess` or `wnl`, the portal that is meant
 * @employer: its row id
 * @origin: one of the words above
 * @ticket: the one that is carried out, or 0
 */
void ovs_practice_deed_begin (OvsPracticeDeed *deed, OvsPracticeState *state, const char *kind, gint64 employer, const char *origin, gint64 ticket);

/** Goes on with what was begun for @ticket at @employer in an earlier transaction. FALSE where nothing was. */
gboolean ovs_practice_deed_go_on (OvsPracticeDeed *deed, OvsPracticeState *state, gint64 employer, gint64 ticket);

/** What became of @verb for an employee; @blocked: Werknemerloket was taken from him by it. */
void ovs_practice_deed_add   (OvsPracticeDeed *deed, gint64 employee, const char *verb, OvsPracticeRefusal refusal, gboolean blocked);

/** Somebody who stays as he is, and why, in Dutch. Counts as neither done nor failed. */
void ovs_practice_deed_leave (OvsPracticeDeed *deed, gint64 employee, const char *why);

/** @read: whoever did it sees already what became of it. */
void ovs_practice_deed_end   (OvsPracticeDeed *deed, gboolean read);

G_END_DECLS
