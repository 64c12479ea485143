/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/loket/migration.h"
#include "practice/loket/search.h"
#include "practice/office/status.h"
#include "practice/routes.h"

/* The employers, one employer with its menu, and its employees. */

#define ON_A_PAGE 50

static OvsPracticeHtml *
make_employer_row (OvsPracticeRows *row)
{
  OvsPracticeHtml *part = ovs_practice_html_new ("loket/employer-row");

  ovs_practice_html_put_number (part, "werkgevernummer", ovs_practice_rows_number (row, 0));
  ovs_practice_html_put (part, "werkgever", ovs_practice_rows_text (row, 1));
  ovs_practice_html_put (part, "plaats", ovs_practice_rows_text (row, 2));
  ovs_practice_html_put_number (part, "over", ovs_practice_rows_number (row, 3));
  return part;
}

#define SOUGHT_EMPLOYER "(r.name LIKE ?1 ESCAPE '\\' OR r.number = ?2)"

static void
show_employers (OvsPracticeExchange *exchange)
{
  OvsPracticeDb *db = exchange->state->db;
  g_autoptr (OvsPracticeSession) session = ovs_practice_loket_enter (exchange);
  g_autoptr (OvsPracticeSearch) search = ovs_practice_search_read (exchange);
  g_autoptr (OvsPracticeRows) rows = NULL;
  OvsPracticePart part;
  OvsPracticeHtml *page;

  if (session == NULL)
    return;
  part = ovs_practice_loket_part (ovs_practice_loket_asked (exchange),
                                  ovs_practice_db_number (db, 0, "SELECT count (*) FROM employer r WHERE " SOUGHT_EMPLOYER, "tl",
                                                          search->pattern, search->number),
                                  ON_A_PAGE);
  page = ovs_practice_html_new ("loket/employers");
  rows = ovs_practice_db_query (
      db,
      "SELECT r.number, r.name, r.city,"
      " (SELECT count (*) FROM employee e WHERE e.employer = r.id AND e.wnl = 'HasAccessToClient'"
      "  AND e.ess NOT IN ('HasAccessToClient', 'InvitePending'))"
      " FROM employer r WHERE " SOUGHT_EMPLOYER " ORDER BY r.number LIMIT ?3 OFFSET ?4",
      "tlll", search->pattern, search->number, part.size, part.skip);
  while (ovs_practice_rows_next (rows))
    ovs_practice_html_add (page, "rijen", make_employer_row (rows));
  ovs_practice_search_put (search, page, &part, "/loket");
  ovs_practice_loket_reply (exchange, SOUP_STATUS_OK, "Werkgevers", session, page);
}

static void
put_figures (OvsPracticeExchange *exchange, OvsPracticeHtml *page, const OvsPracticeEmployer *employer)
{
  g_autoptr (OvsPracticeRows) row = ovs_practice_db_query (
      exchange->state->db,
      "SELECT r.city, r.contact_name, r.product_500, r.mijnloket, r.tier, count (e.id),"
      " coalesce (sum (e.wnl = 'HasAccessToClient'), 0), coalesce (sum (e.ess = 'HasAccessToClient'), 0)"
      " FROM employer r LEFT JOIN employee e ON e.employer = r.id WHERE r.id = ? GROUP BY r.id",
      "l", employer->id);

  if (!ovs_practice_rows_next (row))
    return;
  ovs_practice_html_put (page, "plaats", ovs_practice_rows_text (row, 0));
  ovs_practice_html_put (page, "contactpersoon", ovs_practice_rows_text (row, 1));
  ovs_practice_html_put_flag (page, "product-500", ovs_practice_rows_number (row, 2) != 0);
  ovs_practice_html_put_flag (page, "mijnloket", ovs_practice_rows_number (row, 3) != 0);
  ovs_practice_html_put (page, "variant", ovs_practice_rows_text (row, 4));
  ovs_practice_html_put_number (page, "medewerkers", ovs_practice_rows_number (row, 5));
  ovs_practice_html_put_number (page, "in-werknemerloket", ovs_practice_rows_number (row, 6));
  ovs_practice_html_put_number (page, "in-mijnloket", ovs_practice_rows_number (row, 7));
}

static void
show_employer (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) session = ovs_practice_loket_enter (exchange);
  g_autoptr (OvsPracticeEmployer) employer = session != NULL ? ovs_practice_loket_find_employer (exchange, session) : NULL;
  OvsPracticeHtml *page;

  if (employer == NULL)
    return;
  page = ovs_practice_html_new ("loket/employer");
  ovs_practice_loket_put_employer (page, employer);
  put_figures (exchange, page, employer);
  ovs_practice_html_put_flag (page, "geactiveerd", g_strcmp0 (ovs_practice_exchange_get_query (exchange, "gedaan"), "mijnloket") == 0);
  ovs_practice_loket_reply (exchange, SOUP_STATUS_OK, employer->name, session, page);
}

static OvsPracticeHtml *
make_employee_row (OvsPracticeRows *row)
{
  OvsPracticeHtml *part = ovs_practice_html_new ("loket/employee-row");

  ovs_practice_html_put_number (part, "medewerker", ovs_practice_rows_number (row, 0));
  ovs_practice_html_put_number (part, "personeelsnummer", ovs_practice_rows_number (row, 1));
  ovs_practice_html_put (part, "naam", ovs_practice_rows_text (row, 2));
  ovs_practice_html_put (part, "email", ovs_practice_rows_text (row, 3));
  ovs_practice_html_put (part, "werknemerloket", ovs_practice_status_label (ovs_practice_rows_text (row, 4)));
  ovs_practice_html_put (part, "mijnloket", ovs_practice_status_label (ovs_practice_rows_text (row, 5)));
  return part;
}

#define SOUGHT_EMPLOYEE "e.employer = ?1 AND " OVS_PRACTICE_SOUGHT_EMPLOYEE

static void
show_employees (OvsPracticeExchange *exchange)
{
  OvsPracticeDb *db = exchange->state->db;
  g_autoptr (OvsPracticeSession) session = ovs_practice_loket_enter (exchange);
  g_autoptr (OvsPracticeEmployer) employer = session != NULL ? ovs_practice_loket_find_employer (exchange, session) : NULL;
  g_autoptr (OvsPracticeSearch) search = ovs_practice_search_read (exchange);
  g_autoptr (OvsPracticeRows) rows = NULL;
  OvsPracticePart part;
  OvsPracticeHtml *page;

  if (employer == NULL)
    return;
  part = ovs_practice_loket_part (ovs_practice_loket_asked (exchange),
                                  ovs_practice_db_number (db, 0, "SELECT count (*) FROM employee e WHERE " SOUGHT_EMPLOYEE, "ltl",
                                                          employer->id, search->pattern, search->number),
                                  ON_A_PAGE);
  page = ovs_practice_html_new ("loket/employees");
  rows = ovs_practice_db_query (db,
                                "SELECT e.id, e.number, e.formatted_name, e.email, e.wnl, e.ess FROM employee e WHERE " SOUGHT_EMPLOYEE
                                " ORDER BY e.number LIMIT ?4 OFFSET ?5",
                                "ltlll", employer->id, search->pattern, search->number, part.size, part.skip);
  while (ovs_practice_rows_next (rows))
    ovs_practice_html_add (page, "rijen", make_employee_row (rows));
  ovs_practice_loket_put_employer (page, employer);
  ovs_practice_search_put (search, page, &part, exchange->path);
  ovs_practice_loket_reply (exchange, SOUP_STATUS_OK, "Medewerkers", session, page);
}

const OvsPracticeRoute ovs_practice_loket_employer_routes[] = {
  { OVS_PRACTICE_ROUTE_PAGE, "GET", "/loket", "2018-01-01", show_employers },
  { OVS_PRACTICE_ROUTE_PAGE, "GET", "/loket/werkgever/{number}", "2018-01-01", show_employer },
  { OVS_PRACTICE_ROUTE_PAGE, "GET", "/loket/werkgever/{number}/medewerkers", "2018-01-01", show_employees },
  { 0 },
};
