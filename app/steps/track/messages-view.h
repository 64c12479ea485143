/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_MESSAGES_VIEW (ovs_messages_view_get_type ())
G_DECLARE_FINAL_TYPE (OvsMessagesView, ovs_messages_view, OVS, MESSAGES_VIEW, AdwBin)

/**
 * OvsMessagesView:
 *
 * The results as Loket gave them, newest first: a title in plain words and Loket's own text, as it came.
 */
GtkWidget *ovs_messages_view_new        (void);

/** Begins to show the messages of @workspace, once. */
void       ovs_messages_view_open       (OvsMessagesView *self, OvsWorkspace *workspace);

void       ovs_messages_view_set_search (OvsMessagesView *self, const char *text);

G_END_DECLS
