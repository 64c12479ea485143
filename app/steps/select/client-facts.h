/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/told.h"
#include "steps/workspace.h"

G_BEGIN_DECLS

/** A note as OvsNote tells it, with texts of its own. */
typedef struct
{
  gint64 id;
  char *text;
  char *actor;
  OvsDay call_back_on;
  OvsDay done_on;
  OvsDay written_on;
} OvsClientNote;

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
  OvsTold mijnloket;
  OvsTold product_500;
  gboolean selected;
  gboolean over;
  OvsDay informed_on;
  gint64 employees;
  gint64 ready;
  gint64 decide;
  gint64 stoppers;
  gint64 left_out;
  gint64 done;
  GPtrArray *notes;   /* of OvsClientNote, those to call back first */
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
