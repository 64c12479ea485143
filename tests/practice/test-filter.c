/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/api/filter.h"

static const OvsPracticeField fields[] = {
  { "employeeNumber", "e.number" },
  { "lastName", "e.last_name" },
  { "endDate", "m.end_day", OVS_PRACTICE_FIELD_DAY },
  { "submittedOn", "a.at", OVS_PRACTICE_FIELD_ORDER_ONLY },
  { NULL },
};

static void
test_filter (void)
{
  static const struct
  {
    const char *filter;
    const char *sql; /* NULL: refused */
    guint values;
  } cases[] = {
    { "employeeNumber eq 3", "((e.number) IS ? COLLATE NOCASE)", 1 },
    { "EMPLOYEENUMBER EQ 3", "((e.number) IS ? COLLATE NOCASE)", 1 },
    { "lastName ne 'Vries'", "((e.last_name) IS NOT ? COLLATE NOCASE)", 1 },
    { "lastName eq 'in ''t Veld'", "((e.last_name) IS ? COLLATE NOCASE)", 1 },
    { "endDate eq null", "((m.end_day) IS ? COLLATE NOCASE)", 1 },
    { "endDate ge '2026-11-21'", "((m.end_day) >= ? COLLATE NOCASE)", 1 },
    { "employeeNumber ge 3 and employeeNumber lt 5",
      "((e.number) >= ? COLLATE NOCASE AND (e.number) < ? COLLATE NOCASE)", 2 },
    { "(employeeNumber eq 1 or lastName eq 'x')",
      "(((e.number) IS ? COLLATE NOCASE OR (e.last_name) IS ? COLLATE NOCASE))", 2 },
    { "", NULL },
    { "employeeNumber", NULL },
    { "employeeNumber eq", NULL },
    { "employeeNumber like 3", NULL },
    { "salary eq 3", NULL },
    { "1 eq 1", NULL },
    { "lastName eq 'Vries", NULL },
    { "lastName eq Vries", NULL },
    { "employeeNumber eq 3 --", NULL },
    { "employeeNumber eq 3; DROP TABLE employee", NULL },
    { "(employeeNumber eq 3", NULL },
    { "endDate ge '21-11-2026'", NULL },
    { "submittedOn ge '2026-11-21'", NULL },
    { "((((((((((((((((((employeeNumber eq 3))))))))))))))))))", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) sql = g_string_new (NULL);
      g_autoptr (GArray) values = ovs_practice_values_new ();

      g_assert_cmpint (ovs_practice_filter_to_sql (cases[i].filter, fields, sql, values), ==,
                       cases[i].sql != NULL);
      if (cases[i].sql == NULL)
        continue;
      g_assert_cmpstr (sql->str, ==, cases[i].sql);
      g_assert_cmpuint (values->len, ==, cases[i].values);
    }
}

static void
test_literals (void)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GArray) values = ovs_practice_values_new ();

  g_assert_true (ovs_practice_filter_to_sql (
      "lastName eq 'in ''t Veld' or employeeNumber eq 12 or endDate eq '2026-12-31'", fields, sql, values));
  g_assert_cmpstr (g_array_index (values, OvsPracticeValue, 0).text, ==, "in 't Veld");
  g_assert_cmpint (g_array_index (values, OvsPracticeValue, 1).number, ==, 12);
  g_assert_cmpint (g_array_index (values, OvsPracticeValue, 2).number, ==, ovs_day_from_ymd (2026, 12, 31));
}

static void
test_order (void)
{
  static const struct
  {
    const char *order;
    const char *sql; /* NULL: refused */
  } cases[] = {
    { "employeeNumber", "e.number" },
    { "-employeeNumber", "e.number DESC" },
    { "lastName,-employeeNumber", "e.last_name, e.number DESC" },
    { "submittedOn", "a.at" },
    { "salary", NULL },
    { "e.number; DROP TABLE employee", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) sql = g_string_new (NULL);

      g_assert_cmpint (ovs_practice_order_to_sql (cases[i].order, fields, sql), ==, cases[i].sql != NULL);
      if (cases[i].sql != NULL)
        g_assert_cmpstr (sql->str, ==, cases[i].sql);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice/filter/grammar", test_filter);
  g_test_add_func ("/practice/filter/literals", test_literals);
  g_test_add_func ("/practice/filter/order", test_order);
  return g_test_run ();
}
