/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/day.h"

G_BEGIN_DECLS

/**
 * A birth date as a screen shows it without being asked: `**-**-1985`; an employee proves himself with the whole of it. "empty" for
 * %OVS_NO_DAY. Returns: (transfer full).
 */
char *ovs_birth_date_mask (OvsDay day);

G_END_DECLS
