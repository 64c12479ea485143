/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "letters/attachments.h"

#include <glib/gi18n.h>
#include <string.h>

#include "letters/letter-paper.h"
#include "letters/mail-body.h"
#include "mail/message.h"

static char *
name_of (const OvsLetter *letter)
{
  g_autofree char *name = NULL;

  if (letter->toolkit_file != NULL)
    return g_filename_display_basename (letter->toolkit_file);
  name = ovs_letter_file_name (letter);
  return g_strconcat (name, letter->piece == OVS_PIECE_FLYER ? ".pdf" : ".txt", NULL);
}

static OvsMailAttachment *
attach_toolkit_file (const OvsLetter *letter, GError **error)
{
  g_autofree char *name = name_of (letter);
  g_autofree char *content_type = g_content_type_guess (name, NULL, 0, NULL);
  g_autofree char *type = g_content_type_get_mime_type (content_type);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) problem = NULL;
  char *data;
  gsize size;

  if (g_file_get_contents (letter->toolkit_file, &data, &size, &problem))
    {
      bytes = g_bytes_new_take (data, size);
      return ovs_mail_attachment_new (name, type != NULL ? type : "application/octet-stream", bytes);
    }
  g_set_error (error, problem->domain, problem->code, _ ("The file of the toolkit for “%s” cannot be read: %s. Choose it again."),
               ovs_piece_title (letter->piece), problem->message);
  return NULL;
}

static OvsMailAttachment *
attach_flyer (const OvsLetter *letter, GError **error)
{
  g_autofree char *name = name_of (letter);
  g_autoptr (GBytes) pdf = ovs_letter_paper_pdf (letter, error);

  return pdf != NULL ? ovs_mail_attachment_new (name, "application/pdf", pdf) : NULL;
}

static OvsMailAttachment *
attach_text (const OvsLetter *letter)
{
  g_autofree char *name = name_of (letter);
  g_autofree char *body = ovs_mail_body_plain (letter->text);
  char *text = g_strconcat (letter->subject, "\n\n", body, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return ovs_mail_attachment_new (name, "text/plain", bytes);
}

static gboolean
attach (GPtrArray *attachments, const OvsLetter *letter, GError **error)
{
  OvsMailAttachment *attachment;

  if (letter->toolkit_file != NULL)
    attachment = attach_toolkit_file (letter, error);
  else
    attachment = letter->piece == OVS_PIECE_FLYER ? attach_flyer (letter, error) : attach_text (letter);
  if (attachment != NULL)
    g_ptr_array_add (attachments, attachment);
  return attachment != NULL;
}

/* A flyer is a sheet of paper, also where it is sent alone. */
static gboolean
goes_as_file (const OvsLetter *letter)
{
  return letter->toolkit_file != NULL || letter->piece == OVS_PIECE_FLYER;
}

GPtrArray *
ovs_letter_attachments (const OvsLetter *letter, GError **error)
{
  g_autoptr (GPtrArray) attachments = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_mail_attachment_free);

  if (goes_as_file (letter) && !attach (attachments, letter, error))
    return NULL;
  for (guint i = 0; i < letter->enclosed->len; i++)
    if (!attach (attachments, g_ptr_array_index (letter->enclosed, i), error))
      return NULL;
  return g_steal_pointer (&attachments);
}

GPtrArray *
ovs_letter_attachment_names (const OvsLetter *letter)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  if (goes_as_file (letter))
    g_ptr_array_add (names, name_of (letter));
  for (guint i = 0; i < letter->enclosed->len; i++)
    g_ptr_array_add (names, name_of (g_ptr_array_index (letter->enclosed, i)));
  return names;
}
