/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/loket/portal.h"
#include "practice/products.h"
#include "practice/routes.h"

/* MijnLoket activeren: what has to be done once at an employer before anybody there can be invited. */

static void
show_employer (OvsPracticeExchange *exchange, OvsPracticeEmployer *employer, const char *query)
{
  g_autofree char *path = g_strdup_printf ("/loket/werkgever/%" G_GINT64_FORMAT "%s", employer->number, query);

  ovs_practice_page_redirect (exchange, path);
}

static void
show (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) session = ovs_practice_loket_enter (exchange);
  g_autoptr (OvsPracticeEmployer) employer = session != NULL ? ovs_practice_loket_find_employer (exchange, session) : NULL;
  g_autofree char *tier = NULL;
  OvsPracticeHtml *page;

  if (employer == NULL)
    return;
  if (employer->mijnloket)
    {
      show_employer (exchange, employer, "");
      return;
    }
  tier = ovs_practice_products_find_tier (exchange->state, employer->id);
  page = ovs_practice_html_new ("loket/activate-product");
  ovs_practice_loket_put_employer (page, employer);
  ovs_practice_html_put (page, "variant", tier);
  ovs_practice_loket_reply (exchange, SOUP_STATUS_OK, "MijnLoket activeren", session, page);
}

static void
activate (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) session = ovs_practice_loket_enter (exchange);
  g_autoptr (OvsPracticeForm) form = session != NULL ? ovs_practice_form_read (exchange, session) : NULL;
  g_autoptr (OvsPracticeEmployer) employer = form != NULL ? ovs_practice_loket_find_employer (exchange, session) : NULL;

  if (employer == NULL)
    return;
  ovs_practice_products_set_mijnloket (exchange->state, employer->id, TRUE);
  show_employer (exchange, employer, "?gedaan=mijnloket");
}

const OvsPracticeRoute ovs_practice_loket_product_routes[] = {
  { OVS_PRACTICE_ROUTE_PAGE, "GET", "/loket/werkgever/{number}/mijnloket-activeren", "2018-01-01", show },
  { OVS_PRACTICE_ROUTE_PAGE, "POST", "/loket/werkgever/{number}/mijnloket-activeren", "2018-01-01", activate },
  { 0 },
};
