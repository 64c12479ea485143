/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What an activity is needed for; a set. Without any it only serves something beside it. */
typedef enum
{
  OVS_NEED_TO_CONVERT = 1 << 0,   /* to invite, and to block after it */
  OVS_NEED_TO_GIVE_BACK = 1 << 1, /* to give Werknemerloket back */
} OvsActivityNeed;

/**
 * OvsActivity:
 * @name: Loket's name
 * @needed: what cannot be done at a client without it
 *
 * Something that a user may do in Loket at an employer, as far as this program does it.
 */
typedef struct
{
  const char *name;
  OvsActivityNeed needed;
  const char *lacking; /* for ovs_activity_tell() */
} OvsActivity;

/** All of them, those that are needed first. @n_activities: (out) (optional). Returns: (transfer none) (array length=n_activities). */
const OvsActivity *ovs_activities       (gsize *n_activities);

/**
 * ovs_activity_next_lacking:
 * @lacking: (nullable): names of what lacks, parted by spaces; others than the program's are passed over
 * @needed: only what is needed for one of these; 0 for what serves something beside it
 * @after: (nullable): goes on after this one
 *
 * Returns: (transfer none) (nullable): the first that lacks, what weighs most first.
 */
const OvsActivity *ovs_activity_next_lacking (const char *lacking, OvsActivityNeed needed, const OvsActivity *after);

/** What a user who lacks it cannot do at the client, a finished sentence in the user's language. Returns: (transfer none). */
const char        *ovs_activity_tell    (const OvsActivity *activity);

G_END_DECLS
