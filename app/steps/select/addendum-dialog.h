/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

/** Asks once for the dossier whether the firm has signed the addendum that MijnLoket asks for, and keeps the answer. */
void ovs_addendum_ask (GtkWidget *teller, OvsWorkspace *workspace);

G_END_DECLS
