/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mail/smtp.h"

G_BEGIN_DECLS

/* One in a second: faster looks like somebody else than an office. */
#define OVS_MAIL_MOST_PER_MINUTE 60

/**
 * OvsMailAccount:
 * @url: (nullable): of the server, see ovs_smtp_new()
 * @user: (nullable): NULL signs in as nobody
 * @sender: (nullable): the address from which letters go
 * @sender_name: (nullable)
 * @copy: (nullable): an address that gets a copy of each
 * @per_minute: how many messages go in a minute at most, 1 to 60
 *
 * How the office sends mail, as set on this computer. Everything is owned; free with ovs_mail_account_free(). For the main thread.
 */
typedef struct
{
  char *url;
  char *user;
  char *sender;
  char *sender_name;
  char *copy;
  guint per_minute;
} OvsMailAccount;

void            ovs_mail_account_free  (OvsMailAccount *account);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsMailAccount, ovs_mail_account_free)

/** As it is remembered. Returns: (transfer full). */
OvsMailAccount *ovs_mail_account_load  (void);

/** Remembers it; the password is for ovs_mail_account_keep_async(). */
void            ovs_mail_account_save  (const OvsMailAccount *account);

/** FALSE with %G_IO_ERROR_INVALID_ARGUMENT, and a sentence on what to fill in, where nothing can be sent with it. */
gboolean        ovs_mail_account_check (const OvsMailAccount *account, GError **error);

/**
 * The server of @account, with the password from the environment (`OVERSTAP_SMTP_PASSWORD`), else from the keyring. Fails as
 * ovs_mail_account_check() does, and where there is a user name and no password.
 */
void            ovs_mail_account_open_async  (const OvsMailAccount *account, GCancellable *cancellable, GAsyncReadyCallback callback,
                                              gpointer user_data);

/** Returns: (transfer full) (nullable). */
OvsSmtp        *ovs_mail_account_open_finish (GAsyncResult *result, GError **error);

/** Keeps @password of @account in the keyring; "" forgets it. Finish with ovs_mail_account_keep_finish(). */
void            ovs_mail_account_keep_async  (const OvsMailAccount *account, const char *password, GCancellable *cancellable,
                                              GAsyncReadyCallback callback, gpointer user_data);
gboolean        ovs_mail_account_keep_finish (GAsyncResult *result, GError **error);

G_END_DECLS
