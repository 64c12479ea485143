/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Called in the main context: how many of the people that are to be invited have their result. */
typedef void (*OvsProgressFunc) (guint done, guint total, gpointer data);

G_END_DECLS
