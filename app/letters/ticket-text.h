/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/day.h"

G_BEGIN_DECLS

/* Loket recognises a ticket by exactly this subject (helpdesk.loket.nl 29682336461202). */
#define OVS_TICKET_SUBJECT "Gebruik producten Loket.nl"

/** What a ticket to Loket can be about. */
typedef enum
{
  OVS_TICKET_OVERVIEW,    /* asks for the overview of clients and products */
  OVS_TICKET_CLIENT_LIST, /* hands in which clients Loket is to convert */
  OVS_TICKET_WITHDRAWAL,  /* takes a client off that list; the day is that on which it was handed in */
  OVS_N_TICKETS,
} OvsTicket;

/**
 * The text of a ticket, to copy. It is Dutch under every desktop, since Loket reads it.
 * @firm: (nullable)
 * @clients: lines of the client list
 * @n_clients: how many these are
 * @earliest: the earliest day; %OVS_NO_DAY while it is not known
 *
 * Where the office's own text of it is not right, or has a field that is not known here, it fails and says so: ours does not take its place. Reads a file. Returns: (transfer full): NULL
 * with @error set, which that of a withdrawal never is.
 */
char *ovs_ticket_text (OvsTicket ticket, const char *firm, const char *clients, guint n_clients, OvsDay earliest, GError **error);

G_END_DECLS
