/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/inform-list.h"
#include "planning/notice.h"

G_BEGIN_DECLS

/** How far the announcement to a client is. */
typedef enum
{
  OVS_INFORMING_SENT,       /* it was mailed the day of its round */
  OVS_INFORMING_BY_HAND,    /* somebody told it, and wrote that down */
  OVS_INFORMING_OVER,       /* it was converted, and not told by us as far as is known */
  OVS_INFORMING_READY,      /* can be sent */
  OVS_INFORMING_CORRECT,    /* was told another day: gets the correction */
  OVS_INFORMING_DRAFT,      /* made as a draft, on paper or as a copy; nobody said yet that it went */
  OVS_INFORMING_OUTBOX,     /* waits to be sent by the program */
  OVS_INFORMING_REFUSED,    /* the mail server will not have it */
  OVS_INFORMING_UNKNOWN,    /* whether it was sent is not known */
  OVS_INFORMING_NO_ADDRESS, /* there is no contact to mail it to */
  OVS_INFORMING_NO_ROUND,   /* has no round with a day */
  OVS_INFORMING_PASSED,     /* the day of its round is over, without it */
  OVS_N_INFORMINGS
} OvsInforming;

/** How far it is on @today. */
OvsInforming ovs_informing_judge       (const OvsInformRow *row, OvsDay today);

/** Whether the client knows the day. */
gboolean     ovs_informing_is_informed (OvsInforming informing);

/** Whether somebody has to do something yet. */
gboolean     ovs_informing_is_open     (OvsInforming informing);

/** Whether sending the announcement brings it to the client. */
gboolean     ovs_informing_can_go      (OvsInforming informing);

/** The last day on which the client is told in time for its round; %OVS_NO_DAY where that has no day. */
OvsDay       ovs_informing_due         (const OvsInformRow *row);

/** How far the clients of a round are. */
typedef struct
{
  gint64 wave; /* id, 0 for those without one */
  gint64 clients;
  gint64 employees;
  gint64 informed;
  gint64 open;
  OvsNotice notice;
} OvsInformingRound;

/**
 * OvsInformingTotals:
 * @states: how many clients are how far
 * @open: what somebody has to do something about
 * @can_go: of these: can be sent
 * @pressing: of those that can be sent: today at the latest, or late
 * @late: of what is open: later than in time
 * @today: of what is open: today is the last day
 * @next_due: of what is open: the next day on which one has to be told; %OVS_NO_DAY for none
 * @employees_informed: clients that told their employees
 * @without_address: (nullable): the name of the first client without an address of a contact
 * @latest: the latest day on which a client was informed; %OVS_NO_DAY while nobody was
 * @rounds: (element-type OvsInformingRound): that have clients
 *
 * The same about all clients that are looked at. Begins empty; clear with ovs_informing_totals_clear().
 */
typedef struct
{
  gint64 clients;
  gint64 states[OVS_N_INFORMINGS];
  gint64 informed;
  gint64 open;
  gint64 can_go;
  gint64 pressing;
  gint64 late;
  gint64 today;
  OvsDay next_due;
  gint64 employees_informed;
  gint64 flyer_hangs;
  char *without_address;
  OvsDay latest;
  GArray *rounds;
} OvsInformingTotals;

/** @handler: (nullable): a filter of clients (dossier/client-filter.h). @totals: (out). */
void         ovs_informing_count        (OvsTx *tx, const char *handler, OvsInformingTotals *totals);
void         ovs_informing_totals_clear (OvsInformingTotals *totals);

/** The clients about which somebody has to do something yet. Returns: (transfer full) (element-type gint64). */
GArray      *ovs_informing_find_open    (OvsTx *tx, const char *handler);

/** How far the clients of a round are; @wave: id. Returns: (nullable) (transfer none): NULL where it has none. */
const OvsInformingRound *ovs_informing_totals_find (const OvsInformingTotals *totals, gint64 wave);

G_END_DECLS
