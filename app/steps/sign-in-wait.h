/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "loket/browser.h"

G_BEGIN_DECLS

#define OVS_TYPE_SIGN_IN_WAIT (ovs_sign_in_wait_get_type ())
G_DECLARE_FINAL_TYPE (OvsSignInWait, ovs_sign_in_wait, OVS, SIGN_IN_WAIT, AdwBin)

/**
 * OvsSignInWait:
 *
 * Shows that somebody is signing in in the browser: how long is left, open it again, and where to paste the address when the browser cannot come
 * back by itself. It opens the browser.
 *
 * Signal "cancel": the user no longer wants to.
 */
GtkWidget *ovs_sign_in_wait_new   (void);

/** Begins with @browser, whose "open" it follows. @kind: (nullable): of the Loket, as in figures.h. */
void       ovs_sign_in_wait_begin (OvsSignInWait *self, OvsBrowser *browser, const char *kind);

G_END_DECLS
