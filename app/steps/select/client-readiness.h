/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steps/select/client-facts.h"

G_BEGIN_DECLS

/** Fills @box with everything that stands in the way of the client, why it matters and what to do; @box is hidden where there is nothing. */
void ovs_client_readiness_fill (GtkBox *box, const OvsClientFacts *facts);

G_END_DECLS
