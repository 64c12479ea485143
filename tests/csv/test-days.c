/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/days.h"

#include "csv/value.h"

static const struct
{
  const char *text;
  OvsDayText kind;
  const char *day; /* (nullable) */
} shapes[] = {
  { "1-2-2024", OVS_DAY_TEXT_DAY, "2024-02-01" },
  { "01-02-2024", OVS_DAY_TEXT_DAY, "2024-02-01" },
  { "01/02/2024", OVS_DAY_TEXT_DAY, "2024-02-01" },
  { "01.02.2024", OVS_DAY_TEXT_DAY, "2024-02-01" },
  { "2024-02-01", OVS_DAY_TEXT_DAY, "2024-02-01" },
  { "2024/2/1", OVS_DAY_TEXT_DAY, "2024-02-01" },
  { "1-2-24", OVS_DAY_TEXT_DAY, "2024-02-01" },
  { "1-feb-2024", OVS_DAY_TEXT_DAY, "2024-02-01" },
  { "1-mrt-24", OVS_DAY_TEXT_DAY, "2024-03-01" },
  { "1 maart 2024", OVS_DAY_TEXT_DAY, "2024-03-01" },
  { "1-Mei-2024", OVS_DAY_TEXT_DAY, "2024-05-01" },
  { "1-2-2024 00:00", OVS_DAY_TEXT_DAY, "2024-02-01" },
  { "1-2-2024 0:00:00", OVS_DAY_TEXT_DAY, "2024-02-01" },
  { "2024-02-01T00:00:00", OVS_DAY_TEXT_DAY, "2024-02-01" },
  { "2024-02-01T00:00:00.000Z", OVS_DAY_TEXT_DAY, "2024-02-01" },
  { "29-02-2024", OVS_DAY_TEXT_DAY, "2024-02-29" },
  { "29-02-2000", OVS_DAY_TEXT_DAY, "2000-02-29" },
  { "31-12-9999", OVS_DAY_TEXT_DAY, "9999-12-31" },
  { "12-11-2024", OVS_DAY_TEXT_DAY, "2024-11-12" },
  { "29-02-2023", OVS_DAY_TEXT_IMPOSSIBLE, NULL },
  { "29-02-1900", OVS_DAY_TEXT_IMPOSSIBLE, NULL },
  { "31-02-1990", OVS_DAY_TEXT_IMPOSSIBLE, NULL },
  { "31-04-2024", OVS_DAY_TEXT_IMPOSSIBLE, NULL },
  { "32-01-2024", OVS_DAY_TEXT_IMPOSSIBLE, NULL },
  { "31-13-2024", OVS_DAY_TEXT_IMPOSSIBLE, NULL },
  { "0-1-2024", OVS_DAY_TEXT_IMPOSSIBLE, NULL },
  { "2024-13-01", OVS_DAY_TEXT_IMPOSSIBLE, NULL },
  { "2024-02-30", OVS_DAY_TEXT_IMPOSSIBLE, NULL },
  { "12/25/2025", OVS_DAY_TEXT_AMERICAN, NULL },
  { "1-13-24", OVS_DAY_TEXT_AMERICAN, NULL },
  { "12.31.2025", OVS_DAY_TEXT_AMERICAN, NULL },
  { "00-00-0000", OVS_DAY_TEXT_ZERO, NULL },
  { "0000-00-00", OVS_DAY_TEXT_ZERO, NULL },
  { "", OVS_DAY_TEXT_OTHER, NULL },
  { "morgen", OVS_DAY_TEXT_OTHER, NULL },
  { "1-2", OVS_DAY_TEXT_OTHER, NULL },
  { "1-2-202", OVS_DAY_TEXT_OTHER, NULL },
  { "1-2-20244", OVS_DAY_TEXT_OTHER, NULL },
  { "1-2/2024", OVS_DAY_TEXT_OTHER, NULL },
  { "1-2-2024x", OVS_DAY_TEXT_OTHER, NULL },
  { "1-2-2024 25:00", OVS_DAY_TEXT_OTHER, NULL },
  { "1-xyz-2024", OVS_DAY_TEXT_OTHER, NULL },
  { "01022024", OVS_DAY_TEXT_OTHER, NULL },
  { "44927", OVS_DAY_TEXT_OTHER, NULL },
};

static void
test_shapes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      OvsDayParts parts;
      OvsDayText kind = ovs_day_text_parse (shapes[i].text, &parts);
      g_autofree char *day = ovs_day_to_iso (parts.day);

      g_test_message ("%s", shapes[i].text);
      g_assert_cmpint (kind, ==, shapes[i].kind);
      g_assert_cmpstr (day, ==, shapes[i].day);
    }
}

/* On 2 November 2026: the day before, the day and the day after. */
static void
test_century (void)
{
  static const struct
  {
    const char *text;
    OvsValueType type;
    const char *day;
  } cases[] = {
    { "12-3-57", OVS_VALUE_BIRTH_DAY, "1957-03-12" }, { "1-11-26", OVS_VALUE_BIRTH_DAY, "2026-11-01" },
    { "2-11-26", OVS_VALUE_BIRTH_DAY, "2026-11-02" }, { "3-11-26", OVS_VALUE_BIRTH_DAY, "1926-11-03" },
    { "1-1-00", OVS_VALUE_BIRTH_DAY, "2000-01-01" },  { "29-2-00", OVS_VALUE_BIRTH_DAY, "2000-02-29" },
    { "29-2-28", OVS_VALUE_BIRTH_DAY, "1928-02-29" }, { "3-11-2026", OVS_VALUE_BIRTH_DAY, "2026-11-03" },
    { "3-11-57", OVS_VALUE_DAY, "2057-11-03" },       { "31-12-99", OVS_VALUE_END_DAY, "2099-12-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OvsDay day;
      g_autofree char *iso = NULL;

      g_assert_true (
          ovs_value_parse_day (cases[i].text, cases[i].type, FALSE, ovs_day_from_ymd (2026, 11, 2), &day));
      iso = ovs_day_to_iso (day);
      g_assert_cmpstr (iso, ==, cases[i].day);
    }
}

static void
test_serial (void)
{
  static const struct
  {
    const char *text;
    const char *day;
  } cases[] = {
    { "7000", "1919-03-01" },  { "60000", "2064-04-08" },
    { "44927", "2023-01-01" }, { "36526", "2000-01-01" },
    { "6999", NULL },          { "60001", NULL },
    { "1990", NULL },          { "44927,5", NULL },
    { "044927", NULL },        { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *day = ovs_day_to_iso (ovs_day_from_serial (cases[i].text));
      g_assert_cmpstr (day, ==, cases[i].day);
    }
}

static void
test_ends (void)
{
  static const struct
  {
    const char *text;
    OvsValueType type;
    gboolean read;
    const char *day;
  } cases[] = {
    { "31-12-9999", OVS_VALUE_END_DAY, TRUE, NULL },
    { "01-01-1900", OVS_VALUE_END_DAY, TRUE, NULL },
    { "1900-01-01", OVS_VALUE_END_DAY, TRUE, NULL },
    { "02-01-1900", OVS_VALUE_END_DAY, TRUE, "1900-01-02" },
    { "01-01-1900", OVS_VALUE_BIRTH_DAY, TRUE, "1900-01-01" },
    { "", OVS_VALUE_DAY, TRUE, NULL },
    { "-", OVS_VALUE_DAY, TRUE, NULL },
    { "N.v.t.", OVS_VALUE_DAY, TRUE, NULL },
    { "Onbekend", OVS_VALUE_DAY, TRUE, NULL },
    { "0", OVS_VALUE_DAY, TRUE, NULL },
    { "00-00-0000", OVS_VALUE_DAY, TRUE, NULL },
    { "2026-11-02 14:30", OVS_VALUE_AS_OF, TRUE, "2026-11-02" },
    { "1989-12-31T23:00:00Z", OVS_VALUE_BIRTH_DAY, FALSE, NULL },
    { "44927", OVS_VALUE_DAY, FALSE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OvsDay day;
      g_autofree char *iso = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (ovs_value_parse_day (cases[i].text, cases[i].type, FALSE,
                                            ovs_day_from_ymd (2026, 11, 2), &day),
                       ==, cases[i].read);
      iso = ovs_day_to_iso (day);
      g_assert_cmpstr (iso, ==, cases[i].day);
    }
}

static void
test_is_date (void)
{
  static const char *const dates[] = { "10-12-2025", "2025-12-10", "10-dec", "3-apr",
                                       "mei-01",     "dec-10",     "1/1/25" };
  static const char *const codes[] = { "10-12", "123", "A-12", "MEI1", "0012", "3-4", "12-X", "" };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    g_assert_true (ovs_day_text_is_date (dates[i]));
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    g_assert_false (ovs_day_text_is_date (codes[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/days/shapes", test_shapes);
  g_test_add_func ("/days/century", test_century);
  g_test_add_func ("/days/serial", test_serial);
  g_test_add_func ("/days/ends", test_ends);
  g_test_add_func ("/days/is-date", test_is_date);
  return g_test_run ();
}
