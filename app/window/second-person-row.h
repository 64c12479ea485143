/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

/**
 * A row of the preferences for one setting of the dossier: above how many people at once a second person has to agree; 0 is never. It reads
 * and writes by itself. Returns: a new widget.
 */
GtkWidget *ovs_second_person_row_new (OvsWorkspace *workspace);

G_END_DECLS
