/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands/rounds.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "rules/load.h"

static void
add_clients_of (OvsJsonWriter *json, const OvsRound *round, OvsRoundWarning warning)
{
  ovs_json_begin_list (json, "employers");
  for (guint i = 0; i < round->ties->len; i++)
    {
      const OvsRoundTie *tie = g_ptr_array_index (round->ties, i);

      if (ovs_round_warning_of_tie (tie->tie) == warning)
        ovs_json_add_text (json, NULL, tie->number);
    }
  ovs_json_end_list (json);
}

void
ovs_rounds_add_warnings (OvsJsonWriter *json, const OvsRound *round, guint warnings)
{
  for (OvsRoundWarning warning = 0; warning < OVS_N_ROUND_WARNINGS; warning++)
    if (warnings & OVS_ROUND_WARNING_BIT (warning))
      {
        g_autofree char *sentence = ovs_round_warning_tell (warning, &round->facts);

        ovs_json_begin_object (json, NULL);
        ovs_json_add_text (json, "code", ovs_round_warning_code (warning));
        ovs_json_add_text (json, "sentence", sentence);
        if (warning >= OVS_ROUND_SHARES_ADDRESS)
          add_clients_of (json, round, warning);
        ovs_json_end_object (json);
      }
}

void
ovs_rounds_warn (const OvsRound *round, guint warnings)
{
  for (OvsRoundWarning warning = 0; warning < OVS_N_ROUND_WARNINGS; warning++)
    if (warnings & OVS_ROUND_WARNING_BIT (warning))
      {
        g_autofree char *sentence = ovs_round_warning_tell (warning, &round->facts);

        fprintf (stderr, "%s\n", sentence);
      }
}

static void
answer_json (OvsJsonWriter *json, const OvsRound *round)
{
  g_autofree char *date = ovs_day_to_iso (round->facts.day);

  ovs_json_begin_object (json, NULL);
  ovs_json_add_count (json, "number", round->number);
  ovs_json_add_text (json, "date", date);
  ovs_json_add_count (json, "employers", round->employers);
  ovs_json_add_count (json, "employees", round->employees);
  ovs_json_add_count (json, "to_invite", round->facts.to_invite);
  ovs_json_begin_list (json, "questions");
  ovs_json_add_count (json, NULL, (gint64) round->low);
  ovs_json_add_count (json, NULL, (gint64) round->high);
  ovs_json_end_list (json);
  ovs_json_begin_list (json, "warnings");
  ovs_rounds_add_warnings (json, round, round->warnings);
  ovs_json_end_list (json);
  ovs_json_add_text (json, "route", ovs_route_code (round->route));
  ovs_json_add_flag (json, "frozen", round->facts.frozen);
  ovs_json_add_flag (json, "applied", round->facts.submitted > 0);
  ovs_json_add_count (json, "handed_in", round->facts.handed_in);
  ovs_json_add_count (json, "changed_since", round->facts.changed);
  ovs_json_add_text (json, "notice_reason", round->notice_reason);
  if (round->questions >= 0)
    ovs_json_add_count (json, "counted", round->questions);
  ovs_json_end_object (json);
}

static void
say (OvsInvocation *invocation, const OvsRound *round)
{
  g_autofree char *day = ovs_day_to_dutch (round->facts.day);
  g_autofree char *questions = ovs_load_say (round->low, round->high);
  g_autofree char *clients
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d client", "%d clients", (gulong) round->employers), (int) round->employers);
  g_autofree char *people
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d employee", "%d employees", (gulong) round->employees), (int) round->employees);

  ovs_invocation_say (invocation, _ ("Round %d: %s, %s, %s. %s, %s, %s."), (int) round->number,
                      round->facts.day != OVS_NO_DAY ? day : _ ("no day yet"), ovs_route_title (round->route),
                      ovs_round_state_title (ovs_round_state (&round->facts)), clients, people, questions);
  for (OvsRoundWarning warning = 0; warning < OVS_N_ROUND_WARNINGS; warning++)
    if (round->warnings & OVS_ROUND_WARNING_BIT (warning))
      {
        g_autofree char *sentence = ovs_round_warning_tell (warning, &round->facts);

        ovs_invocation_say (invocation, "    %s", sentence);
      }
}

void
ovs_rounds_answer (OvsInvocation *invocation, GPtrArray *rounds)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);

  if (rounds->len == 0)
    ovs_invocation_say (invocation, "%s", _ ("There are no rounds yet. “overstap waves DOSSIER --set 1 --date … --employer …” makes one."));
  ovs_json_begin_list (json, "waves");
  for (guint i = 0; i < rounds->len; i++)
    {
      const OvsRound *round = g_ptr_array_index (rounds, i);

      if (json != NULL)
        answer_json (json, round);
      say (invocation, round);
    }
  ovs_json_end_list (json);
}
