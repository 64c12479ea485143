/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv/writer.h"
#include "dossier/payslip-list.h"

G_BEGIN_DECLS

/*
 * Who does not find his payslip in MijnLoket, as files in Dutch for who makes the wages: readable by their owner only, there whole or not at all.
 * They are made per client where they leave the office: no client sees another one's people.
 */

/** A list, or several as one number: OVS_PAYSLIP_BIT (list) of each. Those of leavers go together, who has no MijnLoket yet apart. */
#define OVS_PAYSLIP_BIT(list) (1u << (list))
#define OVS_PAYSLIP_LEAVERS (OVS_PAYSLIP_BIT (OVS_PAYSLIPS_LEFT_2025) | OVS_PAYSLIP_BIT (OVS_PAYSLIPS_LEFT_2026))

/** The name of a client's file, without an ending: what it is, the client, the day, confidential. Returns: (transfer full). */
char    *ovs_payslip_file_name      (OvsTx *tx, OvsPayslips list, const OvsPayslipClient *client);

/** Writes rows with a head. @rows: (out): how many people. FALSE with an %OVS_CSV_ERROR. */
gboolean ovs_payslip_file_write     (OvsTx *tx, guint lists, const char *filter, OvsCsvWriter *writer, gint64 *rows, GError **error);

/**
 * The same as a file: a table where @path ends in .csv, else a PDF with each client from a page of its own. @employer: only this client, 0 for all that pass
 * the @filter (nullable). @rows: (out). FALSE with a sentence.
 */
gboolean ovs_payslip_file_save      (OvsTx *tx, guint lists, const char *filter, gint64 employer, const char *path, gint64 *rows, GError **error);

/** For each list and client a table and a PDF of its own in @folder. @files: (out): how many files. FALSE with a sentence. */
gboolean ovs_payslip_file_save_each (OvsTx *tx, guint lists, const char *filter, const char *folder, guint *files, gint64 *rows, GError **error);

G_END_DECLS
