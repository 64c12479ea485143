/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"
#include "rules/employment.h"

G_BEGIN_DECLS

/**
 * OvsEmployee:
 *
 * A person within one employer, as the dossier knows it. Texts are owned and nullable: NULL is unknown. Keys follow from the other
 * fields and are made when it is stored. Free with ovs_employee_clear().
 */
typedef struct
{
  gint64 id; /* 0 for one that is not stored yet */
  gint64 employer;
  char *number;     /* as the office wrote it */
  char *number_key; /* without leading zeros */
  char *initials;
  char *first_name;
  char *prefix;
  char *last_name;
  OvsDay birth_date;
  OvsDay deceased_on;
  char *email_as_read; /* the private e-mail as the file or Loket has it */
  char *email;         /* the same normalised, or as it was mended here */
  char *work_email;
  gboolean change_in_loket; /* mended here, not yet changed in Loket */
  gint64 missing_since;     /* import in which the person was no longer found, 0 for none */
  GArray *employments;      /* (element-type OvsEmployment) sorted by ovs_employment_compare() */
} OvsEmployee;

/** How a private e-mail cell came in: the mend of a person is kept while the file says the same as before. */
void     ovs_employee_read_email (OvsEmployee *employee, const char *cell);

/** Sets a text field: cleaned by the reader, empty is unknown. */
void     ovs_employee_set_text   (char **field, const char *text);

/** A copy of everything. @copy must be empty. */
void     ovs_employee_copy       (const OvsEmployee *employee, OvsEmployee *copy);
void     ovs_employee_clear      (OvsEmployee *employee);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OvsEmployee, ovs_employee_clear)

/** Sorts the employments and drops doubles. */
void     ovs_employee_sort_employments (OvsEmployee *employee);

/** TRUE when nothing that a file tells differs. */
gboolean ovs_employee_equal      (const OvsEmployee *a, const OvsEmployee *b);

/** The employments as an array; NULL for none. Owned by @employee. */
const OvsEmployment *ovs_employee_employments   (const OvsEmployee *employee);
guint                ovs_employee_n_employments (const OvsEmployee *employee);
gboolean             ovs_employee_same_employments (const OvsEmployee *a, const OvsEmployee *b);

/** `J.P. de Vries`, as shown. Returns: (transfer full). */
char    *ovs_employee_format_name (const char *initials, const char *first_name, const char *prefix, const char *last_name);

/** `Vries, J.P. de`, for lists that are sorted by surname. Returns: (transfer full). */
char    *ovs_employee_list_name   (const char *initials, const char *first_name, const char *prefix, const char *last_name);

/** For this room: history of each difference, under the operation @sequence. Returns: how many there are. */
guint    ovs_employee_note_changes (OvsTx *tx, gint64 sequence, const OvsEmployee *old, const OvsEmployee *employee);

/** For this room: TRUE when @field has the @value that history kept; FALSE also for a field that no file tells. */
gboolean ovs_employee_has        (const OvsEmployee *employee, const char *field, const char *value);

/** For this room: gives @field the @value that history kept. */
void     ovs_employee_put_back   (OvsEmployee *employee, const char *field, const char *value);

G_END_DECLS
