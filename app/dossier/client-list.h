/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"
#include "rules/route.h"
#include "rules/told.h"

G_BEGIN_DECLS

/** A client as a list shows it. Texts are borrowed, nullable, valid during the callback. */
typedef struct
{
  gint64 id;
  const char *number;
  const char *name;
  const char *city;
  const char *contact_name;
  const char *contact_phone;
  const char *contact_email;
  const char *handler;
  const char *payroll;
  const char *payday;
  const char *tier;
  OvsTold mijnloket;
  OvsTold product_500;
  OvsTold uses_leave;
  OvsTold uses_expenses;
  OvsTold uses_changes;
  OvsTold addendum;      /* of the whole firm */
  OvsTold in_loket;      /* whether who signed in sees it there; unknown without a connection since it is known here */
  OvsTold rights;        /* whether the handler may do the conversion there */
  OvsTold rights_told;   /* whether Loket told what who signed in may do there; unknown where it was not asked */
  const char *lacking;   /* Loket's names of what that user may not */
  OvsTold shown_mijnloket; /* whether Loket showed this product when it was asked */
  gboolean contact_left;
  gboolean missing;      /* the last client list has it no longer */
  gboolean selected;
  OvsDay informed_on;
  const char *informed_note;
  const char *excluded_reason; /* why the whole client does not take part */
  const char *said_by;         /* who at the client said so */
  OvsDay said_on;
  OvsDay letter_on;            /* when the announcement was taken back */
  OvsDay handed_in_on;         /* when Loket last got a client list with it */
  OvsDay told_on;              /* when Loket was last told that it has withdrawn */
  OvsDay confirmed_on;         /* when Loket last confirmed that */
  OvsDay contract_ends_on;     /* for Werknemerloket */
  OvsDay call_back_on;         /* the first day that a note on it, or on somebody of it, still asks for */
  gint64 employees;
  gint64 ready;
  gint64 decide;
  gint64 stoppers;
  gint64 left_out;
  gint64 done;
  gint64 invited;                /* by this conversion, whatever became of the client */
  gint64 without_werknemerloket; /* left out for it */
  gint64 leaving;                /* whose last employment ends around the conversion */
  gint64 wave;                   /* number of its round, 0 for none */
  OvsDay wave_on;
  gboolean has_own_route;
  OvsRoute route;                /* its own, else that of its round, else that of the dossier */
} OvsClientRow;

/** Chosen, and nobody has to go any more: everybody is done or left out, somebody done. The same as OvsSummary.converted counts. */
gboolean ovs_client_is_over (const OvsClientRow *row);

typedef void (*OvsClientFunc) (const OvsClientRow *row, gpointer data);

/** Calls @func for each client, by number. @handler: (nullable): only this colleague's. What was judged is that of the last check. */
void     ovs_client_list_foreach (OvsTx *tx, const char *handler, OvsClientFunc func, gpointer data);

/** Calls @func for the client with this id; FALSE where there is none. */
gboolean ovs_client_list_get     (OvsTx *tx, gint64 id, OvsClientFunc func, gpointer data);

G_END_DECLS
