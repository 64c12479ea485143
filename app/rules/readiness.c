/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/readiness.h"

#include <glib/gi18n.h>

#include "base/text.h"
#include "rules/activity.h"
#include "rules/boundary.h"
#include "rules/payday.h"
#include "rules/source.h"

#define STOPS OVS_HINDRANCE_KIND_STOPS
#define DECIDE OVS_HINDRANCE_KIND_DECIDE
#define WARNING OVS_HINDRANCE_KIND_WARNING
#define UNKNOWN OVS_HINDRANCE_KIND_UNKNOWN
#define INFO OVS_HINDRANCE_KIND_INFO

/* clang-format off */
static const OvsHindranceRule rules[OVS_N_HINDRANCES] = {
  [OVS_HINDRANCE_WITHDRAWAL_OPEN]
  = { "withdrawal-open", STOPS, FALSE, OVS_SOURCE_OVERSTAP, N_ ("Withdrawal open at Loket"),
      N_ ("Loket has this client on a list and has not confirmed that it is taken off: it may still be converted."),
      N_ ("Tell Loket in a ticket, and note here when it confirms.") },
  [OVS_HINDRANCE_MIJNLOKET_OFF]
  = { "mijnloket-off", STOPS, FALSE, OVS_SOURCE_ACTIVATE, N_ ("First MijnLoket on"),
      N_ ("Loket cannot invite employees of an employer that does not have the product MijnLoket."),
      N_ ("Activate MijnLoket for the employer in Loket and read the overview again.") },
  [OVS_HINDRANCE_ADDENDUM_NOT_SIGNED]
  = { "addendum-not-signed", STOPS, FALSE, OVS_SOURCE_ACTIVATE, N_ ("Addendum not signed"),
      N_ ("Before MijnLoket can be switched on the firm signs an addendum once, for all its clients."),
      N_ ("Sign the addendum of Loket and note the ticket by which it was confirmed.") },
  [OVS_HINDRANCE_RIGHT_LACKS]
  = { "right-lacks", STOPS, FALSE, OVS_SOURCE_OVERSTAP, N_ ("A right lacks in Loket"), NULL,
      N_ ("Ask the administrator of Loket at your firm for this right, or sign in as another user. Until then Overstap leaves the client out.") },
  [OVS_HINDRANCE_STOPPERS]
  = { "stoppers", STOPS, FALSE, OVS_SOURCE_COLLECTIVE, NULL,
      N_ ("These people cannot go along as long as their data are not mended."),
      N_ ("Ask the client for what is missing; Check shows it person by person.") },

  [OVS_HINDRANCE_DECISIONS]
  = { "decisions", DECIDE, FALSE, OVS_SOURCE_COLLECTIVE, NULL,
      N_ ("There is a warning about these people that nobody has decided on."),
      N_ ("Decide in Check whether they go along.") },

  [OVS_HINDRANCE_FUNCTIONS_LOST]
  = { "functions-lost", WARNING, FALSE, OVS_SOURCE_ACTIVATE, NULL,
      N_ ("Employees do this in Werknemerloket today, and this variant of MijnLoket does not have it."),
      N_ ("Switch it on in MijnLoket before the conversion, or tell the client.") },
  [OVS_HINDRANCE_NOT_IN_FILE]
  = { "not-in-file", WARNING, FALSE, OVS_SOURCE_OVERSTAP, N_ ("No longer in the client list"),
      N_ ("An earlier client list had this client, the last one does not: it may have left."),
      N_ ("Ask the handler. A client that left or stopped takes no part: say so below.") },
  [OVS_HINDRANCE_NOT_IN_LOKET]
  = { "not-in-loket", WARNING, FALSE, OVS_SOURCE_ACCOUNT, N_ ("Not to be seen in Loket"),
      N_ ("The account by which Overstap signed in does not see this client in Loket, so it cannot convert it."),
      N_ ("Have the client put into a team of that account in Loket.") },
  [OVS_HINDRANCE_MIJNLOKET_NOT_SHOWN]
  = { "mijnloket-not-shown", WARNING, FALSE, OVS_SOURCE_OVERSTAP, N_ ("Loket shows no MijnLoket"),
      N_ ("The overview says that MijnLoket is on, but Loket did not show it among the products of this client when it was asked."),
      N_ ("Look in Loket whether MijnLoket is on, then ask Loket again.") },
  [OVS_HINDRANCE_NO_RIGHTS]
  = { "no-rights", WARNING, FALSE, OVS_SOURCE_ACCOUNT, N_ ("Handler has no rights"),
      N_ ("The handler may not do the conversion for this client in Loket."),
      N_ ("Ask the administrator of Loket at your firm for the rights, or choose another handler.") },
  [OVS_HINDRANCE_RIGHT_LACKS_BESIDE]
  = { "right-lacks-beside", WARNING, TRUE, OVS_SOURCE_OVERSTAP, N_ ("Not all rights in Loket"), NULL,
      N_ ("The conversion goes on without it. Ask the administrator of Loket at your firm where it is wanted.") },
  [OVS_HINDRANCE_CONTACT_LEFT]
  = { "contact-left", WARNING, FALSE, OVS_SOURCE_OVERSTAP, N_ ("Contact has left"),
      N_ ("The contact person no longer works at the client: letters would reach nobody."),
      N_ ("Ask the client for another contact and enter it in Loket.") },
  [OVS_HINDRANCE_NO_CONTACT_EMAIL]
  = { "no-contact-email", WARNING, FALSE, OVS_SOURCE_OVERSTAP, N_ ("No e-mail of the contact"),
      N_ ("Letters to the client go by e-mail, and there is no address to send them to."),
      N_ ("Call the client; the call list has all of these.") },
  [OVS_HINDRANCE_PAYDAY]
  = { "payday", WARNING, FALSE, OVS_SOURCE_OVERSTAP, NULL,
      N_ ("Wages are paid around the conversion: who has not linked the account yet may miss that payslip."),
      N_ ("Choose another day, or hand that payslip out on paper.") },
  [OVS_HINDRANCE_SHORT_NOTICE]
  = { "short-notice", WARNING, FALSE, OVS_SOURCE_GROUP, N_ ("Informed too late"),
      N_ ("Clients are preferably informed two weeks before the conversion."),
      N_ ("Choose a later day, or agree on it with the client.") },

  [OVS_HINDRANCE_MIJNLOKET_UNKNOWN]
  = { "mijnloket-unknown", UNKNOWN, FALSE, OVS_SOURCE_ACTIVATE, N_ ("MijnLoket unknown"),
      N_ ("No file has told whether this employer has the product MijnLoket."),
      N_ ("Read Loket's overview, with the products.") },
  [OVS_HINDRANCE_ADDENDUM_UNKNOWN]
  = { "addendum-unknown", UNKNOWN, TRUE, OVS_SOURCE_ACTIVATE, N_ ("Addendum unknown"),
      N_ ("Before MijnLoket can be switched on the firm signs an addendum once, for all its clients."),
      N_ ("Say once whether your firm has signed it.") },
  [OVS_HINDRANCE_EMPLOYEES_UNKNOWN]
  = { "employees-unknown", UNKNOWN, FALSE, OVS_SOURCE_OVERSTAP, N_ ("No employees read"),
      N_ ("There is nobody of this client in the dossier, so nobody can be judged."),
      N_ ("Read its employees, or fetch them from Loket.") },
  [OVS_HINDRANCE_FUNCTIONS_UNKNOWN]
  = { "functions-unknown", UNKNOWN, TRUE, OVS_SOURCE_ACTIVATE, N_ ("Functions unknown"),
      N_ ("It is not known whether employees use leave, expenses or changes today, or which variant of MijnLoket they get."),
      N_ ("Ask Loket for the overview with the variant and what is used.") },
  [OVS_HINDRANCE_PRODUCT_UNKNOWN]
  = { "product-unknown", UNKNOWN, TRUE, OVS_SOURCE_GROUP, N_ ("Product 500 unknown"),
      N_ ("No file has told whether this employer has product 500, Werknemerloket."),
      N_ ("Read Loket's overview, with the products.") },
  [OVS_HINDRANCE_RIGHTS_UNKNOWN]
  = { "rights-unknown", UNKNOWN, TRUE, OVS_SOURCE_ACCOUNT, N_ ("Rights in Loket unknown"),
      N_ ("Nobody has said whether the handler may do the conversion for this client in Loket."),
      N_ ("Ask the handler when the round is planned, not on the day itself.") },
  [OVS_HINDRANCE_PAYDAY_UNKNOWN]
  = { "payday-unknown", UNKNOWN, TRUE, OVS_SOURCE_OVERSTAP, N_ ("Payday unknown"),
      N_ ("Without rhythm and payday nobody can tell whether wages are paid around the conversion."),
      N_ ("Read a client list with payroll and payday.") },

  [OVS_HINDRANCE_NO_PRODUCT]
  = { "no-product", INFO, FALSE, OVS_SOURCE_GROUP, N_ ("Without product 500"),
      N_ ("Without Werknemerloket there is nothing to convert: the employees get an ordinary invitation."),
      N_ ("Nothing needs to be done, unless the client wants MijnLoket now.") },
  [OVS_HINDRANCE_NOBODY_IN_WERKNEMERLOKET]
  = { "nobody-in-werknemerloket", INFO, FALSE, OVS_SOURCE_COLLECTIVE, N_ ("Nobody in Werknemerloket"),
      N_ ("Nobody of this client has access to Werknemerloket, so there is nobody to convert."),
      N_ ("Nothing needs to be done, unless the client wants MijnLoket for them now.") },
  [OVS_HINDRANCE_INVITED_BEFORE_WITHDRAWAL]
  = { "invited-before-withdrawal", INFO, FALSE, OVS_SOURCE_OVERSTAP, NULL,
      N_ ("These people have an invitation or are over: that cannot be taken back."),
      N_ ("They keep MijnLoket. Where that is wrong, Werknemerloket can be opened again for them.") },
  [OVS_HINDRANCE_PARTLY_OVER]
  = { "partly-over", INFO, FALSE, OVS_SOURCE_COLLECTIVE, NULL,
      N_ ("These people have an invitation or are over already; only the others go along."),
      N_ ("Nothing needs to be done.") },
  [OVS_HINDRANCE_LEAVING]
  = { "leaving", INFO, FALSE, OVS_SOURCE_GROUP, NULL,
      N_ ("Their last employment ends by or around the day of the conversion, and only active employees are invited."),
      N_ ("Decide in Check; have payslips downloaded in time.") },
  [OVS_HINDRANCE_PAYDAY_BY_REFERENCE_DATE]
  = { "payday-by-reference-date", INFO, FALSE, OVS_SOURCE_OVERSTAP, NULL,
      N_ ("Wages are paid around the reference date: who has not linked the account yet may miss that payslip."),
      N_ ("Keep it in mind when the round is planned.") },
  [OVS_HINDRANCE_NOT_INFORMED]
  = { "not-informed", INFO, FALSE, OVS_SOURCE_GROUP, N_ ("Not informed yet"),
      N_ ("Clients are preferably informed two weeks before the conversion."),
      N_ ("Inform shows the letters.") },
};
/* clang-format on */

/* --- what a variant of MijnLoket has --------------------------------------------------------------------------- */

#define EVERYTHING (OVS_FUNCTION_LEAVE | OVS_FUNCTION_EXPENSES | OVS_FUNCTION_CHANGES)

/* "Plus" as soon as one of them is on: whoever has it can have all (helpdeskwerkgevers.loket.nl 31552117434898). */
static const struct
{
  const char *tier; /* folded */
  OvsFunctions has;
} tiers[] = {
  { "start", 0 },
  { "plus", EVERYTHING },
  { "pro", EVERYTHING },
};

static gboolean
find_tier (const char *tier, OvsFunctions *has)
{
  g_autofree char *folded = ovs_text_fold (tier);

  for (gsize i = 0; i < G_N_ELEMENTS (tiers); i++)
    if (g_str_equal (folded, tiers[i].tier))
      {
        *has = tiers[i].has;
        return TRUE;
      }
  return FALSE;
}

static OvsFunctions
used (OvsTold leave, OvsTold expenses, OvsTold changes, OvsTold as_told)
{
  OvsFunctions functions = 0;

  if (leave == as_told)
    functions |= OVS_FUNCTION_LEAVE;
  if (expenses == as_told)
    functions |= OVS_FUNCTION_EXPENSES;
  if (changes == as_told)
    functions |= OVS_FUNCTION_CHANGES;
  return functions;
}

OvsFunctions
ovs_readiness_lost (const char *tier, OvsTold leave, OvsTold expenses, OvsTold changes)
{
  OvsFunctions has;

  return find_tier (tier, &has) ? used (leave, expenses, changes, OVS_TOLD_YES) & ~has : 0;
}

/* Whether something could still turn out to be lost. */
static gboolean
may_be_lost (const OvsReadinessFacts *facts)
{
  OvsFunctions asked = used (facts->uses_leave, facts->uses_expenses, facts->uses_changes, OVS_TOLD_UNKNOWN);
  OvsFunctions has;

  if (find_tier (facts->tier, &has))
    return (asked & ~has) != 0;
  return (asked | used (facts->uses_leave, facts->uses_expenses, facts->uses_changes, OVS_TOLD_YES)) != 0;
}

/* --- judging --------------------------------------------------------------------------------------------------- */

static OvsReadinessPoint *
add (OvsReadiness *readiness, OvsHindrance hindrance, gint64 count)
{
  OvsReadinessPoint *point = &readiness->points[readiness->n_points++];

  *point = (OvsReadinessPoint) { .hindrance = hindrance, .count = count };
  return point;
}

static void
add_if (OvsReadiness *readiness, OvsHindrance hindrance, gboolean applies)
{
  if (applies)
    add (readiness, hindrance, 0);
}

static void
add_counted (OvsReadiness *readiness, OvsHindrance hindrance, gint64 count)
{
  if (count > 0)
    add (readiness, hindrance, count);
}

static void
judge_products (const OvsReadinessFacts *facts, OvsReadiness *readiness)
{
  OvsFunctions lost = ovs_readiness_lost (facts->tier, facts->uses_leave, facts->uses_expenses, facts->uses_changes);

  add_if (readiness, OVS_HINDRANCE_MIJNLOKET_OFF, facts->mijnloket == OVS_TOLD_NO);
  /* Where MijnLoket is on, it was signed. */
  add_if (readiness, OVS_HINDRANCE_ADDENDUM_NOT_SIGNED, facts->mijnloket != OVS_TOLD_YES && facts->addendum == OVS_TOLD_NO);
  add_if (readiness, OVS_HINDRANCE_ADDENDUM_UNKNOWN, facts->mijnloket != OVS_TOLD_YES && facts->addendum == OVS_TOLD_UNKNOWN);
  add_if (readiness, OVS_HINDRANCE_MIJNLOKET_NOT_SHOWN, facts->mijnloket == OVS_TOLD_YES && facts->shown_mijnloket == OVS_TOLD_NO);
  add_if (readiness, OVS_HINDRANCE_MIJNLOKET_UNKNOWN, facts->mijnloket == OVS_TOLD_UNKNOWN);
  if (lost != 0)
    add (readiness, OVS_HINDRANCE_FUNCTIONS_LOST, 0)->functions = lost;
  add_if (readiness, OVS_HINDRANCE_FUNCTIONS_UNKNOWN, may_be_lost (facts));
  add_if (readiness, OVS_HINDRANCE_PRODUCT_UNKNOWN, facts->product_500 == OVS_TOLD_UNKNOWN);
  add_if (readiness, OVS_HINDRANCE_NO_PRODUCT, facts->product_500 == OVS_TOLD_NO);
}

static void
judge_people (const OvsReadinessFacts *facts, OvsReadiness *readiness)
{
  gint64 to_go = facts->ready + facts->decide + facts->stoppers;

  add_counted (readiness, OVS_HINDRANCE_STOPPERS, facts->stoppers);
  add_counted (readiness, OVS_HINDRANCE_DECISIONS, facts->decide);
  add_if (readiness, OVS_HINDRANCE_EMPLOYEES_UNKNOWN, facts->employees == 0);
  add_if (readiness, OVS_HINDRANCE_NOBODY_IN_WERKNEMERLOKET, to_go == 0 && facts->done == 0 && facts->without_werknemerloket > 0);
  if (to_go > 0)
    add_counted (readiness, OVS_HINDRANCE_PARTLY_OVER, facts->done);
  add_counted (readiness, OVS_HINDRANCE_LEAVING, facts->leaving);
}

static void
add_lacking (OvsReadiness *readiness, OvsHindrance hindrance, const char *lacking, OvsActivityNeed need)
{
  const OvsActivity *first = ovs_activities (NULL);
  const OvsActivity *activity = NULL;
  guint activities = 0;

  while ((activity = ovs_activity_next_lacking (lacking, need, activity)) != NULL)
    activities |= 1u << (activity - first);
  if (activities != 0)
    add (readiness, hindrance, 0)->activities = activities;
}

/* Whoever signed in does it: what the handler may is asked only where nobody else has told. */
static void
judge_rights (const OvsReadinessFacts *facts, OvsReadiness *readiness)
{
  add_if (readiness, OVS_HINDRANCE_NO_RIGHTS, facts->rights == OVS_TOLD_NO);
  add_if (readiness, OVS_HINDRANCE_RIGHTS_UNKNOWN,
          facts->rights == OVS_TOLD_UNKNOWN && facts->in_loket != OVS_TOLD_NO && !(facts->by_api && facts->rights_told == OVS_TOLD_YES));
  if (!facts->by_api)
    return;
  add_lacking (readiness, OVS_HINDRANCE_RIGHT_LACKS, facts->lacking, OVS_NEED_TO_CONVERT);
  add_lacking (readiness, OVS_HINDRANCE_RIGHT_LACKS_BESIDE, facts->lacking, 0);
}

static void
judge_contact (const OvsReadinessFacts *facts, OvsReadiness *readiness)
{
  add_if (readiness, OVS_HINDRANCE_NOT_IN_FILE, facts->missing);
  add_if (readiness, OVS_HINDRANCE_NOT_IN_LOKET, facts->in_loket == OVS_TOLD_NO);
  add_if (readiness, OVS_HINDRANCE_CONTACT_LEFT, facts->contact_left);
  add_if (readiness, OVS_HINDRANCE_NO_CONTACT_EMAIL, !facts->has_contact_email);
}

static void
judge_days (const OvsReadinessFacts *facts, OvsReadiness *readiness)
{
  OvsDay near = OVS_NO_DAY;
  OvsTold payday = facts->date != OVS_NO_DAY ? ovs_payday_near (facts->payroll, facts->payday, facts->date, &near) : OVS_TOLD_UNKNOWN;

  if (payday == OVS_TOLD_YES)
    add (readiness, facts->planned ? OVS_HINDRANCE_PAYDAY : OVS_HINDRANCE_PAYDAY_BY_REFERENCE_DATE, 0)->day = near;
  add_if (readiness, OVS_HINDRANCE_PAYDAY_UNKNOWN, payday == OVS_TOLD_UNKNOWN);
  add_if (readiness, OVS_HINDRANCE_NOT_INFORMED, facts->selected && facts->informed_on == OVS_NO_DAY);
  add_if (readiness, OVS_HINDRANCE_SHORT_NOTICE,
          facts->planned && facts->informed_on != OVS_NO_DAY && facts->date - facts->informed_on < OVS_NOTICE_DAYS);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer unused)
{
  const OvsReadinessPoint *first = a, *second = b;

  return (int) first->hindrance - (int) second->hindrance;
}

void
ovs_readiness_judge (const OvsReadinessFacts *facts, OvsReadiness *readiness)
{
  *readiness = (OvsReadiness) { 0 };
  if (facts->excluded)
    {
      add_if (readiness, OVS_HINDRANCE_WITHDRAWAL_OPEN, facts->withdrawal_open);
      add_counted (readiness, OVS_HINDRANCE_INVITED_BEFORE_WITHDRAWAL, facts->invited);
      return;
    }
  if (facts->over)
    return;
  judge_products (facts, readiness);
  judge_people (facts, readiness);
  judge_contact (facts, readiness);
  judge_rights (facts, readiness);
  judge_days (facts, readiness);
  g_qsort_with_data (readiness->points, (int) readiness->n_points, sizeof readiness->points[0], compare, NULL);
}

/* --- what a list tells ----------------------------------------------------------------------------------------- */

static gboolean
is_told (const OvsReadinessPoint *point)
{
  const OvsHindranceRule *rule = &rules[point->hindrance];

  return rule->kind != INFO && !rule->quiet;
}

const OvsReadinessPoint *
ovs_readiness_worst (const OvsReadiness *readiness, guint *more)
{
  const OvsReadinessPoint *worst = NULL;
  guint told = 0;

  for (guint i = 0; i < readiness->n_points; i++)
    if (is_told (&readiness->points[i]))
      {
        if (worst == NULL)
          worst = &readiness->points[i];
        told++;
      }
  if (more != NULL)
    *more = told > 0 ? told - 1 : 0;
  return worst;
}

gboolean
ovs_readiness_stops (const OvsReadiness *readiness)
{
  return readiness->n_points > 0 && rules[readiness->points[0].hindrance].kind == STOPS;
}

/* --- words ----------------------------------------------------------------------------------------------------- */

const OvsHindranceRule *
ovs_hindrance_get (OvsHindrance hindrance)
{
  g_return_val_if_fail (hindrance < OVS_N_HINDRANCES, NULL);

  return &rules[hindrance];
}

static char *
say_functions (OvsFunctions functions)
{
  const struct
  {
    OvsFunctions function;
    const char *name;
  } names[] = {
    { OVS_FUNCTION_LEAVE, _ ("leave") },
    { OVS_FUNCTION_EXPENSES, _ ("expenses") },
    { OVS_FUNCTION_CHANGES, _ ("changes") },
  };
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (functions & names[i].function)
      g_ptr_array_add (parts, (gpointer) names[i].name);
  g_ptr_array_add (parts, NULL);
  joined = g_strjoinv (", ", (char **) parts->pdata);
  return g_strdup_printf (_ ("Loses %s"), joined);
}

static char *
say_day (OvsDay day)
{
  g_autofree char *text = ovs_day_to_dutch (day);

  return g_strdup_printf (_ ("Payday %s"), text);
}

char *
ovs_readiness_title (const OvsReadinessPoint *point)
{
  gulong n = (gulong) point->count;

  switch (point->hindrance)
    {
    case OVS_HINDRANCE_STOPPERS:
      return g_strdup_printf (ngettext ("%d stopper", "%d stoppers", n), (int) n);
    case OVS_HINDRANCE_DECISIONS:
      return g_strdup_printf (_ ("%d to decide"), (int) n);
    case OVS_HINDRANCE_FUNCTIONS_LOST:
      return say_functions (point->functions);
    case OVS_HINDRANCE_INVITED_BEFORE_WITHDRAWAL:
      return g_strdup_printf (ngettext ("%d invited already", "%d invited already", n), (int) n);
    case OVS_HINDRANCE_PARTLY_OVER:
      return g_strdup_printf (ngettext ("%d over already", "%d over already", n), (int) n);
    case OVS_HINDRANCE_LEAVING:
      return g_strdup_printf (ngettext ("%d leaves", "%d leave", n), (int) n);
    case OVS_HINDRANCE_PAYDAY:
    case OVS_HINDRANCE_PAYDAY_BY_REFERENCE_DATE:
      return say_day (point->day);
    default:
      return g_strdup (_ (rules[point->hindrance].title));
    }
}

static char *
say_activities (guint set)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new ();
  gsize count;
  const OvsActivity *activities = ovs_activities (&count);

  for (gsize i = 0; i < count; i++)
    if (set & (1u << i))
      g_ptr_array_add (sentences, (gpointer) ovs_activity_tell (&activities[i]));
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (" ", (char **) sentences->pdata);
}

char *
ovs_readiness_why (const OvsReadinessPoint *point)
{
  const char *why = rules[point->hindrance].why;

  return why != NULL ? g_strdup (_ (why)) : say_activities (point->activities);
}

const char *
ovs_readiness_remedy (const OvsReadinessPoint *point)
{
  return _ (rules[point->hindrance].remedy);
}
