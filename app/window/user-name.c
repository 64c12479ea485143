/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window/user-name.h"

#include "dossier/actor.h"
#include "base/user-settings.h"

#define KEY "user-name"

char *
ovs_user_name_get (void)
{
  char *given = ovs_user_settings_get_text (KEY);
  const char *real = g_get_real_name ();

  if (given != NULL)
    return given;
  return g_strdup (g_strcmp0 (real, "Unknown") != 0 ? real : g_get_user_name ());
}

void
ovs_user_name_set (const char *name)
{
  ovs_user_settings_set_text (KEY, name);
  ovs_actor_set (name);
}
