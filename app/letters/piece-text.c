/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "letters/piece-text.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

/* A letter is no book, and what goes along with a mail has to pass mail servers. */
#define MOST_TEXT (64 * 1024)
#define MOST_FILE (10 * 1024 * 1024)

#define RESOURCES "/nl/overstap/Overstap/letters/piece/"

void
ovs_piece_text_free (OvsPieceText *text)
{
  if (text == NULL)
    return;
  ovs_template_free (text->subject);
  ovs_template_free (text->body);
  g_free (text->source);
  g_clear_pointer (&text->findings, g_ptr_array_unref);
  g_free (text->toolkit_file);
  g_free (text);
}

/* --- where they are ------------------------------------------------------------------------------------------------ */

static char *
own_path (OvsPiece piece)
{
  g_autofree char *name = g_strconcat (ovs_piece_code (piece), ".txt", NULL);

  return g_build_filename (g_get_user_data_dir (), "overstap", "letters", name, NULL);
}

static char *
toolkit_folder (OvsPiece piece)
{
  return g_build_filename (g_get_user_data_dir (), "overstap", "letters", "toolkit", ovs_piece_code (piece), NULL);
}

/* Returns: (nullable) */
static char *
find_toolkit_file (OvsPiece piece)
{
  g_autofree char *folder = toolkit_folder (piece);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name = files != NULL ? g_dir_read_name (files) : NULL;

  while (name != NULL && (*name == '.' || g_str_has_suffix (name, "~")))
    name = g_dir_read_name (files);
  return name != NULL ? g_build_filename (folder, name, NULL) : NULL;
}

/* Returns: (nullable) (transfer full) */
static char *
read_original (OvsPiece piece, const char *language)
{
  g_autofree char *path = g_strconcat (RESOURCES, ovs_piece_code (piece), language != NULL ? "-" : "", language != NULL ? language : "", ".txt", NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
}

char *
ovs_piece_text_original (OvsPiece piece)
{
  return read_original (piece, NULL);
}

/* --- reading ---------------------------------------------------------------------------------------------------------- */

static gboolean
is_text (const char *source, GError **error)
{
  if (g_utf8_validate (source, -1, NULL) && strlen (source) <= MOST_TEXT)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("This is no text, or one that is too long for a letter (64 kB). Shorten it, or save it as text in UTF-8."));
  return FALSE;
}

static const char *
body_of (const char *source, char **subject)
{
  const char *begin = source + strlen (OVS_PIECE_SUBJECT_MARK);
  const char *end = strchr (begin, '\n');

  if (end == NULL)
    end = begin + strlen (begin);
  *subject = g_strstrip (g_strndup (begin, (gsize) (end - begin)));
  return *end != '\0' ? end + 1 : end;
}

static OvsTemplate *
parse_template (const char *source, guint first_line, GError **error)
{
  g_autoptr (GError) problem = NULL;
  guint line = first_line;
  OvsTemplate *template = ovs_template_parse (source, first_line, &line, &problem);

  if (template == NULL)
    g_set_error (error, problem->domain, problem->code, _ ("Line %u: %s"), line, problem->message);
  return template;
}

static gboolean
parse (OvsPieceText *text, GError **error)
{
  g_autofree char *subject = NULL;
  const char *body;

  if (!is_text (text->source, error))
    return FALSE;
  if (!g_str_has_prefix (text->source, OVS_PIECE_SUBJECT_MARK))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("Line 1: the text has to begin with “%s” and what the letter is about."),
                   OVS_PIECE_SUBJECT_MARK);
      return FALSE;
    }
  body = body_of (text->source, &subject);
  text->findings = ovs_lint_text (text->piece, text->source);
  text->subject = parse_template (subject, 1, error);
  text->body = text->subject != NULL ? parse_template (body, 2, error) : NULL;
  return text->body != NULL;
}

static char *
normalize (const char *source)
{
  GString *text = g_string_new (g_str_has_prefix (source, "\xef\xbb\xbf") ? source + 3 : source);

  g_string_replace (text, "\r\n", "\n", 0);
  return g_string_free (text, FALSE);
}

OvsPieceText *
ovs_piece_text_parse (OvsPiece piece, const char *source, GError **error)
{
  g_autoptr (OvsPieceText) text = g_new0 (OvsPieceText, 1);
  g_autofree char *original = ovs_piece_text_original (piece);

  text->piece = piece;
  text->source = normalize (source);
  text->is_own = !g_str_equal (text->source, original);
  text->toolkit_file = find_toolkit_file (piece);
  return parse (text, error) ? g_steal_pointer (&text) : NULL;
}

OvsPieceText *
ovs_piece_text_load (OvsPiece piece, GError **error)
{
  g_autofree char *path = own_path (piece);
  g_autofree char *source = NULL;
  g_autoptr (GError) problem = NULL;
  g_autoptr (OvsPieceText) text = NULL;

  if (!g_file_get_contents (path, &source, NULL, &problem))
    {
      if (!g_error_matches (problem, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        {
          g_set_error (error, problem->domain, problem->code, _ ("Your own text of “%s” cannot be read: %s"), ovs_piece_title (piece),
                       problem->message);
          return NULL;
        }
      source = ovs_piece_text_original (piece);
      g_clear_error (&problem);
    }
  text = ovs_piece_text_parse (piece, source, &problem);
  if (text == NULL)
    g_set_error (error, problem->domain, problem->code, _ ("Your own text of “%s” is not right. %s"), ovs_piece_title (piece), problem->message);
  return g_steal_pointer (&text);
}

const char *const *
ovs_piece_languages (OvsPiece piece)
{
  static const char *const flyer[] = { "en", "pl", NULL };
  static const char *const none[] = { NULL };

  return piece == OVS_PIECE_FLYER ? flyer : none;
}

OvsPieceText *
ovs_piece_text_load_in (OvsPiece piece, const char *language)
{
  g_autoptr (OvsPieceText) text = NULL;

  for (const char *const *known = ovs_piece_languages (piece); *known != NULL && text == NULL; known++)
    if (g_str_equal (*known, language))
      {
        text = g_new0 (OvsPieceText, 1);
        text->piece = piece;
        text->language = *known;
        text->source = read_original (piece, language);
      }
  return text != NULL && parse (text, NULL) ? g_steal_pointer (&text) : NULL;
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

gboolean
ovs_piece_text_save (OvsPiece piece, const char *source, GError **error)
{
  g_autoptr (OvsPieceText) text = ovs_piece_text_parse (piece, source, error);
  g_autofree char *path = own_path (piece);

  if (text == NULL)
    return FALSE;
  if (!text->is_own)
    return ovs_piece_text_restore (piece, error);
  return make_folder_of (path, error) && g_file_set_contents_full (path, text->source, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

static gboolean
remove_file (const char *path, GError **error)
{
  if (path == NULL || g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, (gint) g_file_error_from_errno (errno), _ ("The file cannot be taken away: %s"), g_strerror (errno));
  return FALSE;
}

gboolean
ovs_piece_text_restore (OvsPiece piece, GError **error)
{
  g_autofree char *path = own_path (piece);

  return remove_file (path, error);
}

static gboolean
is_small (GFile *file, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                                  G_FILE_QUERY_INFO_NONE, NULL, error);

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR && g_file_info_get_size (info) > 0 && g_file_info_get_size (info) <= MOST_FILE)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("This file cannot go along with a mail: it is empty, or larger than 10 MB. Choose another file."));
  return FALSE;
}

gboolean
ovs_piece_text_set_toolkit_file (OvsPiece piece, GFile *file, GError **error)
{
  g_autofree char *old = find_toolkit_file (piece);
  g_autofree char *folder = toolkit_folder (piece);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *path = name != NULL ? g_build_filename (folder, name, NULL) : NULL;
  g_autoptr (GFile) copy = path != NULL ? g_file_new_for_path (path) : NULL;

  if (file == NULL)
    return remove_file (old, error);
  if (!is_small (file, error) || !make_folder_of (path, error)
      || !g_file_copy (file, copy, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, error))
    return FALSE;
  return g_strcmp0 (old, path) == 0 || remove_file (old, error);
}
