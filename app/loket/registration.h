/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/keyring.h"
#include "loket/loket-kind.h"

G_BEGIN_DECLS

/** The keys of base/user-settings.h that make it up; the secret is in the keyring. */
#define OVS_REGISTRATION_CLIENT_ID "client-id"
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

/** Which item of a keyring the client secret is. */
OvsKeyringItem   ovs_registration_get_item    (void);

G_END_DECLS
