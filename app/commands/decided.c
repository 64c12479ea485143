/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands/decided.h"

#include <glib/gi18n.h>

void
ovs_answer_changed (OvsInvocation *invocation, gint64 changed)
{
  ovs_json_add_count (ovs_invocation_json (invocation), "changed", changed);
  if (changed == 0)
    ovs_invocation_say (invocation, "%s", _ ("Nothing changed: it was so already."));
  else
    ovs_invocation_say (invocation,
                        g_dngettext (GETTEXT_PACKAGE, "Changed %lu. “overstap undo” takes it back.",
                                     "Changed %lu. “overstap undo” takes them back together.",
                                     (gulong) changed),
                        (gulong) changed);
}
