/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/*
 * Tickets at Loket, as the office keeps them: what was asked, under which number, about which clients, and whether it is settled. Each
 * change is one step that can be taken back.
 */

typedef enum
{
  OVS_SUBJECT_OVERVIEW,    /* asks for the overview of clients and products */
  OVS_SUBJECT_CLIENT_LIST, /* hands in whom Loket is to convert */
  OVS_SUBJECT_WITHDRAWAL,  /* takes clients off such a list; settled when Loket confirmed it */
  OVS_SUBJECT_ADDENDUM,    /* the addendum that MijnLoket asks for */
  OVS_SUBJECT_MIJNLOKET,   /* asks for a product */
  OVS_SUBJECT_OTHER,
  OVS_N_SUBJECTS,
} OvsSubject;

/**
 * OvsTicketRow:
 * @about: (nullable): in words of the office
 * @number: (nullable): as Loket gave it
 * @handed_in_on: never %OVS_NO_DAY for one that is kept
 * @closed_on: %OVS_NO_DAY while it is open
 * @n_clients: how many clients it is about
 * @first_client: (nullable): the name of one of them, or its number
 *
 * Texts are borrowed, valid during the callback.
 */
typedef struct
{
  gint64 id;
  OvsSubject subject;
  const char *about;
  const char *number;
  OvsDay handed_in_on;
  OvsDay closed_on;
  gint64 n_clients;
  const char *first_client;
} OvsTicketRow;

typedef void (*OvsTicketFunc) (const OvsTicketRow *row, gpointer data);

/** The code of a subject, as it is stored. Returns: (transfer none). */
const char *ovs_subject_code      (OvsSubject subject);

/**
 * Keeps a ticket: a new one where the id is 0. @clients: (nullable) (element-type gint64): whom it is about; NULL leaves that as it is.
 * Returns: the id, -1 with @error set where it has no day, or its text holds a BSN.
 */
gint64      ovs_tickets_keep      (OvsTx *tx, const OvsTicketRow *row, const GArray *clients, GError **error);

/** The same within a step of somebody else. */
gint64      ovs_tickets_write     (OvsTx *tx, const OvsTicketRow *row, const GArray *clients, GError **error);

/** Notes that a ticket is settled today, or is not after all. Fails where it is no longer there. */
gboolean    ovs_tickets_close     (OvsTx *tx, gint64 ticket, gboolean closed, GError **error);

/** Forgets a ticket. Fails where it is no longer there. */
gboolean    ovs_tickets_remove    (OvsTx *tx, gint64 ticket, GError **error);

/** Calls @func for each ticket, open ones first, then the newest. @employer: only those about this client, 0 for all. */
void        ovs_tickets_foreach   (OvsTx *tx, gint64 employer, OvsTicketFunc func, gpointer data);

/** The latest ticket of a subject. @number: (out) (optional) (transfer full) (nullable). Returns: its id, 0 where there is none. */
gint64      ovs_tickets_latest    (OvsTx *tx, OvsSubject subject, char **number, OvsDay *handed_in_on);

/** Whom a ticket is about. Returns: (transfer full) (element-type gint64): ids of clients. */
GArray     *ovs_tickets_clients   (OvsTx *tx, gint64 ticket);

/** The clients that take part now: those of a client list that is handed in. Returns: (transfer full) (element-type gint64). */
GArray     *ovs_tickets_taking_part (OvsTx *tx);

G_END_DECLS
