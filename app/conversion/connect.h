/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/dossier.h"
#include "loket/loket.h"

G_BEGIN_DECLS

/**
 * OvsConnection:
 *
 * What binding a dossier to a Loket gave. Free with ovs_connection_free().
 */
typedef struct
{
  char *url;
  char *user;        /* name of who signed in */
  char *firm;        /* (nullable) name of the accounting firm, as Loket has it */
  guint employers;   /* how many employers that user sees there */
  guint recognised;  /* how many of them are in the dossier */
  gboolean person;   /* a person signed in, rather than that the program did so by itself */
  gboolean kept;     /* that sign-in is in a keyring: later runs can use it */
} OvsConnection;

void           ovs_connection_free (OvsConnection *connection);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsConnection, ovs_connection_free)

/**
 * ovs_connect_async:
 * @dossier: opened to write
 * @url: where Loket is
 *
 * Signs in, checks that this Loket is the one the dossier was bound to before (if any), and binds it: kind, provider, clock, path prefixes and
 * Loket's ids of the employers. Another provider is refused with %OVS_CONVERSION_ERROR_OTHER_PROVIDER and nothing is changed.
 */
void           ovs_connect_async   (OvsDossier *dossier, const char *url, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/**
 * ovs_connect_in_browser_async:
 * @url: (nullable): NULL: where the dossier was connected before; a practice Loket that signs in by itself does so again
 * @browser: (nullable): with whom somebody signs in; NULL: as ovs_connect_async(), with what is kept of an earlier sign-in
 *
 * The same, and somebody signs in in the browser. Once it is known at which firm, the sign-in is kept for it.
 */
void           ovs_connect_in_browser_async (OvsDossier *dossier, const char *url, OvsBrowser *browser, GCancellable *cancellable,
                                             GAsyncReadyCallback callback, gpointer user_data);
OvsConnection *ovs_connect_finish  (OvsDossier *dossier, GAsyncResult *result, GError **error);

/**
 * ovs_sign_in_async:
 *
 * Signs in at the Loket that the dossier is bound to and takes over its clock. ovs_sign_in_finish() returns (transfer full) the client.
 */
void           ovs_sign_in_async   (OvsDossier *dossier, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
OvsLoket      *ovs_sign_in_finish  (OvsDossier *dossier, GAsyncResult *result, GError **error);

/**
 * ovs_sign_out_async:
 *
 * Forgets the sign-in at the Loket that the dossier is bound to. The dossier stays bound to it.
 */
void           ovs_sign_out_async  (OvsDossier *dossier, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean       ovs_sign_out_finish (OvsDossier *dossier, GAsyncResult *result, GError **error);

G_END_DECLS
