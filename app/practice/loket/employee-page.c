/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/deeds.h"
#include "practice/doors/faults.h"
#include "practice/loket/outcome.h"
#include "practice/loket/portal.h"
#include "practice/office/address.h"
#include "practice/office/status.h"
#include "practice/portals.h"
#include "practice/routes.h"

/* One employee, and what the office can do for him: invite anew, withdraw, block, unblock, mend the private address. */

typedef struct
{
  gint64 id;
  gint64 employer;
  char *wnl;
  char *ess;
} Person;

static void
person_free (Person *person)
{
  g_free (person->wnl);
  g_free (person->ess);
  g_free (person);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Person, person_free)

/* The employee of the path; NULL, and answered with 404, when there is none. */
static Person *
find_person (OvsPracticeExchange *exchange, OvsPracticeSession *session)
{
  g_autoptr (OvsPracticeRows) row = ovs_practice_db_query (exchange->state->db, "SELECT id, employer, wnl, ess FROM employee WHERE id = ?",
                                                           "l", g_ascii_strtoll (exchange->arguments[0], NULL, 10));
  Person *person;

  if (!ovs_practice_rows_next (row))
    {
      ovs_practice_loket_missing (exchange, session);
      return NULL;
    }
  person = g_new0 (Person, 1);
  person->id = ovs_practice_rows_number (row, 0);
  person->employer = ovs_practice_rows_number (row, 1);
  person->wnl = g_strdup (ovs_practice_rows_text (row, 2));
  person->ess = g_strdup (ovs_practice_rows_text (row, 3));
  return person;
}

/* Which deeds there are for somebody in this state. @product: the employer has MijnLoket. */
static void
put_deeds (OvsPracticeState *state, const Person *person, gboolean product, OvsPracticeHtml *page)
{
  gboolean linked = g_str_equal (person->ess, "HasAccessToClient");
  gboolean blocked = g_str_equal (person->ess, "AccessToClientIsBlocked") || g_str_equal (person->ess, "UserIsBlocked");
  gboolean pending = g_str_equal (person->ess, "InvitePending");

  ovs_practice_html_put_flag (page, "zonder-product", !product);
  ovs_practice_html_put_flag (page, "uit-te-nodigen", product && !linked && !blocked);
  ovs_practice_html_put_flag (page, "al-uitgenodigd", !g_str_equal (person->ess, "NoAccessToClient"));
  ovs_practice_html_put_flag (page, "in-te-trekken", pending && state->behaviour->revoke_withdraws);
  ovs_practice_html_put_flag (page, "mijnloket-te-blokkeren", linked);
  ovs_practice_html_put_flag (page, "mijnloket-te-deblokkeren", g_str_equal (person->ess, "AccessToClientIsBlocked"));
  ovs_practice_html_put_flag (page, "te-blokkeren", g_str_equal (person->wnl, "HasAccessToClient"));
  ovs_practice_html_put_flag (page, "te-deblokkeren", g_str_equal (person->wnl, "AccessToClientIsBlocked"));
}

static void
put_facts (OvsPracticeExchange *exchange, Person *person, OvsPracticeHtml *page)
{
  g_autoptr (OvsPracticeRows) row = ovs_practice_db_query (
      exchange->state->db,
      "SELECT e.number, e.formatted_name, e.email, e.birth_day, e.service_end, e.invited_at, r.number, r.name, r.mijnloket, e.uuid,"
      " (SELECT count (*) FROM employee o WHERE o.employer = e.employer AND o.id <> e.id AND lower (o.email) = lower (e.email))"
      " FROM employee e JOIN employer r ON r.id = e.employer WHERE e.id = ?",
      "l", person->id);

  if (!ovs_practice_rows_next (row))
    return;
  ovs_practice_html_put_number (page, "medewerker", person->id);
  ovs_practice_html_put_number (page, "personeelsnummer", ovs_practice_rows_number (row, 0));
  ovs_practice_html_put (page, "naam", ovs_practice_rows_text (row, 1));
  ovs_practice_html_put (page, "email", ovs_practice_rows_text (row, 2));
  ovs_practice_html_put (page, "adres", ovs_practice_rows_text (row, 2));
  ovs_practice_html_put_day (page, "geboren", ovs_practice_rows_day (row, 3));
  ovs_practice_html_put_day (page, "einde", ovs_practice_rows_day (row, 4));
  if (!ovs_practice_rows_is_null (row, 5))
    ovs_practice_html_put_moment (page, "uitgenodigd-op", ovs_practice_rows_number (row, 5));
  ovs_practice_html_put_number (page, "werkgevernummer", ovs_practice_rows_number (row, 6));
  ovs_practice_html_put (page, "werkgever", ovs_practice_rows_text (row, 7));
  ovs_practice_html_put_flag (page, "niet-uniek", ovs_practice_rows_number (row, 10) > 0);
  ovs_practice_html_put (page, "werknemerloket", ovs_practice_status_label (person->wnl));
  ovs_practice_html_put (page, "mijnloket", ovs_practice_status_label (person->ess));
  ovs_practice_outcome_put_history (page, exchange->state->db, ovs_practice_rows_text (row, 9));
  put_deeds (exchange->state, person, ovs_practice_rows_number (row, 8) != 0, page);
}

/* @problem and @typed (nullable): a private address that was refused. */
static void
reply (OvsPracticeExchange *exchange, guint status, OvsPracticeSession *session, Person *person, const char *problem, const char *typed)
{
  OvsPracticeHtml *page = ovs_practice_html_new ("loket/employee");
  const char *done = ovs_practice_exchange_get_query (exchange, "gedaan");
  static const char *const deeds[] = { "uitnodiging",         "intrekken", "mijnloket-blokkeren", "mijnloket-deblokkeren",
                                       "blokkeren",           "deblokkeren", "adres",             NULL };

  put_facts (exchange, person, page);
  if (typed != NULL)
    ovs_practice_html_put (page, "adres", typed);
  ovs_practice_html_put (page, "fout", problem);
  if (done != NULL && g_strv_contains (deeds, done))
    {
      g_autofree char *flag = g_strconcat (done, "-gedaan", NULL);
      ovs_practice_html_put_flag (page, flag, TRUE);
    }
  ovs_practice_loket_reply (exchange, status, "Medewerker", session, page);
}

static void
show (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) session = ovs_practice_loket_enter (exchange);
  g_autoptr (Person) person = session != NULL ? find_person (exchange, session) : NULL;

  if (person != NULL)
    reply (exchange, SOUP_STATUS_OK, session, person, NULL, NULL);
}

static void
show_done (OvsPracticeExchange *exchange, Person *person, const char *deed)
{
  g_autofree char *path = g_strdup_printf ("/loket/medewerker/%" G_GINT64_FORMAT "?gedaan=%s", person->id, deed);

  ovs_practice_page_redirect (exchange, path);
}

/* A form of this page, with @person and @session for its answer. */
static OvsPracticeForm *
read_deed (OvsPracticeExchange *exchange, OvsPracticeSession **session, Person **person)
{
  g_autoptr (OvsPracticeForm) form = NULL;

  *session = ovs_practice_loket_enter (exchange);
  if (*session == NULL)
    return NULL;
  form = ovs_practice_form_read (exchange, *session);
  if (form == NULL)
    return NULL;
  *person = find_person (exchange, *session);
  return *person != NULL ? g_steal_pointer (&form) : NULL;
}

/* One thing that the office can do here: what the API does for many people. */
typedef struct
{
  const char *kind; /* `ess` or `wnl` */
  const char *verb;
  const char *done; /* what the page says afterwards */
} Deed;

static OvsPracticeRefusal
carry_out (OvsPracticeState *state, const Person *person, const Deed *deed)
{
  gboolean mijnloket = g_str_equal (deed->kind, "ess");
  const char *path = mijnloket ? "/employees/essaccessstatus" : "/employees/selfservice";

  if (ovs_practice_faults_take_share (state, "PATCH", path) > 0)
    return OVS_PRACTICE_REFUSED_ON_ORDER;
  return mijnloket ? ovs_practice_mijnloket_act (state, person->id, deed->verb)
                   : ovs_practice_werknemerloket_act (state, person->id, deed->verb);
}

/* For the message centre; the office sees on this page already what became of it. */
static void
write_down (OvsPracticeState *state, const Person *person, const Deed *deed, OvsPracticeRefusal refusal)
{
  gboolean invites = g_str_equal (deed->kind, "ess") && g_str_equal (deed->verb, "SendInvite");
  gboolean blocked = invites && refusal == OVS_PRACTICE_ACCEPTED && state->behaviour->invite_blocks &&
                     g_str_equal (person->wnl, "HasAccessToClient");
  /* Loket has one word for both. */
  gboolean withdraws = g_str_equal (deed->done, "intrekken") && g_str_equal (person->ess, "InvitePending");
  OvsPracticeDeed record;

  ovs_practice_deed_begin (&record, state, deed->kind, person->employer, OVS_PRACTICE_ORIGIN_EMPLOYEE, 0);
  ovs_practice_deed_add (&record, person->id, withdraws ? "RevokeInvite" : deed->verb, refusal, blocked);
  ovs_practice_deed_end (&record, TRUE);
}

static void
act (OvsPracticeExchange *exchange, const Deed *deed)
{
  OvsPracticeState *state = exchange->state;
  g_autoptr (OvsPracticeSession) session = NULL;
  g_autoptr (Person) person = NULL;
  g_autoptr (OvsPracticeForm) form = read_deed (exchange, &session, &person);
  OvsPracticeRefusal refusal;

  if (form == NULL)
    return;
  refusal = carry_out (state, person, deed);
  write_down (state, person, deed, refusal);
  ovs_practice_review_product (state, person->employer, ovs_clock_now (state->clock));
  if (refusal != OVS_PRACTICE_ACCEPTED)
    {
      g_autoptr (Person) now = find_person (exchange, session);
      reply (exchange, SOUP_STATUS_UNPROCESSABLE_ENTITY, session, now, ovs_practice_refusal_text (refusal), NULL);
      return;
    }
  show_done (exchange, person, deed->done);
}

static void
invite (OvsPracticeExchange *exchange)
{
  act (exchange, &(Deed){ "ess", "SendInvite", "uitnodiging" });
}

/* Only where Loket can do that: what it answers is a switch. */
static void
withdraw (OvsPracticeExchange *exchange)
{
  act (exchange, &(Deed){ "ess", "RevokeAccess", "intrekken" });
}

static void
block_mijnloket (OvsPracticeExchange *exchange)
{
  act (exchange, &(Deed){ "ess", "RevokeAccess", "mijnloket-blokkeren" });
}

static void
unblock_mijnloket (OvsPracticeExchange *exchange)
{
  act (exchange, &(Deed){ "ess", "ReinstateAccess", "mijnloket-deblokkeren" });
}

static void
block (OvsPracticeExchange *exchange)
{
  act (exchange, &(Deed){ "wnl", "RevokeAccess", "blokkeren" });
}

static void
unblock (OvsPracticeExchange *exchange)
{
  act (exchange, &(Deed){ "wnl", "ReinstateAccess", "deblokkeren" });
}

static void
change_address (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) session = NULL;
  g_autoptr (Person) person = NULL;
  g_autoptr (OvsPracticeForm) form = read_deed (exchange, &session, &person);
  const char *address;

  if (form == NULL)
    return;
  address = ovs_practice_form_get (form, "email");
  if (address != NULL && *address != '\0' && !ovs_practice_address_is_possible (address))
    reply (exchange, SOUP_STATUS_UNPROCESSABLE_ENTITY, session, person,
           "Dit is geen e-mailadres. Vul een adres in als naam@voorbeeld.nl, of laat het veld leeg.", address);
  else if (!ovs_practice_address_store (exchange->state, person->id, address))
    reply (exchange, SOUP_STATUS_UNPROCESSABLE_ENTITY, session, person, "Dit e-mailadres is te lang voor Loket.", address);
  else
    show_done (exchange, person, "adres");
}

#define EMPLOYEE "/loket/medewerker/{number}"

const OvsPracticeRoute ovs_practice_loket_employee_routes[] = {
  { OVS_PRACTICE_ROUTE_PAGE, "GET", EMPLOYEE, "2018-01-01", show },
  { OVS_PRACTICE_ROUTE_PAGE, "POST", EMPLOYEE "/uitnodigen", "2018-01-01", invite },
  { OVS_PRACTICE_ROUTE_PAGE, "POST", EMPLOYEE "/intrekken", "2018-01-01", withdraw },
  { OVS_PRACTICE_ROUTE_PAGE, "POST", EMPLOYEE "/mijnloket-blokkeren", "2018-01-01", block_mijnloket },
  { OVS_PRACTICE_ROUTE_PAGE, "POST", EMPLOYEE "/mijnloket-deblokkeren", "2018-01-01", unblock_mijnloket },
  { OVS_PRACTICE_ROUTE_PAGE, "POST", EMPLOYEE "/blokkeren", "2018-01-01", block },
  { OVS_PRACTICE_ROUTE_PAGE, "POST", EMPLOYEE "/deblokkeren", "2018-01-01", unblock },
  { OVS_PRACTICE_ROUTE_PAGE, "POST", EMPLOYEE "/adres", "2018-01-01", change_address },
  { 0 },
};
