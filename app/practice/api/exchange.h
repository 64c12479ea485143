/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

#include "practice/api/json.h"
#include "practice/state.h"

G_BEGIN_DECLS

/**
 * OvsPracticeExchange:
 *
 * One request and the answer to it. A handler runs inside one transaction of the database; an answer with a status of 400 or
 * more undoes what it wrote.
 */
typedef struct
{
  OvsPracticeState *state;
  SoupServerMessage *message;
  const char *path;
  GHashTable *query;      /* (nullable) */
  const char *version;    /* of the resource, as the Accept header chose it */
  const char *activity;   /* (nullable) as Loket names the operation */
  double failing;         /* share of the items that fail on order, see practice/doors/faults.h */
  char *arguments[2];     /* (owned) what the {…} of the route stood for */
  gboolean put_off;       /* it is answered later, see practice/web/paused.h */
} OvsPracticeExchange;

typedef void (*OvsPracticeHandler) (OvsPracticeExchange *exchange);

typedef enum
{
  OVS_PRACTICE_ROUTE_API,    /* needs a bearer token, speaks versions */
  OVS_PRACTICE_ROUTE_DOOR,   /* /practice: no token; a POST needs JSON */
  OVS_PRACTICE_ROUTE_SIGN_IN, /* OAuth */
  OVS_PRACTICE_ROUTE_PAGE     /* for people: of the trouble on order only what befalls people touches it, and a refusal keeps what it wrote */
} OvsPracticeRouteKind;

/* One line of the table of routes. In a pattern {uuid}, {number} and {secret} stand for one segment of that form. */
typedef struct
{
  OvsPracticeRouteKind kind;
  const char *method;
  const char *pattern;
  const char *versions; /* of the resource, newest first, between spaces */
  OvsPracticeHandler handle;
  const char *activity; /* (nullable) what the user and the client must be allowed */
} OvsPracticeRoute;

/** A parameter of the query, or NULL. */
const char *ovs_practice_exchange_get_query  (OvsPracticeExchange *exchange, const char *name);

/** The body as JSON; NULL, and answered with 400, when it is none. Returns: (transfer full) (nullable). */
JsonNode   *ovs_practice_exchange_read_json  (OvsPracticeExchange *exchange);

/** The body as a JSON object; NULL, and answered with 400, when it is none. Returns: (transfer full) (nullable). */
JsonObject *ovs_practice_exchange_read_object (OvsPracticeExchange *exchange);

/** The body as an array of objects, not empty; NULL, and answered with 400, otherwise. Returns: (transfer full) (nullable). */
JsonArray  *ovs_practice_exchange_read_array (OvsPracticeExchange *exchange);

/** Row id of the employer or employee whose UUID is argument @index; 0, and answered with 404, when there is none. */
gint64      ovs_practice_exchange_find_employer (OvsPracticeExchange *exchange, int index);
gint64      ovs_practice_exchange_find_employee (OvsPracticeExchange *exchange, int index);

/** TRUE when argument @index is the provider; answered with 404 otherwise. */
gboolean    ovs_practice_exchange_check_provider (OvsPracticeExchange *exchange, int index);

/** A builder inside the envelope of a detail, at the value of `content`. Returns: (transfer full). */
OvsPracticeJson *ovs_practice_exchange_begin_content (OvsPracticeExchange *exchange);

/** Closes the envelope and sends it with status 200. */
void        ovs_practice_exchange_end_content (OvsPracticeExchange *exchange, OvsPracticeJson *json);

/** `messages` and `version` of an envelope whose object is open. @messages (nullable): from ovs_practice_add_message(). */
void        ovs_practice_exchange_put_envelope (OvsPracticeExchange *exchange, OvsPracticeJson *json, JsonArray *messages);

/** An empty `content` with @messages (nullable) and @status. */
void        ovs_practice_exchange_reply_messages (OvsPracticeExchange *exchange, guint status, JsonArray *messages);

/** Sends @root. */
void        ovs_practice_exchange_reply_node (OvsPracticeExchange *exchange, guint status, JsonNode *root);

/** Sends @json, whose root is complete. */
void        ovs_practice_exchange_reply_json (OvsPracticeExchange *exchange, guint status, OvsPracticeJson *json);

/** 400 with one message of type BrokenBusinessRule. */
void        ovs_practice_exchange_refuse     (OvsPracticeExchange *exchange, const char *description);

/** A plain `{"message": …}` with @status. */
void        ovs_practice_exchange_reply_simple (OvsPracticeExchange *exchange, guint status, const char *message);

/** The 403 of Loket: a right lacks. */
void        ovs_practice_exchange_reply_forbidden (OvsPracticeExchange *exchange);

/** Closes an object of the answer, to which Loket could always add members. */
void        ovs_practice_exchange_end_object (OvsPracticeExchange *exchange, OvsPracticeJson *json);

/** The `type` of a message as member of the object that is open: a word, or an object with it. */
void        ovs_practice_exchange_put_type   (OvsPracticeExchange *exchange, OvsPracticeJson *json, const char *type);

/** Appends to @messages what Loket says about one thing. @id is nullable. */
void        ovs_practice_add_message         (JsonArray *messages, const char *type, int code, const char *description, const char *id);

G_END_DECLS
