/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "letters/piece-text.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "letters/piece-store.h"

/* What goes along with a mail has to pass mail servers. */
#define MOST_FILE (10 * 1024 * 1024)

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
  g_free (text->trouble);
  g_clear_pointer (&text->enclosed, g_ptr_array_unref);
  g_free (text);
}

/* --- where they are ------------------------------------------------------------------------------------------------ */

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

char *
ovs_piece_text_original (OvsPiece piece)
{
  return ovs_piece_store_original (piece, NULL);
}

/* --- reading ---------------------------------------------------------------------------------------------------------- */

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

  if (!ovs_piece_store_is_text (text->source, error))
    return FALSE;
  if (!g_str_has_prefix (text->source, OVS_PIECE_SUBJECT_MARK))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("Line 1: the text has to begin with “%s” and what the letter is about."),
                   OVS_PIECE_SUBJECT_MARK);
      return FALSE;
    }
  body = body_of (text->source, &subject);
  text->findings = ovs_lint_text (text->piece, text->language, text->source);
  text->subject = parse_template (subject, 1, error);
  text->body = text->subject != NULL ? parse_template (body, 2, error) : NULL;
  return text->body != NULL;
}

static OvsPieceText *load (OvsPiece piece, const char *language, GError **error);

/* Where it is not right, that is a problem of the letters that it would go along with. */
static void
enclose_one (OvsPieceText *text, OvsPiece piece, const char *language)
{
  g_autoptr (GError) error = NULL;
  OvsPieceText *enclosed = load (piece, language, &error);

  if (enclosed == NULL)
    {
      enclosed = g_new0 (OvsPieceText, 1);
      enclosed->piece = piece;
      enclosed->language = language;
      enclosed->trouble = g_strdup (error->message);
      enclosed->toolkit_file = language == NULL ? find_toolkit_file (piece) : NULL;
    }
  g_ptr_array_add (text->enclosed, enclosed);
}

static void
enclose (OvsPieceText *text)
{
  const char *const *languages = ovs_piece_languages (OVS_PIECE_FLYER);

  enclose_one (text, OVS_PIECE_EMPLOYEE, NULL);
  enclose_one (text, OVS_PIECE_FLYER, NULL);
  while (*languages != NULL)
    enclose_one (text, OVS_PIECE_FLYER, *languages++);
}

/* @source: (transfer full) */
static OvsPieceText *
make_text (OvsPiece piece, const char *language, char *source, GError **error)
{
  g_autoptr (OvsPieceText) text = g_new0 (OvsPieceText, 1);
  g_autofree char *original = ovs_piece_store_original (piece, language);

  text->piece = piece;
  text->language = language;
  text->source = source;
  text->is_own = g_strcmp0 (text->source, original) != 0;
  text->toolkit_file = language == NULL ? find_toolkit_file (piece) : NULL;
  text->enclosed = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_piece_text_free);
  if (ovs_piece_encloses (piece))
    enclose (text);
  return parse (text, error) ? g_steal_pointer (&text) : NULL;
}

OvsPieceText *
ovs_piece_text_parse (OvsPiece piece, const char *source, GError **error)
{
  return make_text (piece, NULL, ovs_piece_store_normalize (source), error);
}

static OvsPieceText *
load (OvsPiece piece, const char *language, GError **error)
{
  char *source = ovs_piece_store_read (piece, language, NULL, error);
  g_autoptr (GError) problem = NULL;
  OvsPieceText *text = source != NULL ? make_text (piece, language, source, &problem) : NULL;

  if (problem != NULL)
    g_set_error (error, problem->domain, problem->code, _ ("Your own text of “%s” is not right. %s"), ovs_piece_title (piece), problem->message);
  return text;
}

OvsPieceText *
ovs_piece_text_load (OvsPiece piece, GError **error)
{
  return load (piece, NULL, error);
}

const char *const *
ovs_piece_languages (OvsPiece piece)
{
  static const char *const flyer[] = { "en", "pl", NULL };
  static const char *const none[] = { NULL };

  return piece == OVS_PIECE_FLYER ? flyer : none;
}

const char *
ovs_piece_language_name (const char *language)
{
  if (language == NULL)
    return _ ("Dutch");
  return g_str_equal (language, "pl") ? _ ("Polish") : _ ("English");
}

/* Returns: (transfer none) (nullable): as it stands in the list of languages. */
static const char *
find_language (OvsPiece piece, const char *language)
{
  const char *const *known = ovs_piece_languages (piece);

  while (*known != NULL && !g_str_equal (*known, language))
    known++;
  return *known;
}

OvsPieceText *
ovs_piece_text_load_in (OvsPiece piece, const char *language, GError **error)
{
  const char *known = find_language (piece, language);

  if (known != NULL)
    return load (piece, known, error);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is no text of “%s” in this language."), ovs_piece_title (piece));
  return NULL;
}

OvsPieceText *
ovs_piece_text_parse_in (OvsPiece piece, const char *language, const char *source, GError **error)
{
  return make_text (piece, language != NULL ? find_language (piece, language) : NULL, ovs_piece_store_normalize (source), error);
}

/* --- keeping ------------------------------------------------------------------------------------------------------------ */

gboolean
ovs_piece_text_save (OvsPiece piece, const char *language, const char *source, GError **error)
{
  g_autoptr (OvsPieceText) text = ovs_piece_text_parse_in (piece, language, source, error);

  if (text == NULL)
    return FALSE;
  return text->is_own ? ovs_piece_store_keep (piece, language, text->source, error) : ovs_piece_store_restore (piece, language, error);
}

gboolean
ovs_piece_text_restore (OvsPiece piece, GError **error)
{
  return ovs_piece_store_restore (piece, NULL, error);
}

/* --- files of the toolkit --------------------------------------------------------------------------------------------- */

static gboolean
make_folder_of (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, (gint) g_file_error_from_errno (errno), _ ("The folder for files of the toolkit cannot be made: %s"),
               g_strerror (errno));
  return FALSE;
}

static gboolean
remove_file (const char *path, GError **error)
{
  if (path == NULL || g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, (gint) g_file_error_from_errno (errno), _ ("The file cannot be taken away: %s"), g_strerror (errno));
  return FALSE;
}

char *
ovs_piece_text_find_toolkit_file (OvsPiece piece)
{
  g_autofree char *path = find_toolkit_file (piece);

  return path != NULL ? g_filename_display_basename (path) : NULL;
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
