/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/loket/migration.h"

#include "practice/doors/faults.h"
#include "practice/loket/search.h"
#include "practice/office/status.h"
#include "practice/routes.h"

/* Werkgever, Collectief, MijnLoket, Overstappen van Werknemerloket naar MijnLoket: who is ticked, and Toepassen. */

#define ON_A_PAGE 100

/* The employer of the path, with the product that this needs. NULL, and answered, otherwise. */
static OvsPracticeEmployer *
find_employer (OvsPracticeExchange *exchange, OvsPracticeSession *session)
{
  g_autoptr (OvsPracticeEmployer) employer = ovs_practice_loket_find_employer (exchange, session);
  OvsPracticeHtml *page;

  if (employer == NULL || employer->mijnloket)
    return g_steal_pointer (&employer);
  page = ovs_practice_html_new ("loket/no-product");
  ovs_practice_loket_put_employer (page, employer);
  ovs_practice_loket_reply (exchange, SOUP_STATUS_OK, "Overstappen naar MijnLoket", session, page);
  return NULL;
}

static char *
make_path (const OvsPracticeEmployer *employer, const char *rest)
{
  return g_strdup_printf ("/loket/werkgever/%" G_GINT64_FORMAT "/overstappen%s", employer->number, rest);
}

static OvsPracticeHtml *
make_row (OvsPracticeRows *row)
{
  OvsPracticeHtml *part = ovs_practice_html_new ("loket/migration-row");
  const char *email = ovs_practice_rows_text (row, 3);
  gboolean has_address = email != NULL && *email != '\0';

  ovs_practice_html_put_number (part, "medewerker", ovs_practice_rows_number (row, 0));
  ovs_practice_html_put_number (part, "personeelsnummer", ovs_practice_rows_number (row, 1));
  ovs_practice_html_put (part, "naam", ovs_practice_rows_text (row, 2));
  ovs_practice_html_put (part, "email", email);
  ovs_practice_html_put_day (part, "einde", ovs_practice_rows_day (row, 4));
  ovs_practice_html_put (part, "mijnloket", ovs_practice_status_label (ovs_practice_rows_text (row, 5)));
  ovs_practice_html_put_flag (part, "niet-uniek", has_address && ovs_practice_rows_number (row, 6) != 0);
  ovs_practice_html_put_flag (part, "aangevinkt", has_address && ovs_practice_rows_number (row, 7) != 0);
  return part;
}

static gint64
count_list (OvsPracticeExchange *exchange, const OvsPracticeEmployer *employer)
{
  return ovs_practice_db_number (exchange->state->db, 0, "SELECT count (*) FROM " OVS_PRACTICE_TO_MIGRATE, "l", employer->id);
}

/* @number: of the page. @problem (nullable) stands above it. */
static void
reply_list (OvsPracticeExchange *exchange,
            guint status,
            OvsPracticeSession *session,
            OvsPracticeEmployer *employer,
            gint64 number,
            const char *problem)
{
  OvsPracticeDb *db = exchange->state->db;
  g_autoptr (OvsPracticeSearch) search = ovs_practice_search_read (exchange);
  gint64 found = ovs_practice_db_number (db, 0, "SELECT count (*) FROM " OVS_PRACTICE_TO_MIGRATE " AND " OVS_PRACTICE_SOUGHT_EMPLOYEE, "ltl",
                                         employer->id, search->pattern, search->number);
  gint64 total;
  OvsPracticePart part = ovs_practice_loket_part (number, found, ON_A_PAGE);
  OvsPracticeHtml *page = ovs_practice_html_new ("loket/migration");
  g_autoptr (OvsPracticeRows) rows = ovs_practice_db_query (
      db,
      "SELECT e.id, e.number, e.formatted_name, e.email, e.service_end, e.ess, " OVS_PRACTICE_SHARES_ADDRESS ","
      " e.id IN (SELECT employee FROM tick) FROM " OVS_PRACTICE_TO_MIGRATE " AND " OVS_PRACTICE_SOUGHT_EMPLOYEE
      " ORDER BY e.number LIMIT ?4 OFFSET ?5",
      "ltlll", employer->id, search->pattern, search->number, part.size, part.skip);

  while (ovs_practice_rows_next (rows))
    ovs_practice_html_add (page, "rijen", make_row (rows));
  ovs_practice_loket_put_employer (page, employer);
  ovs_practice_html_put (page, "fout", problem);
  ovs_practice_html_put_flag (page, "product-500", employer->product_500);
  total = count_list (exchange, employer);
  ovs_practice_html_put_flag (page, "zoekbaar", total > 0);
  ovs_practice_html_put_number (page, "totaal", total);
  ovs_practice_html_put (page, "zoek", search->text);
  ovs_practice_html_put_number (page, "gevonden", found);
  ovs_practice_html_put_number (page, "aangevinkt", ovs_practice_migration_count (exchange->state, employer->id, NULL));
  ovs_practice_html_put_number (page, "pagina", part.number);
  if (part.pages > 1)
    ovs_practice_html_put_number (page, "paginas", part.pages);
  if (part.number > 1)
    ovs_practice_html_put_number (page, "vorige", part.number - 1);
  if (part.number < part.pages)
    ovs_practice_html_put_number (page, "volgende", part.number + 1);
  ovs_practice_loket_reply (exchange, status, "Overstappen naar MijnLoket", session, page);
}

static void
show_list (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) session = ovs_practice_loket_enter (exchange);
  g_autoptr (OvsPracticeEmployer) employer = session != NULL ? find_employer (exchange, session) : NULL;

  if (employer != NULL)
    reply_list (exchange, SOUP_STATUS_OK, session, employer, ovs_practice_loket_asked (exchange), NULL);
}

static gboolean
is_among (GPtrArray *texts, const char *text)
{
  return g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL);
}

/* Only who stood on this page: the ticks of other pages stay. */
static void
keep_ticks (OvsPracticeExchange *exchange, OvsPracticeEmployer *employer, OvsPracticeForm *form)
{
  g_autoptr (GPtrArray) shown = ovs_practice_form_get_all (form, "getoond");
  g_autoptr (GPtrArray) ticked = ovs_practice_form_get_all (form, "vink");

  for (guint i = 0; i < shown->len; i++)
    ovs_practice_migration_tick (exchange->state, employer->id, g_ascii_strtoll (shown->pdata[i], NULL, 10),
                                 is_among (ticked, shown->pdata[i]));
}

/* Where the list goes on after a form of it: another page, or other people. Returns: (transfer full). */
static char *
make_next (OvsPracticeForm *form)
{
  const char *page = ovs_practice_form_get (form, "naar");
  const char *sought = ovs_practice_form_get (form, "zoek");
  g_autofree char *safe = g_uri_escape_string (sought != NULL ? sought : "", NULL, FALSE);

  if (g_strcmp0 (ovs_practice_form_get (form, "doe"), "toepassen") == 0)
    return g_strdup ("/toepassen");
  if (page == NULL)
    page = ovs_practice_form_get (form, "pagina");
  return g_strdup_printf ("?pagina=%" G_GINT64_FORMAT "%s%s", g_ascii_strtoll (page != NULL ? page : "", NULL, 10),
                          *safe != '\0' ? "&zoek=" : "", safe);
}

static void
change_ticks (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) session = ovs_practice_loket_enter (exchange);
  g_autoptr (OvsPracticeForm) form = session != NULL ? ovs_practice_form_read (exchange, session) : NULL;
  g_autoptr (OvsPracticeEmployer) employer = form != NULL ? find_employer (exchange, session) : NULL;
  g_autoptr (OvsPracticeSearch) search = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *path = NULL;
  const char *deed;

  if (employer == NULL)
    return;
  deed = ovs_practice_form_get (form, "doe");
  keep_ticks (exchange, employer, form);
  if (g_strcmp0 (deed, "alles") == 0 || g_strcmp0 (deed, "niets") == 0)
    {
      search = ovs_practice_search_for (ovs_practice_form_get (form, "gezocht"));
      ovs_practice_migration_tick_all (exchange->state, employer->id, search->pattern, search->number, g_str_equal (deed, "alles"));
    }
  rest = make_next (form);
  path = make_path (employer, rest);
  ovs_practice_page_redirect (exchange, path);
}

/* @problem (nullable) stands above it. */
static void
reply_question (OvsPracticeExchange *exchange, guint status, OvsPracticeSession *session, OvsPracticeEmployer *employer, const char *problem)
{
  gint64 shared;
  gint64 count = ovs_practice_migration_count (exchange->state, employer->id, &shared);
  OvsPracticeHtml *page;

  if (count == 0)
    {
      reply_list (exchange, SOUP_STATUS_UNPROCESSABLE_ENTITY, session, employer, 1,
                  "Er is niemand aangevinkt. Vink eerst de medewerkers aan die overstappen.");
      return;
    }
  page = ovs_practice_html_new ("loket/confirm");
  ovs_practice_loket_put_employer (page, employer);
  ovs_practice_html_put (page, "fout", problem);
  ovs_practice_html_put_number (page, "aantal", count);
  ovs_practice_html_put_flag (page, "een", count == 1);
  if (shared > 0)
    ovs_practice_html_put_number (page, "niet-uniek", shared);
  ovs_practice_html_put_flag (page, "een-niet-uniek", shared == 1);
  ovs_practice_loket_reply (exchange, status, "Toepassen", session, page);
}

static void
ask (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) session = ovs_practice_loket_enter (exchange);
  g_autoptr (OvsPracticeEmployer) employer = session != NULL ? find_employer (exchange, session) : NULL;

  if (employer != NULL)
    reply_question (exchange, SOUP_STATUS_OK, session, employer, NULL);
}

static void
apply (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) session = ovs_practice_loket_enter (exchange);
  g_autoptr (OvsPracticeForm) form = session != NULL ? ovs_practice_form_read (exchange, session) : NULL;
  g_autoptr (OvsPracticeEmployer) employer = form != NULL ? find_employer (exchange, session) : NULL;
  g_autofree char *path = NULL;
  const char *agreed;
  double failing;
  gint64 count;

  if (employer == NULL)
    return;
  agreed = ovs_practice_form_get (form, "aantal");
  count = ovs_practice_migration_count (exchange->state, employer->id, NULL);
  /* The list can have changed since it was asked; so can the ticks, in another tab. */
  if (count == 0 || agreed == NULL || g_ascii_strtoll (agreed, NULL, 10) != count)
    {
      reply_question (exchange, SOUP_STATUS_UNPROCESSABLE_ENTITY, session, employer, "Het aantal is intussen veranderd. Er is nog niets gedaan.");
      return;
    }
  failing = ovs_practice_faults_take_share (exchange->state, "PATCH", "/employees/essaccessstatus");
  path = g_strdup_printf ("/loket/berichten/%" G_GINT64_FORMAT, ovs_practice_migration_apply (exchange->state, employer->id, failing));
  ovs_practice_page_redirect (exchange, path);
}

#define LIST "/loket/werkgever/{number}/overstappen"

const OvsPracticeRoute ovs_practice_loket_migration_routes[] = {
  { OVS_PRACTICE_ROUTE_PAGE, "GET", LIST, "2018-01-01", show_list },
  { OVS_PRACTICE_ROUTE_PAGE, "POST", LIST, "2018-01-01", change_ticks },
  { OVS_PRACTICE_ROUTE_PAGE, "GET", LIST "/toepassen", "2018-01-01", ask },
  { OVS_PRACTICE_ROUTE_PAGE, "POST", LIST "/toepassen", "2018-01-01", apply },
  { 0 },
};
