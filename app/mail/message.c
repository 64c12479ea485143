/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ovs-mail-message"

#include "config.h"

#include "mail/message.h"

#include <glib/gi18n.h>
#include <gmime/gmime.h>
#include <string.h>

#include "base/text.h"
#include "mail/encoded-words.h"

#define LONGEST_ADDRESS 254
#define LONGEST_NAME 200
#define LONGEST_FILE_NAME 120

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeDataWrapper, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeMessage, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeObject, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeStream, g_object_unref)

G_DEFINE_QUARK (ovs-mail-error-quark, ovs_mail_error)

OvsMailAttachment *
ovs_mail_attachment_new (const char *name, const char *type, GBytes *bytes)
{
  OvsMailAttachment *attachment = g_new0 (OvsMailAttachment, 1);

  attachment->name = g_strdup (name);
  attachment->type = g_strdup (type);
  attachment->bytes = g_bytes_ref (bytes);
  return attachment;
}

void
ovs_mail_attachment_free (OvsMailAttachment *attachment)
{
  g_free (attachment->name);
  g_free (attachment->type);
  g_bytes_unref (attachment->bytes);
  g_free (attachment);
}

/* GMime wants to be started once in a program. */
static void
prepare (void)
{
  static gsize once;

  if (!g_once_init_enter (&once))
    return;
  g_mime_init ();
  g_once_init_leave (&once, 1);
}

static gboolean
ends_line (gunichar character)
{
  return g_unichar_iscntrl (character) || character == 0x2028 || character == 0x2029;
}

/* Without anything that could end a line or look like something else, of at most so many characters. */
static char *
clean (const char *text, guint most)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autoptr (GString) line = g_string_new (NULL);
  guint length = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (ovs_text_turns_around (character))
        continue;
      if (++length > most)
        {
          g_string_append (line, "…");
          break;
        }
      g_string_append_unichar (line, ends_line (character) ? ' ' : character);
      /* What looks like an encoded word (RFC 2047) is not to be decoded as one. */
      if (g_str_has_suffix (line->str, "=?"))
        g_string_insert_c (line, line->len - 1, ' ');
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

/* Short enough for a line of a header (RFC 5322, 2.1.1). */
static char *
one_line (const char *text)
{
  return clean (text, LONGEST_NAME);
}

/* What no system takes in the name of a file, and what would make it a path, becomes "_"; the ending stays when it is cut. */
static char *
file_name (const char *text)
{
  g_autofree char *line = clean (text, G_MAXUINT);
  g_autoptr (GString) name = g_string_new (NULL);
  const char *ending = strrchr (line, '.');
  glong length = g_utf8_strlen (line, -1);
  glong kept = MIN (ending != NULL ? g_utf8_strlen (ending, -1) : 0, 12);

  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);
      glong at = g_utf8_pointer_to_offset (line, p);

      if (at >= LONGEST_FILE_NAME - kept && at < length - kept)
        continue;
      g_string_append_unichar (name, character < 0x80 && strchr ("/\\:*?\"<>|", (int) character) != NULL ? '_' : character);
    }
  g_strstrip (name->str);
  if (*name->str == '\0' || *name->str == '.')
    return g_strconcat ("bijlage", name->str, NULL);
  return g_strdup (name->str);
}

static gboolean
is_local_part (const char *text, gsize length)
{
  if (length == 0 || length > 64 || text[0] == '.' || text[length - 1] == '.')
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (text[i]) && (text[i] == '\0' || strchr (".!#$%&'*+-/=?^_`{|}~", text[i]) == NULL))
      return FALSE;
  return TRUE;
}

static gboolean
is_domain (const char *text)
{
  g_auto (GStrv) labels = g_strsplit (text, ".", -1);

  for (guint i = 0; labels[i] != NULL; i++)
    {
      gsize length = strlen (labels[i]);

      if (length == 0 || length > 63 || labels[i][0] == '-' || labels[i][length - 1] == '-' ||
          strspn (labels[i], "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") != length)
        return FALSE;
    }
  return labels[0] != NULL;
}

gboolean
ovs_mail_address_is_possible (const char *address)
{
  const char *at = address != NULL ? strrchr (address, '@') : NULL;

  return at != NULL && strlen (address) <= LONGEST_ADDRESS && is_local_part (address, at - address) && is_domain (at + 1);
}

/* A draft gets what is missing from who sends it. */
static gboolean
check_address (const char *address, gboolean may_lack, GError **error)
{
  if ((address == NULL && may_lack) || ovs_mail_address_is_possible (address))
    return TRUE;
  g_set_error (error, OVS_MAIL_ERROR, OVS_MAIL_ERROR_ADDRESS,
               _ ("“%s” is no e-mail address that a message can be sent to. Correct it, then try again."),
               address != NULL ? address : "");
  return FALSE;
}

/* What the header @name holds is written as it is. @value: (transfer full). */
static void
write_raw (GMimeMessage *message, const char *name, char *value)
{
  g_autofree char *owned = value;

  g_mime_header_set_raw_value (g_mime_header_list_get_header (g_mime_object_get_header_list (GMIME_OBJECT (message)), name), owned);
}

static void
add_mailbox (GMimeMessage *message, GMimeAddressType type, const char *name, const char *address)
{
  g_autofree char *line = one_line (name);
  g_autofree char *words = ovs_mail_encode_words (line);
  const char *header = type == GMIME_ADDRESS_TYPE_FROM ? "From" : "To";
  InternetAddress *mailbox;

  if (address == NULL)
    return;
  mailbox = internet_address_mailbox_new (*line != '\0' ? line : NULL, address);

  internet_address_set_charset (mailbox, "utf-8");
  internet_address_list_add (g_mime_message_get_addresses (message, type), mailbox);
  g_object_unref (mailbox);
  if (words != NULL)
    write_raw (message, header, g_strdup_printf ("%s\n <%s>\n", words, address));
}

static void
set_subject (GMimeMessage *message, const char *text)
{
  g_autofree char *line = one_line (text);
  g_autofree char *words = ovs_mail_encode_words (line);

  g_mime_message_set_subject (message, line, "utf-8");
  if (words != NULL)
    write_raw (message, "Subject", g_strconcat (words, "\n", NULL));
}

/* Left to itself GMime chooses another character set for each text. */
static GMimeObject *
make_part (const char *subtype, const char *text)
{
  GMimePart *part = g_mime_part_new_with_type ("text", subtype);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GMimeStream) stream = g_mime_stream_mem_new_with_buffer (valid, strlen (valid));
  g_autoptr (GMimeDataWrapper) content = g_mime_data_wrapper_new_with_stream (stream, GMIME_CONTENT_ENCODING_DEFAULT);

  g_mime_object_set_content_type_parameter (GMIME_OBJECT (part), "charset", "utf-8");
  g_mime_part_set_content (part, content);
  g_mime_part_set_content_encoding (part, GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  return GMIME_OBJECT (part);
}

/* The best part comes last (RFC 2046, 5.1.4). In quoted-printable no line begins with what is between the parts, so that it can be the same
   each time. */
static GMimeObject *
make_words (const OvsMailMessage *message)
{
  g_autoptr (GMimeObject) text = make_part ("plain", message->text);
  g_autoptr (GMimeObject) html = NULL;
  g_autofree char *boundary = g_strconcat ("=_", message->id, NULL);
  GMimeMultipart *both;

  if (message->html == NULL)
    return g_steal_pointer (&text);
  html = make_part ("html", message->html);
  both = g_mime_multipart_new_with_subtype ("alternative");
  g_mime_multipart_set_boundary (both, boundary);
  g_mime_multipart_add (both, text);
  g_mime_multipart_add (both, html);
  return GMIME_OBJECT (both);
}

static GMimeObject *
make_attachment (const OvsMailAttachment *attachment)
{
  g_autofree char *name = file_name (attachment->name);
  g_auto (GStrv) type = g_strsplit (attachment->type, "/", 2);
  gboolean typed = g_strv_length (type) == 2;
  GMimePart *part = g_mime_part_new_with_type (typed ? type[0] : "application", typed ? type[1] : "octet-stream");
  gsize size;
  gconstpointer bytes = g_bytes_get_data (attachment->bytes, &size);
  g_autoptr (GMimeStream) stream = g_mime_stream_mem_new_with_buffer (bytes, size);
  g_autoptr (GMimeDataWrapper) content = g_mime_data_wrapper_new_with_stream (stream, GMIME_CONTENT_ENCODING_DEFAULT);

  if (typed && g_str_equal (type[0], "text"))
    g_mime_object_set_content_type_parameter (GMIME_OBJECT (part), "charset", "utf-8");
  g_mime_object_set_disposition (GMIME_OBJECT (part), GMIME_DISPOSITION_ATTACHMENT);
  g_mime_part_set_filename (part, name);
  g_mime_part_set_content (part, content);
  g_mime_part_set_content_encoding (part, GMIME_CONTENT_ENCODING_BASE64);
  return GMIME_OBJECT (part);
}

static GMimeObject *
make_body (const OvsMailMessage *message)
{
  g_autoptr (GMimeObject) words = make_words (message);
  g_autofree char *boundary = g_strconcat ("=_mixed-", message->id, NULL);
  GMimeMultipart *all;

  if (message->attachments == NULL || message->attachments->len == 0)
    return g_steal_pointer (&words);
  all = g_mime_multipart_new_with_subtype ("mixed");
  g_mime_multipart_set_boundary (all, boundary);
  g_mime_multipart_add (all, words);
  for (guint i = 0; i < message->attachments->len; i++)
    {
      g_autoptr (GMimeObject) part = make_attachment (g_ptr_array_index (message->attachments, i));

      g_mime_multipart_add (all, part);
    }
  return GMIME_OBJECT (all);
}

static void
set_date (GMimeMessage *mime, gint64 at)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Amsterdam");
  g_autoptr (GDateTime) local = zone != NULL ? g_date_time_to_timezone (utc, zone) : g_date_time_ref (utc);

  g_mime_message_set_date (mime, local);
}

static GBytes *
to_bytes (GMimeMessage *mime)
{
  g_autoptr (GMimeStream) stream = g_mime_stream_mem_new ();
  GMimeFormatOptions *format = g_mime_format_options_new ();
  GByteArray *bytes;
  GBytes *copy;

  g_mime_format_options_set_newline_format (format, GMIME_NEWLINE_FORMAT_DOS);
  g_mime_object_write_to_stream (GMIME_OBJECT (mime), format, stream);
  g_mime_format_options_free (format);
  bytes = g_mime_stream_mem_get_byte_array (GMIME_STREAM_MEM (stream));
  copy = g_bytes_new (bytes->data, bytes->len);
  return copy;
}

/* The Message-ID is always the same for the same message; a draft gets its own where it is sent. */
static void
add_marks (GMimeMessage *mime, const OvsMailMessage *message)
{
  g_autofree char *id = NULL;

  if (message->draft)
    {
      g_mime_object_set_header (GMIME_OBJECT (mime), "X-Unsent", "1", NULL);
      return;
    }
  set_date (mime, message->at);
  id = g_strconcat (message->id, strrchr (message->sender_address, '@'), NULL);
  g_mime_message_set_message_id (mime, id);
  if (message->automatic)
    g_mime_object_set_header (GMIME_OBJECT (mime), "Auto-Submitted", "auto-generated", NULL);
}

GBytes *
ovs_mail_message_build (const OvsMailMessage *message, GError **error)
{
  g_autoptr (GMimeMessage) mime = NULL;
  g_autoptr (GMimeObject) body = NULL;

  if (!check_address (message->sender_address, message->draft, error)
      || !check_address (message->recipient_address, message->draft, error) || !check_address (message->reply_to, TRUE, error))
    return NULL;
  prepare ();
  mime = g_mime_message_new (TRUE);
  add_mailbox (mime, GMIME_ADDRESS_TYPE_FROM, message->sender_name, message->sender_address);
  add_mailbox (mime, GMIME_ADDRESS_TYPE_REPLY_TO, NULL, message->reply_to);
  add_mailbox (mime, GMIME_ADDRESS_TYPE_TO, message->recipient_name, message->recipient_address);
  set_subject (mime, message->subject);
  add_marks (mime, message);
  body = make_body (message);
  g_mime_message_set_mime_part (mime, body);
  return to_bytes (mime);
}
