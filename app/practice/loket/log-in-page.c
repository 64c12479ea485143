/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/loket/portal.h"
#include "practice/routes.h"

/* In and out of Loket: the practice office has one user, without a password. */

#define THE_USER 1

static void
show (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) session = ovs_practice_session_ensure (exchange, OVS_PRACTICE_SESSION_OFFICE);

  ovs_practice_loket_reply (exchange, SOUP_STATUS_OK, "Inloggen", session, ovs_practice_html_new ("loket/log-in"));
}

static void
log_in (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) session = ovs_practice_session_find (exchange, OVS_PRACTICE_SESSION_OFFICE);
  g_autoptr (OvsPracticeForm) form = ovs_practice_form_read (exchange, session);
  g_autoptr (OvsPracticeSession) begun = NULL;

  if (form == NULL)
    return;
  begun = ovs_practice_session_begin (exchange, OVS_PRACTICE_SESSION_OFFICE, THE_USER);
  ovs_practice_page_redirect (exchange, "/loket");
}

static void
log_out (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) session = ovs_practice_session_find (exchange, OVS_PRACTICE_SESSION_OFFICE);
  g_autoptr (OvsPracticeForm) form = ovs_practice_form_read (exchange, session);

  if (form == NULL)
    return;
  ovs_practice_session_end (exchange, OVS_PRACTICE_SESSION_OFFICE);
  ovs_practice_page_redirect (exchange, "/loket/inloggen");
}

const OvsPracticeRoute ovs_practice_loket_log_in_routes[] = {
  { OVS_PRACTICE_ROUTE_PAGE, "GET", "/loket/inloggen", "2018-01-01", show },
  { OVS_PRACTICE_ROUTE_PAGE, "POST", "/loket/inloggen", "2018-01-01", log_in },
  { OVS_PRACTICE_ROUTE_PAGE, "POST", "/loket/uitloggen", "2018-01-01", log_out },
  { 0 },
};
