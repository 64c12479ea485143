/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/database.h"

G_BEGIN_DECLS

/**
 * Takes @folder for one practice Loket, making it when it is missing. The lock lasts until ovs_practice_store_unlock(), or the end of
 * the process. Returns: a file descriptor, or -1 with @error set, %G_IO_ERROR_BUSY when another one works there.
 */
int            ovs_practice_store_lock   (const char *folder, GError **error);
void           ovs_practice_store_unlock (int lock);

/** Opens the practice Loket's file in @folder (NULL: a temporary one) and makes its tables when it is new. */
OvsPracticeDb *ovs_practice_store_open   (const char *folder, GError **error);

G_END_DECLS
