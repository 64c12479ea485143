/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/readiness-facts.h"
#include "steps/workspace.h"

G_BEGIN_DECLS

/**
 * OvsClientFacts:
 *
 * All that the pane of a client shows, read at one moment. Texts are nullable where nothing is known.
 */
typedef struct
{
  gint64 id;
  OvsDay today;
  char *number;
  char *name;
  char *city;
  char *contact_name;
  char *contact_phone;
  char *contact_email;
  char *handler;
  char *payroll;
  char *payday;
  char *tier;
  char *excluded_reason;
  char *said_by;
  OvsDay said_on;
  OvsDay letter_on;
  OvsWithdrawal withdrawal;   /* what it would mean, or means now that the client has withdrawn */
  gint64 withdrawal_ticket;   /* by which Loket was last told, 0 for none */
  char *withdrawal_number;    /* (nullable): its number */
  OvsDay told_on;
  OvsDay confirmed_on;
  OvsDay handed_in_on;
  gint64 invited;
  OvsReadiness readiness;
  gint64 wave; /* number, 0 for none */
  OvsDay wave_on;
  gboolean has_own_route;
  OvsRoute route;
  gboolean contact_left;
  OvsTold rights;
  OvsTold mijnloket;
  OvsTold product_500;
  gboolean selected;
  gboolean over;
  OvsDay informed_on;
  OvsDay contract_ends_on;
  char *enquiry; /* (nullable): where the list of what is missing stands */
  gint64 employees;
  gint64 ready;
  gint64 decide;
  gint64 stoppers;
  gint64 left_out;
  gint64 done;
  GPtrArray *history; /* of char *, newest first */
} OvsClientFacts;

/** Reads what is known of the client with id @client, off the main thread. */
void            ovs_client_facts_read_async  (OvsWorkspace *workspace, gint64 client, GCancellable *cancellable, GAsyncReadyCallback callback,
                                              gpointer user_data);

/** Returns: (transfer full) (nullable): NULL with @error set; %OVS_DOSSIER_ERROR_NOT_FOUND where there is no such client. */
OvsClientFacts *ovs_client_facts_read_finish (GAsyncResult *result, GError **error);

void            ovs_client_facts_free        (OvsClientFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsClientFacts, ovs_client_facts_free)

G_END_DECLS
