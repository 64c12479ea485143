/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mail/message.h"

#include <stdio.h>
#include <string.h>

/*
 * Builds the message that a key file describes, for test-attachments.py to read with a library that is not ours. Each attachment is a
 * group of its own, with its bytes in base64.
 */

static GPtrArray *
read_attachments (GKeyFile *file)
{
  g_autoptr (GPtrArray) attachments = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_mail_attachment_free);
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  for (gsize i = 0; groups[i] != NULL; i++)
    if (g_str_has_prefix (groups[i], "attachment"))
      {
        g_autofree char *name = g_key_file_get_string (file, groups[i], "name", NULL);
        g_autofree char *type = g_key_file_get_string (file, groups[i], "type", NULL);
        g_autofree char *base64 = g_key_file_get_string (file, groups[i], "bytes", NULL);
        gsize size;
        guchar *data = g_base64_decode (base64, &size);
        g_autoptr (GBytes) bytes = g_bytes_new_take (data, size);

        g_ptr_array_add (attachments, ovs_mail_attachment_new (name, type, bytes));
      }
  return g_steal_pointer (&attachments);
}

/* Returns: (nullable): owned by @texts. */
static const char *
get_text (GKeyFile *file, GPtrArray *texts, const char *name)
{
  char *text = g_key_file_get_string (file, "message", name, NULL);

  g_ptr_array_add (texts, text);
  return text;
}

int
main (int argc, char **argv)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) attachments = NULL;
  g_autoptr (GBytes) message = NULL;

  if (argc != 2 || !g_key_file_load_from_file (file, argv[1], G_KEY_FILE_NONE, &error))
    return 2;
  attachments = read_attachments (file);
  message = ovs_mail_message_build (
      &(OvsMailMessage){
        .sender_name = get_text (file, texts, "sender-name"),
        .sender_address = get_text (file, texts, "sender"),
        .recipient_name = get_text (file, texts, "recipient-name"),
        .recipient_address = get_text (file, texts, "recipient"),
        .reply_to = get_text (file, texts, "reply-to"),
        .subject = get_text (file, texts, "subject"),
        .text = get_text (file, texts, "text"),
        .html = get_text (file, texts, "html"),
        .id = get_text (file, texts, "id"),
        .at = G_GINT64_CONSTANT (1795777200) * G_USEC_PER_SEC,
        .attachments = attachments,
        .draft = g_key_file_get_boolean (file, "message", "draft", NULL),
      },
      &error);
  if (message == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  fwrite (g_bytes_get_data (message, NULL), 1, g_bytes_get_size (message), stdout);
  return fflush (stdout);
}
