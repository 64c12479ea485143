/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/rule.h"
#include "rules/scope.h"

G_BEGIN_DECLS

/**
 * OvsFacts:
 * @other_persons_on_address: how many other persons with the same address key are in scope, or have or await a
 *   MijnLoket account at any client of the dossier (also when left out or done)
 * @employers_of_person: at how many employers the same person is in scope or done, this one included
 * @address_differs: the same person, in scope or done, has another private address (key, kind OK) at another employer
 * @address_at_work: the domain is that of the employer's contact address or of a work e-mail of any row there; public
 *   providers need not be excepted, ovs_judge() does that
 * @address_at_firm: the domain is the firm's own
 * @new_since_announcement: first seen after the client was informed
 * @accepted: the warnings that were accepted for the present data, see ovs_finding_basis()
 *
 * What only the whole dossier knows about one row. The first pass of all rows comes before it is counted.
 */
typedef struct
{
  guint other_persons_on_address;
  guint employers_of_person;
  gboolean address_differs;
  gboolean address_at_work;
  gboolean address_at_firm;
  gboolean new_since_announcement;
  OvsFindings accepted;
} OvsFacts;

/**
 * OvsVerdict:
 * @findings: everything found, accepted warnings included; none for who is left out or done
 * @open: the warnings among them that wait for a decision
 * @reason: why left out or done, else %OVS_REASON_NONE
 */
typedef struct
{
  OvsDisposition disposition;
  OvsReason reason;
  OvsFindings findings;
  OvsFindings open;
} OvsVerdict;

/**
 * Judges one employee on @date, the peildatum (never %OVS_NO_DAY). Pure and without allocations for the common row: a
 * million take about a second. Safe from any thread.
 */
OvsVerdict ovs_judge         (const OvsJudgeRow *row, const OvsFacts *facts, OvsDay date);

/**
 * ovs_finding_basis:
 * @finding: a warning
 * @row: the employee
 * @other_addresses: (array zero-terminated=1) (nullable): for %OVS_FINDING_EMAIL_DIFFERS the address keys of the same
 *   person at other employers, in any order, also equal ones; else not looked at
 *
 * The data that an acceptance of @finding rests on. It is stored with the acceptance, as it is or hashed: an acceptance
 * holds while the basis is equal. The order of employments and addresses makes no difference.
 * Returns: (transfer full) (nullable): NULL for what cannot be accepted (stoppers and infos). Holds personal data.
 */
char      *ovs_finding_basis (OvsFinding finding, const OvsJudgeRow *row, const char *const *other_addresses);

G_END_DECLS
