/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "letters/save-file.h"

#include <glib/gi18n.h>

static const char *
say_why (const GError *error)
{
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT) || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
    return _ ("its folder is not there");
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES) || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_PERM))
    return _ ("you have no permission");
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    return _ ("the disk is full");
  return error->message;
}

gboolean
ovs_save_file (const char *path, const char *data, gssize size, GError **error)
{
  g_autoptr (GError) why = NULL;

  if (g_file_set_contents_full (path, data, size, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &why))
    return TRUE;
  g_set_error (error, why->domain, why->code, _ ("The file “%s” could not be written: %s. Choose another folder and try again."), path, say_why (why));
  return FALSE;
}

gboolean
ovs_save_bytes (const char *path, GBytes *bytes, GError **error)
{
  return bytes != NULL && ovs_save_file (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error);
}
