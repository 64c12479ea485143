/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "letters/post-run.h"

G_BEGIN_DECLS

/** How far a run is, and while it waits for the mail server: why, and at what time it goes on. Returns: (transfer full). */
char *ovs_send_progress_tell (const OvsPostProgress *progress);

G_END_DECLS
