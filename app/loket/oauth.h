/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "loket/browser.h"
#include "loket/oauth-token.h"

G_BEGIN_DECLS

/**
 * ovs_oauth_sign_in_async:
 * @url: where one signs in, without a slash at the end
 * @registration: copied where needed
 * @browser: (nullable): who signs in with; NULL where `/authorize` needs no person: then the code is read from its redirect without following it
 * @cancellable: ends the wait for the browser. What is under way to Loket after that is not cancelled: its answer would be lost
 *
 * Signs in, and trades the code for a grant.
 */
void      ovs_oauth_sign_in_async    (OvsWire               *wire,
                                      const char            *url,
                                      const OvsRegistration *registration,
                                      OvsBrowser            *browser,
                                      GCancellable          *cancellable,
                                      GAsyncReadyCallback    callback,
                                      gpointer               user_data);

/** Returns: (transfer full) (nullable): NULL with an error of %OVS_LOKET_ERROR. */
OvsGrant *ovs_oauth_sign_in_finish   (OvsWire               *wire,
                                      GAsyncResult          *result,
                                      GError               **error);

G_END_DECLS
