/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steps/apply/apply-run.h"

G_BEGIN_DECLS

#define OVS_TYPE_CLIENT_PROGRESS (ovs_client_progress_get_type ())
G_DECLARE_FINAL_TYPE (OvsClientProgress, ovs_client_progress, OVS, CLIENT_PROGRESS, GtkWidget)

/** A line of a running conversion: sign, client, what is under way, a bar and its numbers. */
GtkWidget *ovs_client_progress_new  (void);
void       ovs_client_progress_show (OvsClientProgress *self, const OvsApplyClient *client);

G_END_DECLS
