/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "base/day.h"

G_BEGIN_DECLS

/* What becomes of the old refresh token. */
typedef enum
{
  OVS_PRACTICE_ROTATE_NEVER,     /* the same one stays good for ever */
  OVS_PRACTICE_ROTATE_WHEN_USED, /* void once the new one, or the access token that came with it, was used: an answer that was
                                    lost can be asked for again */
  OVS_PRACTICE_ROTATE_AT_ONCE,   /* void as soon as it was used, also when the answer was lost */
} OvsPracticeRotation;

/* Which paths are served. Services of their own (`/person/…`, `/provider/…`) never have a prefix but with %OVS_PRACTICE_PREFIX_BOTH. */
typedef enum
{
  OVS_PRACTICE_PREFIX_BOTH,
  OVS_PRACTICE_PREFIX_V2,
  OVS_PRACTICE_PREFIX_NONE,
  OVS_PRACTICE_PREFIX_PUBLISHED, /* to the letter: `/v2` before `/providers/…`, and before nothing else */
} OvsPracticePrefix;

/* The share of the people that has trouble, where the articles say that 95 to 98 % have none. */
#define OVS_PRACTICE_TROUBLE_OF_THE_ARTICLES 0.035

/**
 * OvsPracticeBehaviour:
 *
 * What Loket's documentation leaves open. Each member is an assumption that the practice Loket can hold either way, switched
 * at `/practice/behaviour` under its name in camel case; the table in behaviour.c tells what each may be.
 */
typedef struct
{
  /* Invitations. */
  gboolean invite_blocks;        /* SendInvite in MijnLoket blocks Werknemerloket by itself */
  gboolean resend_while_pending; /* SendInvite is accepted while an invitation is pending */
  gboolean invite_again;         /* SendInvite is accepted after an invitation that expired, failed or was cancelled */
  gboolean revoke_withdraws;     /* RevokeAccess withdraws a pending invitation */
  int validity_days;             /* an invitation expires after so many days */
  JsonArray *reminder_days;      /* who is not linked so many days after the invitation is reminded; growing */
  gboolean leavers_delay_product_500; /* product 500 stays until those who left are done too */

  /* Everyday trouble, see practice/fates.h. */
  double trouble;   /* share of the people invited that has some, while the others activate by themselves; -1: nobody does anything */
  int trouble_seed; /* who has which: the same number, the same ones */
  gboolean bounce_fails; /* an invitation whose mail comes back becomes InviteFailed; FALSE: nobody tells the office, and it stays pending */

  /* Signing in. */
  int rotate_refresh;        /* OvsPracticeRotation */
  int token_seconds;         /* life of an access token */
  int refresh_seconds;       /* life of a refresh token; 0: for ever */
  gboolean pkce;             /* a sign-in without code_challenge is refused, and the verifier is checked */
  char *client_secret;       /* (nullable) what the client has to know */
  char *registered_redirect; /* (nullable) the only address that is redirected to; NULL: any of this machine */
  gboolean token_error_401;  /* `{"error": "invalid_grant"}` comes with 401, not with 400 */
  gboolean sign_in_denied;   /* the user presses Cancel */

  /* Requests and lists. */
  int path_prefix;           /* OvsPracticePrefix */
  int max_array;             /* elements that the body of a PATCH may have; 0: any number */
  int max_page_size;         /* a larger pageSize is served as this one */
  int empty_list_pages;      /* totalPages of a list without rows */
  int rate_limit;            /* requests in a second, more are answered with 429; 0: any number */
  JsonObject *denied;        /* employer number or `*` to activities that this user lacks: 403, and not in authorizations */
  gboolean provider_listed;  /* the list of providers has the firm; a user of one employer may get an empty list */
  gboolean needs_product;    /* where the product MijnLoket lacks, its activities are refused with 403 and not in authorizations */
  JsonArray *client_lacks;   /* activities that this client lacks: 403, though authorizations has them */
  JsonObject *obsolete_dates; /* activity to the day on which its version stops */

  /* Answers. */
  char *action_type;              /* of every collective action */
  double action_seconds;          /* from submitted to Completed; -1: the usual delays */
  int clock_skew_seconds;         /* how far Loket's clock is ahead of what it moves by, in submittedOn and createdOn */
  int items_kept_seconds;         /* a completed action can be read so long, by the practice Loket's clock; 0: for ever */
  gboolean message_type_as_object; /* `type` of a message as `{key, value}` */
  gboolean unknown_fields;        /* every object has a member that no document names */
  double unknown_status;          /* share of the people whose MijnLoket has a status outside the eight */
  double unknown_portal_status;   /* the same for Werknemerloket */
  int portal_product;             /* number of the product Werknemerloket */
  int mijn_loket_product;         /* number of the product MijnLoket */
} OvsPracticeBehaviour;

/** How the practice Loket behaves until it is told otherwise. Returns: (transfer full). */
OvsPracticeBehaviour *ovs_practice_behaviour_new   (void);
void                  ovs_practice_behaviour_free  (OvsPracticeBehaviour *self);

/** All switches by their names. Returns: (transfer full): an object. */
JsonNode             *ovs_practice_behaviour_to_json (const OvsPracticeBehaviour *self);

/**
 * The behaviour that @self becomes with the switches that @changes names.
 * @problem: (out) (transfer full): a sentence, when one of them has no such name or value
 * Returns: (transfer full) (nullable): NULL with @problem.
 */
OvsPracticeBehaviour *ovs_practice_behaviour_change (const OvsPracticeBehaviour *self, JsonObject *changes, char **problem);

/** Whether @activity is refused to the user at that employer. @employer_number 0: a resource above the employers. */
gboolean ovs_practice_behaviour_denies    (const OvsPracticeBehaviour *self, gint64 employer_number, const char *activity);

/** Whether @activity is refused to the client, wherever. */
gboolean ovs_practice_behaviour_lacks     (const OvsPracticeBehaviour *self, const char *activity);

/** The day on which the version of @activity stops, or NULL. @activity is nullable. */
const char *ovs_practice_behaviour_obsolete_date (const OvsPracticeBehaviour *self, const char *activity);

/** The days of the reminders as a JSON array. Returns: (transfer full). */
char *ovs_practice_behaviour_reminder_days (const OvsPracticeBehaviour *self);

/** Whether @uuid is in the @share that is chosen: always the same ones. */
gboolean ovs_practice_behaviour_chooses   (double share, const char *uuid);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsPracticeBehaviour, ovs_practice_behaviour_free)

G_END_DECLS
