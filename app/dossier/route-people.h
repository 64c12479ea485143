/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"
#include "rules/by-loket.h"
#include "rules/route.h"

G_BEGIN_DECLS

/*
 * The clients that go by a route, and their people by what Loket will do with them, of the last judgement.
 */

/** The lists that a number opens. Everybody is in exactly one of the first seven. */
typedef enum
{
  OVS_ROUTE_READY,       /* ready, and not submitted yet */
  OVS_ROUTE_ANYWAY,      /* of the rest, by rules/by-loket.h */
  OVS_ROUTE_UNSURE,
  OVS_ROUTE_FALLOUT,
  OVS_ROUTE_NOT_ALONG,
  OVS_ROUTE_DONE,
  OVS_ROUTE_SUBMITTED,   /* before, by whichever route */
  OVS_ROUTE_DO_NOT_TICK, /* of those who are not ready: Loket's own screen shows them too */
  OVS_ROUTE_WARNED,      /* of those who are ready: Loket's own screen warns */
  OVS_N_ROUTE_LISTS,
} OvsRouteList;

/**
 * OvsRouteScope:
 * @wave: a round, see routes.h
 * @employer: only this client; 0 for all
 */
typedef struct
{
  OvsRoute route;
  gint64 wave;
  gint64 employer;
} OvsRouteScope;

/** TRUE for who belongs in the list; everything borrowed and valid during the callback. */
typedef struct
{
  gint64 employee;
  gint64 employer;
  gboolean lists[OVS_N_ROUTE_LISTS];
} OvsRoutePerson;

typedef void (*OvsRoutePersonFunc) (const OvsRoutePerson *person, gpointer data);

/** Calls @func for everybody in scope, client by client, by name within it. */
void       ovs_route_people_foreach (OvsTx *tx, const OvsRouteScope *scope, OvsRoutePersonFunc func, gpointer data);

/** How many are in each list. @counts: (array fixed-size=OVS_N_ROUTE_LISTS) (out). */
void       ovs_route_people_count   (OvsTx *tx, const OvsRouteScope *scope, gint64 *counts);

/**
 * Who is in @list, sorted. @search: folded by ovs_text_fold(), "" for none. @by_client: by client, then by name.
 * Returns: (transfer full) (element-type gint64): ids of employees.
 */
GArray    *ovs_route_people_list    (OvsTx *tx, const OvsRouteScope *scope, OvsRouteList list, const char *search, gboolean by_client,
                                     gboolean descending);

/**
 * OvsRouteClient:
 * @people: how many are in each list
 * @submitted_at: instant of the latest submission by this route, 0 for none
 * @submitted_by: (nullable): who wrote it down
 *
 * A client that goes by the route. Texts are owned; free with ovs_route_client_free().
 */
typedef struct
{
  gint64 id;
  char *number;
  char *name;    /* (nullable) */
  char *handler; /* (nullable) */
  gint64 people[OVS_N_ROUTE_LISTS];
  gint64 submitted_at;
  char *submitted_by;
} OvsRouteClient;

/** How many clients go by a route. */
gint64     ovs_route_clients_count  (OvsTx *tx, OvsRoute route, gint64 wave);

/** By name. Returns: (transfer full) (element-type OvsRouteClient). */
GPtrArray *ovs_route_clients        (OvsTx *tx, const OvsRouteScope *scope);
void       ovs_route_client_free    (OvsRouteClient *client);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsRouteClient, ovs_route_client_free)

G_END_DECLS
