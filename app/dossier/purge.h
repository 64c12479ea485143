/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/dossier.h"

G_BEGIN_DECLS

/*
 * Removing personal data (Opschonen; GDPR, articles 5 and 17). What is of people goes, from the file, its free pages, its WAL and its backups; what
 * is only a number, a day or a code stays, and the trail still verifies. A dossier that was purged is only read from then on. Killed in the middle, it is
 * finished by the next purge or by whoever opens the dossier to write.
 */

/**
 * OvsPurgeReport:
 * @people: employees whose data were removed
 * @bytes: by how much dossier and backups became smaller together
 * @backups: backups that were removed, or from which somebody was
 * @sought: addresses, names and ids that were looked for in the file afterwards; 0 where what was broken off was finished
 * @found: how many of them are still there; it is 0, or something is wrong
 */
typedef struct
{
  gint64 people;
  gint64 bytes;
  guint backups;
  guint sought;
  gint64 found;
} OvsPurgeReport;

/** How many employees there are personal data of. */
gint64   ovs_purge_count_people (OvsTx *tx);

/** After how many days from the closing of the last client on they are to be removed: that of the dossier, else %OVS_PURGE_AFTER. */
gint64   ovs_purge_get_after    (OvsTx *tx);

/** Sets it, a step that can be taken back. Kept within %OVS_PURGE_AFTER_LEAST and %OVS_PURGE_AFTER_MOST. */
void     ovs_purge_set_after    (OvsTx *tx, gint64 days);

/** Removes the personal data of everybody, now. @dossier: opened to write. Blocks: not for the main thread of a window. */
gboolean ovs_purge_run          (OvsDossier *dossier, OvsPurgeReport *report, GError **error);

/** The same without waiting, in a thread of its own. */
void     ovs_purge_async        (OvsDossier *dossier, GAsyncReadyCallback callback, gpointer user_data);
gboolean ovs_purge_finish       (OvsDossier *dossier, GAsyncResult *result, OvsPurgeReport *report, GError **error);

/**
 * Removes what is known of one employee at his request. His place in the numbers and in the trail stays, without anything that is his. He is not
 * read in again by a later file. Steps before it can no longer be taken back. Blocks.
 */
gboolean ovs_purge_erase        (OvsDossier *dossier, gint64 employee, OvsPurgeReport *report, GError **error);
void     ovs_purge_erase_async  (OvsDossier *dossier, gint64 employee, GAsyncReadyCallback callback, gpointer user_data);

/** Whether this number at this client is that of somebody who was removed at his request. */
gboolean ovs_purge_was_erased   (OvsTx *tx, gint64 employer, const char *number_key);

G_END_DECLS
