/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define OVS_TYPE_START_PAGE (ovs_start_page_get_type ())
G_DECLARE_FINAL_TYPE (OvsStartPage, ovs_start_page, OVS, START_PAGE, AdwBin)

/**
 * OvsStartPage:
 *
 * The first start: who is here, and then practise with examples (win.practise), a new dossier (win.new), or one that was open before.
 */
GtkWidget *ovs_start_page_new      (void);

/** Shows that something is being made or opened: @text under a spinner; NULL when it is over. */
void       ovs_start_page_set_busy (OvsStartPage *self, const char *text);

G_END_DECLS
