/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/secret.h"

G_BEGIN_DECLS

/** How long somebody has to sign in, in seconds. */
#define OVS_BROWSER_LIMIT 300

#define OVS_TYPE_BROWSER (ovs_browser_get_type ())
G_DECLARE_FINAL_TYPE (OvsBrowser, ovs_browser, OVS, BROWSER, GObject)

/**
 * OvsBrowser:
 *
 * The user's browser, as a sign-in uses it (RFC 8252): somebody is sent to an address, signs in there, and the browser returns to a port of this
 * computer, or its address is pasted. Who makes it shows the address; it knows no window. One sign-in at a time. Main context only.
 *
 * Signal "open" (const char *url): show this address in the browser, now. Signal "closed": that wait has ended, well or not.
 */

OvsBrowser *ovs_browser_new          (void);

/** How long somebody has to sign in from now on, in seconds: for tests. */
void        ovs_browser_set_limit    (OvsBrowser *self, guint seconds);

/** The address to sign in at, to open it once more. Returns: (transfer none) (nullable): NULL while nothing is waited for. */
const char *ovs_browser_get_url      (OvsBrowser *self);

/** How many seconds are left to sign in; 0 while nothing is waited for. */
guint       ovs_browser_get_left     (OvsBrowser *self);

/**
 * ovs_browser_paste:
 * @address: the address on which the browser ended, however it was copied
 *
 * TRUE where that ends the wait, well or with a refusal. FALSE with a sentence of %OVS_LOKET_ERROR_SIGN_IN where it is another address: the wait goes on.
 */
gboolean    ovs_browser_paste        (OvsBrowser *self, const char *address, GError **error);

/* For loket/oauth.c. */

/**
 * Listens on @port (0: any that is free) for an answer with @state. Returns: (transfer none) (nullable): where the browser is to return; NULL with
 * %OVS_LOKET_ERROR_SIGN_IN.
 */
const char *ovs_browser_listen       (OvsBrowser *self, guint port, const char *state, GError **error);

/** Shows @url and waits for the answer, after ovs_browser_listen(). However it ends, the port is free then. */
void        ovs_browser_wait_async   (OvsBrowser *self, const char *url, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/** Returns: (transfer full) (nullable): the code; NULL with %OVS_LOKET_ERROR_SIGN_IN or %G_IO_ERROR_CANCELLED. */
OvsSecret  *ovs_browser_wait_finish  (OvsBrowser *self, GAsyncResult *result, GError **error);

G_END_DECLS
