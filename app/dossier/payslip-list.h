/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/outcome-list.h"
#include "rules/disposition.h"
#include "rules/payslip.h"

G_BEGIN_DECLS

/*
 * Who does not find his payslip in MijnLoket, per client that takes part: for the colleague who makes the wages.
 */

/**
 * OvsPayslipClient:
 * @next_payday: the next day on which wages are paid; %OVS_NO_DAY where it is not known
 * @people: how many are on the list
 * @without_portal: of these, who has no Werknemerloket either, as far as is known
 *
 * A client with somebody on the list. Texts are owned and, but for @number, nullable.
 */
typedef struct
{
  gint64 id;
  char *number;
  char *name;
  char *handler;
  OvsDay next_payday;
  gint64 people;
  gint64 without_portal;
} OvsPayslipClient;

/**
 * The clients with somebody on the list: who pays next first, and of leavers by name. @filter: (nullable): see client-filter.h. Returns: (transfer
 * full) (element-type OvsPayslipClient).
 */
GPtrArray *ovs_payslip_clients (OvsTx *tx, OvsPayslips list, const char *filter);

/** The same for one client. Returns: (transfer full) (nullable): NULL where nobody is on the list, or there is no such client. */
OvsPayslipClient *ovs_payslip_client_get (OvsTx *tx, OvsPayslips list, gint64 employer);
void       ovs_payslip_client_free (OvsPayslipClient *client);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsPayslipClient, ovs_payslip_client_free)

/** How many people are on each list, of all clients that pass the filter. */
void       ovs_payslip_count   (OvsTx *tx, const char *filter, gint64 counts[OVS_N_PAYSLIPS]);

/** The ids of a client's people on the list, by name. Returns: (transfer full) (element-type gint64). */
GArray    *ovs_payslip_ids     (OvsTx *tx, OvsPayslips list, gint64 employer);

/**
 * OvsPayslipPerson:
 * @person: who he is, and how he stands after the conversion
 * @end: the last day of the last employment, %OVS_NO_DAY for none
 * @on_paper: he has no e-mail address, and gets the payslip on paper
 *
 * One person on the list; everything is borrowed.
 */
typedef struct
{
  const OvsOutcomePerson *person;
  OvsDisposition disposition;
  OvsReason reason;
  OvsDay end;
  gboolean on_paper;
} OvsPayslipPerson;

typedef void (*OvsPayslipFunc) (const OvsPayslipPerson *person, gpointer data);

/** Calls @func for the people of a client on the list, by name. They are judged for it by ovs_exports_judge(), which the caller has done. */
void       ovs_payslip_foreach (OvsTx *tx, OvsPayslips list, gint64 employer, OvsPayslipFunc func, gpointer data);

G_END_DECLS
