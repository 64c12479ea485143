/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * The code that `--json` gives a failure, `dossier-in-use`: stable, for scripts to act on, whatever the
 * sentence says. Returns: (transfer none): `failed` for what has no code of its own.
 */
const char *ovs_error_code (const GError *error);

G_END_DECLS
