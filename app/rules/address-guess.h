/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * The address that was probably meant by a private e-mail @cell (nullable), to propose to a human being, never to apply silently: the
 * well-known provider behind a slip ("jan@gmial.com"), and of what is no address the one that differs from it by a comma for a full stop, an
 * "@" too many or in words, a blank beside one, or a provider without its ending. Two addresses in one cell have no guess.
 * Returns: (transfer full) (nullable): NULL when none is obvious, or when nothing looks wrong.
 */
char *ovs_address_guess (const char *cell);

G_END_DECLS
