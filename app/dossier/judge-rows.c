/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/judge-rows.h"

#include <string.h>

enum
{
  COLUMN_EMPLOYEE,
  COLUMN_EMPLOYER,
  COLUMN_EMPLOYER_NUMBER,
  COLUMN_EMPLOYEE_NUMBER,
  COLUMN_SELECTED,
  COLUMN_WITHOUT_TOO,
  COLUMN_LACKS_MIJNLOKET,
  COLUMN_DECEASED,
  COLUMN_EXCLUDED,
  COLUMN_CHANGE_IN_LOKET,
  COLUMN_BIRTH_DATE,
  COLUMN_EMAIL_KEY,
  COLUMN_EMAIL_KIND,
  COLUMN_WERKNEMERLOKET,
  COLUMN_MIJNLOKET,
  COLUMN_PERSON_BASE,
  COLUMN_PERSON_INITIAL,
};

#define COLUMNS \
  "SELECT e.id, e.employer, c.number, e.number, c.selected, c.without_werknemerloket_too, c.mijnloket IS 0, " \
  "e.deceased_on IS NOT NULL, e.excluded_reason IS NOT NULL OR c.excluded_reason IS NOT NULL, e.change_in_loket, " \
  "e.birth_date, e.email_key, e.email_kind, w.status, m.status, e.person_base, e.person_initial "

#define WITH_ACCESS \
  "JOIN employer c ON c.id = e.employer " \
  "LEFT JOIN access w ON w.employee = e.id AND w.portal = 'werknemerloket' " \
  "LEFT JOIN access m ON m.employee = e.id AND m.portal = 'mijnloket' "

#define FROM_SET(set) "FROM temp." set " s CROSS JOIN employee e ON e.id = s.employee "
#define EMPLOYMENTS_OF_SET(set)                                                                                                     \
  "SELECT p.employee, p.start_date, p.end_date FROM temp." set                                                                      \
  " s CROSS JOIN employment p ON p.employee = s.employee ORDER BY s.employee, p.ordinal"

static const char *const select_rows[] = {
  [OVS_JUDGE_EVERYBODY] = COLUMNS "FROM employee e " WITH_ACCESS "ORDER BY e.id",
  [OVS_JUDGE_WANTED] = COLUMNS FROM_SET ("wanted") WITH_ACCESS "ORDER BY s.employee",
  [OVS_JUDGE_CIRCLE] = COLUMNS FROM_SET ("circle") WITH_ACCESS "ORDER BY s.employee",
};
static const char select_row[] = COLUMNS "FROM employee e " WITH_ACCESS "WHERE e.id = ?1";

static const char *const select_employments[] = {
  [OVS_JUDGE_EVERYBODY] = "SELECT employee, start_date, end_date FROM employment ORDER BY employee, ordinal",
  [OVS_JUDGE_WANTED] = EMPLOYMENTS_OF_SET ("wanted"),
  [OVS_JUDGE_CIRCLE] = EMPLOYMENTS_OF_SET ("circle"),
};
static const char select_employments_of[] = "SELECT employee, start_date, end_date FROM employment WHERE employee = ?1 ORDER BY ordinal";

void
ovs_judge_rows_open (OvsJudgeRows *self, OvsTx *tx, OvsJudgeWhom whom)
{
  memset (self, 0, sizeof *self);
  self->periods = g_array_new (FALSE, FALSE, sizeof (OvsEmployment));
  self->rows = ovs_rows_open (tx, select_rows[whom], "");
  self->employments = ovs_rows_open (tx, select_employments[whom], "");
  self->more_employments = ovs_rows_next (&self->employments);
}

void
ovs_judge_rows_open_one (OvsJudgeRows *self, OvsTx *tx, gint64 employee)
{
  memset (self, 0, sizeof *self);
  self->periods = g_array_new (FALSE, FALSE, sizeof (OvsEmployment));
  self->rows = ovs_rows_open (tx, select_row, "i", employee);
  self->employments = ovs_rows_open (tx, select_employments_of, "i", employee);
  self->more_employments = ovs_rows_next (&self->employments);
}

/* Both walks are in the order of the employee's id, so they go side by side. */
static void
gather_employments (OvsJudgeRows *self)
{
  g_array_set_size (self->periods, 0);
  while (self->more_employments && ovs_rows_int (&self->employments, 0) <= self->employee)
    {
      OvsEmployment period = { ovs_rows_day (&self->employments, 1), ovs_rows_day (&self->employments, 2) };

      if (ovs_rows_int (&self->employments, 0) == self->employee)
        g_array_append_val (self->periods, period);
      self->more_employments = ovs_rows_next (&self->employments);
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
  self->employer_number = ovs_rows_text (rows, COLUMN_EMPLOYER_NUMBER);
  self->employee_number = ovs_rows_text (rows, COLUMN_EMPLOYEE_NUMBER);
  self->person_base = ovs_rows_text (rows, COLUMN_PERSON_BASE);
  self->person_initial = ovs_rows_text (rows, COLUMN_PERSON_INITIAL);
  gather_employments (self);

  row->employments = (const OvsEmployment *) (gpointer) self->periods->data;
  row->n_employments = self->periods->len;
  row->employer_selected = ovs_rows_int (rows, COLUMN_SELECTED) != 0;
  row->include_without_werknemerloket = ovs_rows_int (rows, COLUMN_WITHOUT_TOO) != 0;
  row->employer_lacks_mijnloket = ovs_rows_int (rows, COLUMN_LACKS_MIJNLOKET) != 0;
  row->deceased = ovs_rows_int (rows, COLUMN_DECEASED) != 0;
  row->excluded = ovs_rows_int (rows, COLUMN_EXCLUDED) != 0;
  row->change_in_loket = ovs_rows_int (rows, COLUMN_CHANGE_IN_LOKET) != 0;
  row->birth_date = ovs_rows_day (rows, COLUMN_BIRTH_DATE);
  row->email_key = ovs_rows_text (rows, COLUMN_EMAIL_KEY);
  if (!ovs_address_kind_from_code (ovs_rows_text (rows, COLUMN_EMAIL_KIND), &row->email_kind))
    row->email_kind = OVS_ADDRESS_ABSENT;
  row->werknemerloket = ovs_access_from_word (ovs_rows_text (rows, COLUMN_WERKNEMERLOKET));
  row->mijnloket = ovs_access_from_word (ovs_rows_text (rows, COLUMN_MIJNLOKET));
  return TRUE;
}

void
ovs_judge_rows_close (OvsJudgeRows *self)
{
  ovs_rows_close (&self->rows);
  ovs_rows_close (&self->employments);
  g_clear_pointer (&self->periods, g_array_unref);
}
