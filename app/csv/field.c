/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/field.h"

#define IN(kind) (1u << OVS_CSV_##kind)
#define IN_PEOPLE (IN (EMPLOYEES) | IN (STATUS) | IN (FALLOUT) | IN (CORRECTIONS))

static const char *const kind_names[OVS_CSV_N_KINDS] = {
  [OVS_CSV_EMPLOYERS] = "employers",
  [OVS_CSV_EMPLOYEES] = "employees",
  [OVS_CSV_STATUS] = "status",
  [OVS_CSV_FALLOUT] = "fallout",
  [OVS_CSV_CORRECTIONS] = "corrections",
};

static const struct
{
  const char *name;
  OvsValueType type;
  guint kinds;
  guint required; /* kinds that cannot do without */
} fields[OVS_N_FIELDS] = {
  [OVS_FIELD_EMPLOYER_NUMBER] = { "employer-number", OVS_VALUE_NUMBER, IN (EMPLOYERS) | IN_PEOPLE,
                                  IN (EMPLOYERS) | IN_PEOPLE },
  [OVS_FIELD_EMPLOYEE_NUMBER] = { "employee-number", OVS_VALUE_NUMBER, IN_PEOPLE,
                                  IN (EMPLOYEES) | IN (STATUS) | IN (CORRECTIONS) },
  [OVS_FIELD_NAME] = { "name", OVS_VALUE_TEXT, IN (EMPLOYERS) | IN (EMPLOYEES) | IN (FALLOUT) | IN (CORRECTIONS) },
  [OVS_FIELD_CITY] = { "city", OVS_VALUE_TEXT, IN (EMPLOYERS) },
  [OVS_FIELD_CONTACT_NAME] = { "contact-name", OVS_VALUE_TEXT, IN (EMPLOYERS) },
  [OVS_FIELD_CONTACT_EMAIL] = { "contact-email", OVS_VALUE_EMAIL, IN (EMPLOYERS) },
  [OVS_FIELD_CONTACT_PHONE] = { "contact-phone", OVS_VALUE_TEXT, IN (EMPLOYERS) },
  [OVS_FIELD_HANDLER] = { "handler", OVS_VALUE_TEXT, IN (EMPLOYERS) },
  [OVS_FIELD_GROUP] = { "group", OVS_VALUE_TEXT, IN (EMPLOYERS) },
  [OVS_FIELD_PAYROLL] = { "payroll", OVS_VALUE_PAYROLL, IN (EMPLOYERS) },
  [OVS_FIELD_PAYDAY] = { "payday", OVS_VALUE_TEXT, IN (EMPLOYERS) },
  [OVS_FIELD_CONTRACT_END] = { "contract-end", OVS_VALUE_END_DAY, IN (EMPLOYERS) },
  [OVS_FIELD_PRODUCT_500] = { "product-500", OVS_VALUE_YES_NO, IN (EMPLOYERS) },
  [OVS_FIELD_MIJNLOKET] = { "mijnloket", OVS_VALUE_YES_NO, IN (EMPLOYERS) },
  [OVS_FIELD_TIER] = { "tier", OVS_VALUE_TEXT, IN (EMPLOYERS) },
  [OVS_FIELD_LEAVE] = { "leave", OVS_VALUE_YES_NO, IN (EMPLOYERS) },
  [OVS_FIELD_EXPENSES] = { "expenses", OVS_VALUE_YES_NO, IN (EMPLOYERS) },
  [OVS_FIELD_CHANGES] = { "changes", OVS_VALUE_YES_NO, IN (EMPLOYERS) },
  [OVS_FIELD_DATE] = { "date", OVS_VALUE_AS_OF, IN (EMPLOYERS) | IN (STATUS) },
  [OVS_FIELD_INITIALS] = { "initials", OVS_VALUE_TEXT, IN (EMPLOYEES) },
  [OVS_FIELD_FIRST_NAME] = { "first-name", OVS_VALUE_TEXT, IN (EMPLOYEES) },
  [OVS_FIELD_PREFIX] = { "prefix", OVS_VALUE_TEXT, IN (EMPLOYEES) },
  [OVS_FIELD_LAST_NAME] = { "last-name", OVS_VALUE_TEXT, IN (EMPLOYEES) },
  [OVS_FIELD_BIRTH_DATE] = { "birth-date", OVS_VALUE_BIRTH_DAY, IN (EMPLOYEES) },
  [OVS_FIELD_PRIVATE_EMAIL] = { "private-email", OVS_VALUE_EMAIL, IN (EMPLOYEES) | IN (CORRECTIONS) },
  [OVS_FIELD_WORK_EMAIL] = { "work-email", OVS_VALUE_EMAIL, IN (EMPLOYEES) },
  [OVS_FIELD_START_DATE] = { "start-date", OVS_VALUE_DAY, IN (EMPLOYEES) },
  [OVS_FIELD_END_DATE] = { "end-date", OVS_VALUE_END_DAY, IN (EMPLOYEES) },
  [OVS_FIELD_WERKNEMERLOKET_STATUS] = { "werknemerloket-status", OVS_VALUE_STATUS,
                                        IN (EMPLOYEES) | IN (STATUS) },
  [OVS_FIELD_MIJNLOKET_STATUS] = { "mijnloket-status", OVS_VALUE_STATUS, IN (EMPLOYEES) | IN (STATUS) },
  [OVS_FIELD_DECEASED_ON] = { "deceased-on", OVS_VALUE_END_DAY, IN (EMPLOYEES) },
  [OVS_FIELD_REASON] = { "reason", OVS_VALUE_TEXT, IN (FALLOUT) | IN (CORRECTIONS) },
  [OVS_FIELD_NO_EMAIL] = { "no-email", OVS_VALUE_YES_NO, IN (CORRECTIONS) },
};

gboolean
ovs_csv_kind_from_name (const char *name, OvsCsvKind *kind)
{
  for (guint i = 0; i < OVS_CSV_N_KINDS; i++)
    if (g_str_equal (name, kind_names[i]))
      {
        *kind = (OvsCsvKind) i;
        return TRUE;
      }
  return FALSE;
}

const char *
ovs_csv_kind_get_name (OvsCsvKind kind)
{
  return kind_names[kind];
}

gboolean
ovs_field_from_name (const char *name, OvsField *field)
{
  for (guint i = 0; i < OVS_N_FIELDS; i++)
    if (g_str_equal (name, fields[i].name))
      {
        *field = (OvsField) i;
        return TRUE;
      }
  return FALSE;
}

const char *
ovs_field_get_name (OvsField field)
{
  return fields[field].name;
}

OvsValueType
ovs_field_get_value_type (OvsField field)
{
  return fields[field].type;
}

gboolean
ovs_field_hides_numbers (OvsField field)
{
  switch (field)
    {
    case OVS_FIELD_CONTACT_PHONE:
    case OVS_FIELD_GROUP:
    case OVS_FIELD_CONTACT_EMAIL:
    case OVS_FIELD_PRIVATE_EMAIL:
    case OVS_FIELD_WORK_EMAIL:
      return FALSE;
    default:
      return fields[field].type == OVS_VALUE_TEXT || fields[field].type == OVS_VALUE_STATUS;
    }
}

gboolean
ovs_field_is_day (OvsField field)
{
  switch (fields[field].type)
    {
    case OVS_VALUE_DAY:
    case OVS_VALUE_BIRTH_DAY:
    case OVS_VALUE_END_DAY:
    case OVS_VALUE_AS_OF:
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
ovs_field_is_in_kind (OvsField field, OvsCsvKind kind)
{
  return (fields[field].kinds & (1u << kind)) != 0;
}

gboolean
ovs_field_is_required (OvsField field, OvsCsvKind kind)
{
  return (fields[field].required & (1u << kind)) != 0;
}
