/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/check/ready-reasons.h"

#include <glib/gi18n.h>

#include "dossier/decisions.h"

static const char *
own_reason (int finding)
{
  switch (finding)
    {
    case OVS_FINDING_EMAIL_PLACEHOLDER:
    case OVS_FINDING_EMAIL_LOOKS_MISTYPED:
      return _ ("The address is right");
    case OVS_FINDING_EMAIL_IS_ROLE_ADDRESS:
      return _ ("Only the employee reads this mail box");
    case OVS_FINDING_EMAIL_AT_FIRM:
      return _ ("Is a colleague of our firm");
    case OVS_FINDING_EMAIL_AT_WORK:
      return _ ("The employee wants this address");
    case OVS_FINDING_EMAIL_DIFFERS:
      return _ ("The employee wants two addresses");
    case OVS_FINDING_BIRTH_DATE_MISSING:
    case OVS_FINDING_BIRTH_DATE_IMPLAUSIBLE:
      return _ ("The client puts it right in Loket");
    case OVS_FINDING_ENDS_AROUND_WAVE:
      return _ ("Goes along before leaving");
    default:
      return NULL;
    }
}

GStrv
ovs_ready_reasons_accept (int finding)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (finding >= 0 && ovs_rule_get ((OvsFinding) finding)->origin == OVS_RULE_ORIGIN_OVERSTAP)
    {
      if (own_reason (finding) != NULL)
        g_strv_builder_add (builder, own_reason (finding));
      g_strv_builder_add (builder, _ ("Checked with the client"));
    }
  return g_strv_builder_end (builder);
}

GStrv
ovs_ready_reasons_exclude (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, ovs_ready_reason_no_email ());
  g_strv_builder_add (builder, _ ("The client asked for it"));
  g_strv_builder_add (builder, _ ("Leaves soon"));
  return g_strv_builder_end (builder);
}

const char *
ovs_ready_reason_no_email (void)
{
  return ovs_decisions_reason_no_email ();
}
