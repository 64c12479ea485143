/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "practice/mijnloket/portal.h"
#include "practice/office/address.h"
#include "practice/routes.h"
#include "practice/web/later.h"
#include "practice/web/limits.h"
#include "practice/web/passwords.h"

/* First name and e-mail address of an account, which its owner changes himself, with his password. */

#define LONGEST_NAME 100
#define LONGEST_ADDRESS 254
#define MOST_TRIES 5
#define TRIES_SECONDS (15 * 60)

/* What he wants to be called from now on, and the account that it is about. */
typedef struct
{
  gint64 account;
  char *first_name;
  char *email;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_free (wanted->first_name);
  g_free (wanted->email);
  g_free (wanted);
}

static void
reply (OvsPracticeExchange *exchange, guint status, OvsPracticeSession *session, const char *first_name, const char *email, const char *problem)
{
  OvsPracticeHtml *page = ovs_practice_html_new ("mijnloket/details");

  ovs_practice_html_put (page, "voornaam", first_name);
  ovs_practice_html_put (page, "email", email);
  ovs_practice_html_put (page, "fout", problem);
  ovs_practice_html_put_flag (page, "opgeslagen", problem == NULL && ovs_practice_exchange_get_query (exchange, "opgeslagen") != NULL);
  ovs_practice_mijnloket_reply (exchange, status, "Mijn gegevens", session, page);
}

static void
show (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) session = NULL;
  g_autoptr (OvsPracticeAccount) account = ovs_practice_mijnloket_account (exchange, &session);

  if (account != NULL)
    reply (exchange, SOUP_STATUS_OK, session, account->first_name, account->email, NULL);
}

/* Why it cannot be so, or NULL. */
static const char *
find_problem (const char *first_name, const char *email, const char *password)
{
  if (first_name == NULL || *first_name == '\0')
    return "Vul je voornaam in.";
  if (g_utf8_strlen (first_name, -1) > LONGEST_NAME)
    return "Deze naam is te lang. Gebruik hoogstens 100 tekens.";
  if (email == NULL || strlen (email) > LONGEST_ADDRESS || !ovs_practice_address_is_possible (email))
    return "Dit is geen e-mailadres. Kijk of je geen typefout maakte.";
  return password == NULL || *password == '\0' ? "Vul ook je wachtwoord in. Zo weten we zeker dat jij het bent." : NULL;
}

static void
save (OvsPracticeExchange *exchange, OvsPracticeSession *session, const Wanted *wanted)
{
  g_autoptr (OvsPracticeAccount) other = ovs_practice_accounts_find (exchange->state, wanted->email);

  if (other != NULL && other->id != wanted->account)
    {
      reply (exchange, SOUP_STATUS_UNPROCESSABLE_ENTITY, session, wanted->first_name, wanted->email,
             "Met dit e-mailadres is al een ander account gemaakt. Kies een ander adres.");
      return;
    }
  ovs_practice_accounts_change (exchange->state, wanted->account, wanted->email, wanted->first_name);
  ovs_practice_page_redirect (exchange, "/mijnloket/gegevens?opgeslagen=1");
}

static void
on_checked (OvsPracticeExchange *exchange, gboolean fits, gpointer data)
{
  const Wanted *wanted = data;
  g_autoptr (OvsPracticeSession) session = NULL;
  g_autoptr (OvsPracticeAccount) account = ovs_practice_mijnloket_account (exchange, &session);

  if (account == NULL)
    return;
  if (account->id == wanted->account && fits)
    save (exchange, session, wanted);
  else
    reply (exchange, SOUP_STATUS_UNPROCESSABLE_ENTITY, session, wanted->first_name, wanted->email,
           "Dit is niet je wachtwoord. Er is niets veranderd. Probeer het nog een keer.");
}

static void
check (OvsPracticeExchange *exchange, OvsPracticeSession *session, const OvsPracticeAccount *account, OvsPracticeForm *form)
{
  OvsPracticeState *state = exchange->state;
  const char *first_name = ovs_practice_form_get (form, "voornaam"), *email = ovs_practice_form_get (form, "email");
  const char *password = ovs_practice_form_get_raw (form, "wachtwoord");
  const char *problem = find_problem (first_name, email, password);
  g_autofree char *who = g_strdup_printf ("%" G_GINT64_FORMAT, account->id);
  Wanted *wanted;

  if (problem == NULL && (!ovs_practice_limits_take (state->limits, "details", who, MOST_TRIES, TRIES_SECONDS) || ovs_practice_later_is_full (state->later)))
    problem = "Dat kan nu even niet. Probeer het over een kwartier opnieuw.";
  if (problem != NULL)
    {
      reply (exchange, SOUP_STATUS_UNPROCESSABLE_ENTITY, session, first_name, email, problem);
      return;
    }
  wanted = g_new0 (Wanted, 1);
  *wanted = (Wanted){ .account = account->id, .first_name = g_strdup (first_name), .email = g_utf8_strdown (email, -1) };
  if (account->password == NULL && g_str_equal (password, OVS_PRACTICE_ACCOUNT_PASSWORD))
    {
      save (exchange, session, wanted);
      wanted_free (wanted);
    }
  else
    ovs_practice_passwords_check (exchange, password, account->password, on_checked, wanted, wanted_free);
}

static void
change (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeSession) sender = ovs_practice_session_find (exchange, OVS_PRACTICE_SESSION_MIJNLOKET);
  const char *too_old;
  g_autoptr (OvsPracticeForm) form = ovs_practice_form_read_again (exchange, sender, &too_old);
  g_autoptr (OvsPracticeSession) session = NULL;
  g_autoptr (OvsPracticeAccount) account = NULL;

  if (form == NULL)
    return;
  if (sender == NULL || sender->who == 0)
    {
      ovs_practice_mijnloket_ask_to_log_in (exchange, SOUP_STATUS_FORBIDDEN, "Je bent te lang weggeweest en daarom uitgelogd. Er is niets veranderd. Log weer in.");
      return;
    }
  account = ovs_practice_mijnloket_account (exchange, &session);
  if (account != NULL && too_old != NULL)
    reply (exchange, SOUP_STATUS_FORBIDDEN, session, ovs_practice_form_get (form, "voornaam"), ovs_practice_form_get (form, "email"), too_old);
  else if (account != NULL)
    check (exchange, session, account, form);
}

const OvsPracticeRoute ovs_practice_details_routes[] = {
  { OVS_PRACTICE_ROUTE_PAGE, "GET", "/mijnloket/gegevens", "2018-01-01", show },
  { OVS_PRACTICE_ROUTE_PAGE, "POST", "/mijnloket/gegevens", "2018-01-01", change },
  { 0 },
};
