/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/keyring.h"
#include "loket/loket-kind.h"

G_BEGIN_DECLS

/** The keys of base/user-settings.h that make it up; the secret is in the keyring. */
#define OVS_REGISTRATION_CLIENT_ID "client-id"
#define OVS_REGISTRATION_CLIENT_ID_ACCEPTANCE "client-id-acceptance"
#define OVS_REGISTRATION_PORT      "redirect-port"
#define OVS_REGISTRATION_PKCE      "use-pkce"

/** The port that the browser returns to where nothing else is set. */
#define OVS_REGISTRATION_DEFAULT_PORT 48321

/** As which program Overstap is known at Loket, and how it signs in. */
typedef struct
{
  char *client_id;
  OvsSecret *client_secret; /* (nullable) Loket may have given none */
  guint port;               /* of this computer, to which the browser returns; 0: any that is free */
  gboolean pkce;            /* prove by RFC 7636 that who trades the code is who asked for it */
} OvsRegistration;

/** What a practice Loket knows. Returns: (transfer full). */
OvsRegistration *ovs_registration_new         (void);

/** The same with the port and PKCE of the preferences. Returns: (transfer full). */
OvsRegistration *ovs_registration_new_of_practice (void);
OvsRegistration *ovs_registration_copy        (const OvsRegistration *self);
void             ovs_registration_free        (OvsRegistration *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsRegistration, ovs_registration_free)

/** Reads what the office was given, from the preferences and @keyring. A practice Loket always knows Overstap by its own name. */
void             ovs_registration_read_async  (OvsKeyring *keyring, OvsLoketKind kind, GCancellable *cancellable, GAsyncReadyCallback callback,
                                               gpointer user_data);

/** Returns: (transfer full): never NULL; a secret that cannot be read is left out, and Loket will say so. */
OvsRegistration *ovs_registration_read_finish (OvsKeyring *keyring, GAsyncResult *result);

/** Under which key of base/user-settings.h the client id for a Loket of @kind is: acceptance has its own. */
const char      *ovs_registration_get_key     (OvsLoketKind kind);

/** Which item of a keyring the client secret for a Loket of @kind is. */
OvsKeyringItem   ovs_registration_get_item    (OvsLoketKind kind);

/**
 * Once there was one client id and one secret for production and acceptance together. Gives each its own copy, and forgets the common secret when both
 * have theirs; until then it holds for whichever has none. Before anybody changes one of them.
 */
void             ovs_registration_part_async  (OvsKeyring *keyring, GAsyncReadyCallback callback, gpointer user_data);
void             ovs_registration_part_finish (OvsKeyring *keyring, GAsyncResult *result);

G_END_DECLS
