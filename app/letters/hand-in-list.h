/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv/writer.h"
#include "dossier/transaction.h"
#include "letters/ticket-text.h"

G_BEGIN_DECLS

/**
 * OvsHandInList:
 * @lines: a line per client, for the text of the ticket
 * @date: the day of the round, %OVS_NO_DAY where there is none
 * @clients: (element-type OvsRouteClient): those with somebody to submit; where nobody is left, those that were handed in
 *
 * What is handed in to Loket. Free with ovs_hand_in_list_free().
 */
typedef struct
{
  char *firm; /* (nullable) */
  char *lines;
  OvsDay date;
  GPtrArray *clients;
} OvsHandInList;

/** Reads the list of a round, see dossier/routes.h. Returns: (transfer full). */
OvsHandInList *ovs_hand_in_list_read  (OvsTx *tx, gint64 wave);
void           ovs_hand_in_list_free  (OvsHandInList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsHandInList, ovs_hand_in_list_free)

/** The text of the ticket that goes with it, see ovs_ticket_text(). Returns: (transfer full): NULL with @error set. */
char          *ovs_hand_in_list_text  (const OvsHandInList *list, OvsTicket ticket, GError **error);

/** Writes it as an office file. @rows: (out): how many clients. FALSE with an %OVS_CSV_ERROR. */
gboolean       ovs_hand_in_list_write (const OvsHandInList *list, OvsCsvWriter *writer, gint64 *rows, GError **error);

G_END_DECLS
