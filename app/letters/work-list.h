/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv/writer.h"
#include "dossier/transaction.h"

G_BEGIN_DECLS

/** One employee on a work list: to tick in Loket, or not to tick although Loket shows him, and what to look out for. */
typedef struct
{
  char *number;
  char *name;
  gboolean tick;
  const char *note; /* "" for nothing */
} OvsWorkLine;

/** What is done at one client in Loket. @lines: (element-type OvsWorkLine): first whom to tick. Borrowed, valid during the callback. */
typedef struct
{
  const char *number;
  const char *name;    /* (nullable) */
  const char *handler; /* (nullable) */
  GPtrArray *lines;
} OvsWorkClient;

typedef gboolean (*OvsWorkFunc) (const OvsWorkClient *client, gpointer data, GError **error);

/**
 * Calls @func for each client that is done by hand in Loket and has somebody to tick, by name, until it fails. @wave: see dossier/routes.h;
 * @employer: only this client, 0 for all.
 */
gboolean ovs_work_list_foreach (OvsTx *tx, gint64 wave, gint64 employer, OvsWorkFunc func, gpointer data, GError **error);

/** Writes it as an office file. @rows: (out): how many people. FALSE with an %OVS_CSV_ERROR. */
gboolean ovs_work_list_write   (OvsTx *tx, gint64 wave, gint64 employer, OvsCsvWriter *writer, gint64 *rows, GError **error);

G_END_DECLS
