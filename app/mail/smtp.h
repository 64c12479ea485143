/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mail/message.h"
#include "mail/smtp-error.h"

G_BEGIN_DECLS

#define OVS_TYPE_SMTP (ovs_smtp_get_type ())
G_DECLARE_FINAL_TYPE (OvsSmtp, ovs_smtp, OVS, SMTP, GObject)

/**
 * OvsSmtp:
 *
 * A mail server that messages are given to (RFC 5321, by libcurl), one at a time over a line that is kept.
 */

/**
 * ovs_smtp_new:
 * @url: `smtp://HOST[:PORT]`, or `smtps://…` for TLS from the start
 *
 * With `smtp://` TLS is started (STARTTLS) and demanded, with a certificate that is good for
 * HOST, except to this machine itself, where a test server may do without, or with one of its own.
 * Returns: (transfer full) (nullable): NULL with %G_IO_ERROR_INVALID_ARGUMENT when @url is none of these.
 */
OvsSmtp *ovs_smtp_new         (const char *url, GError **error);

/** Whether the server is on this machine. */
gboolean ovs_smtp_is_near     (OvsSmtp *self);

/** Signs in with these; NULL, NULL signs in as nobody. Before the first message. */
void     ovs_smtp_set_sign_in (OvsSmtp *self, const char *user, const char *password);

/**
 * Trusts the authorities of the file @path (PEM) instead of those of this computer, and demands a good certificate of a server on this
 * machine too. Before the first message.
 */
void     ovs_smtp_set_authorities (OvsSmtp *self, const char *path);

/**
 * Gives @message from @sender to @recipient (addresses) to the server, in a thread; @copy (nullable) is an address that gets it too. A call
 * while another one is under way waits for it. Cancelling has no effect any more once something of the message was given.
 */
void     ovs_smtp_send_async  (OvsSmtp *self, const char *sender, const char *recipient, const char *copy, GBytes *message,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/** TRUE when the server took it, FALSE with an %OVS_SMTP_ERROR. @answer: (out) (optional) (nullable) (transfer full): what it said last. */
gboolean ovs_smtp_send_finish (OvsSmtp *self, GAsyncResult *result, char **answer, GError **error);

G_END_DECLS
