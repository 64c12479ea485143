/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "conversion/reading.h"

G_BEGIN_DECLS

typedef enum
{
  OVS_DIFFERENCE_ADDRESS,  /* Loket has another private address */
  OVS_DIFFERENCE_END_DATE, /* Loket has another end of the last employment */
  OVS_DIFFERENCE_STATUS,   /* an access is another than was known */
  OVS_DIFFERENCE_GONE,     /* judged ready, but no longer in Loket's migration list */
  OVS_DIFFERENCE_NEW,      /* in the list, but not in the dossier */
} OvsDifferenceKind;

/**
 * OvsDifference:
 * @employee: id in the dossier, 0 for who is new
 * @name: (nullable): of who was held back, else NULL
 * @email, @end: what Loket has, where that is the difference; @email is NULL elsewhere
 * @email_here, @end_here: what the dossier has instead; @email_here is NULL elsewhere, and for none
 * @held: for this reason nothing was sent for this person
 * @known: an earlier run told the same, or somebody agreed to it now: it is no news
 *
 * One thing in which Loket differs from what was judged. Free with ovs_difference_free(). Holds personal data.
 */
typedef struct
{
  OvsDifferenceKind kind;
  gint64 employer;
  gint64 employee;
  char *employer_number;
  char *employee_number;
  char *number_key;
  char *name;
  char *email;
  char *email_here;
  OvsDay end;
  OvsDay end_here;
  gboolean held;
  gboolean known;
} OvsDifference;

void        ovs_difference_free     (OvsDifference *difference);

/** `changed`, `gone` or `new`; and for what changed also what: `address`, `end-date` or `status`, else NULL. */
const char *ovs_difference_code     (const OvsDifference *difference);
const char *ovs_difference_field    (const OvsDifference *difference);

/** In the user's language, as a sentence about the person. Returns: (transfer none). */
const char *ovs_difference_title    (const OvsDifference *difference);

/*
 * For this room. Loket's fresh lists against what was judged:
 *
 * 1. ovs_differences_find(), before the reading is recorded, while the dossier still has what was judged;
 * 2. ovs_differences_find_new(), once it is recorded and Loket's ids are known;
 * 3. ovs_differences_hold(), once everybody was judged again with the statuses as they are now.
 *
 * 4. ovs_differences_note(), where the run goes on.
 *
 * Who changed is not sent in that run, for an invitation goes to the address that Loket has, and nobody has looked at that one; except where
 * the new data are judged ready just the same, with every warning that somebody accepted still about the same. Two cases need no holding
 * back: with no address at all Loket invites nobody, whoever asks, and says so, which is what the uitvallijst is for; and another status was
 * judged again already, by the rules for it. Who is gone from the list is held back where Loket's other lists still say that he could be
 * invited: then nobody knows why. Who never had Werknemerloket is not in the list by nature. Who is new is never sent: he was not judged.
 *
 * Who is held back stays so until the dossier has what Loket has (read from Loket, and judged like anybody), or until somebody who saw the
 * difference agreed to it: then he goes with the data that Loket has. What was told once does not stop a run a second time, for the same data.
 */

/** Adds those of one employer to @differences (element-type OvsDifference). */
void        ovs_differences_find     (OvsTx *tx, const OvsReading *reading, GPtrArray *differences);
void        ovs_differences_find_new (OvsTx *tx, const OvsReading *reading, GPtrArray *differences);

/**
 * ovs_differences_hold:
 * @agreed: (nullable) (element-type utf8): of what somebody agreed to now, as ovs_differences_add_bases() gave it
 *
 * Marks also what is known. Returns: (transfer full): id of an employee → OvsDifference (unowned), of all who are not to be sent.
 */
GHashTable *ovs_differences_hold     (OvsTx *tx, OvsDay today, const GPtrArray *differences, GHashTable *agreed);

/** Writes down what was told: who was held, and who goes because somebody agreed. */
void        ovs_differences_note     (OvsTx *tx, const GPtrArray *differences, GHashTable *agreed);

/**
 * Adds to @bases (element-type utf8) what identifies the differences of each person, with the data: to be agreed to. Says nothing about anybody. A
 * status is no part of it: nobody is held back for that, and the run that finds it has the dossier know it from then on.
 */
void        ovs_differences_add_bases (const GPtrArray *differences, GHashTable *bases);

/** A short code for exactly these differences, whatever their order. Returns: (transfer full) (nullable): NULL where there are none. */
char       *ovs_differences_get_code (const GPtrArray *differences);

G_END_DECLS
