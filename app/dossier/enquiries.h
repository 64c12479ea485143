/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"
#include "rules/rule.h"

G_BEGIN_DECLS

/*
 * Enquiries: what only a client can answer is put on a list that the client fills in and sends back. Which people stand on it is kept, so
 * that it shows how many of them are solved. The last enquiry of a client is the one that counts. To what the last judgement found comes whose
 * address Loket did not take, where the office wants to ask for another one (ovs_follow_up_ask_client()).
 */

/** Where the last enquiry of a client stands. */
typedef enum
{
  OVS_ENQUIRY_NONE,     /* nothing was asked */
  OVS_ENQUIRY_ASKED,
  OVS_ENQUIRY_LATE,     /* asked, and the deadline is past */
  OVS_ENQUIRY_RETURNED, /* the list came back */
  OVS_ENQUIRY_SOLVED,   /* nothing on it is open any more, without a list that came back */
} OvsEnquiryState;

/**
 * OvsEnquiryRow:
 * @name: (nullable), like the texts that follow it
 * @asked_on: %OVS_NO_DAY where nothing was asked; so are the other days where nothing happened
 * @asked: how many people are on the list
 * @solved: of these, about whom there is no question any more
 * @open: people about whom there is a question now, on the list or not
 *
 * A client with something to ask, or that was asked. Texts are borrowed, valid during the callback.
 */
typedef struct
{
  gint64 employer;
  const char *number;
  const char *name;
  const char *handler;
  const char *contact_name;
  const char *contact_phone;
  OvsEnquiryState state;
  OvsDay asked_on;
  OvsDay deadline;
  OvsDay reminded_on;
  OvsDay returned_on;
  gint64 asked;
  gint64 solved;
  gint64 open;
} OvsEnquiryRow;

typedef void (*OvsEnquiryFunc) (const OvsEnquiryRow *row, gpointer data);

/** Calls @func for the clients that take part, and were asked or have something to ask, by number. @handler: (nullable). */
void     ovs_enquiries_foreach (OvsTx *tx, const char *handler, OvsEnquiryFunc func, gpointer data);

/** Calls @func for one client; FALSE where it takes no part, or there is nothing to ask and nothing was asked. */
gboolean ovs_enquiries_get     (OvsTx *tx, gint64 employer, OvsEnquiryFunc func, gpointer data);

/**
 * OvsEnquiryCounts:
 * @all: clients that were asked or have something to ask
 * @to_ask: clients with something to ask, without a list on its way
 * @asked: clients with a list on its way, the late ones too
 * @late: of these, past the deadline
 * @returned: clients whose list came back
 * @people: who waits for nothing but the answer of a client that was asked
 */
typedef struct
{
  gint64 all;
  gint64 to_ask;
  gint64 asked;
  gint64 late;
  gint64 returned;
  gint64 people;
} OvsEnquiryCounts;

void     ovs_enquiries_count   (OvsTx *tx, const char *handler, OvsEnquiryCounts *counts);

/**
 * OvsEnquiryPerson:
 * @asked: what only the client can answer about this person; at least one
 *
 * A line of a list. Texts are borrowed and nullable, but for the numbers; valid during the callback. There is no birth date among them.
 */
typedef struct
{
  gint64 employer;
  const char *employer_number;
  const char *employer_name;
  const char *handler;
  gint64 employee;
  const char *number;
  const char *initials;
  const char *first_name;
  const char *prefix;
  const char *last_name;
  OvsFindings asked;
} OvsEnquiryPerson;

typedef void (*OvsEnquiryPersonFunc) (const OvsEnquiryPerson *person, gpointer data);

/** Calls @func for everybody who belongs on the list of this client now, by name. By the last judgement. */
void     ovs_enquiries_people  (OvsTx *tx, gint64 employer, OvsEnquiryPersonFunc func, gpointer data);

/** Adds who is on the last list of this client, solved or not, to @people (element-type gint64). */
void     ovs_enquiries_add_listed (OvsTx *tx, gint64 employer, GArray *people);

/** The clients of these people (element-type gint64), each once, by number. Returns: (transfer full) (element-type gint64). */
GArray  *ovs_enquiries_clients_of (OvsTx *tx, const GArray *people);

/** A list that was made: whose it is, and who is on it (element-type gint64). */
typedef struct
{
  gint64 employer;
  const GArray *people;
} OvsEnquiryMade;

/**
 * Writes down that these lists go to their clients today, to be back by @deadline; one step that can be taken back. A client whose list
 * is on its way already, is reminded by it. Returns: how many clients.
 */
gint64   ovs_enquiries_ask     (OvsTx *tx, const OvsEnquiryMade *made, gsize n_made, OvsDay deadline);

/**
 * Ticks off that the lists of these clients (element-type gint64) came back, whatever stands on them; one step. Returns: how many that
 * concerns, -1 with @error set where no list of theirs is on its way.
 */
gint64   ovs_enquiries_return  (OvsTx *tx, const GArray *employers, GError **error);

/** The same for one client within the operation @sequence. FALSE where no list is on its way. */
gboolean ovs_enquiries_return_in (OvsTx *tx, gint64 employer, gint64 sequence);

/** Whether the address of this person was mended by hand after the client was asked last; ever, where it was not asked. */
gboolean ovs_enquiries_is_mended_since (OvsTx *tx, gint64 employer, gint64 employee);

G_END_DECLS
