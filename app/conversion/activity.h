/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OvsActivity:
 * @name: Loket's name
 * @needed: without it the conversion of a client cannot be done; else something beside it cannot
 *
 * Something that a user may do in Loket at an employer, as far as this program does it.
 */
typedef struct
{
  const char *name;
  gboolean needed;
  const char *lacking; /* for ovs_activity_tell() */
} OvsActivity;

/** All of them, those that are needed first. Returns: (transfer none) (array length=n_activities). */
const OvsActivity *ovs_activities     (gsize *n_activities);

/** Returns: (transfer none) (nullable): NULL for another name. */
const OvsActivity *ovs_activity_find  (const char *name);

/** What a user who lacks it cannot do at the client, a finished sentence in the user's language. Returns: (transfer none). */
const char        *ovs_activity_tell  (const OvsActivity *activity);

G_END_DECLS
