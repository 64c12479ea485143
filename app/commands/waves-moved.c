/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands/waves-moved.h"

#include <glib/gi18n.h>

static void
answer (OvsInvocation *invocation, const OvsMoveClient *client)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);
  g_autofree char *told = ovs_day_to_iso (client->told);
  g_autofree char *day = ovs_day_to_iso (client->day);
  g_autofree char *told_words = ovs_day_to_dutch (client->told);
  g_autofree char *day_words = ovs_day_to_dutch (client->day);

  ovs_json_begin_object (json, NULL);
  ovs_json_add_text (json, "employer", client->number);
  ovs_json_add_text (json, "name", client->name);
  ovs_json_add_count (json, "wave", client->wave_number);
  ovs_json_add_text (json, "told", told);
  ovs_json_add_text (json, "date", day);
  ovs_json_end_object (json);
  ovs_invocation_say (invocation, _ ("    %s %s: told %s, now %s"), client->number, client->name != NULL ? client->name : "", told_words, day_words);
}

void
ovs_waves_moved_answer (OvsInvocation *invocation, const OvsMove *move, gint64 lapsed)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);

  if (move->told->len > 0)
    ovs_invocation_say (invocation, "%s", _ ("These clients were told another day than their round has. Send them a correction: “overstap send DOSSIER correction”."));
  ovs_json_begin_list (json, "corrections");
  for (guint i = 0; i < move->told->len; i++)
    answer (invocation, g_ptr_array_index (move->told, i));
  ovs_json_end_list (json);
  ovs_json_add_count (json, "lapsed", lapsed);
  if (lapsed > 0)
    ovs_invocation_say (invocation, g_dngettext (GETTEXT_PACKAGE, "%d letter that was not sent yet has lapsed, since it told another day.",
                                                 "%d letters that were not sent yet have lapsed, since they told another day.", (gulong) lapsed),
                        (int) lapsed);
}
