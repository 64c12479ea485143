/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/day.h"

G_BEGIN_DECLS

/** Asks when to call @name back: a day from @today on, and a time if need be. */
void     ovs_call_back_dialog_async  (GtkWindow *parent, const char *name, OvsDay today, GAsyncReadyCallback callback, gpointer user_data);

/** FALSE when the user thought better of it. @at: (out): minutes since midnight, or %OVS_QUESTION_UNSAID (dossier/questions.h). */
gboolean ovs_call_back_dialog_finish (GAsyncResult *result, OvsDay *day, int *at);

G_END_DECLS
