/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Who works with this program: the name in the trail of what is done from now on, and in the lease of dossiers that are opened from
 * now on. One person sits at one program. Safe to use from any thread.
 */

/** Sets the name; NULL or a blank one goes back to that of the login. */
void  ovs_actor_set (const char *name);

/** Returns: (transfer full): the name. */
char *ovs_actor_get (void);

G_END_DECLS
