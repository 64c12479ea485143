/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "config.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * ovs_crash_point:
 * @name: a string constant; every name is used in one place only, and tests find them all by looking through the source
 *
 * A place at which tests let the program die. With `OVERSTAP_CRASH=NAME` in the environment it is killed at once, as by a power
 * cut, when it comes here; with `OVERSTAP_CRASH=NAME:3` the third time. In debug builds only; elsewhere nothing is compiled.
 */
#if OVS_CRASH_POINTS
void ovs_crash_point (const char *name);
#else
#define ovs_crash_point(name) ((void) 0)
#endif

G_END_DECLS
