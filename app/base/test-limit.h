/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "config.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * ovs_test_limit:
 * @name: of a variable in the environment: `OVERSTAP_ANSWER_MS`, `OVERSTAP_BACK_OFF_MS`, `OVERSTAP_MOST_PAGES`
 *
 * A limit that tests make smaller, so that they need not wait for an hour or fill a disk. Returns: its number, or @otherwise. In debug builds
 * only; elsewhere it is always @otherwise.
 */
#if OVS_TEST_LIMITS
guint ovs_test_limit (const char *name, guint otherwise);
#else
#define ovs_test_limit(name, otherwise) (otherwise)
#endif

G_END_DECLS
