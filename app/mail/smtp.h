/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mail/message.h"

G_BEGIN_DECLS

/**
 * OvsSmtpError:
 * @OVS_SMTP_ERROR_UNREACHABLE: nothing answers there, or it is no mail server: nothing was sent
 * @OVS_SMTP_ERROR_UNSAFE: the line cannot be encrypted, or its certificate is not that of the server: nothing was sent
 * @OVS_SMTP_ERROR_SIGN_IN: the server refuses the user name or the password
 * @OVS_SMTP_ERROR_REFUSED: the server refuses this message for good (5xx)
 * @OVS_SMTP_ERROR_LATER: the server takes it later (4xx)
 * @OVS_SMTP_ERROR_UNKNOWN: the line broke after the message was given: whether it was taken is not known
 *
 * What can go wrong on the way; each comes with a finished sentence for the user, with what the server answered.
 */
typedef enum
{
  OVS_SMTP_ERROR_UNREACHABLE,
  OVS_SMTP_ERROR_UNSAFE,
  OVS_SMTP_ERROR_SIGN_IN,
  OVS_SMTP_ERROR_REFUSED,
  OVS_SMTP_ERROR_LATER,
  OVS_SMTP_ERROR_UNKNOWN,
} OvsSmtpError;

#define OVS_SMTP_ERROR (ovs_smtp_error_quark ())
GQuark ovs_smtp_error_quark (void);

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
 * Gives @message from @sender to @recipient (addresses) to the server, in a thread. A call while another one is under way
 * waits for it.
 */
void     ovs_smtp_send_async  (OvsSmtp *self, const char *sender, const char *recipient, GBytes *message, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);

/** TRUE when the server took it, FALSE with an %OVS_SMTP_ERROR. */
gboolean ovs_smtp_send_finish (OvsSmtp *self, GAsyncResult *result, GError **error);

G_END_DECLS
