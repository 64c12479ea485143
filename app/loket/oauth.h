/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "loket/wire.h"

G_BEGIN_DECLS

/** As which program Overstap is known at Loket. */
#define OVS_OAUTH_CLIENT_ID "overstap"

/** What Loket grants. Never logged. */
typedef struct
{
  char *access_token;
  char *refresh_token; /* (nullable) a new one; the one before it may be void from now on */
  guint expires_in;    /* seconds that the access token lives */
} OvsGrant;

void      ovs_grant_free             (OvsGrant *grant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsGrant, ovs_grant_free)

/**
 * ovs_oauth_sign_in_async:
 * @url: where one signs in, without a slash at the end
 *
 * Signs in where `/authorize` needs no person: reads the code from its redirect without following it, and trades the
 * code for a grant.
 */
void      ovs_oauth_sign_in_async    (OvsWire              *wire,
                                      const char           *url,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);

/** Returns: (transfer full) (nullable): NULL with an error of %OVS_LOKET_ERROR. */
OvsGrant *ovs_oauth_sign_in_finish   (OvsWire              *wire,
                                      GAsyncResult         *result,
                                      GError              **error);

/** Trades @refresh_token for a new grant. */
void      ovs_oauth_renew_async      (OvsWire              *wire,
                                      const char           *url,
                                      const char           *refresh_token,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);

/**
 * ovs_oauth_renew_finish:
 *
 * Returns: (transfer full) (nullable): NULL with %OVS_LOKET_ERROR_SIGN_IN where Loket does not take the token
 * (`invalid_grant`), with %OVS_LOKET_ERROR_UNKNOWN_OUTCOME where the answer was lost, or another error.
 */
OvsGrant *ovs_oauth_renew_finish     (OvsWire              *wire,
                                      GAsyncResult         *result,
                                      GError              **error);

G_END_DECLS
