/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "letters/letter-mail.h"
#include "mail/smtp.h"

G_BEGIN_DECLS

/**
 * Sends @letter to @to instead of to its client, with all that goes along, to look at before it goes. Its subject says that it is a test.
 * It is not written down, and tells nobody that the client is informed. @at: microseconds since 1970.
 */
void     ovs_test_mail_async  (OvsSmtp *smtp, const OvsLetter *letter, const OvsMailSender *sender, const char *to, gint64 at,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/** FALSE with an %OVS_SMTP_ERROR, or an %OVS_MAIL_ERROR where an address cannot be one. */
gboolean ovs_test_mail_finish (OvsSmtp *smtp, GAsyncResult *result, GError **error);

G_END_DECLS
