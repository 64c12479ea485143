/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* The logo of the office, on its letters and flyers: a picture in the user's data directory. */

/** Where it is, or would be: a PNG file. Returns: (transfer full) (type filename). */
char            *ovs_logo_path (void);

/** Keeps this PNG as the logo; NULL takes the logo away. Blocks. */
gboolean         ovs_logo_set  (GBytes *png, GError **error);

/** Reads it. Blocks. Returns: (transfer full) (nullable): NULL where there is none, or none that can be drawn. */
cairo_surface_t *ovs_logo_load (void);

G_END_DECLS
