/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/employee.h"

#include <string.h>

#include "dossier/record.h"
#include "dossier/trail.h"
#include "rules/address.h"

#define FIELD(member, type) { #member, G_STRUCT_OFFSET (OvsEmployee, member), type }

/* What a file can tell of a person, employments apart. */
static const OvsRecordField fields[] = {
  FIELD (initials, OVS_RECORD_TEXT),   FIELD (first_name, OVS_RECORD_TEXT),    FIELD (prefix, OVS_RECORD_TEXT),
  FIELD (last_name, OVS_RECORD_TEXT),  FIELD (birth_date, OVS_RECORD_DAY),     FIELD (deceased_on, OVS_RECORD_DAY),
  FIELD (email_as_read, OVS_RECORD_TEXT), FIELD (email, OVS_RECORD_TEXT),      FIELD (work_email, OVS_RECORD_TEXT),
  FIELD (change_in_loket, OVS_RECORD_FLAG),
};

void
ovs_employee_set_text (char **field, const char *text)
{
  if (text != NULL && *text == '\0')
    text = NULL;
  if (g_strcmp0 (*field, text) == 0)
    return;
  g_free (*field);
  *field = g_strdup (text);
}

static char *
normalise (const char *cell)
{
  g_autoptr (OvsAddress) address = ovs_address_parse (cell);

  return *address->address != '\0' ? g_strdup (address->address) : NULL;
}

void
ovs_employee_read_email (OvsEmployee *employee, const char *cell)
{
  g_autofree char *address = NULL;

  if (cell != NULL && *cell == '\0')
    cell = NULL;
  if (employee->id != 0 && g_strcmp0 (employee->email_as_read, cell) == 0)
    return;

  address = normalise (cell);
  ovs_employee_set_text (&employee->email_as_read, cell);
  /* Loket has another address than before, so what was mended here is no longer the newest. */
  employee->change_in_loket = FALSE;
  ovs_employee_set_text (&employee->email, address);
}

void
ovs_employee_copy (const OvsEmployee *employee, OvsEmployee *copy)
{
  *copy = *employee;
  copy->number = g_strdup (employee->number);
  copy->number_key = g_strdup (employee->number_key);
  copy->initials = g_strdup (employee->initials);
  copy->first_name = g_strdup (employee->first_name);
  copy->prefix = g_strdup (employee->prefix);
  copy->last_name = g_strdup (employee->last_name);
  copy->email_as_read = g_strdup (employee->email_as_read);
  copy->email = g_strdup (employee->email);
  copy->work_email = g_strdup (employee->work_email);
  copy->employments = employee->employments != NULL ? g_array_copy (employee->employments) : NULL;
}

void
ovs_employee_clear (OvsEmployee *employee)
{
  ovs_record_clear (employee, fields, G_N_ELEMENTS (fields));
  g_clear_pointer (&employee->number, g_free);
  g_clear_pointer (&employee->number_key, g_free);
  g_clear_pointer (&employee->employments, g_array_unref);
  employee->id = 0;
}

static int
compare_employments (gconstpointer a, gconstpointer b)
{
  return ovs_employment_compare (a, b);
}

void
ovs_employee_sort_employments (OvsEmployee *employee)
{
  GArray *list = employee->employments;

  if (list == NULL)
    return;
  g_array_sort (list, compare_employments);
  for (guint i = list->len; i > 1; i--)
    if (ovs_employment_compare (&g_array_index (list, OvsEmployment, i - 1), &g_array_index (list, OvsEmployment, i - 2)) == 0)
      g_array_remove_index (list, i - 1);
}

guint
ovs_employee_n_employments (const OvsEmployee *employee)
{
  return employee->employments != NULL ? employee->employments->len : 0;
}

const OvsEmployment *
ovs_employee_employments (const OvsEmployee *employee)
{
  return employee->employments != NULL ? (const OvsEmployment *) (gpointer) employee->employments->data : NULL;
}

gboolean
ovs_employee_same_employments (const OvsEmployee *a, const OvsEmployee *b)
{
  guint count = ovs_employee_n_employments (a);

  if (count != ovs_employee_n_employments (b))
    return FALSE;
  for (guint i = 0; i < count; i++)
    if (ovs_employment_compare (&ovs_employee_employments (a)[i], &ovs_employee_employments (b)[i]) != 0)
      return FALSE;
  return TRUE;
}

gboolean
ovs_employee_equal (const OvsEmployee *a, const OvsEmployee *b)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!ovs_record_equal (a, b, &fields[i]))
      return FALSE;
  return ovs_employee_same_employments (a, b);
}

guint
ovs_employee_note_changes (OvsTx *tx, gint64 sequence, const OvsEmployee *old, const OvsEmployee *employee)
{
  guint changes
      = ovs_record_note_changes (tx, sequence, employee->employer, employee->id, old, employee, fields, G_N_ELEMENTS (fields));

  if (ovs_employee_same_employments (old, employee))
    return changes;

  g_autofree char *before = ovs_employments_to_text (ovs_employee_employments (old), ovs_employee_n_employments (old));
  g_autofree char *after = ovs_employments_to_text (ovs_employee_employments (employee), ovs_employee_n_employments (employee));
  ovs_history_add (tx, sequence, employee->employer, employee->id, "employments", before, after);
  return changes + 1;
}

static void
put_back_employments (OvsEmployee *employee, const char *text)
{
  g_auto (GStrv) periods = g_strsplit (text != NULL ? text : "", ",", -1);

  g_array_set_size (employee->employments, 0);
  for (gsize i = 0; periods[i] != NULL; i++)
    {
      g_auto (GStrv) days = g_strsplit (periods[i], "/", 2);
      OvsEmployment employment;

      if (g_strv_length (days) != 2)
        continue;
      ovs_day_parse_iso (days[0], &employment.start);
      ovs_day_parse_iso (days[1], &employment.end);
      g_array_append_val (employee->employments, employment);
    }
}

gboolean
ovs_employee_has (const OvsEmployee *employee, const char *field, const char *value)
{
  g_autofree char *now = NULL;

  if (strcmp (field, "employments") != 0)
    return ovs_record_has (employee, field, value, fields, G_N_ELEMENTS (fields));
  now = ovs_employments_to_text (ovs_employee_employments (employee), ovs_employee_n_employments (employee));
  return g_strcmp0 (now, value) == 0;
}

void
ovs_employee_put_back (OvsEmployee *employee, const char *field, const char *value)
{
  if (strcmp (field, "employments") == 0)
    {
      put_back_employments (employee, value);
      return;
    }
  ovs_record_put_back (employee, field, value, fields, G_N_ELEMENTS (fields));
}

char *
ovs_employee_format_name (const char *initials, const char *first_name, const char *prefix, const char *last_name)
{
  const char *given = initials != NULL && *initials != '\0' ? initials : first_name;
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if (given != NULL && *given != '\0')
    g_ptr_array_add (parts, (gpointer) given);
  if (prefix != NULL && *prefix != '\0')
    g_ptr_array_add (parts, (gpointer) prefix);
  if (last_name != NULL && *last_name != '\0')
    g_ptr_array_add (parts, (gpointer) last_name);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" ", (char **) parts->pdata);
}

static gboolean
is_filled (const char *text)
{
  return text != NULL && *text != '\0';
}

char *
ovs_employee_list_name (const char *initials, const char *first_name, const char *prefix, const char *last_name)
{
  const char *given = is_filled (initials) ? initials : first_name;
  GString *name = g_string_new (is_filled (last_name) ? last_name : prefix);
  gboolean has_prefix = is_filled (prefix) && is_filled (last_name);

  if (name->len > 0 && (is_filled (given) || has_prefix))
    g_string_append (name, ", ");
  if (is_filled (given))
    g_string_append (name, given);
  if (has_prefix)
    g_string_append_printf (name, "%s%s", is_filled (given) ? " " : "", prefix);
  return g_string_free (name, FALSE);
}
