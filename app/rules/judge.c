/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/judge.h"

#include "rules/boundary.h"

static OvsFindings
when (gboolean applies, OvsFinding finding)
{
  return applies ? OVS_FINDING_BIT (finding) : 0;
}

static OvsFindings
judge_address (const OvsJudgeRow *row, const OvsFacts *facts)
{
  const char *key = row->email_key;

  if (row->email_kind == OVS_ADDRESS_ABSENT)
    return OVS_FINDING_BIT (OVS_FINDING_NO_PRIVATE_EMAIL);
  if (row->email_kind == OVS_ADDRESS_INVALID)
    return OVS_FINDING_BIT (OVS_FINDING_INVALID_PRIVATE_EMAIL);

  return when (facts->other_persons_on_address > 0, OVS_FINDING_EMAIL_NOT_UNIQUE) |
         when (ovs_address_is_placeholder (key), OVS_FINDING_EMAIL_PLACEHOLDER) |
         when (ovs_address_is_role (key), OVS_FINDING_EMAIL_IS_ROLE_ADDRESS) |
         when (facts->address_at_firm, OVS_FINDING_EMAIL_AT_FIRM) |
         when (facts->address_at_work && !ovs_address_is_public (key), OVS_FINDING_EMAIL_AT_WORK) |
         when (ovs_address_looks_mistyped (key), OVS_FINDING_EMAIL_LOOKS_MISTYPED) |
         when (facts->address_differs, OVS_FINDING_EMAIL_DIFFERS);
}

static gboolean
is_implausible (const OvsJudgeRow *row, OvsDay date)
{
  int age;

  if (row->birth_date > date || row->birth_date == OVS_BIRTH_DATE_UNKNOWN)
    return TRUE;
  age = ovs_day_age (row->birth_date, date);
  return age < OVS_AGE_YOUNGEST || age > OVS_AGE_OLDEST ||
         ovs_employments_any_starts_on (row->employments, row->n_employments, row->birth_date);
}

static OvsFindings
judge_birth_date (const OvsJudgeRow *row, OvsDay date)
{
  if (row->birth_date == OVS_NO_DAY)
    return OVS_FINDING_BIT (OVS_FINDING_BIRTH_DATE_MISSING);
  return when (is_implausible (row, date), OVS_FINDING_BIRTH_DATE_IMPLAUSIBLE);
}

static OvsFindings
judge_employments (const OvsJudgeRow *row, OvsDay date)
{
  const OvsEmployment *employments = row->employments;
  gsize n = row->n_employments;
  OvsDay last_end = ovs_employments_last_end (employments, n);
  gboolean around = last_end >= date && last_end - date <= OVS_DAYS_AROUND_WAVE;
  gboolean after = last_end > date && ovs_employments_any_active (employments, n, date);

  return when (ovs_employments_any_conflict (employments, n), OVS_FINDING_EMPLOYMENT_DATES_CONFLICT) |
         when (around, OVS_FINDING_ENDS_AROUND_WAVE) | when (after, OVS_FINDING_ENDS_AFTER_WAVE);
}

static OvsFindings
judge_rest (const OvsJudgeRow *row, const OvsFacts *facts)
{
  return when (row->change_in_loket, OVS_FINDING_CHANGE_IN_LOKET) |
         when (row->employer_lacks_mijnloket, OVS_FINDING_EMPLOYER_WITHOUT_MIJNLOKET) |
         when (facts->employers_of_person > 1, OVS_FINDING_SEVERAL_EMPLOYERS) |
         when (!ovs_access_may_be_active (row->werknemerloket), OVS_FINDING_NO_WERKNEMERLOKET) |
         when (facts->new_since_announcement, OVS_FINDING_NEW_SINCE_ANNOUNCEMENT);
}

static OvsDisposition
dispose (OvsFindings findings, OvsFindings open)
{
  if ((findings & OVS_FINDINGS_STOPPERS) != 0)
    return OVS_DISPOSITION_STOPPER;
  return open != 0 ? OVS_DISPOSITION_DECIDE : OVS_DISPOSITION_READY;
}

OvsVerdict
ovs_judge (const OvsJudgeRow *row, const OvsFacts *facts, OvsDay date)
{
  OvsVerdict verdict = { .reason = ovs_scope_judge (row, date) };

  if (verdict.reason != OVS_REASON_NONE)
    {
      verdict.disposition =
          ovs_reason_is_done (verdict.reason) ? OVS_DISPOSITION_DONE : OVS_DISPOSITION_LEFT_OUT;
      return verdict;
    }
  verdict.findings = judge_address (row, facts) | judge_birth_date (row, date) |
                     judge_employments (row, date) | judge_rest (row, facts);
  verdict.open = verdict.findings & OVS_FINDINGS_WARNINGS & ~facts->accepted;
  verdict.disposition = dispose (verdict.findings, verdict.open);
  return verdict;
}
