/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/portals.h"

#include "practice/fates.h"
#include "practice/mijnloket/accounts.h"
#include "practice/mijnloket/links.h"
#include "practice/office/address.h"
#include "practice/records.h"
#include "practice/web/session.h"

typedef struct
{
  gint64 id;
  char *email;
  char *wnl;
  char *ess;
  char *trouble;
  char *first_name; /* (nullable) */
  gint64 account;   /* 0: none */
  gboolean product;
} Person;

static void
person_free (Person *person)
{
  g_free (person->email);
  g_free (person->wnl);
  g_free (person->ess);
  g_free (person->trouble);
  g_free (person->first_name);
  g_free (person);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Person, person_free)

static Person *
load (OvsPracticeState *state, gint64 id)
{
  g_autoptr (OvsPracticeRows) rows =
      ovs_practice_db_query (state->db,
                             "SELECT e.email, e.wnl, e.ess, e.trouble, r.mijnloket, e.first_name, e.account_id"
                             " FROM employee e JOIN employer r ON r.id = e.employer WHERE e.id = ?",
                             "l", id);
  Person *person;

  if (!ovs_practice_rows_next (rows))
    return NULL;
  person = g_new0 (Person, 1);
  person->id = id;
  person->email = g_strdup (ovs_practice_rows_text (rows, 0));
  person->wnl = g_strdup (ovs_practice_rows_text (rows, 1));
  person->ess = g_strdup (ovs_practice_rows_text (rows, 2));
  person->trouble = g_strdup (ovs_practice_rows_text (rows, 3));
  person->product = ovs_practice_rows_number (rows, 4) != 0;
  person->first_name = g_strdup (ovs_practice_rows_text (rows, 5));
  person->account = ovs_practice_rows_number (rows, 6);
  return person;
}

static gboolean
is (const char *status, const char *word)
{
  return g_str_equal (status, word);
}

static gboolean
is_blocked (const char *status)
{
  return is (status, "AccessToClientIsBlocked") || is (status, "UserIsBlocked");
}

static gboolean
was_invited (const char *status)
{
  return is (status, "InviteExpired") || is (status, "InviteFailed") || is (status, "InviteCancelled");
}

static OvsPracticeRefusal
try_to_invite (OvsPracticeState *state, Person *person)
{
  if (!person->product)
    return OVS_PRACTICE_REFUSED_PRODUCT;
  if (person->email == NULL || *person->email == '\0')
    return OVS_PRACTICE_REFUSED_NO_ADDRESS;
  if (!ovs_practice_address_is_possible (person->email))
    return OVS_PRACTICE_REFUSED_BAD_ADDRESS;
  if (is (person->trouble, "rights"))
    return OVS_PRACTICE_REFUSED_RIGHTS;
  if (is (person->trouble, "mail-once"))
    {
      ovs_practice_db_run (state->db, "UPDATE employee SET trouble = '' WHERE id = ?", "l", person->id);
      return OVS_PRACTICE_REFUSED_MAIL_SERVER;
    }
  return OVS_PRACTICE_ACCEPTED;
}

static void
end_links (OvsPracticeState *state, gint64 employee, OvsPracticeLinkState as)
{
  ovs_practice_links_end (state, OVS_PRACTICE_LINK_INVITATION, employee, as);
  ovs_practice_links_end (state, OVS_PRACTICE_LINK_ACTIVATION, employee, as);
}

static OvsPracticeRefusal
send_invite (OvsPracticeState *state, Person *person)
{
  gint64 now = ovs_clock_now (state->clock);
  OvsPracticeRefusal refusal;
  g_autofree char *secret = NULL;

  if (is (person->ess, "HasAccessToClient"))
    return OVS_PRACTICE_REFUSED_HAS_ACCESS;
  if (is_blocked (person->ess))
    return OVS_PRACTICE_REFUSED_BLOCKED;
  if (was_invited (person->ess) && !state->behaviour->invite_again)
    return OVS_PRACTICE_REFUSED_AGAIN;
  if (is (person->ess, "InvitePending") && !state->behaviour->resend_while_pending)
    return OVS_PRACTICE_REFUSED_PENDING;

  refusal = try_to_invite (state, person);
  if (refusal != OVS_PRACTICE_ACCEPTED)
    {
      /* An earlier invitation that is still pending stays good. */
      ovs_practice_db_run (state->db,
                           "UPDATE employee SET ess = 'InviteFailed' WHERE id = ? AND ess <> 'InvitePending'",
                           "l", person->id);
      ovs_practice_record_event (state, now, person->id, "invite-failed");
      return refusal;
    }

  end_links (state, person->id, OVS_PRACTICE_LINK_REPLACED);
  secret = ovs_practice_links_issue (state, OVS_PRACTICE_LINK_INVITATION, person->id);
  ovs_practice_db_run (
      state->db,
      "UPDATE employee SET ess = 'InvitePending', invited_at = ?, reminders = 0 WHERE id = ?", "ll", now, person->id);
  ovs_practice_record_event (state, now, person->id, "invited");
  ovs_practice_record_mail (state, now, person->id, "invitation", secret);
  ovs_practice_fates_give (state, person->id);
  if (state->behaviour->invite_blocks && is (person->wnl, "HasAccessToClient"))
    ovs_practice_werknemerloket_block (state, person->id, now);
  return OVS_PRACTICE_ACCEPTED;
}

static void
set_ess (OvsPracticeState *state, Person *person, const char *status)
{
  ovs_practice_db_run (state->db, "UPDATE employee SET ess = ? WHERE id = ?", "tl", status, person->id);
}

static OvsPracticeRefusal
revoke_mijnloket (OvsPracticeState *state, Person *person)
{
  if (is (person->ess, "InvitePending") && state->behaviour->revoke_withdraws)
    {
      ovs_practice_db_run (state->db, "UPDATE employee SET ess = 'InviteCancelled' WHERE id = ?", "l", person->id);
      end_links (state, person->id, OVS_PRACTICE_LINK_WITHDRAWN);
      ovs_practice_record_event (state, ovs_clock_now (state->clock), person->id, "withdrawn");
      return OVS_PRACTICE_ACCEPTED;
    }
  if (!is (person->ess, "HasAccessToClient"))
    return OVS_PRACTICE_REFUSED_NO_ACCESS;
  set_ess (state, person, "AccessToClientIsBlocked");
  return OVS_PRACTICE_ACCEPTED;
}

OvsPracticeRefusal
ovs_practice_mijnloket_act (OvsPracticeState *state, gint64 employee, const char *verb)
{
  g_autoptr (Person) person = load (state, employee);

  if (person == NULL)
    return OVS_PRACTICE_REFUSED_UNKNOWN;
  if (is (verb, "SendInvite"))
    return send_invite (state, person);
  if (is (verb, "RevokeAccess"))
    return revoke_mijnloket (state, person);
  if (!is (person->ess, "AccessToClientIsBlocked"))
    return OVS_PRACTICE_REFUSED_NOT_BLOCKED;
  set_ess (state, person, "HasAccessToClient");
  return OVS_PRACTICE_ACCEPTED;
}

static void
set_wnl (OvsPracticeState *state, Person *person, const char *status)
{
  ovs_practice_db_run (state->db, "UPDATE employee SET wnl = ?, wnl_ended = 0 WHERE id = ?", "tl", status,
                       person->id);
}

void
ovs_practice_werknemerloket_block (OvsPracticeState *state, gint64 employee, gint64 at)
{
  ovs_practice_db_run (
      state->db,
      "UPDATE employee SET wnl = 'AccessToClientIsBlocked', wnl_ended = 0, revoke_day = NULL WHERE id = ?",
      "l", employee);
  ovs_practice_record_event (state, at, employee, "blocked");
  ovs_practice_record_mail (state, at, employee, "blocked", NULL);
}

static OvsPracticeRefusal
invite_to_werknemerloket (OvsPracticeState *state, Person *person)
{
  if (is (person->wnl, "HasAccessToClient"))
    return OVS_PRACTICE_REFUSED_HAS_ACCESS;
  if (is_blocked (person->wnl))
    return OVS_PRACTICE_REFUSED_BLOCKED;
  if (person->email == NULL || *person->email == '\0')
    return OVS_PRACTICE_REFUSED_NO_ADDRESS;
  set_wnl (state, person,
           ovs_practice_address_is_possible (person->email) ? "InvitePending" : "InviteFailed");
  return ovs_practice_address_is_possible (person->email) ? OVS_PRACTICE_ACCEPTED
                                                          : OVS_PRACTICE_REFUSED_BAD_ADDRESS;
}

OvsPracticeRefusal
ovs_practice_werknemerloket_act (OvsPracticeState *state, gint64 employee, const char *verb)
{
  g_autoptr (Person) person = load (state, employee);
  gint64 now = ovs_clock_now (state->clock);

  if (person == NULL)
    return OVS_PRACTICE_REFUSED_UNKNOWN;
  if (is (verb, "SendInvite"))
    return invite_to_werknemerloket (state, person);
  if (is (verb, "RevokeInvite"))
    {
      if (!is (person->wnl, "InvitePending"))
        return OVS_PRACTICE_REFUSED_NOT_PENDING;
      set_wnl (state, person, "InviteCancelled");
      return OVS_PRACTICE_ACCEPTED;
    }
  if (is (verb, "ReinstateAccess"))
    {
      if (!is (person->wnl, "AccessToClientIsBlocked"))
        return OVS_PRACTICE_REFUSED_NOT_BLOCKED;
      set_wnl (state, person, "HasAccessToClient");
      ovs_practice_record_event (state, now, employee, "reinstated");
      return OVS_PRACTICE_ACCEPTED;
    }

  if (!is (person->wnl, "HasAccessToClient"))
    return OVS_PRACTICE_REFUSED_NO_ACCESS;
  if (is (verb, "RevokeAccess"))
    ovs_practice_werknemerloket_block (state, employee, now);
  else if (is (verb, "DisableTwoFactorAuthentication"))
    ovs_practice_db_run (state->db, "UPDATE employee SET two_factor = 0 WHERE id = ?", "l", employee);
  return OVS_PRACTICE_ACCEPTED;
}

gboolean
ovs_practice_mijnloket_knows (const char *verb)
{
  static const char *const verbs[] = { "SendInvite", "RevokeAccess", "ReinstateAccess", NULL };

  return g_strv_contains (verbs, verb);
}

gboolean
ovs_practice_werknemerloket_knows (const char *verb)
{
  static const char *const verbs[] = { "SendInvite",
                                       "RevokeInvite",
                                       "RevokeAccess",
                                       "ReinstateAccess",
                                       "ResendUsername",
                                       "DisableTwoFactorAuthentication",
                                       NULL };

  return g_strv_contains (verbs, verb);
}

void
ovs_practice_mijnloket_activate (OvsPracticeState *state, gint64 account, gint64 employee, const char *password)
{
  gboolean again = ovs_practice_db_number (state->db, 0, "SELECT activated_at IS NOT NULL FROM account WHERE id = ?", "l", account) != 0;

  ovs_practice_accounts_activate (state, account, password);
  ovs_practice_links_end (state, OVS_PRACTICE_LINK_ACTIVATION, employee, OVS_PRACTICE_LINK_USED);
  if (again)
    ovs_practice_session_end_all (state, OVS_PRACTICE_SESSION_MIJNLOKET, account);
  else
    ovs_practice_record_event (state, ovs_clock_now (state->clock), employee, "activated");
}

void
ovs_practice_mijnloket_offer_password (OvsPracticeState *state, const char *email)
{
  g_autoptr (OvsPracticeAccount) account = ovs_practice_accounts_find (state, email);
  g_autofree char *secret = NULL;
  gint64 employee;

  if (account == NULL)
    return;
  /* To the address of the account, in the name of one of its employers. */
  employee = ovs_practice_db_number (
      state->db, 0, "SELECT id FROM employee WHERE account_id = ? ORDER BY ess = 'HasAccessToClient' DESC, id LIMIT 1", "l", account->id);
  if (employee == 0)
    return;
  if (!account->activated)
    {
      ovs_practice_mijnloket_make_account (state, employee, account->first_name);
      return;
    }
  ovs_practice_links_end (state, OVS_PRACTICE_LINK_ACTIVATION, employee, OVS_PRACTICE_LINK_REPLACED);
  secret = ovs_practice_links_issue (state, OVS_PRACTICE_LINK_ACTIVATION, employee);
  ovs_practice_record_mail_to (state, ovs_clock_now (state->clock), employee, account->email, "password", secret);
}

gint64
ovs_practice_mijnloket_make_account (OvsPracticeState *state, gint64 employee, const char *first_name)
{
  g_autoptr (Person) person = load (state, employee);
  g_autofree char *secret = NULL;
  gint64 account;

  if (person == NULL || !is (person->ess, "InvitePending") || person->email == NULL)
    return 0;
  account = ovs_practice_accounts_ensure (state, person->email, first_name);
  ovs_practice_accounts_take (state, account, employee);
  ovs_practice_links_end (state, OVS_PRACTICE_LINK_INVITATION, employee, OVS_PRACTICE_LINK_USED);
  ovs_practice_links_end (state, OVS_PRACTICE_LINK_ACTIVATION, employee, OVS_PRACTICE_LINK_REPLACED);
  secret = ovs_practice_links_issue (state, OVS_PRACTICE_LINK_ACTIVATION, employee);
  ovs_practice_record_mail (state, ovs_clock_now (state->clock), employee, "activation", secret);
  return account;
}

void
ovs_practice_mijnloket_remind (OvsPracticeState *state, gint64 employee, gint64 at)
{
  gboolean made = ovs_practice_db_number (state->db, 0,
                                          "SELECT a.activated_at IS NULL FROM employee e JOIN account a ON a.id = e.account_id"
                                          " WHERE e.id = ?",
                                          "l", employee) != 0;
  g_autofree char *secret =
      ovs_practice_links_issue (state, made ? OVS_PRACTICE_LINK_ACTIVATION : OVS_PRACTICE_LINK_INVITATION, employee);

  ovs_practice_record_event (state, at, employee, "reminded");
  ovs_practice_record_mail (state, at, employee, "reminder", secret);
}

gboolean
ovs_practice_mijnloket_link (OvsPracticeState *state, gint64 employee)
{
  g_autoptr (Person) person = load (state, employee);
  gint64 now = ovs_clock_now (state->clock);

  if (person == NULL || !is (person->ess, "InvitePending") || person->account == 0)
    return FALSE;
  end_links (state, employee, OVS_PRACTICE_LINK_USED);
  set_ess (state, person, "HasAccessToClient");
  ovs_practice_record_event (state, now, employee, "linked");
  ovs_practice_record_mail (state, now, employee, "confirmation", NULL);
  return TRUE;
}

/* Up to the birth date, as far as it is to be done. Without @with_password only up to the second mail. */
static void
begin (OvsPracticeState *state, const Person *person, gboolean with_password)
{
  g_autoptr (OvsPracticeAccount) account = ovs_practice_accounts_find (state, person->email != NULL ? person->email : "");
  gint64 made;

  if (account != NULL && account->activated)
    {
      ovs_practice_accounts_take (state, account->id, person->id);
      return;
    }
  made = ovs_practice_mijnloket_make_account (state, person->id, person->first_name);
  if (with_password)
    ovs_practice_mijnloket_activate (state, made, person->id, NULL);
}

gboolean
ovs_practice_mijnloket_finish (OvsPracticeState *state, gint64 employee)
{
  g_autoptr (Person) person = load (state, employee);

  if (person == NULL || !is (person->ess, "InvitePending"))
    return FALSE;
  begin (state, person, TRUE);
  return ovs_practice_mijnloket_link (state, employee);
}

void
ovs_practice_mijnloket_stop_halfway (OvsPracticeState *state, gint64 employee, gboolean with_password)
{
  g_autoptr (Person) person = load (state, employee);

  if (person != NULL && is (person->ess, "InvitePending"))
    begin (state, person, with_password);
}

void
ovs_practice_mijnloket_bounce (OvsPracticeState *state, gint64 employee)
{
  if (ovs_practice_db_run (state->db, "UPDATE employee SET ess = 'InviteFailed' WHERE id = ? AND ess = 'InvitePending'", "l",
                           employee) == 0)
    return;
  end_links (state, employee, OVS_PRACTICE_LINK_EXPIRED);
  ovs_practice_record_event (state, ovs_clock_now (state->clock), employee, "invite-failed");
}

void
ovs_practice_review_product (OvsPracticeState *state, gint64 employer, gint64 at)
{
  /* From that day on people count: those who left before it do not delay. */
  OvsDay since = state->behaviour->leavers_delay_product_500 ? 0 : ovs_clock_day_of (at);
  static const char *sql =
      "UPDATE employer SET product_500 = 0 WHERE id = ?1 AND product_500 = 1"
      " AND NOT EXISTS (SELECT 1 FROM employee WHERE employer = ?1 AND wnl = 'HasAccessToClient'"
      "                 AND (service_end IS NULL OR service_end >= ?2))"
      " AND NOT EXISTS (SELECT 1 FROM employee WHERE employer = ?1"
      "                 AND ess IN ('InvitePending', 'InviteFailed', 'InviteCancelled', 'InviteExpired')"
      "                 AND (service_end IS NULL OR service_end >= ?2))"
      " AND EXISTS (SELECT 1 FROM employee WHERE employer = ?1 AND ess = 'HasAccessToClient')";

  if (ovs_practice_db_run (state->db, sql, "li", employer, since) == 1)
    ovs_practice_record_employer_event (state, at, employer, "product-removed");
}
