/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/letter-files.h"

#include <string.h>

#include "letters/attachments.h"
#include "letters/letter-mail.h"
#include "letters/letter-paper.h"
#include "mail/message.h"

char *
ovs_letter_files_text (const OvsLetter *letter)
{
  return g_strconcat (letter->subject, "\n\n", letter->text, NULL);
}

static char *
make_path (const char *folder, const char *name, guint number, const char *ending)
{
  g_autofree char *file = number > 1 ? g_strdup_printf ("%s-%u%s", name, number, ending) : g_strconcat (name, ending, NULL);

  return g_build_filename (folder, file, NULL);
}

/* What was made before may have been changed: it stays. */
static guint
find_number (const OvsLetter *letter, const char *folder, const char *name)
{
  const char *ending = letter->toolkit_file != NULL ? strrchr (letter->toolkit_file, '.') : NULL;

  for (guint number = 1;; number++)
    {
      g_autofree char *text = make_path (folder, name, number, ".txt");
      g_autofree char *draft = make_path (folder, name, number, ".eml");
      g_autofree char *paper = make_path (folder, name, number, ".pdf");
      g_autofree char *other = make_path (folder, name, number, ending != NULL && strchr (ending, '/') == NULL ? ending : "");

      if (!g_file_test (text, G_FILE_TEST_EXISTS) && !g_file_test (draft, G_FILE_TEST_EXISTS) && !g_file_test (paper, G_FILE_TEST_EXISTS)
          && !g_file_test (other, G_FILE_TEST_EXISTS))
        return number;
    }
}

static gboolean
write_file (const char *path, const char *data, gssize size, GPtrArray *written, GError **error)
{
  g_ptr_array_add (written, g_strdup (path));
  return g_file_set_contents_full (path, data, size, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

static gboolean
write_bytes (const char *path, GBytes *bytes, GPtrArray *written, GError **error)
{
  return bytes != NULL && write_file (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), written, error);
}

static gboolean
save_draft (const OvsLetter *letter, const char *path, GPtrArray *attachments, GPtrArray *written, GError **error)
{
  g_autoptr (GBytes) draft = ovs_letter_mail_draft (letter, attachments, error);

  return write_bytes (path, draft, written, error);
}

static gboolean
save_paper (const OvsLetter *letter, const char *path, GPtrArray *written, GError **error)
{
  g_autoptr (GBytes) pdf = ovs_letter_paper_pdf (letter, error);

  return write_bytes (path, pdf, written, error);
}

/* A flyer of the toolkit hangs in place of ours, as it is. */
static gboolean
save_toolkit_file (const OvsLetter *letter, const char *folder, const char *name, guint number, GPtrArray *written, GError **error)
{
  g_autofree char *base = g_path_get_basename (letter->toolkit_file);
  const char *ending = strrchr (base, '.');
  g_autofree char *path = make_path (folder, name, number, ending != NULL ? ending : "");
  g_autofree char *data = NULL;
  gsize size;

  return g_file_get_contents (letter->toolkit_file, &data, &size, error) && write_file (path, data, (gssize) size, written, error);
}

/* What goes to people whose address nobody has, and what cannot go by mail. */
static gboolean
is_for_paper (const OvsLetter *letter)
{
  return letter->piece == OVS_PIECE_LEAVERS || letter->recipient == NULL;
}

/* The sheet that goes along with the draft is the one to print: drawn once. */
static gboolean
save_flyer (const OvsLetter *letter, const char *draft_path, const char *paper_path, GPtrArray *written, GError **error)
{
  g_autoptr (GPtrArray) attachments = ovs_letter_attachments (letter, error);

  return attachments != NULL && (letter->recipient == NULL || save_draft (letter, draft_path, attachments, written, error))
         && write_bytes (paper_path, ((const OvsMailAttachment *) g_ptr_array_index (attachments, 0))->bytes, written, error);
}

gboolean
ovs_letter_files_save (const OvsLetter *letter, const char *folder, gboolean paper, GPtrArray *written, GError **error)
{
  g_autofree char *name = ovs_letter_file_name (letter);
  guint number = find_number (letter, folder, name);
  g_autofree char *text_path = make_path (folder, name, number, ".txt");
  g_autofree char *draft_path = make_path (folder, name, number, ".eml");
  g_autofree char *paper_path = make_path (folder, name, number, ".pdf");
  g_autofree char *text = ovs_letter_files_text (letter);

  if (letter->piece == OVS_PIECE_FLYER && letter->toolkit_file != NULL)
    return (letter->recipient == NULL || save_draft (letter, draft_path, NULL, written, error))
           && save_toolkit_file (letter, folder, name, number, written, error);
  if (!write_file (text_path, text, -1, written, error))
    return FALSE;
  if (letter->piece == OVS_PIECE_FLYER)
    return save_flyer (letter, draft_path, paper_path, written, error);
  return (letter->recipient == NULL || save_draft (letter, draft_path, NULL, written, error))
         && ((!paper && !is_for_paper (letter)) || save_paper (letter, paper_path, written, error));
}
