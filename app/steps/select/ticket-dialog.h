/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dossier/tickets.h"

G_BEGIN_DECLS

/**
 * OvsTicketDraft:
 * @id: 0 for a new one
 * @client: the client about whom it is asked, 0 for none
 * @client_name: (nullable)
 * @about: (out of the dialog) whom the ticket is about
 *
 * A ticket as it is asked about and answered. Texts are owned and nullable. Free with ovs_ticket_draft_free().
 */
typedef struct
{
  gint64 id;
  OvsSubject subject;
  char *words;
  char *number;
  OvsDay handed_in_on;
  OvsDay closed_on;
  gint64 client;
  char *client_name;
  enum
  {
    OVS_TICKET_ABOUT_AS_IT_WAS,
    OVS_TICKET_ABOUT_NOBODY,
    OVS_TICKET_ABOUT_CLIENT,
    OVS_TICKET_ABOUT_TAKING_PART,
  } about;
} OvsTicketDraft;

OvsTicketDraft *ovs_ticket_draft_new     (OvsSubject subject, gint64 client, const char *client_name);
void            ovs_ticket_draft_free    (OvsTicketDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsTicketDraft, ovs_ticket_draft_free)

/** A subject in the user's language: "Klantlijst". Returns: (transfer none). */
const char     *ovs_ticket_subject_title (OvsSubject subject);

/**
 * Asks what there is to note of a ticket. @draft: (transfer full): what is known. @fixed: its subject is no question. @today: the last day on
 * which it can have been handed in.
 */
void            ovs_ticket_dialog_async  (GtkWindow *parent, OvsTicketDraft *draft, gboolean fixed, OvsDay today, GAsyncReadyCallback callback,
                                          gpointer user_data);

/** Returns: (transfer full) (nullable): NULL when the user thought better of it. */
OvsTicketDraft *ovs_ticket_dialog_finish (GAsyncResult *result);

G_END_DECLS
