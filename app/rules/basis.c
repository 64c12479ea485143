/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/judge.h"

static const char *
address_of (const OvsJudgeRow *row)
{
  return row->email_kind == OVS_ADDRESS_OK && row->email_key != NULL ? row->email_key : "";
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* The address, then the others: sorted, each once. */
static char *
addresses_to_text (const OvsJudgeRow *row, const char *const *others)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  GString *text = g_string_new (address_of (row));

  for (gsize i = 0; others != NULL && others[i] != NULL; i++)
    g_ptr_array_add (sorted, (gpointer) others[i]);
  g_ptr_array_sort (sorted, compare_texts);
  for (guint i = 0; i < sorted->len; i++)
    if (i == 0 || g_strcmp0 (sorted->pdata[i - 1], sorted->pdata[i]) != 0)
      g_string_append_printf (text, ",%s", (const char *) sorted->pdata[i]);
  return g_string_free (text, FALSE);
}

static char *
birth_to_text (const OvsJudgeRow *row)
{
  g_autofree char *born = ovs_day_to_iso (row->birth_date);
  g_autofree char *employments = ovs_employments_to_text (row->employments, row->n_employments);

  return g_strdup_printf ("%s;%s", born != NULL ? born : "", employments);
}

char *
ovs_finding_basis (OvsFinding finding, const OvsJudgeRow *row, const char *const *other_addresses)
{
  switch (finding)
    {
    case OVS_FINDING_EMAIL_NOT_UNIQUE:
    case OVS_FINDING_EMAIL_PLACEHOLDER:
    case OVS_FINDING_EMAIL_IS_ROLE_ADDRESS:
    case OVS_FINDING_EMAIL_AT_FIRM:
    case OVS_FINDING_EMAIL_AT_WORK:
    case OVS_FINDING_EMAIL_LOOKS_MISTYPED:
      return g_strdup (address_of (row));
    case OVS_FINDING_EMAIL_DIFFERS:
      return addresses_to_text (row, other_addresses);
    case OVS_FINDING_BIRTH_DATE_MISSING:
    case OVS_FINDING_BIRTH_DATE_IMPLAUSIBLE:
      return birth_to_text (row);
    case OVS_FINDING_ENDS_AROUND_WAVE:
      return ovs_employments_to_text (row->employments, row->n_employments);
    case OVS_FINDING_NO_PRIVATE_EMAIL:
    case OVS_FINDING_INVALID_PRIVATE_EMAIL:
    case OVS_FINDING_EMPLOYMENT_DATES_CONFLICT:
    case OVS_FINDING_CHANGE_IN_LOKET:
    case OVS_FINDING_EMPLOYER_WITHOUT_MIJNLOKET:
    case OVS_FINDING_SEVERAL_EMPLOYERS:
    case OVS_FINDING_ENDS_AFTER_WAVE:
    case OVS_FINDING_NO_WERKNEMERLOKET:
    case OVS_FINDING_NEW_SINCE_ANNOUNCEMENT:
    default:
      return NULL;
    }
}
