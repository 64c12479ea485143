/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "conversion/action-watch.h"
#include "dossier/dossier.h"
#include "loket/lists.h"

G_BEGIN_DECLS

/**
 * OvsReading:
 *
 * What Loket says of the people of one employer, read in one go. Plain data of the main context; while it is written into the
 * dossier (in the writer's thread) nobody else touches it.
 */
typedef struct
{
  gint64 employer;
  char *number;
  char *name;
  char *loket_id;

  gboolean selected;      /* takes part, and it is its turn; else only what was sent before is read back */
  gboolean has_open;      /* an earlier run left something without a result */
  GStrv open_actions;     /* Loket's ids of the actions of these, as far as known */
  gboolean out_of_patience; /* an action at this employer still was not completed */
  gboolean unreadable;      /* Loket refuses to tell of this employer */
  guint invitations;        /* how many of its people are to be invited in this run */

  GPtrArray *werknemerloket; /* (nullable) (element-type OvsLoketAccess) */
  GPtrArray *mijnloket;      /* (nullable) (element-type OvsLoketAccess) */
  GPtrArray *migration;      /* (nullable) (element-type OvsLoketMigration) */
  GPtrArray *employees;      /* (nullable) (element-type OvsLoketEmployee) read only where the lists lack a number */
  GPtrArray *items;          /* (element-type OvsLoketActionItem) results of open actions, or of the present run */
} OvsReading;

/** What to read. */
typedef enum
{
  OVS_READ_WERKNEMERLOKET = 1 << 0,
  OVS_READ_MIJNLOKET = 1 << 1,
  OVS_READ_MIGRATION = 1 << 2,
  OVS_READ_ALL = OVS_READ_WERKNEMERLOKET | OVS_READ_MIJNLOKET | OVS_READ_MIGRATION,
} OvsReadWhat;

OvsReading *ovs_reading_new   (gint64 employer, const char *number, const char *name, const char *loket_id);
void        ovs_reading_free  (OvsReading *reading);

/** Lets go of the lists; the items stay. */
void        ovs_reading_forget (OvsReading *reading);

/**
 * ovs_reading_read_async:
 * @what: which lists; earlier ones are forgotten
 *
 * Reads the lists side by side. Where an earlier run left something open, it first waits until every collective action of the employer is
 * completed, and reads the results of ours: only then do the statuses mean what they say.
 */
void        ovs_reading_read_async  (OvsReading *reading, OvsLoket *loket, OvsActionWatch *watch, OvsReadWhat what,
                                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean    ovs_reading_read_finish (OvsReading *reading, GAsyncResult *result, GError **error);

/**
 * Writes into the dossier what was read: Loket's ids and the observed accesses, as of now, with history under @sequence. An address that
 * was mended here and now stands in Loket too is ticked off.
 */
void        ovs_reading_record (const OvsReading *reading, OvsTx *tx, gint64 sequence);

G_END_DECLS
