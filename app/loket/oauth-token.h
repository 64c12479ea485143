/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/secret.h"
#include "loket/registration.h"
#include "loket/wire.h"

G_BEGIN_DECLS

/** What Loket grants. Never logged, and overwritten when it goes. */
typedef struct
{
  OvsSecret *access_token;
  OvsSecret *refresh_token; /* (nullable) a new one; the one before it may be void from now on */
  guint expires_in;         /* seconds that the access token lives */
} OvsGrant;

void      ovs_grant_free          (OvsGrant *grant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsGrant, ovs_grant_free)

/**
 * ovs_oauth_redeem_async:
 * @url: where one signs in, without a slash at the end
 * @redirect_uri: where the browser was to return
 * @verifier: (nullable): what proves by PKCE that the code is ours
 *
 * Trades @code for a grant. All texts are copied.
 */
void      ovs_oauth_redeem_async  (OvsWire               *wire,
                                   const char            *url,
                                   const OvsRegistration *registration,
                                   const char            *code,
                                   const char            *redirect_uri,
                                   const char            *verifier,
                                   GCancellable          *cancellable,
                                   GAsyncReadyCallback    callback,
                                   gpointer               user_data);

/** Returns: (transfer full) (nullable): NULL with an error of %OVS_LOKET_ERROR. */
OvsGrant *ovs_oauth_redeem_finish (OvsWire               *wire,
                                   GAsyncResult          *result,
                                   GError               **error);

/** Trades @refresh_token for a new grant. */
void      ovs_oauth_renew_async   (OvsWire               *wire,
                                   const char            *url,
                                   const OvsRegistration *registration,
                                   const char            *refresh_token,
                                   GCancellable          *cancellable,
                                   GAsyncReadyCallback    callback,
                                   gpointer               user_data);

/**
 * ovs_oauth_renew_finish:
 *
 * Returns: (transfer full) (nullable): NULL with %OVS_LOKET_ERROR_SIGN_IN where Loket does not take the token
 * (`invalid_grant`), with %OVS_LOKET_ERROR_UNKNOWN_OUTCOME where the answer was lost, or another error. No error holds
 * a word of the answer: that may repeat what was sent.
 */
OvsGrant *ovs_oauth_renew_finish  (OvsWire               *wire,
                                   GAsyncResult          *result,
                                   GError               **error);

G_END_DECLS
