/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/readiness-facts.h"

/* Who has not gone. Without a judgement, as for a client that is left out, anybody of it may. */
static gint64
count_to_go (const OvsClientRow *row)
{
  return row->selected ? row->ready + row->decide + row->stoppers : MAX (row->employees - row->invited, 0);
}

OvsWithdrawal
ovs_client_withdrawal (const OvsClientRow *row)
{
  const OvsWithdrawalFacts facts = {
    .informed_on = row->informed_on,
    .handed_in_on = row->handed_in_on,
    .invited = row->invited,
    .to_go = count_to_go (row),
    .letter_on = row->letter_on,
    .told_on = row->told_on,
    .confirmed_on = row->confirmed_on,
  };

  return ovs_withdrawal_judge (&facts);
}

OvsReadinessFacts
ovs_client_readiness_facts (const OvsClientRow *row, OvsDay date)
{
  OvsWithdrawal withdrawal = ovs_client_withdrawal (row);

  return (OvsReadinessFacts){
    .excluded = row->excluded_reason != NULL,
    .withdrawal_open = ovs_withdrawal_at_risk (&withdrawal),
    .invited = row->invited,
    .over = ovs_client_is_over (row),
    .selected = row->selected,
    .missing = row->missing,
    .addendum = row->addendum,
    .mijnloket = row->mijnloket,
    .product_500 = row->product_500,
    .tier = row->tier,
    .uses_leave = row->uses_leave,
    .uses_expenses = row->uses_expenses,
    .uses_changes = row->uses_changes,
    .has_contact_email = row->contact_email != NULL,
    .contact_left = row->contact_left,
    .in_loket = row->in_loket,
    .rights = row->rights,
    .by_api = row->route == OVS_ROUTE_API,
    .rights_told = row->rights_told,
    .lacking = row->lacking,
    .shown_mijnloket = row->shown_mijnloket,
    .employees = row->employees,
    .ready = row->ready,
    .decide = row->decide,
    .stoppers = row->stoppers,
    .done = row->done,
    .without_werknemerloket = row->without_werknemerloket,
    .leaving = row->leaving,
    .payroll = row->payroll,
    .payday = row->payday,
    .informed_on = row->informed_on,
    .date = date,
  };
}
