/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/dossier.h"
#include "loket/loket.h"
#include "loket/records.h"

G_BEGIN_DECLS

/**
 * OvsFetchClient:
 * @ordinal: by which it is known in dossier/fetched.h
 * @people: how many of its people have come in so far
 * @contact_email: (nullable): NULL where Loket does not tell
 * @modules: (nullable) (element-type OvsLoketModule): NULL where Loket does not tell
 * @no_people, @no_access, @no_products: (nullable): why this user may not read that, with Loket's words
 *
 * For this room: one client while it is fetched from Loket. Free with ovs_fetch_client_free().
 */
typedef struct
{
  gint64 ordinal;
  const OvsLoketEmployer *employer; /* (unowned) */
  guint people;
  char *contact_email;
  GPtrArray *modules;
  char *no_people;
  char *no_access;
  char *no_products;
} OvsFetchClient;

OvsFetchClient *ovs_fetch_client_new         (gint64 ordinal, const OvsLoketEmployer *employer);
void            ovs_fetch_client_free        (OvsFetchClient *client);

/** Called when more of its people have come in. */
typedef void  (*OvsFetchClientFunc)          (OvsFetchClient *client, gpointer data);

/**
 * ovs_fetch_client_read_async:
 *
 * Reads everything of @client side by side, and puts each page aside in the dossier as it comes. A client whose people may not be read is not put
 * aside. Fails with the first error that is more than a right that lacks, once nothing is under way any more.
 */
void            ovs_fetch_client_read_async  (OvsFetchClient *client, OvsDossier *dossier, OvsLoket *loket, OvsFetchClientFunc func, gpointer data,
                                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean        ovs_fetch_client_read_finish (OvsFetchClient *client, GAsyncResult *result, GError **error);

G_END_DECLS
