/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What the rows about one record of the dossier did to it. */
typedef enum
{
  OVS_TALLY_ABSENT, /* not in the file so far */
  OVS_TALLY_SEEN,   /* in the file, but nothing of it was read in */
  OVS_TALLY_ADDED,
  OVS_TALLY_CHANGED,
  OVS_TALLY_UNCHANGED,
  OVS_TALLY_N_CLASSES,
} OvsTallyClass;

/**
 * OvsTally:
 *
 * For this room: what was met of each record in one file, by its id in the dossier, in four bytes each. All
 * rows about a record count as the record does, so that a later row can move the earlier ones.
 */
typedef struct _OvsTally OvsTally;

OvsTally     *ovs_tally_new          (void);
void          ovs_tally_free         (OvsTally *tally);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsTally, ovs_tally_free)

OvsTallyClass ovs_tally_get_class    (OvsTally *tally, gint64 id);

/** Puts the record in @class with the rows counted so far, and counts @rows more. */
void          ovs_tally_count        (OvsTally *tally, gint64 id, OvsTallyClass class, guint rows);

/** Notes that the record is in the file, whatever becomes of its row. */
void          ovs_tally_see          (OvsTally *tally, gint64 id);

/**
 * Notes how many leading zeros @number has in the file. FALSE when the record had another number of them
 * before.
 */
gboolean      ovs_tally_check_number (OvsTally *tally, gint64 id, const char *number);

/** All rows in @class. */
guint64       ovs_tally_get_rows     (OvsTally *tally, OvsTallyClass class);

/** One more than the highest id that was met. */
gint64        ovs_tally_get_limit    (OvsTally *tally);

/** The leading zeros of @number as written. */
guint         ovs_tally_count_zeros  (const char *number);

G_END_DECLS
