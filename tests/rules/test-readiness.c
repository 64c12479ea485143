/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/readiness.h"

#include <string.h>

/* A client of which everything is known and nothing is in the way; each test changes what it is about. */
static OvsReadinessFacts
ready_client (void)
{
  return (OvsReadinessFacts){
    .selected = TRUE,
    .addendum = OVS_TOLD_YES,
    .mijnloket = OVS_TOLD_YES,
    .product_500 = OVS_TOLD_YES,
    .tier = "Plus",
    .uses_leave = OVS_TOLD_YES,
    .uses_expenses = OVS_TOLD_NO,
    .uses_changes = OVS_TOLD_NO,
    .has_contact_email = TRUE,
    .in_loket = OVS_TOLD_YES,
    .rights = OVS_TOLD_YES,
    .rights_told = OVS_TOLD_UNKNOWN,
    .shown_mijnloket = OVS_TOLD_UNKNOWN,
    .employees = 46,
    .ready = 46,
    .payroll = "month",
    .payday = "25",
    .informed_on = ovs_day_from_ymd (2026, 11, 20),
    .date = ovs_day_from_ymd (2026, 12, 8),
    .planned = TRUE,
  };
}

/* The codes of all points, in order; a kind that is unknown with a question mark, one that only the client's own card tells with a dot. */
static char *
list (const OvsReadinessFacts *facts)
{
  OvsReadiness readiness;
  GString *text = g_string_new (NULL);

  ovs_readiness_judge (facts, &readiness);
  for (guint i = 0; i < readiness.n_points; i++)
    {
      const OvsHindranceRule *rule = ovs_hindrance_get (readiness.points[i].hindrance);

      g_string_append_printf (text, "%s%s%s%s", i > 0 ? " " : "", rule->code, rule->kind == OVS_HINDRANCE_KIND_UNKNOWN ? "?" : "",
                              rule->quiet ? "." : "");
    }
  return g_string_free (text, FALSE);
}

static void
expect (const OvsReadinessFacts *facts, const char *codes)
{
  g_autofree char *listed = list (facts);

  g_assert_cmpstr (listed, ==, codes);
}

static void
expect_worst (const OvsReadinessFacts *facts, const char *title, guint others)
{
  OvsReadiness readiness;
  const OvsReadinessPoint *worst;
  g_autofree char *said = NULL;
  guint more;

  ovs_readiness_judge (facts, &readiness);
  worst = ovs_readiness_worst (&readiness, &more);
  g_assert_nonnull (worst);
  said = ovs_readiness_title (worst);
  g_assert_cmpstr (said, ==, title);
  g_assert_cmpuint (more, ==, others);
}

static void
test_ready (void)
{
  OvsReadinessFacts facts = ready_client ();
  OvsReadiness readiness;

  expect (&facts, "");
  ovs_readiness_judge (&facts, &readiness);
  g_assert_null (ovs_readiness_worst (&readiness, NULL));
  g_assert_false (ovs_readiness_stops (&readiness));
}

/* Nothing told is nowhere taken for well. */
static void
test_unknown (void)
{
  OvsReadinessFacts facts = {
    .addendum = OVS_TOLD_UNKNOWN, .mijnloket = OVS_TOLD_UNKNOWN, .product_500 = OVS_TOLD_UNKNOWN, .uses_leave = OVS_TOLD_UNKNOWN,
    .uses_expenses = OVS_TOLD_UNKNOWN, .uses_changes = OVS_TOLD_UNKNOWN, .in_loket = OVS_TOLD_UNKNOWN, .rights = OVS_TOLD_UNKNOWN,
    .rights_told = OVS_TOLD_UNKNOWN, .shown_mijnloket = OVS_TOLD_UNKNOWN,
  };

  expect (&facts, "no-contact-email mijnloket-unknown? addendum-unknown?. employees-unknown? functions-unknown?. product-unknown?. "
                  "rights-unknown?. payday-unknown?.");
}

static void
test_order (void)
{
  OvsReadinessFacts facts = ready_client ();
  OvsReadiness readiness;

  facts.stoppers = 4;
  facts.decide = 2;
  facts.has_contact_email = FALSE;
  facts.mijnloket = OVS_TOLD_NO;
  expect (&facts, "mijnloket-off stoppers decisions no-contact-email");
  expect_worst (&facts, "First MijnLoket on", 3);
  ovs_readiness_judge (&facts, &readiness);
  g_assert_true (ovs_readiness_stops (&readiness));

  facts.mijnloket = OVS_TOLD_YES;
  expect_worst (&facts, "4 stoppers", 2);
  facts.stoppers = 0;
  expect_worst (&facts, "2 to decide", 1);
  ovs_readiness_judge (&facts, &readiness);
  g_assert_false (ovs_readiness_stops (&readiness));
}

static void
test_case_49 (void)
{
  OvsReadinessFacts facts = ready_client ();

  facts.mijnloket = OVS_TOLD_NO;
  expect (&facts, "mijnloket-off");
  facts.mijnloket = OVS_TOLD_UNKNOWN;
  expect (&facts, "mijnloket-unknown?");
}

/* Once, for the firm; and it was signed where MijnLoket is on. */
static void
test_case_50 (void)
{
  OvsReadinessFacts facts = ready_client ();

  facts.addendum = OVS_TOLD_UNKNOWN;
  expect (&facts, "");
  facts.mijnloket = OVS_TOLD_NO;
  expect (&facts, "mijnloket-off addendum-unknown?.");
  facts.addendum = OVS_TOLD_NO;
  expect (&facts, "mijnloket-off addendum-not-signed");
  facts.addendum = OVS_TOLD_YES;
  expect (&facts, "mijnloket-off");
}

static void
test_case_51 (void)
{
  OvsReadinessFacts facts = ready_client ();
  OvsReadiness readiness;

  facts.product_500 = OVS_TOLD_NO;
  expect (&facts, "no-product");
  ovs_readiness_judge (&facts, &readiness);
  g_assert_null (ovs_readiness_worst (&readiness, NULL));

  facts.product_500 = OVS_TOLD_YES;
  facts.ready = 0;
  facts.without_werknemerloket = 46;
  expect (&facts, "nobody-in-werknemerloket");
  facts.ready = 1;
  expect (&facts, "");
}

static void
test_case_52 (void)
{
  OvsReadinessFacts facts = ready_client ();

  facts.over = TRUE;
  facts.ready = 0;
  facts.done = 46;
  facts.has_contact_email = FALSE;
  facts.payday = NULL;
  expect (&facts, "");
}

static void
test_case_53 (void)
{
  OvsReadinessFacts facts = ready_client ();
  OvsReadiness readiness;

  facts.done = 40;
  facts.ready = 6;
  expect (&facts, "partly-over");
  ovs_readiness_judge (&facts, &readiness);
  g_assert_cmpint (readiness.points[0].count, ==, 40);
}

static void
test_case_54 (void)
{
  OvsReadinessFacts facts = ready_client ();

  facts.excluded = TRUE;
  facts.stoppers = 3;
  expect (&facts, "");
  facts.withdrawal_open = TRUE;
  expect (&facts, "withdrawal-open");
  expect_worst (&facts, "Withdrawal open at Loket", 0);
  facts.invited = 12;
  expect (&facts, "withdrawal-open invited-before-withdrawal");
}

static void
test_case_55 (void)
{
  OvsReadinessFacts facts = ready_client ();

  facts.missing = TRUE;
  expect (&facts, "not-in-file");
  facts.excluded = TRUE;
  expect (&facts, "");
}

static void
test_case_56 (void)
{
  OvsReadinessFacts facts = ready_client ();

  facts.tier = "START";
  facts.uses_changes = OVS_TOLD_YES;
  expect (&facts, "functions-lost");
  expect_worst (&facts, "Loses leave, changes", 0);

  facts.uses_expenses = OVS_TOLD_UNKNOWN;
  expect (&facts, "functions-lost functions-unknown?.");
  facts.tier = "Pro";
  expect (&facts, "");
  facts.tier = "Basis";
  expect (&facts, "functions-unknown?.");
  facts.tier = NULL;
  expect (&facts, "functions-unknown?.");
  facts.uses_leave = facts.uses_expenses = facts.uses_changes = OVS_TOLD_NO;
  expect (&facts, "");
}

static void
test_case_57 (void)
{
  OvsReadinessFacts facts = ready_client ();

  facts.has_contact_email = FALSE;
  expect (&facts, "no-contact-email");
}

static void
test_case_58 (void)
{
  OvsReadinessFacts facts = ready_client ();

  facts.contact_left = TRUE;
  expect (&facts, "contact-left");
}

/* Asked when it is planned; a client that Loket does not show is another answer. */
static void
test_case_59 (void)
{
  OvsReadinessFacts facts = ready_client ();

  facts.rights = OVS_TOLD_UNKNOWN;
  facts.in_loket = OVS_TOLD_UNKNOWN;
  expect (&facts, "rights-unknown?.");
  facts.in_loket = OVS_TOLD_YES;
  expect (&facts, "rights-unknown?.");
  facts.in_loket = OVS_TOLD_NO;
  expect (&facts, "not-in-loket");
  facts.rights = OVS_TOLD_NO;
  expect (&facts, "not-in-loket no-rights");
}

/* What Loket told of the user who signed in counts where the program converts; it does not weigh where Loket or the office itself does. */
static void
test_rights (void)
{
  OvsReadinessFacts facts = ready_client ();
  OvsReadiness readiness;
  g_autofree char *why = NULL;

  facts.by_api = TRUE;
  facts.rights = OVS_TOLD_UNKNOWN;
  facts.rights_told = OVS_TOLD_NO;
  expect (&facts, "rights-unknown?.");
  facts.rights_told = OVS_TOLD_YES;
  facts.lacking = "";
  expect (&facts, "");
  facts.lacking = "PatchEmailByEmployeeId SomethingElse";
  expect (&facts, "right-lacks-beside.");
  facts.lacking = "PatchEmailByEmployeeId PatchEmployeeSelfServiceAccessByEmployerId PatchESSAccessStatusByEmployerId";
  expect (&facts, "right-lacks right-lacks-beside.");
  expect_worst (&facts, "A right lacks in Loket", 0);
  ovs_readiness_judge (&facts, &readiness);
  g_assert_true (ovs_readiness_stops (&readiness));
  why = ovs_readiness_why (&readiness.points[0]);
  g_assert_cmpstr (why, ==, "This user may not give access to MijnLoket at this client. This user may not block Werknemerloket at this client.");
  facts.by_api = FALSE;
  expect (&facts, "rights-unknown?.");
}

static void
test_shown_products (void)
{
  OvsReadinessFacts facts = ready_client ();

  facts.shown_mijnloket = OVS_TOLD_NO;
  expect (&facts, "mijnloket-not-shown");
  facts.mijnloket = OVS_TOLD_NO;
  expect (&facts, "mijnloket-off");
}

static void
test_days (void)
{
  OvsReadinessFacts facts = ready_client ();

  facts.payday = "10-12-2026";
  expect (&facts, "payday");
  expect_worst (&facts, "Payday 10-12-2026", 0);
  facts.planned = FALSE;
  expect (&facts, "payday-by-reference-date");
  facts.payday = NULL;
  expect (&facts, "payday-unknown?.");

  facts = ready_client ();
  facts.informed_on = ovs_day_from_ymd (2026, 11, 25);
  expect (&facts, "short-notice");
  facts.informed_on = OVS_NO_DAY;
  facts.leaving = 3;
  expect (&facts, "leaving not-informed");
}

/* Every code once, and something to say for each. */
static void
test_rules (void)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);

  for (int hindrance = 0; hindrance < OVS_N_HINDRANCES; hindrance++)
    {
      const OvsHindranceRule *rule = ovs_hindrance_get ((OvsHindrance) hindrance);
      OvsReadinessPoint point = { (OvsHindrance) hindrance, 2, OVS_FUNCTION_LEAVE, ovs_day_from_ymd (2026, 12, 8), 1 };
      g_autofree char *title = ovs_readiness_title (&point);
      g_autofree char *why = ovs_readiness_why (&point);

      g_assert_true (g_hash_table_add (codes, (gpointer) rule->code));
      g_assert_cmpstr (title, !=, "");
      g_assert_cmpuint (strlen (title), <=, 28);
      g_assert_cmpstr (why, !=, "");
      g_assert_cmpstr (ovs_readiness_remedy (&point), !=, "");
      g_assert_cmpstr (rule->source, !=, "");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/readiness/ready", test_ready);
  g_test_add_func ("/readiness/unknown", test_unknown);
  g_test_add_func ("/readiness/order", test_order);
  g_test_add_func ("/readiness/rights", test_rights);
  g_test_add_func ("/readiness/shown-products", test_shown_products);
  g_test_add_func ("/readiness/days", test_days);
  g_test_add_func ("/readiness/rules", test_rules);
  g_test_add_func ("/rules/case-49-employer-without-mijnloket", test_case_49);
  g_test_add_func ("/rules/case-50-addendum-not-signed", test_case_50);
  g_test_add_func ("/rules/case-51-nothing-to-migrate", test_case_51);
  g_test_add_func ("/rules/case-52-already-over", test_case_52);
  g_test_add_func ("/rules/case-53-partly-over", test_case_53);
  g_test_add_func ("/rules/case-54-withdrawal-open", test_case_54);
  g_test_add_func ("/rules/case-55-client-leaves", test_case_55);
  g_test_add_func ("/rules/case-56-functions-lost", test_case_56);
  g_test_add_func ("/rules/case-57-no-contact-email", test_case_57);
  g_test_add_func ("/rules/case-58-contact-left", test_case_58);
  g_test_add_func ("/rules/case-59-handler-without-rights", test_case_59);
  return g_test_run ();
}
