/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/day.h"

G_BEGIN_DECLS

/** Asks until when the contract of the client called @name for Werknemerloket runs. @known: what is known, or %OVS_NO_DAY. */
void     ovs_contract_dialog_async  (GtkWindow *parent, const char *name, OvsDay known, OvsDay today, GAsyncReadyCallback callback, gpointer user_data);

/** Returns: FALSE when the user thought better of it. @day: (out): %OVS_NO_DAY for no known end. */
gboolean ovs_contract_dialog_finish (GAsyncResult *result, OvsDay *day);

G_END_DECLS
