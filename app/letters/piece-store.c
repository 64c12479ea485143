/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "letters/piece-store.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

/* A letter is no book. */
#define MOST_TEXT (64 * 1024)

#define RESOURCES "/nl/overstap/Overstap/letters/piece/"
#define PREVIOUS "previous"
#define DRAFTS "drafts"

static char *
make_name (OvsPiece piece, const char *language)
{
  return g_strconcat (ovs_piece_code (piece), language != NULL ? "-" : "", language != NULL ? language : "", ".txt", NULL);
}

/* @folder: "" for the texts that are used. */
static char *
make_path (const char *folder, OvsPiece piece, const char *language)
{
  g_autofree char *name = make_name (piece, language);

  return g_build_filename (g_get_user_data_dir (), "overstap", "letters", folder, name, NULL);
}

char *
ovs_piece_store_original (OvsPiece piece, const char *language)
{
  g_autofree char *name = make_name (piece, language);
  g_autofree char *path = g_strconcat (RESOURCES, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
}

char *
ovs_piece_store_normalize (const char *source)
{
  GString *text = g_string_new (g_str_has_prefix (source, "\xef\xbb\xbf") ? source + 3 : source);

  g_string_replace (text, "\r\n", "\n", 0);
  return g_string_free (text, FALSE);
}

gboolean
ovs_piece_store_is_text (const char *source, GError **error)
{
  if (g_utf8_validate (source, -1, NULL) && strlen (source) <= MOST_TEXT)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("This is no text, or one that is too long for a letter (64 kB). Shorten it, or save it as text in UTF-8."));
  return FALSE;
}

/* --- reading ---------------------------------------------------------------------------------------------------------- */

/* Returns: (nullable): NULL without an error where there is none. */
static char *
read_file (const char *path, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *content = NULL;
  gsize length;

  if (!g_file_get_contents (path, &content, &length, &problem))
    {
      if (!g_error_matches (problem, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  /* What comes after a NUL would be lost with the next saving. */
  if (strlen (content) != length)
    content[0] = '\xff';
  return ovs_piece_store_is_text (content, error) ? ovs_piece_store_normalize (content) : NULL;
}

char *
ovs_piece_store_read (OvsPiece piece, const char *language, gboolean *is_own, GError **error)
{
  g_autofree char *path = make_path ("", piece, language);
  g_autofree char *original = ovs_piece_store_original (piece, language);
  g_autoptr (GError) problem = NULL;
  g_autofree char *source = read_file (path, &problem);

  if (problem != NULL)
    {
      g_set_error (error, problem->domain, problem->code, _ ("Your own text of “%s” cannot be read: %s"), ovs_piece_title (piece), problem->message);
      return NULL;
    }
  if (is_own != NULL)
    *is_own = source != NULL && g_strcmp0 (source, original) != 0;
  return source != NULL ? g_steal_pointer (&source) : g_steal_pointer (&original);
}

char *
ovs_piece_store_read_previous (OvsPiece piece, const char *language)
{
  g_autofree char *path = make_path (PREVIOUS, piece, language);

  return read_file (path, NULL);
}

char *
ovs_piece_store_read_draft (OvsPiece piece, const char *language)
{
  g_autofree char *path = make_path (DRAFTS, piece, language);

  return read_file (path, NULL);
}

/* --- keeping ------------------------------------------------------------------------------------------------------------ */

static gboolean
make_folder_of (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, (gint) g_file_error_from_errno (errno), _ ("The folder for your own texts cannot be made: %s"),
               g_strerror (errno));
  return FALSE;
}

static gboolean
write_file (const char *path, const char *source, GError **error)
{
  return make_folder_of (path, error) && g_file_set_contents_full (path, source, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

/* As bytes, so that one that cannot be read as a text is not lost either. */
static gboolean
keep_previous (OvsPiece piece, const char *language, GError **error)
{
  g_autofree char *path = make_path ("", piece, language);
  g_autofree char *previous = make_path (PREVIOUS, piece, language);
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = g_file_new_for_path (previous);

  if (!g_file_query_exists (from, NULL))
    return TRUE;
  return make_folder_of (previous, error) && g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error);
}

gboolean
ovs_piece_store_keep (OvsPiece piece, const char *language, const char *source, GError **error)
{
  g_autofree char *path = make_path ("", piece, language);
  g_autofree char *kept = read_file (path, NULL);

  if (g_strcmp0 (kept, source) == 0)
    return TRUE;
  return keep_previous (piece, language, error) && write_file (path, source, error);
}

static gboolean
remove_file (const char *path, GError **error)
{
  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, (gint) g_file_error_from_errno (errno), _ ("The file cannot be taken away: %s"), g_strerror (errno));
  return FALSE;
}

gboolean
ovs_piece_store_restore (OvsPiece piece, const char *language, GError **error)
{
  g_autofree char *path = make_path ("", piece, language);

  return keep_previous (piece, language, error) && remove_file (path, error);
}

gboolean
ovs_piece_store_keep_draft (OvsPiece piece, const char *language, const char *source, GError **error)
{
  g_autofree char *path = make_path (DRAFTS, piece, language);

  return source != NULL ? write_file (path, source, error) : remove_file (path, error);
}
