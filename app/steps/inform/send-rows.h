/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "letters/posting-plan.h"

G_BEGIN_DECLS

/** Called with who is looked at. @item: valid as long as the list is. */
typedef void (*OvsSendRowsChosen) (const OvsPostingItem *item, gpointer data);

/**
 * A list of who gets a letter and who does not: one group for each reason, what asks for attention first. The first that goes is chosen at once.
 * @plan: (element-type OvsPostingItem): the list keeps it.
 */
GtkWidget *ovs_send_rows_new (GPtrArray *plan, OvsSendRowsChosen chosen, gpointer data);

G_END_DECLS
