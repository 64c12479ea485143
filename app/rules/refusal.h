/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Whether Loket's words about a refusal (nullable) are about the address: another one helps then, and asking again with the same one does not. */
gboolean ovs_refusal_is_about_address (const char *message);

G_END_DECLS
