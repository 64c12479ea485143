/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/withdrawal.h"

#define DAY ovs_day_from_ymd (2026, 12, 1)

static OvsWithdrawal
expect (const OvsWithdrawalFacts *facts, OvsStage stage, OvsDuties duties, OvsDuties open)
{
  OvsWithdrawal withdrawal = ovs_withdrawal_judge (facts);

  g_assert_cmpint (withdrawal.stage, ==, stage);
  g_assert_cmpint (withdrawal.duties, ==, duties);
  g_assert_cmpint (withdrawal.open, ==, open);
  return withdrawal;
}

static void
test_planned (void)
{
  OvsWithdrawalFacts facts = { .to_go = 46 };
  OvsWithdrawal withdrawal = expect (&facts, OVS_STAGE_PLANNED, 0, 0);

  g_assert_true (withdrawal.possible);
  g_assert_false (ovs_withdrawal_at_risk (&withdrawal));
}

static void
test_informed (void)
{
  OvsWithdrawalFacts facts = { .to_go = 46, .informed_on = DAY };
  OvsWithdrawal withdrawal = expect (&facts, OVS_STAGE_INFORMED, OVS_DUTY_LETTER, OVS_DUTY_LETTER);

  g_assert_false (ovs_withdrawal_at_risk (&withdrawal));
  facts.letter_on = DAY;
  expect (&facts, OVS_STAGE_INFORMED, OVS_DUTY_LETTER, 0);
}

/* A risk until Loket confirms, however well it was told. */
static void
test_handed_in (void)
{
  const OvsDuties all = OVS_DUTY_LETTER | OVS_DUTY_TELL | OVS_DUTY_CONFIRM;
  OvsWithdrawalFacts facts = { .to_go = 46, .informed_on = DAY, .handed_in_on = DAY };
  OvsWithdrawal withdrawal = expect (&facts, OVS_STAGE_HANDED_IN, all, all);

  g_assert_true (withdrawal.possible);
  g_assert_true (ovs_withdrawal_at_risk (&withdrawal));
  facts.told_on = DAY;
  withdrawal = expect (&facts, OVS_STAGE_HANDED_IN, all, OVS_DUTY_LETTER | OVS_DUTY_CONFIRM);
  g_assert_true (ovs_withdrawal_at_risk (&withdrawal));
  facts.confirmed_on = DAY;
  withdrawal = expect (&facts, OVS_STAGE_HANDED_IN, all, OVS_DUTY_LETTER);
  g_assert_false (ovs_withdrawal_at_risk (&withdrawal));

  /* It came back, and is on a list again. */
  facts.handed_in_on = DAY + 1;
  withdrawal = expect (&facts, OVS_STAGE_HANDED_IN, all, all);
  g_assert_true (ovs_withdrawal_at_risk (&withdrawal));
}

static void
test_converted (void)
{
  OvsWithdrawalFacts facts = { .informed_on = DAY, .handed_in_on = DAY, .invited = 46 };
  OvsWithdrawal withdrawal = expect (&facts, OVS_STAGE_CONVERTED, OVS_DUTY_LETTER | OVS_DUTY_LOOK, OVS_DUTY_LETTER | OVS_DUTY_LOOK);

  g_assert_false (withdrawal.possible);

  /* Of the others the list can still be corrected. */
  facts.to_go = 6;
  withdrawal = ovs_withdrawal_judge (&facts);
  g_assert_true (withdrawal.possible);
  g_assert_true (ovs_withdrawal_at_risk (&withdrawal));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/case-54-withdrawn-when-planned", test_planned);
  g_test_add_func ("/rules/case-54-withdrawn-when-informed", test_informed);
  g_test_add_func ("/rules/case-54-withdrawn-when-handed-in", test_handed_in);
  g_test_add_func ("/rules/case-54-withdrawn-when-converted", test_converted);
  return g_test_run ();
}
