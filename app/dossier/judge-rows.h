/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/beside.h"
#include "dossier/judge-clients.h"
#include "rules/judge.h"

G_BEGIN_DECLS

/**
 * OvsJudgeRows:
 *
 * For this room: walks all employees with what rules/ needs to know of them. Fill it with ovs_judge_rows_open(); what the fields
 * point at is valid until the next row.
 */
typedef struct
{
  OvsRows rows;
  OvsBeside employments;
  OvsBeside access;
  OvsJudgeClients *clients; /* (owned) */
  GArray *periods; /* (owned) (element-type OvsEmployment) of the present employee */

  gint64 employee;
  gint64 employer;
  const char *employer_number;
  const char *employee_number;
  const char *person_base;
  const char *person_initial;
  const char *email_domain; /* (nullable) */
  const char *first_seen;
  const OvsJudgeClient *client;
  OvsJudgeRow row;
} OvsJudgeRows;

/** Whom to walk; the last two are the sets of judge-circle.h. */
typedef enum
{
  OVS_JUDGE_EVERYBODY,
  OVS_JUDGE_WANTED,
  OVS_JUDGE_CIRCLE,
} OvsJudgeWhom;

/**
 * OvsJudgeDate:
 * @day: for clients whose round has no day
 * @for_all: everybody is judged on @day, whatever the round
 * @recalled: nobody is judged: what was found last stands, since personal data were removed
 *
 * On which day people are judged.
 */
typedef struct
{
  OvsDay day;
  gboolean for_all;
  gboolean recalled;
} OvsJudgeDate;

/** The day on which the one whom @rows has come to is judged. */
OvsDay   ovs_judge_date_of    (const OvsJudgeDate *date, const OvsJudgeRows *rows);

void     ovs_judge_rows_open  (OvsJudgeRows *self, OvsTx *tx, OvsJudgeWhom whom);
void     ovs_judge_rows_open_one (OvsJudgeRows *self, OvsTx *tx, gint64 employee);
gboolean ovs_judge_rows_next  (OvsJudgeRows *self);
void     ovs_judge_rows_close (OvsJudgeRows *self);

G_END_DECLS
