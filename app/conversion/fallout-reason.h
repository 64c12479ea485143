/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Why an invitation did not come about, in the user's language; @code as in dossier/journal.h, unknown codes as they are. */
const char *ovs_fallout_reason_title (const char *code);

/** What to do about it, in the user's language. */
const char *ovs_fallout_reason_advice (const char *code);

G_END_DECLS
