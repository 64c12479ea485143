/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mail/message.h"

#include <string.h>

static const OvsMailMessage plain = {
  .sender_name = "Bakkerij Özgür & Zn.",
  .sender_address = "geen-antwoord@oefenloket.invalid",
  .recipient_name = "Daniëlle de Vries",
  .recipient_address = "danielle@example.com",
  .subject = "Uitnodiging voor MijnLoket",
  .text = "Beste Daniëlle,\n\n.een regel met een punt\n",
  .id = "1.oefenloket",
  .at = G_GINT64_CONSTANT (1795777200) * G_USEC_PER_SEC,
};

static char *
build (const OvsMailMessage *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ovs_mail_message_build (message, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_plain (void)
{
  g_autofree char *text = build (&plain);

  g_assert_nonnull (strstr (text, "Message-Id: <1.oefenloket@oefenloket.invalid>\r\n"));
  g_assert_nonnull (strstr (text, "Date: Fri, 27 Nov 2026 12:00:00 +0100\r\n"));
  g_assert_nonnull (strstr (text, "Subject: Uitnodiging voor MijnLoket\r\n"));
  g_assert_nonnull (strstr (text, "Content-Type: text/plain; charset=utf-8"));
  g_assert_nonnull (strstr (text, "Beste Dani=C3=ABlle,"));
  g_assert_null (strstr (text, "Auto-Submitted"));
}

static void
test_both_forms (void)
{
  OvsMailMessage message = plain;
  g_autofree char *text = NULL;

  message.html = "<p>Beste Daniëlle,</p>";
  message.automatic = TRUE;
  text = build (&message);
  g_assert_nonnull (strstr (text, "multipart/alternative"));
  g_assert_true (strstr (text, "text/plain") < strstr (text, "text/html"));
  g_assert_nonnull (strstr (text, "Auto-Submitted: auto-generated\r\n"));
}

/* What somebody is called can add no header, and no line of the message ends in anything but CRLF. */
static void
test_hostile_names (void)
{
  static const char *const names[] = { "Jan\r\nBcc: iedereen@example.com", "Jan\nBcc: x@example.com", "Jan\rBcc: x@example.com",
                                       "Jan\xe2\x80\xa8" "Bcc: x@example.com", "\"; Jan <x@example.com>", "=?utf-8?q?Jan=0D=0ABcc:_x?=",
                                       "Jan\x01\x7f", "\xff\xfe" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      OvsMailMessage message = plain;
      g_autofree char *text = NULL;

      message.sender_name = message.recipient_name = message.subject = names[i];
      text = build (&message);
      g_assert_null (strstr (text, "\nBcc"));
      g_assert_null (strstr (text, "\rBcc"));
      for (const char *p = text; (p = strchr (p, '\n')) != NULL; p++)
        g_assert_cmpint (p[-1], ==, '\r');
    }
}

/* No name looks like another one, or like what a mail program decodes, and none is too long for a line. */
static void
test_names_that_deceive (void)
{
  g_autofree char *long_name = g_strnfill (5000, 'x');
  const struct
  {
    const char *name;
    const char *written;
  } names[] = {
    { "Jan \xe2\x80\xaegnitseb\xe2\x80\xac", "Jan gnitseb <" },
    { "=?utf-8?q?Jan?=", "= ?utf-8?q?Jan?=" },
    { long_name, "eHh4eHh4" }, /* x in base64, since it ends in … */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      OvsMailMessage message = plain;
      g_autofree char *text = NULL;
      g_auto (GStrv) lines = NULL;

      message.sender_name = message.subject = names[i].name;
      text = build (&message);
      lines = g_strsplit (text, "\r\n", -1);
      for (int n = 0; lines[n] != NULL; n++)
        g_assert_cmpuint (strlen (lines[n]), <=, 998);
      g_assert_cmpuint (strlen (text), <, 3000);
      g_assert_null (strstr (text, "\n=?utf-8?q?Jan?="));
      g_assert_null (strstr (text, " =?utf-8?q?Jan?="));
      g_assert_null (strstr (text, "4oCu"));
      g_assert_nonnull (strstr (text, names[i].written));
    }
}

/* RFC 2047, 2: a mail program may show a longer one as it stands. */
static void
test_encoded_words (void)
{
  static const char *const letters[] = { "\xc3\x9f", "\xe7\x8e\x8b", "\xf0\x9f\x8e\x82", "a\xc3\xa9" };

  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      OvsMailMessage message = plain;
      g_autoptr (GString) name = g_string_new (NULL);
      g_autofree char *text = NULL;
      guint words = 0;

      while (g_utf8_strlen (name->str, -1) < 200)
        g_string_append (name, letters[i]);
      message.sender_name = message.recipient_name = message.subject = name->str;
      text = build (&message);
      for (const char *p = text, *end; (p = strstr (p, "=?utf-8?b?")) != NULL; p = end, words++)
        {
          end = strstr (p, "?=");
          g_assert_nonnull (end);
          g_assert_cmpint (end + 2 - p, <=, 75);
        }
      g_assert_cmpuint (words, >=, 3 * strlen (name->str) / 39);
    }
}

/* To the byte, so that a second copy can be told from another message. */
static void
test_always_the_same (void)
{
  OvsMailMessage message = plain;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  message.html = "<p>Beste Daniëlle,</p>";
  first = build (&message);
  second = build (&message);
  g_assert_cmpstr (first, ==, second);
}

static void
test_addresses (void)
{
  static const char *const good[] = { "jan@example.com", "j.de+vries@sub.example.nl", "o'neil@example.com" };
  static const char *const bad[] = { "", "jan", "@example.com", "jan@", "jan@example..com", ".jan@example.com", "jan@exa mple.com",
                                     "jan@example.com\r\nRCPT TO:<x@example.com>", "jan\n@example.com", "<jan@example.com>",
                                     "jan@-example.com", "jan@voorbeeld.nl,piet@voorbeeld.nl", "dani\xc3\xablle@example.com" };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (ovs_mail_address_is_possible (good[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      OvsMailMessage message = plain;
      g_autoptr (GError) error = NULL;

      message.recipient_address = bad[i];
      g_assert_null (ovs_mail_message_build (&message, &error));
      g_assert_error (error, OVS_MAIL_ERROR, OVS_MAIL_ERROR_ADDRESS);
    }
  g_assert_false (ovs_mail_address_is_possible (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mail/message/plain", test_plain);
  g_test_add_func ("/mail/message/both-forms", test_both_forms);
  g_test_add_func ("/mail/message/hostile-names", test_hostile_names);
  g_test_add_func ("/mail/message/names-that-deceive", test_names_that_deceive);
  g_test_add_func ("/mail/message/encoded-words", test_encoded_words);
  g_test_add_func ("/mail/message/always-the-same", test_always_the_same);
  g_test_add_func ("/mail/message/addresses", test_addresses);
  return g_test_run ();
}
