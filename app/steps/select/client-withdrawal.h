/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steps/select/client-facts.h"

G_BEGIN_DECLS

/** Fills @box with why the client does not take part, who said so, and what is still to be done about it; hides it where it takes part. */
void ovs_client_withdrawal_fill (GtkBox *box, const OvsClientFacts *facts, OvsWorkspace *workspace);

G_END_DECLS
