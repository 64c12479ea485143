/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/payslips.h"

#define MONTHS 12
#define PER_MONTH 100

static const char *const names[] = { "januari", "februari", "maart", "april", "mei", "juni",
                                     "juli", "augustus", "september", "oktober", "november", "december" };

static char *
name_month (gint64 month)
{
  return g_strdup_printf ("%s %d", names[month % PER_MONTH - 1], (int) (month / PER_MONTH));
}

static gint64
month_before (gint64 month)
{
  return month % PER_MONTH > 1 ? month - 1 : month - PER_MONTH + 11;
}

/* The last month that is over. */
static gint64
last_month (OvsPracticeState *state)
{
  int year, month;

  ovs_day_to_ymd (ovs_clock_today (state->clock), &year, &month, NULL);
  return month_before (year * PER_MONTH + month);
}

static gboolean
was_employed (OvsPracticeState *state, gint64 employee, gint64 month)
{
  OvsDay first = ovs_day_from_ymd (month / PER_MONTH, month % PER_MONTH, 1);
  gint64 next = month % PER_MONTH < 12 ? month + 1 : month + PER_MONTH - 11;
  OvsDay after = ovs_day_from_ymd (next / PER_MONTH, next % PER_MONTH, 1);

  return ovs_practice_db_number (state->db, 0,
                                 "SELECT 1 FROM employment WHERE employee = ? AND coalesce (start_day, 0) < ?"
                                 " AND (end_day IS NULL OR end_day >= ?) LIMIT 1",
                                 "lii", employee, after, first) != 0;
}

void
ovs_practice_payslips_list (OvsPracticeState *state, gint64 employee, const char *base, OvsPracticeHtml *page)
{
  gint64 month = last_month (state);

  for (int i = 0; i < MONTHS; i++, month = month_before (month))
    {
      g_autofree char *name = NULL;
      OvsPracticeHtml *row;

      if (!was_employed (state, employee, month))
        continue;
      name = name_month (month);
      row = ovs_practice_html_new ("payslip-row");
      ovs_practice_html_put (row, "basis", base);
      ovs_practice_html_put_number (row, "nummer", month);
      ovs_practice_html_put (row, "maand", name);
      ovs_practice_html_add (page, "maanden", row);
      ovs_practice_html_put_flag (page, "loonstroken", TRUE);
    }
}

static void
put_amount (OvsPracticeHtml *page, const char *place, int cents)
{
  g_autofree char *text = g_strdup_printf ("€ %d.%03d,%02d", cents / 100000, cents / 100 % 1000, cents % 100);
  g_autofree char *small = g_strdup_printf ("€ %d,%02d", cents / 100, cents % 100);

  ovs_practice_html_put (page, place, cents >= 100000 ? text : small);
}

OvsPracticeHtml *
ovs_practice_payslips_show (OvsPracticeState *state, gint64 employee, gint64 month)
{
  int gross = 180000 + (int) (employee * 7919 % 3200) * 100, pension = gross / 25, tax = (gross - pension) * 27 / 100;
  g_autofree char *name = NULL;
  OvsPracticeHtml *page;

  if (month % PER_MONTH < 1 || month % PER_MONTH > 12 || month > last_month (state) || month < last_month (state) - PER_MONTH ||
      !was_employed (state, employee, month))
    return NULL;
  name = name_month (month);
  page = ovs_practice_html_new ("payslip");
  ovs_practice_html_put (page, "maand", name);
  put_amount (page, "bruto", gross);
  put_amount (page, "pensioen", pension);
  put_amount (page, "loonheffing", tax);
  put_amount (page, "netto", gross - pension - tax);
  return page;
}
