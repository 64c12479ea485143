/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/client-question.h"

gboolean
ovs_client_question_is (OvsFinding finding)
{
  switch (finding)
    {
    case OVS_FINDING_NO_PRIVATE_EMAIL:
    case OVS_FINDING_INVALID_PRIVATE_EMAIL:
    case OVS_FINDING_EMPLOYMENT_DATES_CONFLICT:
    case OVS_FINDING_EMAIL_NOT_UNIQUE:
    case OVS_FINDING_EMAIL_PLACEHOLDER:
    case OVS_FINDING_EMAIL_IS_ROLE_ADDRESS:
    case OVS_FINDING_EMAIL_AT_FIRM:
    case OVS_FINDING_EMAIL_AT_WORK:
    case OVS_FINDING_EMAIL_LOOKS_MISTYPED:
    case OVS_FINDING_EMAIL_DIFFERS:
    case OVS_FINDING_BIRTH_DATE_MISSING:
    case OVS_FINDING_BIRTH_DATE_IMPLAUSIBLE:
      return TRUE;
    default:
      return FALSE;
    }
}

OvsFindings
ovs_client_questions (void)
{
  OvsFindings questions = 0;

  for (int finding = 0; finding < OVS_N_FINDINGS; finding++)
    if (ovs_client_question_is ((OvsFinding) finding))
      questions |= OVS_FINDING_BIT (finding);
  return questions;
}

OvsFindings
ovs_client_questions_address (void)
{
  const OvsFindings others = OVS_FINDING_BIT (OVS_FINDING_EMPLOYMENT_DATES_CONFLICT) | OVS_FINDING_BIT (OVS_FINDING_BIRTH_DATE_MISSING)
                             | OVS_FINDING_BIT (OVS_FINDING_BIRTH_DATE_IMPLAUSIBLE);

  return ovs_client_questions () & ~others;
}

OvsFindings
ovs_client_questions_own (void)
{
  return (OVS_FINDINGS_STOPPERS | OVS_FINDINGS_WARNINGS) & ~ovs_client_questions ();
}
