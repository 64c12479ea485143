/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steps/select/client-facts.h"

G_BEGIN_DECLS

/** Fills @box (vertical) with the people of a client by what becomes of them: a total, and a line with sign and number for each that has anybody. */
void ovs_client_people_fill (GtkBox *box, const OvsClientFacts *facts);

G_END_DECLS
