/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** A line above a page that tells what is the matter with it, with a button to do something about it. It is hidden while there is nothing. */
GtkWidget *ovs_notice_new  (void);

/** @text: (nullable): NULL for nothing. @verb: on the button. @action: what that does. */
void       ovs_notice_show (GtkWidget *notice, const char *text, const char *verb, const char *action);

G_END_DECLS
