/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/access.h"
#include "rules/address.h"
#include "rules/disposition.h"
#include "rules/employment.h"

G_BEGIN_DECLS

/**
 * OvsJudgeRow:
 * @employments: (array length=n_employments) (nullable): (not owned) in any order
 * @birth_date: %OVS_NO_DAY when unknown
 * @email_key: (nullable): (not owned) the address key of the private e-mail, as OvsAddress has it; not NULL when
 *   @email_kind is OK
 * @email_kind: what the private e-mail cell holds; reading it is ovs_address_parse()'s, once, when a row comes in
 * @werknemerloket, @mijnloket: the latest that is known of the access to either portal
 * @employer_selected: the client takes part
 * @include_without_werknemerloket: the client wants who has no Werknemerloket invited too
 * @employer_lacks_mijnloket: the product overview says that the employer has no MijnLoket; FALSE when it says nothing
 * @deceased: a date of death is known
 * @excluded: excluded by hand, alone or with the whole employer
 * @change_in_loket: the address was mended here and still has to be changed in Loket
 *
 * All that the rules need to know of one employee. A plain value that points at the caller's data.
 */
typedef struct
{
  const OvsEmployment *employments;
  gsize n_employments;
  OvsDay birth_date;
  const char *email_key;
  OvsAddressKind email_kind;
  OvsAccess werknemerloket;
  OvsAccess mijnloket;
  gboolean employer_selected;
  gboolean include_without_werknemerloket;
  gboolean employer_lacks_mijnloket;
  gboolean deceased;
  gboolean excluded;
  gboolean change_in_loket;
} OvsJudgeRow;

/**
 * The first pass: whether an employee is in scope on @date, the peildatum (never %OVS_NO_DAY).
 * Returns: %OVS_REASON_NONE when in scope, else the first reason that applies, left out or done.
 */
OvsReason ovs_scope_judge (const OvsJudgeRow *row, OvsDay date);

G_END_DECLS
