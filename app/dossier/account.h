/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/closing.h"
#include "dossier/outcomes.h"

G_BEGIN_DECLS

/**
 * OvsAccountClient:
 *
 * A client in the verantwoording of the office. Texts are owned; @name and @handler are nullable.
 */
typedef struct
{
  char *number;
  char *name;
  char *handler;
  gint64 wave;     /* number of its round, 0 for none */
  gint64 ends[OVS_N_END_STATES];
  gboolean closed;
  OvsDay closed_on;
} OvsAccountClient;

/**
 * OvsAccountDeed:
 * @operation: a code of the trail
 * @actor: who did it, "" where names were removed
 *
 * What somebody of the office did, how often, and when first and last. Owned.
 */
typedef struct
{
  char *operation;
  char *actor;
  gint64 number;
  OvsDay first;
  OvsDay last;
} OvsAccountDeed;

/**
 * OvsAccountDays:
 *
 * The days that a conversion is accounted for by; of the office each is the first or the last of all clients. %OVS_NO_DAY where it did not happen.
 */
typedef struct
{
  OvsDay informed_first;
  OvsDay informed_last;
  OvsDay employees_informed_first;
  OvsDay employees_informed_last;
  OvsDay sent_first;
  OvsDay sent_last;
  OvsDay read_back_on; /* the last word of Loket about anybody */
  OvsDay product_500_on; /* when Product 500 was last looked for */
  OvsDay closing_mail_on;
  OvsDay closed_on;
} OvsAccountDays;

/**
 * OvsAccount:
 * @number, @name, @handler: (nullable): of the client; @number is NULL for the office
 * @obstacles: what keeps the client open still; 0 for the office
 * @facts: people by where they end; they add up to everybody. Of the office: of all clients together
 * @outcomes: submitted = invited + fallout + unknown
 * @invitations: requests for an invitation, of which @again to who was invited before
 * @blocked, @reinstated: Werknemerloket closed, and given back
 * @letters: messages that went out
 * @reason: (nullable): why the client was closed all the same
 * @clients: (element-type OvsAccountClient): of the office; none for a client
 * @deeds: (element-type OvsAccountDeed): who did what, in the order of the first time
 * @entries: of the trail, @broken_at: 0, or the first of them whose hash is wrong
 * @last_hash, @last_at: (nullable): of its last entry
 *
 * The verantwoording of one client or of the office: numbers, days, who did what, and the trail verified; no employee is named in it.
 */
typedef struct
{
  char *firm;
  char *number;
  char *name;
  char *handler;
  OvsDay today;
  gint64 n_clients;
  gint64 n_closed;
  OvsObstacles obstacles;
  OvsClosingFacts facts;
  OvsOutcomeCounts outcomes;
  gint64 invitations;
  gint64 again;
  gint64 blocked;
  gint64 reinstated;
  gint64 letters;
  char *reason;
  OvsAccountDays days;
  GPtrArray *clients;
  GPtrArray *deeds;
  gint64 entries;
  gint64 broken_at;
  char *last_hash;
  char *last_at;
} OvsAccount;

/** Reads it. @employer: 0 for the office. Returns: (transfer full) (nullable): NULL where no such client takes part. */
OvsAccount *ovs_account_read     (OvsTx *tx, gint64 employer);
void        ovs_account_free     (OvsAccount *account);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsAccount, ovs_account_free)

/** Everybody that it is about. */
gint64      ovs_account_people   (const OvsAccount *account);

/**
 * Remembers that it was made, with an entry in the trail. @employer: 0 for the office. @format: `pdf` or `csv`. @sha256: of the file. In the same
 * transaction as ovs_account_read().
 */
void        ovs_account_remember (OvsTx *tx, const OvsAccount *account, gint64 employer, const char *format, const char *sha256);

/** A verantwoording that was made. Texts are borrowed and valid during the callback. */
typedef struct
{
  const char *number; /* (nullable) of the client; NULL for the office */
  const char *format;
  const char *sha256;
  gint64 made;        /* microseconds since 1970 */
} OvsAccountMade;

typedef void (*OvsAccountMadeFunc) (const OvsAccountMade *made, gpointer data);

/** Calls @func for each, the newest first. @employer: of this client, 0 for those of the office. */
void        ovs_account_foreach_made (OvsTx *tx, gint64 employer, OvsAccountMadeFunc func, gpointer data);

G_END_DECLS
