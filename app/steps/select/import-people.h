/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dossier/import-people.h"
#include "steps/workspace.h"

G_BEGIN_DECLS

/** Shows in a window of their own which @people an import is about; @import is 0 for %OVS_ALL_MISSING. */
void ovs_import_people_show (GtkWindow *parent, OvsWorkspace *workspace, OvsImportPeople people, gint64 import);

G_END_DECLS
