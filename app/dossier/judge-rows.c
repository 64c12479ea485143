/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/judge-rows.h"

#include <string.h>

enum
{
  COLUMN_EMPLOYEE,
  COLUMN_EMPLOYER,
  COLUMN_NUMBER,
  COLUMN_DECEASED,
  COLUMN_EXCLUDED,
  COLUMN_CHANGE_IN_LOKET,
  COLUMN_BIRTH_DATE,
  COLUMN_EMAIL_KEY,
  COLUMN_EMAIL_KIND,
  COLUMN_EMAIL_DOMAIN,
  COLUMN_PERSON_BASE,
  COLUMN_PERSON_INITIAL,
  COLUMN_FIRST_SEEN,
};

/* Nothing is joined: what only some have is walked beside it, and clients are read once. */
#define COLUMNS \
  "SELECT e.id, e.employer, e.number, e.deceased_on IS NOT NULL, e.excluded_reason IS NOT NULL, e.change_in_loket, " \
  "e.birth_date, e.email_key, e.email_kind, e.email_domain, e.person_base, e.person_initial, e.first_seen "

#define FROM_SET(set) "FROM temp." set " s CROSS JOIN employee e ON e.id = s.employee ORDER BY s.employee"
#define EMPLOYMENTS_OF_SET(set)                                                                                                     \
  "SELECT p.employee, p.start_date, p.end_date FROM temp." set                                                                      \
  " s CROSS JOIN employment p ON p.employee = s.employee ORDER BY s.employee, p.ordinal"
#define ACCESS_OF_SET(set)                                                                                                          \
  "SELECT a.employee, a.portal = 'mijnloket', a.status FROM temp." set                                                              \
  " s CROSS JOIN access a ON a.employee = s.employee ORDER BY s.employee"

static const char *const select_rows[] = {
  [OVS_JUDGE_EVERYBODY] = COLUMNS "FROM employee e ORDER BY e.id",
  [OVS_JUDGE_WANTED] = COLUMNS FROM_SET ("wanted"),
  [OVS_JUDGE_CIRCLE] = COLUMNS FROM_SET ("circle"),
};
static const char select_row[] = COLUMNS "FROM employee e WHERE e.id = ?1";

static const char *const select_employments[] = {
  [OVS_JUDGE_EVERYBODY] = "SELECT employee, start_date, end_date FROM employment ORDER BY employee, ordinal",
  [OVS_JUDGE_WANTED] = EMPLOYMENTS_OF_SET ("wanted"),
  [OVS_JUDGE_CIRCLE] = EMPLOYMENTS_OF_SET ("circle"),
};
static const char select_employments_of[] = "SELECT employee, start_date, end_date FROM employment WHERE employee = ?1 ORDER BY ordinal";

static const char *const select_access[] = {
  [OVS_JUDGE_EVERYBODY] = "SELECT employee, portal = 'mijnloket', status FROM access ORDER BY employee",
  [OVS_JUDGE_WANTED] = ACCESS_OF_SET ("wanted"),
  [OVS_JUDGE_CIRCLE] = ACCESS_OF_SET ("circle"),
};
static const char select_access_of[] = "SELECT employee, portal = 'mijnloket', status FROM access WHERE employee = ?1";

/* A round whose day passed without being applied goes today at the earliest. */
OvsDay
ovs_judge_date_of (const OvsJudgeDate *date, const OvsJudgeRows *rows)
{
  return date->for_all || rows->client->wave_on == OVS_NO_DAY ? date->day : MAX (rows->client->wave_on, date->day);
}

static void
begin (OvsJudgeRows *self, OvsTx *tx)
{
  memset (self, 0, sizeof *self);
  self->periods = g_array_new (FALSE, FALSE, sizeof (OvsEmployment));
  self->clients = ovs_judge_clients_new (tx);
}

void
ovs_judge_rows_open (OvsJudgeRows *self, OvsTx *tx, OvsJudgeWhom whom)
{
  begin (self, tx);
  self->rows = ovs_rows_open (tx, select_rows[whom], "");
  ovs_beside_open (&self->employments, tx, select_employments[whom]);
  ovs_beside_open (&self->access, tx, select_access[whom]);
}

void
ovs_judge_rows_open_one (OvsJudgeRows *self, OvsTx *tx, gint64 employee)
{
  begin (self, tx);
  self->rows = ovs_rows_open (tx, select_row, "i", employee);
  ovs_beside_open_one (&self->employments, tx, select_employments_of, employee);
  ovs_beside_open_one (&self->access, tx, select_access_of, employee);
}

static void
gather_employments (OvsJudgeRows *self)
{
  g_array_set_size (self->periods, 0);
  while (ovs_beside_next (&self->employments, self->employee))
    {
      OvsEmployment period = { ovs_rows_day (&self->employments.rows, 1), ovs_rows_day (&self->employments.rows, 2) };

      g_array_append_val (self->periods, period);
    }
  self->row.employments = (const OvsEmployment *) (gpointer) self->periods->data;
  self->row.n_employments = self->periods->len;
}

static void
gather_access (OvsJudgeRows *self)
{
  self->row.werknemerloket = self->row.mijnloket = OVS_ACCESS_UNKNOWN;
  while (ovs_beside_next (&self->access, self->employee))
    {
      OvsAccess access = ovs_access_from_word (ovs_rows_text (&self->access.rows, 2));

      if (ovs_rows_int (&self->access.rows, 1) != 0)
        self->row.mijnloket = access;
      else
        self->row.werknemerloket = access;
    }
}

gboolean
ovs_judge_rows_next (OvsJudgeRows *self)
{
  OvsRows *rows = &self->rows;
  OvsJudgeRow *row = &self->row;

  if (!ovs_rows_next (rows))
    return FALSE;

  self->employee = ovs_rows_int (rows, COLUMN_EMPLOYEE);
  self->employer = ovs_rows_int (rows, COLUMN_EMPLOYER);
  self->client = ovs_judge_clients_get (self->clients, self->employer);
  self->employer_number = self->client->number;
  self->employee_number = ovs_rows_text (rows, COLUMN_NUMBER);
  self->email_domain = ovs_rows_text (rows, COLUMN_EMAIL_DOMAIN);
  self->person_base = ovs_rows_text (rows, COLUMN_PERSON_BASE);
  self->person_initial = ovs_rows_text (rows, COLUMN_PERSON_INITIAL);
  self->first_seen = ovs_rows_text (rows, COLUMN_FIRST_SEEN);
  gather_employments (self);
  gather_access (self);

  row->employer_selected = self->client->selected;
  row->include_without_werknemerloket = self->client->without_werknemerloket_too;
  row->employer_lacks_mijnloket = self->client->lacks_mijnloket;
  row->deceased = ovs_rows_int (rows, COLUMN_DECEASED) != 0;
  row->excluded = ovs_rows_int (rows, COLUMN_EXCLUDED) != 0 || self->client->excluded;
  row->change_in_loket = ovs_rows_int (rows, COLUMN_CHANGE_IN_LOKET) != 0;
  row->birth_date = ovs_rows_day (rows, COLUMN_BIRTH_DATE);
  row->email_key = ovs_rows_text (rows, COLUMN_EMAIL_KEY);
  if (!ovs_address_kind_from_code (ovs_rows_text (rows, COLUMN_EMAIL_KIND), &row->email_kind))
    row->email_kind = OVS_ADDRESS_ABSENT;
  return TRUE;
}

void
ovs_judge_rows_close (OvsJudgeRows *self)
{
  ovs_rows_close (&self->rows);
  ovs_beside_close (&self->employments);
  ovs_beside_close (&self->access);
  g_clear_pointer (&self->periods, g_array_unref);
  g_clear_pointer (&self->clients, ovs_judge_clients_free);
}
