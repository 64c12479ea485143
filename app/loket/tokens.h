/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "loket/loket-kind.h"
#include "loket/wire.h"

G_BEGIN_DECLS

#define OVS_TYPE_TOKENS (ovs_tokens_get_type ())
G_DECLARE_FINAL_TYPE (OvsTokens, ovs_tokens, OVS, TOKENS, GObject)

/**
 * OvsTokens:
 *
 * The sign-in at one Loket (OAuth 2 with a code), in memory. One flight to Loket at a time: whoever needs a token
 * while one is under way waits for it. Main context only.
 */

/** @oauth_url: where one signs in. Returns: (transfer full). */
OvsTokens *ovs_tokens_new            (OvsWire              *wire,
                                      const char           *oauth_url,
                                      OvsLoketKind          kind);

/** Signs in anew, as ovs_loket_sign_in_async(). */
void       ovs_tokens_sign_in_async  (OvsTokens            *self,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gboolean   ovs_tokens_sign_in_finish (OvsTokens            *self,
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
char      *ovs_tokens_obtain_finish  (OvsTokens            *self,
                                      GAsyncResult         *result,
                                      GError              **error);

G_END_DECLS
