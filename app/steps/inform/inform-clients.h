/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steps/list-source.h"

G_BEGIN_DECLS

/** The filters of the table of clients to inform; NULL shows all. */
#define OVS_INFORM_OPEN "open"         /* somebody has to do something yet */
#define OVS_INFORM_INFORMED "informed" /* knows the day */
#define OVS_INFORM_NO_FLYER "no-flyer" /* did not say that the flyer hangs */

/** A table of them, with ticks that mean nothing in the dossier. @source: (out) (transfer full). Returns: (transfer floating). */
GtkWidget *ovs_inform_clients_new_table (OvsWorkspace *workspace, OvsTableSource **source);

G_END_DECLS
