/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "conversion/reading.h"

G_BEGIN_DECLS

/** The lists of @reading in one piece, without what Loket tells of the people beside them. Returns: (transfer full). */
GBytes *ovs_reading_pack   (const OvsReading *reading);

/** Gives @reading the lists of @content, that ovs_reading_pack() made in this process, in place of those that it has. */
void    ovs_reading_unpack (OvsReading *reading, GBytes *content);

G_END_DECLS
