/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What the user calls a kind of Loket (nullable), as in figures.h. Returns: (transfer none). */
const char *ovs_environment_title (const char *kind);

G_END_DECLS
