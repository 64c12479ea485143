/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/payslip-list.h"
#include "table/table-column.h"
#include "table/table-source.h"

G_BEGIN_DECLS

/*
 * The rows of the tab of who does not find his payslip in MijnLoket. In the dossier's reader thread, see list-source.h.
 */

typedef enum
{
  OVS_PAYSLIP_CLIENT_NAME,
  OVS_PAYSLIP_CLIENT_NUMBER,
  OVS_PAYSLIP_CLIENT_PAYDAY,
  OVS_PAYSLIP_CLIENT_PEOPLE,
  OVS_PAYSLIP_CLIENT_WITHOUT,
  OVS_PAYSLIP_CLIENT_HANDLER,
  OVS_N_PAYSLIP_CLIENT_COLUMNS
} OvsPayslipClientColumn;

typedef enum
{
  OVS_PAYSLIP_PERSON_NAME,
  OVS_PAYSLIP_PERSON_NUMBER,
  OVS_PAYSLIP_PERSON_STATUS,
  OVS_PAYSLIP_PERSON_WERKNEMERLOKET,
  OVS_PAYSLIP_PERSON_SENT,
  OVS_N_PAYSLIP_PERSON_COLUMNS
} OvsPayslipPersonColumn;

/** The word by which a source shows the clients of a list; with @employer, for the other one, his people. Returns: (transfer full). */
char      *ovs_payslip_rows_filter  (OvsPayslips list, gint64 employer);

GArray    *ovs_payslip_clients_query (OvsTx *tx, const OvsTableQuery *query, const char *handler);
GPtrArray *ovs_payslip_clients_fetch_not_yet (OvsTx *tx, const gint64 *ids, gsize n_ids);
GPtrArray *ovs_payslip_clients_fetch_2025    (OvsTx *tx, const gint64 *ids, gsize n_ids);
GPtrArray *ovs_payslip_clients_fetch_2026    (OvsTx *tx, const gint64 *ids, gsize n_ids);

GArray    *ovs_payslip_people_query  (OvsTx *tx, const OvsTableQuery *query, const char *handler);
GPtrArray *ovs_payslip_people_fetch  (OvsTx *tx, const gint64 *ids, gsize n_ids);

G_END_DECLS
