/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/keyring.h"
#include "loket/browser.h"
#include "loket/loket-kind.h"
#include "loket/wire.h"

G_BEGIN_DECLS

#define OVS_TYPE_TOKENS (ovs_tokens_get_type ())
G_DECLARE_FINAL_TYPE (OvsTokens, ovs_tokens, OVS, TOKENS, GObject)

/**
 * OvsTokens:
 *
 * The sign-in at one Loket (OAuth 2 with a code). One flight to Loket at a time: whoever needs a token while one is under way waits for it. Main
 * context only.
 *
 * Where a person signs in, the refresh token is in a keyring. There it is looked up for each renewal, because another process may have renewed it, and
 * a new one is stored there before the access token that came with it is used.
 */

/** @oauth_url: where one signs in. Returns: (transfer full). */
OvsTokens *ovs_tokens_new            (OvsWire              *wire,
                                      const char           *oauth_url,
                                      OvsLoketKind          kind);

/** A person signs in, in a browser, and @keyring keeps it. @name: which Loket, as @keyring is to call it. */
void       ovs_tokens_use_keyring    (OvsTokens            *self,
                                      OvsKeyring           *keyring,
                                      const char           *name);

/** Loket's id of the firm whose sign-in is in the keyring (nullable: none is). */
void       ovs_tokens_set_provider   (OvsTokens            *self,
                                      const char           *provider);

/**
 * ovs_tokens_sign_in_async:
 * @browser: (nullable): with whom somebody signs in anew; NULL: what the keyring has is renewed, and on loopback signed in anew
 *
 * When @cancellable is cancelled while the browser is waited for, that wait ends too.
 */
void       ovs_tokens_sign_in_async  (OvsTokens            *self,
                                      OvsBrowser           *browser,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gboolean   ovs_tokens_sign_in_finish (OvsTokens            *self,
                                      GAsyncResult         *result,
                                      GError              **error);

/** Puts the sign-in into the keyring, as that of @provider; from then on it stays there. Nothing on loopback. */
void       ovs_tokens_keep_async     (OvsTokens            *self,
                                      const char           *provider,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);

/** FALSE with an error where it could not be kept; ovs_keyring_is_lasting() tells for how long it is. */
gboolean   ovs_tokens_keep_finish    (OvsTokens            *self,
                                      GAsyncResult         *result,
                                      GError              **error);

/**
 * ovs_tokens_obtain_async:
 * @refused: (nullable): the access token that Loket just answered with 401
 *
 * Gives an access token that is still valid and is not @refused, renewing it where needed. Fails with
 * %OVS_LOKET_ERROR_SIGN_IN when nobody signed in or the sign-in ended.
 */
void       ovs_tokens_obtain_async   (OvsTokens            *self,
                                      const char           *refused,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);

/** Returns: (transfer full) (nullable): the access token. */
OvsSecret *ovs_tokens_obtain_finish  (OvsTokens            *self,
                                      GAsyncResult         *result,
                                      GError              **error);

G_END_DECLS
