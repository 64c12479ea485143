/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "letters/posting-plan.h"

G_BEGIN_DECLS

/** A list of who gets what, what is wrong first. @plan is kept. Returns: (transfer floating). */
GtkWidget *ovs_send_rows_new (GPtrArray *plan);

G_END_DECLS
