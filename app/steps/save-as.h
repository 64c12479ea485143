/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

/**
 * OvsSaveFunc:
 * @path: the file, or the folder, that was chosen
 * @told: (out) (optional): (transfer full): what to tell in place of “… saved”
 *
 * Writes what was asked for, in the writer's thread of the dossier; in the reader's one where the workspace is read only.
 */
typedef gboolean (*OvsSaveFunc) (OvsTx *tx, const char *path, gpointer data, char **told, GError **error);

/**
 * ovs_save_as:
 * @parent: above which is asked where
 * @teller: in whose window it tells what came of it
 * @title: of the question
 * @name: (nullable): of the file at first; NULL asks for a folder
 * @data: (transfer full): freed by @destroy (nullable)
 *
 * Asks where, and writes it there.
 */
void ovs_save_as (GtkWindow *parent, GtkWidget *teller, OvsWorkspace *workspace, const char *title, const char *name, OvsSaveFunc write,
                  gpointer data, GDestroyNotify destroy);

G_END_DECLS
