/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/dossier.h"
#include "intake/error.h"
#include "intake/result.h"
#include "loket/loket.h"

G_BEGIN_DECLS

/**
 * Called in the main context: how many of the clients have been read, and how many people so far.
 */
typedef void (*OvsFetchProgress) (guint clients, guint all_clients, guint64 people, gpointer data);

/**
 * OvsFetchRequest:
 * @employers: (nullable) (array zero-terminated=1): numbers of clients; NULL for all that the user may see in Loket
 * @dry_run: does everything and keeps nothing
 * @progress: (nullable)
 *
 * What to fetch. Borrowed until the callback.
 */
typedef struct
{
  const char *const *employers;
  gboolean dry_run;
  OvsFetchProgress progress;
  gpointer progress_data;
} OvsFetchRequest;

/**
 * ovs_fetch_async:
 * @dossier: opened to write and bound to this Loket; one fetch at a time
 * @loket: signed in
 *
 * Reads clients and their people from Loket into the dossier, as files of clients and of employees would be read (see
 * ovs_intake_run()), in one transaction, with a record of its own kind `loket`:
 *
 * - of a client: name, place, contact, group, and whether product 500 and MijnLoket are on. Clients that Loket does not show stay as they are; new ones
 *   are not chosen;
 * - of a person: name, birth date, day of death, both addresses, all employments, and the access to both portals as of the instant at which Loket
 *   answered. Nothing else of Loket's answers is looked at. Who is no longer there is marked as missing, at the clients that were read;
 * - an address that was mended here and now stands in Loket is ticked off; one that Loket still shows as before stays mended;
 * - a client whose people this user may not read is told and left as it was.
 *
 * Everything is first put aside page by page, so that memory grows with the ids of one client only and no transaction waits for the network; what goes
 * wrong on the way changes nothing. A client whose list changes while it is read, is read again.
 */
void             ovs_fetch_async  (OvsDossier *dossier,
                                   OvsLoket *loket,
                                   const OvsFetchRequest *request,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/**
 * Returns: (transfer full) (nullable): NULL with an %OVS_LOKET_ERROR, %OVS_INTAKE_ERROR, %OVS_DOSSIER_ERROR or
 * %G_IO_ERROR_CANCELLED, and nothing changed.
 */
OvsIntakeResult *ovs_fetch_finish (OvsDossier *dossier,
                                   GAsyncResult *result,
                                   GError **error);

G_END_DECLS
