/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "planning/round.h"

#include <glib/gi18n.h>

#include "rules/boundary.h"

static const char *const codes[OVS_N_ROUND_WARNINGS] = {
  [OVS_ROUND_CHANGED_SINCE] = "changed-since-handing-in",
  [OVS_ROUND_WITHOUT_DAY] = "without-day",
  [OVS_ROUND_BEFORE_TODAY] = "before-today",
  [OVS_ROUND_TOO_SOON] = "too-soon-after-informing",
  [OVS_ROUND_NOT_INFORMED] = "not-informed",
  [OVS_ROUND_UNSUITABLE_DAY] = "unsuitable-day",
  [OVS_ROUND_SHARES_ADDRESS] = "shares-address",
  [OVS_ROUND_SHARES_PERSON] = "shares-person",
  [OVS_ROUND_SHARES_OWNER] = "shares-owner",
};

OvsRoundState
ovs_round_state (const OvsRoundFacts *facts)
{
  if (facts->submitted > 0)
    return facts->handed_in == facts->submitted ? OVS_ROUND_HANDED_IN : OVS_ROUND_APPLIED;
  return facts->frozen ? OVS_ROUND_FROZEN : OVS_ROUND_PLANNED;
}

const char *
ovs_round_state_title (OvsRoundState state)
{
  switch (state)
    {
    case OVS_ROUND_APPLIED:
      return _ ("applied");
    case OVS_ROUND_HANDED_IN:
      return _ ("handed in to Loket");
    case OVS_ROUND_FROZEN:
      return _ ("frozen");
    case OVS_ROUND_PLANNED:
    default:
      return _ ("planned");
    }
}

OvsRoundWarning
ovs_round_warning_of_tie (OvsTie tie)
{
  return OVS_ROUND_SHARES_ADDRESS + tie;
}

const char *
ovs_round_warning_code (OvsRoundWarning warning)
{
  return codes[warning];
}

static gboolean
is_over (const OvsRoundFacts *facts)
{
  return facts->submitted > 0 && facts->to_invite == 0;
}

guint
ovs_round_judge (const OvsRoundFacts *facts)
{
  const OvsNotice *notice = &facts->notice;
  guint warnings = 0;

  if (facts->changed > 0)
    warnings |= OVS_ROUND_WARNING_BIT (OVS_ROUND_CHANGED_SINCE);
  if (is_over (facts))
    return warnings;
  if (facts->day == OVS_NO_DAY)
    warnings |= OVS_ROUND_WARNING_BIT (OVS_ROUND_WITHOUT_DAY);
  else if (facts->day < facts->today)
    warnings |= OVS_ROUND_WARNING_BIT (OVS_ROUND_BEFORE_TODAY);
  if (facts->day != OVS_NO_DAY && notice->last_informed != OVS_NO_DAY && facts->day - notice->last_informed < OVS_NOTICE_DAYS)
    warnings |= OVS_ROUND_WARNING_BIT (OVS_ROUND_TOO_SOON);
  /* There is time to inform them until two weeks before the day. */
  if (facts->day != OVS_NO_DAY && notice->not_informed > 0)
    warnings |= OVS_ROUND_WARNING_BIT (facts->day - facts->today < OVS_NOTICE_DAYS ? OVS_ROUND_TOO_SOON : OVS_ROUND_NOT_INFORMED);
  if (facts->bar.why != OVS_PLAN_NOTHING && facts->day > facts->today)
    warnings |= OVS_ROUND_WARNING_BIT (OVS_ROUND_UNSUITABLE_DAY);
  for (OvsTie tie = 0; tie < OVS_N_TIES; tie++)
    if (facts->ties[tie] > 0)
      warnings |= OVS_ROUND_WARNING_BIT (ovs_round_warning_of_tie (tie));
  return warnings;
}

gboolean
ovs_round_is_early (const OvsRoundFacts *facts)
{
  return facts->day == OVS_NO_DAY || facts->today < facts->day;
}

gboolean
ovs_round_is_hasty (const OvsRoundFacts *facts)
{
  return ovs_notice_is_short (&facts->notice, facts->today);
}

static char *
tell_tie (OvsTie tie, guint clients)
{
  switch (tie)
    {
    case OVS_TIE_ADDRESS:
      return g_strdup_printf (ngettext ("%u other client has people with the same private address as people here. Add it to this round.",
                                        "%u other clients have people with the same private address as people here. Add them to this round.", clients),
                              clients);
    case OVS_TIE_PERSON:
      return g_strdup_printf (ngettext ("%u other client employs the same people: they would be invited twice, on different days. Add it to this round.",
                                        "%u other clients employ the same people: they would be invited twice, on different days. Add them to this round.",
                                        clients),
                              clients);
    case OVS_TIE_OWNER:
    default:
      return g_strdup_printf (ngettext ("%u other client has the same group or the same contact. Add it to this round.",
                                        "%u other clients have the same group or the same contact. Add them to this round.", clients),
                              clients);
    }
}

static char *
tell_too_soon (const OvsRoundFacts *facts)
{
  g_autofree char *earliest = ovs_day_to_dutch (ovs_notice_earliest (&facts->notice, facts->today, NULL));

  return g_strdup_printf (_ ("Some clients know of it less than %d days before. The earliest day is %s; a sooner one needs a reason."), OVS_NOTICE_DAYS,
                          earliest);
}

static char *
tell_unsuitable (const OvsRoundFacts *facts)
{
  g_autofree char *reason = ovs_plan_reason_tell (&facts->bar);

  return g_strdup_printf (_ ("%s Choose another day, or leave it so."), reason);
}

char *
ovs_round_warning_tell (OvsRoundWarning warning, const OvsRoundFacts *facts)
{
  const OvsNotice *notice = &facts->notice;

  switch (warning)
    {
    case OVS_ROUND_CHANGED_SINCE:
      return g_strdup_printf (ngettext ("%d employee was changed or added since the client list was handed in. Loket does not know of it: tell it in the ticket.",
                                        "%d employees were changed or added since the client list was handed in. Loket does not know of it: tell it in the ticket.",
                                        (gulong) facts->changed),
                              (int) facts->changed);
    case OVS_ROUND_WITHOUT_DAY:
      return g_strdup (_ ("This round has no day yet. Choose one, so that its people are judged on that day."));
    case OVS_ROUND_BEFORE_TODAY:
      return g_strdup (_ ("The day of this round has passed, so its people are judged as of today. Apply it, or choose another day."));
    case OVS_ROUND_TOO_SOON:
      return tell_too_soon (facts);
    case OVS_ROUND_NOT_INFORMED:
      return g_strdup_printf (ngettext ("%u client is not informed yet. Do that at least %d days before the day of the round.",
                                        "%u clients are not informed yet. Do that at least %d days before the day of the round.", notice->not_informed),
                              notice->not_informed, OVS_NOTICE_DAYS);
    case OVS_ROUND_UNSUITABLE_DAY:
      return tell_unsuitable (facts);
    case OVS_ROUND_SHARES_ADDRESS:
    case OVS_ROUND_SHARES_PERSON:
    case OVS_ROUND_SHARES_OWNER:
    case OVS_N_ROUND_WARNINGS:
    default:
      return tell_tie (warning - OVS_ROUND_SHARES_ADDRESS, facts->ties[warning - OVS_ROUND_SHARES_ADDRESS]);
    }
}
