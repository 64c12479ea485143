/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/mijnloket/portal.h"
#include "practice/payslips.h"
#include "practice/routes.h"

/* Inside MijnLoket: the employers of an account, and the payslips of each. */

static OvsPracticeHtml *
make_employer (OvsPracticeRows *row)
{
  const char *status = ovs_practice_rows_text (row, 2);
  OvsPracticeHtml *part = ovs_practice_html_new ("mijnloket/employer");

  ovs_practice_html_put_number (part, "medewerker", ovs_practice_rows_number (row, 0));
  ovs_practice_html_put (part, "werkgever", ovs_practice_rows_text (row, 1));
  ovs_practice_html_put_flag (part, "gekoppeld", g_str_equal (status, "HasAccessToClient"));
  ovs_practice_html_put_flag (part, "wacht", g_str_equal (status, "InvitePending"));
  ovs_practice_html_put_flag (part, "verlopen", g_str_equal (status, "InviteExpired") || g_str_equal (status, "InviteFailed"));
  ovs_practice_html_put_flag (part, "ingetrokken", g_str_equal (status, "InviteCancelled"));
  ovs_practice_html_put_flag (part, "geblokkeerd", g_str_has_suffix (status, "IsBlocked"));
  return part;
}

static void
show_home (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) session = NULL;
  g_autoptr (OvsPracticeAccount) account = ovs_practice_mijnloket_account (exchange, &session);
  g_autoptr (OvsPracticeRows) rows = NULL;
  OvsPracticeHtml *page;

  if (account == NULL)
    return;
  page = ovs_practice_html_new ("mijnloket/home");
  rows = ovs_practice_db_query (exchange->state->db,
                                "SELECT e.id, r.name, e.ess FROM employee e JOIN employer r ON r.id = e.employer"
                                " WHERE e.account_id = ? AND e.ess <> 'NoAccessToClient'"
                                " ORDER BY r.name, e.id",
                                "l", account->id);
  while (ovs_practice_rows_next (rows))
    ovs_practice_html_add (page, "werkgevers", make_employer (rows));
  ovs_practice_html_put (page, "voornaam", account->first_name);
  ovs_practice_html_put (page, "email", account->email);
  ovs_practice_html_put_flag (page, "gereed", ovs_practice_exchange_get_query (exchange, "gereed") != NULL);
  ovs_practice_mijnloket_reply (exchange, SOUP_STATUS_OK, "Mijn werkgevers", session, page);
}

/* The employee of the path, where this account is linked; sends the browser home otherwise. */
static gint64
find_linked (OvsPracticeExchange *exchange, gint64 account, char **employer, OvsDay *end)
{
  g_autoptr (OvsPracticeRows) row = ovs_practice_db_query (
      exchange->state->db,
      "SELECT e.id, r.name, e.service_end FROM employee e JOIN employer r ON r.id = e.employer"
      " WHERE e.id = ? AND e.account_id = ? AND e.ess = 'HasAccessToClient'",
      "ll", g_ascii_strtoll (exchange->arguments[0], NULL, 10), account);

  if (!ovs_practice_rows_next (row))
    {
      ovs_practice_page_redirect (exchange, "/mijnloket");
      return 0;
    }
  *employer = g_strdup (ovs_practice_rows_text (row, 1));
  *end = ovs_practice_rows_day (row, 2);
  return ovs_practice_rows_number (row, 0);
}

static void
show_employer (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) session = NULL;
  g_autoptr (OvsPracticeAccount) account = ovs_practice_mijnloket_account (exchange, &session);
  g_autofree char *employer = NULL;
  g_autofree char *base = NULL;
  OvsDay end;
  gint64 employee = account != NULL ? find_linked (exchange, account->id, &employer, &end) : 0;
  OvsPracticeHtml *page;

  if (employee == 0)
    return;
  page = ovs_practice_html_new ("mijnloket/payslips");
  base = g_strdup_printf ("/mijnloket/loonstrook/%" G_GINT64_FORMAT "/", employee);
  ovs_practice_html_put (page, "werkgever", employer);
  /* Who left keeps what was for him, and nothing else. */
  if (end != OVS_NO_DAY && end < ovs_clock_today (exchange->state->clock))
    ovs_practice_html_put_day (page, "einde", end);
  ovs_practice_payslips_list (exchange->state, employee, base, page);
  ovs_practice_mijnloket_reply (exchange, SOUP_STATUS_OK, employer, session, page);
}

static void
show_payslip (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) session = NULL;
  g_autoptr (OvsPracticeAccount) account = ovs_practice_mijnloket_account (exchange, &session);
  g_autofree char *employer = NULL;
  g_autofree char *back = NULL;
  OvsDay end;
  gint64 employee = account != NULL ? find_linked (exchange, account->id, &employer, &end) : 0;
  OvsPracticeHtml *page;

  if (employee == 0)
    return;
  back = g_strdup_printf ("/mijnloket/werkgever/%" G_GINT64_FORMAT, employee);
  page = ovs_practice_payslips_show (exchange->state, employee, g_ascii_strtoll (exchange->arguments[1], NULL, 10));
  if (page == NULL)
    {
      ovs_practice_page_redirect (exchange, back);
      return;
    }
  ovs_practice_html_put (page, "werkgever", employer);
  ovs_practice_html_put (page, "terug", back);
  ovs_practice_mijnloket_reply (exchange, SOUP_STATUS_OK, "Loonstrook", session, page);
}

const OvsPracticeRoute ovs_practice_home_routes[] = {
  { OVS_PRACTICE_ROUTE_PAGE, "GET", "/mijnloket", "2018-01-01", show_home },
  { OVS_PRACTICE_ROUTE_PAGE, "GET", "/mijnloket/werkgever/{number}", "2018-01-01", show_employer },
  { OVS_PRACTICE_ROUTE_PAGE, "GET", "/mijnloket/loonstrook/{number}/{number}", "2018-01-01", show_payslip },
  { 0 },
};
