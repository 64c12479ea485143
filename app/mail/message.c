/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ovs-mail-message"

#include "config.h"

#include "mail/message.h"

#include <glib/gi18n.h>
#include <gmime/gmime.h>
#include <string.h>

#include "mail/encoded-words.h"

#define LONGEST_ADDRESS 254
#define LONGEST_NAME 200

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeDataWrapper, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeMessage, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeObject, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeStream, g_object_unref)

G_DEFINE_QUARK (ovs-mail-error-quark, ovs_mail_error)

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

/* The marks that turn the direction of reading around: a name with them can look like another one. */
static gboolean
turns_around (gunichar character)
{
  return character == 0x061c || character == 0x200e || character == 0x200f || (character >= 0x202a && character <= 0x202e) ||
         (character >= 0x2066 && character <= 0x2069);
}

/* Without anything that could end a line or look like something else, and short enough for a line of a header (RFC 5322, 2.1.1). */
static char *
one_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autoptr (GString) line = g_string_new (NULL);
  guint length = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (turns_around (character))
        continue;
      if (++length > LONGEST_NAME)
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

static gboolean
check_address (const char *address, GError **error)
{
  if (ovs_mail_address_is_possible (address))
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
  InternetAddress *mailbox = internet_address_mailbox_new (*line != '\0' ? line : NULL, address);

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
make_body (const OvsMailMessage *message)
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

GBytes *
ovs_mail_message_build (const OvsMailMessage *message, GError **error)
{
  g_autoptr (GMimeMessage) mime = NULL;
  g_autoptr (GMimeObject) body = NULL;
  g_autofree char *id = NULL;

  if (!check_address (message->sender_address, error) || !check_address (message->recipient_address, error))
    return NULL;
  prepare ();
  mime = g_mime_message_new (TRUE);
  add_mailbox (mime, GMIME_ADDRESS_TYPE_FROM, message->sender_name, message->sender_address);
  add_mailbox (mime, GMIME_ADDRESS_TYPE_TO, message->recipient_name, message->recipient_address);
  set_subject (mime, message->subject);
  set_date (mime, message->at);
  id = g_strconcat (message->id, strrchr (message->sender_address, '@'), NULL);
  g_mime_message_set_message_id (mime, id);
  if (message->automatic)
    g_mime_object_set_header (GMIME_OBJECT (mime), "Auto-Submitted", "auto-generated", NULL);
  body = make_body (message);
  g_mime_message_set_mime_part (mime, body);
  return to_bytes (mime);
}
