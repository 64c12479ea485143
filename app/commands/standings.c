/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands/standings.h"

#include <glib/gi18n.h>

#include "dossier/overview.h"

static gboolean
count (OvsTx *tx, gpointer data, GError **error)
{
  OvsStandings *standings = data;

  if (standings->wave != 0)
    {
      ovs_outcomes_count_wave (tx, ovs_tx_today (tx), standings->wave, &standings->counts);
      standings->requests = ovs_overview_requests_of_wave (tx, standings->wave);
      return TRUE;
    }
  ovs_outcomes_count (tx, ovs_tx_today (tx), &standings->counts);
  standings->requests = ovs_overview_requests (tx);
  return TRUE;
}

gboolean
ovs_standings_read (OvsDossier *dossier, OvsStandings *standings, GError **error)
{
  return ovs_standings_read_wave (dossier, 0, standings, error);
}

gboolean
ovs_standings_read_wave (OvsDossier *dossier, gint64 wave, OvsStandings *standings, GError **error)
{
  *standings = (OvsStandings){ .wave = wave };
  return ovs_dossier_read (dossier, count, standings, NULL, error);
}

void
ovs_standings_add_applied (OvsJsonWriter *json, const OvsStandings *standings)
{
  ovs_json_add_count (json, "submitted", standings->counts.submitted);
  ovs_json_add_count (json, "invited", standings->counts.invited);
  ovs_json_add_count (json, "fallout", standings->counts.fallout);
  ovs_json_add_count (json, "unknown", standings->counts.unknown);
  ovs_json_add_count (json, "blocked", standings->counts.blocked);
  ovs_json_add_count (json, "stranded", standings->counts.stranded);
}

void
ovs_standings_add_tracked (OvsJsonWriter *json, const OvsStandings *standings, gint64 as_of)
{
  g_autofree char *instant = ovs_clock_to_iso (as_of);

  ovs_json_add_count (json, "linked", standings->counts.linked);
  ovs_json_add_count (json, "expired", standings->counts.expired);
  ovs_json_add_count (json, "failed", standings->counts.failed);
  ovs_json_add_count (json, "both_portals", standings->counts.both_portals);
  ovs_json_add_count (json, "newcomers", standings->counts.newcomers);
  ovs_json_add_text (json, "as_of", instant);
}

gint64
ovs_standings_unknown (const OvsStandings *standings)
{
  return standings->counts.unknown + standings->counts.perhaps_stranded;
}

/* What should not be is told only where it is. */
static void
say_alarming (OvsInvocation *invocation, gint64 number, const char *what)
{
  if (number > 0)
    ovs_invocation_say_count (invocation, number, what);
}

void
ovs_standings_say_applied (OvsInvocation *invocation, const OvsStandings *standings)
{
  ovs_invocation_say_count (invocation, standings->counts.submitted, _ ("submitted, of whom"));
  ovs_invocation_say_count (invocation, standings->counts.invited, _ ("invited to MijnLoket"));
  ovs_invocation_say_count (invocation, standings->counts.fallout,
                            _ ("fell out: “overstap fallout” says why"));
  ovs_invocation_say_count (invocation, standings->counts.unknown,
                            _ ("unknown: Loket has not told what became of it"));
  ovs_invocation_say_count (invocation, standings->counts.blocked, _ ("blocked in Werknemerloket"));
  say_alarming (invocation, standings->counts.stranded, _ ("without any portal: invite them again today"));
}

void
ovs_standings_say_tracked (OvsInvocation *invocation, const OvsStandings *standings)
{
  ovs_invocation_say_count (invocation, standings->counts.linked, _ ("over: linked in MijnLoket"));
  ovs_invocation_say_count (invocation, standings->counts.pending, _ ("invited, not yet linked"));
  ovs_invocation_say_count (invocation, standings->counts.expired, _ ("with an expired invitation"));
  ovs_invocation_say_count (invocation, standings->counts.failed,
                            _ ("with a failed or withdrawn invitation"));
  ovs_invocation_say_count (invocation, standings->counts.both_portals, _ ("with both portals"));
  say_alarming (invocation, ovs_standings_unknown (standings),
                _ ("unknown: Loket has not told how they stand"));
  say_alarming (invocation, standings->counts.newcomers, _ ("new since the conversion: check whether Loket invited them already"));
  say_alarming (invocation, standings->counts.stranded, _ ("without any portal: invite them again today"));
}
