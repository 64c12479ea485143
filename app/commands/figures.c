/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands/figures.h"

#include <glib/gi18n.h>

#include "dossier/overview.h"

static gboolean
count (OvsTx *tx, gpointer data, GError **error)
{
  OvsFigures *figures = data;

  ovs_outcomes_count (tx, ovs_tx_today (tx), &figures->counts);
  figures->requests = ovs_overview_requests (tx);
  return TRUE;
}

gboolean
ovs_figures_read (OvsDossier *dossier, OvsFigures *figures, GError **error)
{
  *figures = (OvsFigures) { 0 };
  return ovs_dossier_read (dossier, count, figures, NULL, error);
}

void
ovs_figures_add_applied (OvsJsonWriter *json, const OvsFigures *figures)
{
  ovs_json_add_count (json, "submitted", figures->counts.submitted);
  ovs_json_add_count (json, "invited", figures->counts.invited);
  ovs_json_add_count (json, "fallout", figures->counts.fallout);
  ovs_json_add_count (json, "unknown", figures->counts.unknown);
  ovs_json_add_count (json, "blocked", figures->counts.blocked);
  ovs_json_add_count (json, "stranded", figures->counts.stranded);
}

void
ovs_figures_add_tracked (OvsJsonWriter *json, const OvsFigures *figures, gint64 as_of)
{
  g_autofree char *instant = ovs_clock_to_iso (as_of);

  ovs_json_add_count (json, "linked", figures->counts.linked);
  ovs_json_add_count (json, "expired", figures->counts.expired);
  ovs_json_add_count (json, "failed", figures->counts.failed);
  ovs_json_add_count (json, "both_portals", figures->counts.both_portals);
  ovs_json_add_text (json, "as_of", instant);
}

gint64
ovs_figures_unknown (const OvsFigures *figures)
{
  return figures->counts.unknown + figures->counts.perhaps_stranded;
}

/* What should not be is told only where it is. */
static void
say_alarming (OvsInvocation *invocation, gint64 number, const char *what)
{
  if (number > 0)
    ovs_invocation_say_count (invocation, number, what);
}

void
ovs_figures_say_applied (OvsInvocation *invocation, const OvsFigures *figures)
{
  ovs_invocation_say_count (invocation, figures->counts.submitted, _ ("submitted, of whom"));
  ovs_invocation_say_count (invocation, figures->counts.invited, _ ("invited to MijnLoket"));
  ovs_invocation_say_count (invocation, figures->counts.fallout, _ ("fell out: “overstap fallout” says why"));
  ovs_invocation_say_count (invocation, figures->counts.unknown, _ ("unknown: Loket has not told what became of it"));
  ovs_invocation_say_count (invocation, figures->counts.blocked, _ ("blocked in Werknemerloket"));
  say_alarming (invocation, figures->counts.stranded, _ ("without any portal: invite them again today"));
}

void
ovs_figures_say_tracked (OvsInvocation *invocation, const OvsFigures *figures)
{
  ovs_invocation_say_count (invocation, figures->counts.linked, _ ("over: linked in MijnLoket"));
  ovs_invocation_say_count (invocation, figures->counts.pending, _ ("invited, not yet linked"));
  ovs_invocation_say_count (invocation, figures->counts.expired, _ ("with an expired invitation"));
  ovs_invocation_say_count (invocation, figures->counts.failed, _ ("with a failed or withdrawn invitation"));
  ovs_invocation_say_count (invocation, figures->counts.both_portals, _ ("with both portals"));
  say_alarming (invocation, ovs_figures_unknown (figures), _ ("unknown: Loket has not told how they stand"));
  say_alarming (invocation, figures->counts.stranded, _ ("without any portal: invite them again today"));
}
