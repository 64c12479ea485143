/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

/** A row for one setting of the dossier: after how many days from its closing on personal data are to go. It reads and writes by itself. Returns: a new widget. */
GtkWidget *ovs_purge_after_row_new (OvsWorkspace *workspace);

G_END_DECLS
