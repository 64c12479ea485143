/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/rule.h"

typedef struct
{
  const char *code;
  const char *kind;
  OvsRuleOrigin origin;
} Case;

/* The codes are a contract with scripts: they never change, and neither does their order on paper. */
static const Case cases[] = {
  { "no-private-email", "stopper", OVS_RULE_ORIGIN_LOKET_STOPS },
  { "invalid-private-email", "stopper", OVS_RULE_ORIGIN_OVERSTAP },
  { "employment-dates-conflict", "stopper", OVS_RULE_ORIGIN_OVERSTAP },
  { "change-in-loket", "stopper", OVS_RULE_ORIGIN_OVERSTAP },
  { "employer-without-mijnloket", "stopper", OVS_RULE_ORIGIN_LOKET_STOPS },
  { "email-not-unique", "warning", OVS_RULE_ORIGIN_LOKET_WARNS },
  { "email-placeholder", "warning", OVS_RULE_ORIGIN_OVERSTAP },
  { "email-is-role-address", "warning", OVS_RULE_ORIGIN_OVERSTAP },
  { "email-at-firm", "warning", OVS_RULE_ORIGIN_OVERSTAP },
  { "email-at-work", "warning", OVS_RULE_ORIGIN_OVERSTAP },
  { "email-looks-mistyped", "warning", OVS_RULE_ORIGIN_OVERSTAP },
  { "email-differs", "warning", OVS_RULE_ORIGIN_OVERSTAP },
  { "birth-date-missing", "warning", OVS_RULE_ORIGIN_OVERSTAP },
  { "birth-date-implausible", "warning", OVS_RULE_ORIGIN_OVERSTAP },
  { "ends-around-wave", "warning", OVS_RULE_ORIGIN_OVERSTAP },
  { "several-employers", "info", OVS_RULE_ORIGIN_OVERSTAP },
  { "ends-after-wave", "info", OVS_RULE_ORIGIN_OVERSTAP },
  { "no-werknemerloket", "info", OVS_RULE_ORIGIN_OVERSTAP },
  { "new-since-announcement", "info", OVS_RULE_ORIGIN_OVERSTAP },
};

static OvsFindings
mask_of (OvsFindingKind kind)
{
  switch (kind)
    {
    case OVS_FINDING_KIND_STOPPER:
      return OVS_FINDINGS_STOPPERS;
    case OVS_FINDING_KIND_WARNING:
      return OVS_FINDINGS_WARNINGS;
    case OVS_FINDING_KIND_INFO:
    default:
      return OVS_FINDINGS_INFOS;
    }
}

static void
test_table (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (cases), ==, OVS_N_FINDINGS);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const OvsRule *rule;
      OvsFinding finding;

      g_assert_true (ovs_rule_lookup (cases[i].code, &finding));
      g_assert_cmpuint (finding, ==, i);
      rule = ovs_rule_get (finding);
      g_assert_cmpstr (rule->code, ==, cases[i].code);
      g_assert_cmpstr (ovs_finding_kind_code (rule->kind), ==, cases[i].kind);
      g_assert_cmpint (rule->origin, ==, cases[i].origin);
      g_assert_cmpuint (OVS_FINDING_BIT (finding) & mask_of (rule->kind), !=, 0);
    }
  g_test_message ("%" G_GSIZE_FORMAT " cases", G_N_ELEMENTS (cases));
}

static void
test_masks (void)
{
  g_assert_cmpuint (OVS_FINDINGS_STOPPERS & OVS_FINDINGS_WARNINGS, ==, 0);
  g_assert_cmpuint (OVS_FINDINGS_WARNINGS & OVS_FINDINGS_INFOS, ==, 0);
  g_assert_cmpuint (OVS_FINDINGS_STOPPERS | OVS_FINDINGS_WARNINGS | OVS_FINDINGS_INFOS, ==,
                    (OVS_FINDING_BIT (OVS_N_FINDINGS) - 1));
}

/* A rule that Loket makes names an article; every rule says what, why and what to do, in whole sentences. */
static void
test_texts (void)
{
  for (guint i = 0; i < OVS_N_FINDINGS; i++)
    {
      const OvsRule *rule = ovs_rule_get ((OvsFinding) i);

      g_assert_cmpstr (ovs_rule_title ((OvsFinding) i), !=, "");
      /* A line of the list at the left. */
      g_assert_true (g_str_has_suffix (ovs_rule_effect ((OvsFinding) i), "."));
      g_assert_cmpuint (g_utf8_strlen (ovs_rule_effect ((OvsFinding) i), -1), <=, 44);
      g_assert_true (g_str_has_suffix (ovs_rule_why ((OvsFinding) i), "."));
      g_assert_true (g_str_has_suffix (ovs_rule_remedy ((OvsFinding) i), "."));
      g_assert_true (g_str_has_prefix (rule->source, "helpdesk") || g_str_equal (rule->source, "Overstap"));
      if (rule->origin != OVS_RULE_ORIGIN_OVERSTAP)
        g_assert_true (g_str_has_prefix (rule->source, "helpdesk"));
      g_assert_cmpstr (ovs_rule_origin_title (rule->origin), !=, "");
    }
}

static void
test_unknown (void)
{
  OvsFinding finding;

  g_assert_false (ovs_rule_lookup ("email-unique", &finding));
  g_assert_false (ovs_rule_lookup ("", &finding));
  g_assert_false (ovs_rule_lookup (NULL, &finding));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rule/table", test_table);
  g_test_add_func ("/rule/masks", test_masks);
  g_test_add_func ("/rule/texts", test_texts);
  g_test_add_func ("/rule/unknown", test_unknown);
  return g_test_run ();
}
