/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What the practice user may do: all that a conversion needs, by Loket's names for its operations. Returns: (transfer none). */
const char *const *ovs_practice_activities (void);

/** Whether activity @name is about MijnLoket, which an employer may lack. */
gboolean           ovs_practice_activities_need_product (const char *name);

/** Whether @name is one of them. */
gboolean           ovs_practice_activities_contain (const char *name);

G_END_DECLS
