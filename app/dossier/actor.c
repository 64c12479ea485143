/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/actor.h"

static GMutex lock;
static char *chosen; /* (nullable) guarded by lock */

void
ovs_actor_set (const char *name)
{
  char *trimmed = name != NULL ? g_strstrip (g_strdup (name)) : NULL;

  if (trimmed != NULL && *trimmed == '\0')
    g_clear_pointer (&trimmed, g_free);
  g_mutex_lock (&lock);
  g_free (chosen);
  chosen = trimmed;
  g_mutex_unlock (&lock);
}

char *
ovs_actor_get (void)
{
  char *name;

  g_mutex_lock (&lock);
  name = g_strdup (chosen != NULL ? chosen : g_get_user_name ());
  g_mutex_unlock (&lock);
  return name;
}
