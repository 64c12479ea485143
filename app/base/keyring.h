/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/secret.h"

G_BEGIN_DECLS

/**
 * OvsKeyringItem:
 * @what: what is kept: %OVS_KEYRING_REFRESH_TOKEN, %OVS_KEYRING_CLIENT_SECRET
 * @loket: (nullable): the Loket that it is for
 * @provider: (nullable): Loket's id of the firm that it is for
 *
 * Which secret is meant. Everything that a keyring shows of it is in these words: no name of anybody.
 */
typedef struct
{
  const char *what;
  const char *loket;
  const char *provider;
} OvsKeyringItem;

#define OVS_KEYRING_REFRESH_TOKEN "refresh-token"
#define OVS_KEYRING_CLIENT_SECRET "client-secret"
#define OVS_KEYRING_SMTP_PASSWORD "smtp-password" /* @loket is the URL of the mail server */

#define OVS_TYPE_KEYRING (ovs_keyring_get_type ())
G_DECLARE_INTERFACE (OvsKeyring, ovs_keyring, OVS, KEYRING, GObject)

/**
 * OvsKeyring:
 *
 * Where secrets are kept. Everything is asynchronous in the thread-default main context, and nothing is ever logged.
 */
struct _OvsKeyringInterface
{
  GTypeInterface parent_interface;

  void     (*lookup)     (OvsKeyring *self, const OvsKeyringItem *item, GTask *task);
  void     (*store)      (OvsKeyring *self, const OvsKeyringItem *item, const char *secret, GTask *task);
  void     (*forget)     (OvsKeyring *self, const OvsKeyringItem *item, GTask *task);
  /* NULL: it always is. */
  gboolean (*is_lasting) (OvsKeyring *self);
};

/**
 * ovs_keyring_get_default:
 *
 * The keyring of this program: that of the desktop through libsecret. Where there is none, or it does not open, secrets are kept in memory:
 * for this run only. Returns: (transfer none).
 */
OvsKeyring *ovs_keyring_get_default   (void);

/** A keyring that forgets everything when it goes. Returns: (transfer full). */
OvsKeyring *ovs_keyring_new_memory    (void);

/** That of the desktop. Fails where there is none. Returns: (transfer full). */
OvsKeyring *ovs_keyring_new_desktop   (void);

/** @first, and @second for what @first does not do. Returns: (transfer full). */
OvsKeyring *ovs_keyring_new_with_fallback (OvsKeyring *first, OvsKeyring *second);

/**
 * ovs_keyring_is_lasting:
 *
 * Whether what was stored last outlives this run, as far as is known.
 */
gboolean    ovs_keyring_is_lasting    (OvsKeyring *self);

/** Looks for @item, which is copied. */
void        ovs_keyring_lookup_async  (OvsKeyring *self, const OvsKeyringItem *item, GCancellable *cancellable, GAsyncReadyCallback callback,
                                       gpointer user_data);

/** Returns: (transfer full) (nullable): the secret; NULL without an error where there is none. */
OvsSecret  *ovs_keyring_lookup_finish (OvsKeyring *self, GAsyncResult *result, GError **error);

/** Keeps @secret as @item, in place of what was there. Both are copied. */
void        ovs_keyring_store_async   (OvsKeyring *self, const OvsKeyringItem *item, const char *secret, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data);
gboolean    ovs_keyring_store_finish  (OvsKeyring *self, GAsyncResult *result, GError **error);

/** Forgets @item; that there was none is no error. */
void        ovs_keyring_forget_async  (OvsKeyring *self, const OvsKeyringItem *item, GCancellable *cancellable, GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean    ovs_keyring_forget_finish (OvsKeyring *self, GAsyncResult *result, GError **error);

/** What is in @item, each as "" where it is NULL, as one key. Returns: (transfer full). */
char       *ovs_keyring_item_to_key   (const OvsKeyringItem *item);

G_END_DECLS
