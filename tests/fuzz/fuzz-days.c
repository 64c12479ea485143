/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/cell.h"
#include "csv/days.h"
#include "csv/value.h"

#include "fuzz/fuzz.h"

/* Written as files and as machines write it, a day is read as itself. */
static void
check_day (OvsDay day)
{
  g_autofree char *in_file = ovs_day_to_file (day);
  g_autofree char *dutch = ovs_day_to_dutch (day);
  g_autofree char *iso = ovs_day_to_iso (day);
  OvsDayParts parts;
  OvsDay again;
  int year, month, day_of_month;

  ovs_day_to_ymd (day, &year, &month, &day_of_month);
  g_assert (year >= OVS_DAY_FIRST_YEAR && year <= OVS_DAY_LAST_YEAR);
  g_assert (ovs_day_from_ymd (year, month, day_of_month) == day);
  g_assert (ovs_day_text_parse (in_file, &parts) == OVS_DAY_TEXT_DAY && parts.day == day && !parts.short_year);
  /* Only a year of four digits is written so that it can be read again. */
  if (year >= 1000)
    g_assert (ovs_day_text_parse (dutch, &parts) == OVS_DAY_TEXT_DAY && parts.day == day);
  g_assert (ovs_day_text_parse (iso, &parts) == OVS_DAY_TEXT_DAY && parts.day == day && !parts.has_time);
  g_assert (ovs_day_parse_iso (iso, &again) && again == day);
}

static void
try_value (const char *text, OvsValueType type, gboolean is_serial, OvsDay today)
{
  OvsDay day;

  if (!ovs_value_parse_day (text, type, is_serial, today, &day) || day == OVS_NO_DAY)
    return;
  check_day (day);
  g_assert (type != OVS_VALUE_END_DAY || is_serial || !ovs_value_is_no_end (day));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *cell = fuzz_valid_text (data, size);
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  const char *text = ovs_cell_clean (cell, owned);
  OvsDay today = ovs_day_from_ymd (2026, 11, 2);
  OvsCsvYesNo answer;
  OvsDayParts parts;
  OvsDayText judged = ovs_day_text_parse (text, &parts);

  g_assert (g_utf8_validate (text, -1, NULL));
  g_assert ((judged == OVS_DAY_TEXT_DAY) == (parts.day != OVS_NO_DAY));
  if (judged == OVS_DAY_TEXT_DAY)
    {
      check_day (parts.day);
      check_day (ovs_day_in_past (parts.day, today));
    }
  if (judged != OVS_DAY_TEXT_OTHER)
    g_assert (ovs_day_text_is_date (text));
  if (ovs_day_from_serial (text) != OVS_NO_DAY)
    check_day (ovs_day_from_serial (text));
  for (guint type = OVS_VALUE_DAY; type <= OVS_VALUE_AS_OF; type++)
    {
      try_value (text, (OvsValueType) type, FALSE, today);
      try_value (text, (OvsValueType) type, TRUE, today);
    }
  ovs_value_parse_yes_no (text, &answer);
  ovs_value_parse_payroll (text);
  ovs_cell_is_blank (cell);
  if (ovs_cell_is_exponent (text))
    g_assert (!ovs_cell_is_sheet_error (text) && judged == OVS_DAY_TEXT_OTHER);
  return 0;
}
