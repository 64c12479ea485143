/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/closing-list.h"

G_BEGIN_DECLS

/*
 * Closing: a client is closed by somebody once everybody of it has an end state and Product 500 was seen gone. Something new (a newcomer, another
 * import, a question) opens it again by itself. The dossier is closed when all its clients are. What is counted is that of the last check.
 */

/** After so many days personal data are to be removed, where OVS_SETTING_PURGE_AFTER is not set; and what may be set. */
#define OVS_PURGE_AFTER 90
#define OVS_PURGE_AFTER_LEAST 30
#define OVS_PURGE_AFTER_MOST 365

/**
 * Closes those of @employers (element-type gint64) that can be, in one step of undo, after judging whom something has changed for.
 * @reason: (nullable): why a client is closed all the same that only something of %OVS_OBSTACLES_TO_OVERRULE keeps open.
 * Returns: how many were closed; -1 with @error set.
 */
gint64   ovs_closing_close   (OvsTx *tx, const GArray *employers, const char *reason, GError **error);

/** Closes all that can be. @filter: (nullable). Returns: how many were closed. */
gint64   ovs_closing_close_all (OvsTx *tx, const char *filter);

/** Opens these again, in one step of undo. Returns: how many were. */
gint64   ovs_closing_open_again (OvsTx *tx, const GArray *employers);

/**
 * OvsClosingPurge:
 * @open: clients that are not closed yet; personal data are needed for them
 * @closed_on: when the last one was closed, %OVS_NO_DAY while some are open, or there are none
 * @due_on: from which day on personal data are to be removed; %OVS_NO_DAY while some are open
 * @accounted: the verantwoording of the office was made since the last closing
 * @due: all are closed, the day has come, and the verantwoording was made
 *
 * Whether it is time to remove personal data (Opschonen).
 */
typedef struct
{
  gint64 open;
  OvsDay closed_on;
  OvsDay due_on;
  gboolean accounted;
  gboolean due;
} OvsClosingPurge;

void     ovs_closing_purge_due (OvsTx *tx, OvsClosingPurge *purge);

G_END_DECLS
