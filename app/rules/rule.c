/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/rule.h"

#include <glib/gi18n.h>

#include "rules/source.h"

#define STOPPER OVS_FINDING_KIND_STOPPER
#define WARNING OVS_FINDING_KIND_WARNING
#define INFO OVS_FINDING_KIND_INFO

/* A rule per paragraph reads best. */
/* clang-format off */
static const OvsRule rules[OVS_N_FINDINGS] = {
  [OVS_FINDING_NO_PRIVATE_EMAIL]
  = { "no-private-email", STOPPER, OVS_RULE_ORIGIN_LOKET_STOPS, OVS_SOURCE_COLLECTIVE,
      N_ ("No private e-mail address"),
      N_ ("Loket cannot send an invitation."),
      N_ ("Loket sends the invitation to the private address and does not convert an employee without one."),
      N_ ("Ask the client for the private address and enter it in Loket.") },
  [OVS_FINDING_INVALID_PRIVATE_EMAIL]
  = { "invalid-private-email", STOPPER, OVS_RULE_ORIGIN_OVERSTAP, OVS_SOURCE_OVERSTAP,
      N_ ("Private e-mail is not an address"),
      N_ ("The invitation would reach nobody."),
      N_ ("What stands in the field cannot be one e-mail address, so the invitation would reach nobody."),
      N_ ("Ask the client for the right address and enter it in Loket.") },
  [OVS_FINDING_EMPLOYMENT_DATES_CONFLICT]
  = { "employment-dates-conflict", STOPPER, OVS_RULE_ORIGIN_OVERSTAP, OVS_SOURCE_OVERSTAP,
      N_ ("An employment ends before it starts"),
      N_ ("Nobody can tell who is employed."),
      N_ ("Only active employees are invited, and with these dates nobody can tell who is."),
      N_ ("Correct the start or end date in Loket and read the employees again.") },
  [OVS_FINDING_CHANGE_IN_LOKET]
  = { "change-in-loket", STOPPER, OVS_RULE_ORIGIN_OVERSTAP, OVS_SOURCE_COLLECTIVE,
      N_ ("Address still to be changed in Loket"),
      N_ ("Mended here, not yet in Loket."),
      N_ ("The address was mended here only; Loket sends the invitation to the address that it has itself."),
      N_ ("Change the address in Loket and tick it off here.") },
  [OVS_FINDING_EMPLOYER_WITHOUT_MIJNLOKET]
  = { "employer-without-mijnloket", STOPPER, OVS_RULE_ORIGIN_LOKET_STOPS, OVS_SOURCE_ACTIVATE,
      N_ ("Employer without MijnLoket"),
      N_ ("Loket can invite nobody there."),
      N_ ("Loket cannot invite employees of an employer that does not have the product MijnLoket."),
      N_ ("Activate MijnLoket for the employer in Loket and read the product overview again.") },

  [OVS_FINDING_EMAIL_NOT_UNIQUE]
  = { "email-not-unique", WARNING, OVS_RULE_ORIGIN_LOKET_WARNS, OVS_SOURCE_COLLECTIVE,
      N_ ("Address in use by someone else"),
      N_ ("Loket warns: one account for two people."),
      N_ ("A MijnLoket account is tied to its address: the second of two people could end up in the account of the "
          "first, payslips and all."),
      N_ ("Ask for an address of each one's own.") },
  [OVS_FINDING_EMAIL_PLACEHOLDER]
  = { "email-placeholder", WARNING, OVS_RULE_ORIGIN_OVERSTAP, OVS_SOURCE_OVERSTAP,
      N_ ("Made-up address"),
      N_ ("The invitation may reach nobody."),
      N_ ("The address looks as if it was entered because the field had to hold something; the invitation may "
          "reach nobody or a stranger."),
      N_ ("Ask the client for the real private address.") },
  [OVS_FINDING_EMAIL_IS_ROLE_ADDRESS]
  = { "email-is-role-address", WARNING, OVS_RULE_ORIGIN_OVERSTAP, OVS_SOURCE_OVERSTAP,
      N_ ("Address of a department"),
      N_ ("Others may read the invitation too."),
      N_ ("Several people may read this mail box, and whoever reads the invitation first can use it."),
      N_ ("Ask the client for the employee's own address.") },
  [OVS_FINDING_EMAIL_AT_FIRM]
  = { "email-at-firm", WARNING, OVS_RULE_ORIGIN_OVERSTAP, OVS_SOURCE_OVERSTAP,
      N_ ("Address of your own firm"),
      N_ ("Nearly always a slip of data entry."),
      N_ ("An address of the accounting firm at a client's employee is nearly always a mistake of data entry."),
      N_ ("Replace it by the employee's own address, or accept it for a colleague.") },
  [OVS_FINDING_EMAIL_AT_WORK]
  = { "email-at-work", WARNING, OVS_RULE_ORIGIN_OVERSTAP, OVS_SOURCE_OLD_EMPLOYER,
      N_ ("Work address instead of a private one"),
      N_ ("Is lost when the employee leaves."),
      N_ ("The account is tied to the address, and the employee loses a work address when leaving."),
      N_ ("Ask for a private address, or accept it when the employee wants this one.") },
  [OVS_FINDING_EMAIL_LOOKS_MISTYPED]
  = { "email-looks-mistyped", WARNING, OVS_RULE_ORIGIN_OVERSTAP, OVS_SOURCE_OVERSTAP,
      N_ ("Address looks mistyped"),
      N_ ("The invitation may reach a stranger."),
      N_ ("The part after the @ is nearly that of a well-known provider; the invitation may reach nobody or a stranger."),
      N_ ("Check the address with the client and correct it in Loket.") },
  [OVS_FINDING_EMAIL_DIFFERS]
  = { "email-differs", WARNING, OVS_RULE_ORIGIN_OVERSTAP, OVS_SOURCE_OLD_EMPLOYER,
      N_ ("Another address at another employer"),
      N_ ("Loket makes two accounts of it."),
      N_ ("One account can hold several employers, but only on one address; two addresses become two accounts."),
      N_ ("Let the employee choose one address and enter it at each employer.") },
  [OVS_FINDING_BIRTH_DATE_MISSING]
  = { "birth-date-missing", WARNING, OVS_RULE_ORIGIN_OVERSTAP, OVS_SOURCE_ACCOUNT,
      N_ ("No birth date"),
      N_ ("Linking fails at the last step."),
      N_ ("The last step of the activation asks for the birth date and compares it with the payroll; "
          "without one, linking fails."),
      N_ ("Enter the birth date in Loket.") },
  [OVS_FINDING_BIRTH_DATE_IMPLAUSIBLE]
  = { "birth-date-implausible", WARNING, OVS_RULE_ORIGIN_OVERSTAP, OVS_SOURCE_ACCOUNT,
      N_ ("Birth date hardly possible"),
      N_ ("Linking fails if it is wrong."),
      N_ ("The last step of the activation compares the birth date with the payroll; with a wrong one, linking fails."),
      N_ ("Check the birth date with the client and correct it in Loket.") },
  [OVS_FINDING_ENDS_AROUND_WAVE]
  = { "ends-around-wave", WARNING, OVS_RULE_ORIGIN_OVERSTAP, OVS_SOURCE_OVERSTAP,
      N_ ("Leaves around the conversion"),
      N_ ("Perhaps no longer employed by then."),
      N_ ("Only active employees are invited, and the articles do not say whether the last day counts."),
      N_ ("Decide whether the employee goes along or is excluded.") },

  [OVS_FINDING_SEVERAL_EMPLOYERS]
  = { "several-employers", INFO, OVS_RULE_ORIGIN_OVERSTAP, OVS_SOURCE_COLLECTIVE,
      N_ ("Works for several clients"),
      N_ ("One account, an invitation per client."),
      N_ ("There is one account and an invitation from each employer; on one day that looks like a double mail."),
      N_ ("Mention it to the employee; converting these clients on one day keeps it simple.") },
  [OVS_FINDING_ENDS_AFTER_WAVE]
  = { "ends-after-wave", INFO, OVS_RULE_ORIGIN_OVERSTAP, OVS_SOURCE_OLD_EMPLOYER,
      N_ ("Leaves after the conversion"),
      N_ ("Linking in time keeps the documents."),
      N_ ("Who has linked the account before leaving keeps the documents."),
      N_ ("See to it that the employee activates the account in time.") },
  [OVS_FINDING_NO_WERKNEMERLOKET]
  = { "no-werknemerloket", INFO, OVS_RULE_ORIGIN_OVERSTAP, OVS_SOURCE_COLLECTIVE,
      N_ ("No access to Werknemerloket"),
      N_ ("Is invited; there is nothing to block."),
      N_ ("The employee gets an ordinary invitation; there is nothing to block in Werknemerloket."),
      N_ ("Nothing needs to be done.") },
  [OVS_FINDING_NEW_SINCE_ANNOUNCEMENT]
  = { "new-since-announcement", INFO, OVS_RULE_ORIGIN_OVERSTAP, OVS_SOURCE_GROUP,
      N_ ("New since the announcement"),
      N_ ("Has not heard of the move yet."),
      N_ ("The client was informed before this employee was known, so the employee may not expect the invitation."),
      N_ ("Ask the client to tell the employee.") },
};
/* clang-format on */

static const char *const kind_codes[] = { "stopper", "warning", "info" };

static const char *const origin_titles[] = { N_ ("Loket stops this"), N_ ("Loket warns"),
                                             N_ ("Advice of Overstap") };

const OvsRule *
ovs_rule_get (OvsFinding finding)
{
  g_return_val_if_fail (finding < OVS_N_FINDINGS, NULL);

  return &rules[finding];
}

gboolean
ovs_rule_lookup (const char *code, OvsFinding *finding)
{
  for (gsize i = 0; i < OVS_N_FINDINGS; i++)
    if (g_strcmp0 (rules[i].code, code) == 0)
      {
        *finding = (OvsFinding) i;
        return TRUE;
      }
  return FALSE;
}

const char *
ovs_rule_title (OvsFinding finding)
{
  g_return_val_if_fail (finding < OVS_N_FINDINGS, NULL);

  return _ (rules[finding].title);
}

const char *
ovs_rule_effect (OvsFinding finding)
{
  g_return_val_if_fail (finding < OVS_N_FINDINGS, NULL);

  return _ (rules[finding].effect);
}

const char *
ovs_rule_why (OvsFinding finding)
{
  g_return_val_if_fail (finding < OVS_N_FINDINGS, NULL);

  return _ (rules[finding].why);
}

const char *
ovs_rule_remedy (OvsFinding finding)
{
  g_return_val_if_fail (finding < OVS_N_FINDINGS, NULL);

  return _ (rules[finding].remedy);
}

const char *
ovs_finding_kind_code (OvsFindingKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_codes), NULL);

  return kind_codes[kind];
}

const char *
ovs_rule_origin_title (OvsRuleOrigin origin)
{
  g_return_val_if_fail (origin < G_N_ELEMENTS (origin_titles), NULL);

  return _ (origin_titles[origin]);
}
