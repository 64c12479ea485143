/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The name that colleagues see at what is done here: as it was given the last time, else that of the login. Returns: (transfer full). */
char *ovs_user_name_get (void);

/** Keeps @name for the next time, and for the trail from now on. */
void  ovs_user_name_set (const char *name);

G_END_DECLS
