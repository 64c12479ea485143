/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

/**
 * OvsDossierNumber:
 * @title, @subtitle: in the user's language; used at once
 * @get, @set: in a thread of the dossier
 *
 * A number that is a setting of the dossier.
 */
typedef struct
{
  const char *title;
  const char *subtitle;
  double least;
  double most;
  double step;
  gint64 (*get) (OvsTx *tx);
  void (*set) (OvsTx *tx, gint64 value);
} OvsDossierNumber;

/** A row for one such number. It reads and writes by itself. Returns: a new widget. */
GtkWidget *ovs_dossier_number_row_new (OvsWorkspace *workspace, const OvsDossierNumber *number);

G_END_DECLS
