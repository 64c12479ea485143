/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What an office file is about; the name is that of the command line (`employers`, …). */
typedef enum
{
  OVS_CSV_EMPLOYERS,
  OVS_CSV_EMPLOYEES,
  OVS_CSV_STATUS,
  OVS_CSV_FALLOUT,
  OVS_CSV_CORRECTIONS, /* what a client filled in on its list */
  OVS_CSV_N_KINDS,
} OvsCsvKind;

/** What a column can mean; the name is that of `--mapping` (`employer-number`, …). */
typedef enum
{
  OVS_FIELD_EMPLOYER_NUMBER,
  OVS_FIELD_EMPLOYEE_NUMBER,
  OVS_FIELD_NAME,
  OVS_FIELD_CITY,
  OVS_FIELD_CONTACT_NAME,
  OVS_FIELD_CONTACT_EMAIL,
  OVS_FIELD_CONTACT_PHONE,
  OVS_FIELD_HANDLER,
  OVS_FIELD_GROUP,
  OVS_FIELD_PAYROLL,
  OVS_FIELD_PAYDAY,
  OVS_FIELD_CONTRACT_END,
  OVS_FIELD_PRODUCT_500,
  OVS_FIELD_MIJNLOKET,
  OVS_FIELD_TIER,
  OVS_FIELD_LEAVE,
  OVS_FIELD_EXPENSES,
  OVS_FIELD_CHANGES,
  OVS_FIELD_DATE,
  OVS_FIELD_INITIALS,
  OVS_FIELD_FIRST_NAME,
  OVS_FIELD_PREFIX,
  OVS_FIELD_LAST_NAME,
  OVS_FIELD_BIRTH_DATE,
  OVS_FIELD_PRIVATE_EMAIL,
  OVS_FIELD_WORK_EMAIL,
  OVS_FIELD_START_DATE,
  OVS_FIELD_END_DATE,
  OVS_FIELD_WERKNEMERLOKET_STATUS,
  OVS_FIELD_MIJNLOKET_STATUS,
  OVS_FIELD_DECEASED_ON,
  OVS_FIELD_REASON,
  OVS_FIELD_NO_EMAIL,
  OVS_N_FIELDS,
} OvsField;

/**
 * OvsValueType:
 * @OVS_VALUE_TEXT: cleaned text; `-`, `n.v.t.`, `nvt`, `onbekend`, `geen` and `0` are empty
 * @OVS_VALUE_NUMBER: an employer or employee number: cleaned text as the office wrote it, leading zeros included
 * @OVS_VALUE_EMAIL: the cell as it is in the file, uncleaned: what an address is, the rules say
 * @OVS_VALUE_DAY: a day
 * @OVS_VALUE_BIRTH_DAY: a day; of two digits the latest year in the past
 * @OVS_VALUE_END_DAY: a day; 01-01-1900 and 31-12-9999 are no day
 * @OVS_VALUE_AS_OF: a day; a time behind it is left off
 * @OVS_VALUE_YES_NO: J/N, Ja/Nee, 1/0, X, WAAR/ONWAAR, TRUE/FALSE
 * @OVS_VALUE_STATUS: cleaned text, one of Loket's words or its label: the rules say which
 * @OVS_VALUE_PAYROLL: `month`, `four-weeks` or `week`, as text
 */
typedef enum
{
  OVS_VALUE_TEXT,
  OVS_VALUE_NUMBER,
  OVS_VALUE_EMAIL,
  OVS_VALUE_DAY,
  OVS_VALUE_BIRTH_DAY,
  OVS_VALUE_END_DAY,
  OVS_VALUE_AS_OF,
  OVS_VALUE_YES_NO,
  OVS_VALUE_STATUS,
  OVS_VALUE_PAYROLL,
} OvsValueType;

/** What a cell says that asks for yes or no. */
typedef enum
{
  OVS_CSV_NOT_SAID,
  OVS_CSV_NO,
  OVS_CSV_YES,
} OvsCsvYesNo;

/** The kind called @name; FALSE when there is none. */
gboolean     ovs_csv_kind_from_name (const char *name, OvsCsvKind *kind);

/** The name of @kind, as on the command line. Returns: (transfer none). */
const char  *ovs_csv_kind_get_name  (OvsCsvKind kind);

/** The field called @name; FALSE when there is none. */
gboolean     ovs_field_from_name    (const char *name, OvsField *field);

/** The name of @field, as in `--mapping`. Returns: (transfer none). */
const char  *ovs_field_get_name     (OvsField field);

/** What the cells of @field hold. */
OvsValueType ovs_field_get_value_type (OvsField field);

/** Whether nine digits in its cells can only be a BSN: it is a name or a remark, and no code or telephone number. */
gboolean     ovs_field_hides_numbers  (OvsField field);

/** Whether the cells of @field hold a day, of whatever type. */
gboolean     ovs_field_is_day       (OvsField field);

/** Whether a file of @kind can have @field. */
gboolean     ovs_field_is_in_kind   (OvsField field, OvsCsvKind kind);

/** Whether a file of @kind cannot do without @field. */
gboolean     ovs_field_is_required  (OvsField field, OvsCsvKind kind);

G_END_DECLS
