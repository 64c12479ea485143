/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "loket/redirect.h"

G_BEGIN_DECLS

#define OVS_TYPE_REDIRECT_LISTENER (ovs_redirect_listener_get_type ())
G_DECLARE_FINAL_TYPE (OvsRedirectListener, ovs_redirect_listener, OVS, REDIRECT_LISTENER, GObject)

/**
 * OvsRedirectListener:
 *
 * A web server on 127.0.0.1 for the one request with which a browser returns from a sign-in: GET of `/` with our state, asked of this very host
 * and port. It answers with a page that says that the window may be closed; every other request is refused and changes nothing. It listens until
 * it goes, or has been answered.
 */

/**
 * What the browser returned with: %OVS_REDIRECT_CODE (with @code), %OVS_REDIRECT_DENIED or %OVS_REDIRECT_REFUSED. Once, when the page has been sent.
 */
typedef void (*OvsRedirectFunc) (OvsRedirect redirect, const char *code, gpointer user_data);

/**
 * ovs_redirect_listener_new:
 * @port: 0 for any that is free
 *
 * Returns: (transfer full) (nullable): NULL with %OVS_LOKET_ERROR_SIGN_IN where the port is in use.
 */
OvsRedirectListener *ovs_redirect_listener_new     (guint port, const char *state, OvsRedirectFunc answered, gpointer user_data, GError **error);

/** Where the browser is to return: `http://127.0.0.1:PORT/`. Returns: (transfer none). */
const char          *ovs_redirect_listener_get_uri (OvsRedirectListener *self);

/** Frees the port; nothing is answered any more. */
void                 ovs_redirect_listener_close   (OvsRedirectListener *self);

G_END_DECLS
