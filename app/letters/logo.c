/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "letters/logo.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

char *
ovs_logo_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "overstap", "letters", "logo.png", NULL);
}

static gboolean
fail (GError **error)
{
  int code = errno;

  g_set_error (error, G_FILE_ERROR, (gint) g_file_error_from_errno (code), _ ("The logo cannot be kept or taken away: %s"), g_strerror (code));
  return FALSE;
}

gboolean
ovs_logo_set (GBytes *png, GError **error)
{
  g_autofree char *path = ovs_logo_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  if (png == NULL)
    return g_unlink (path) == 0 || errno == ENOENT || fail (error);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail (error);
  return g_file_set_contents (path, g_bytes_get_data (png, NULL), (gssize) g_bytes_get_size (png), error);
}

cairo_surface_t *
ovs_logo_load (void)
{
  g_autofree char *path = ovs_logo_path ();
  cairo_surface_t *logo;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return NULL;
  logo = cairo_image_surface_create_from_png (path);
  if (cairo_surface_status (logo) == CAIRO_STATUS_SUCCESS && cairo_image_surface_get_width (logo) > 0
      && cairo_image_surface_get_height (logo) > 0)
    return logo;
  cairo_surface_destroy (logo);
  return NULL;
}
