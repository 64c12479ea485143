/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/mail/mailbox.h"

#include <gio/gio.h>
#include <string.h>

#define TEMPLATES "/nl/overstap/practice/mail/"
#define SUBJECT "Onderwerp: "
#define SENDER "geen-antwoord@oefenloket.invalid"
/* An encoded word is at most 75 characters, of which 12 are its frame: 45 bytes in base64 fit. */
#define WORD_BYTES 45

char *
ovs_practice_mailbox_link (OvsPracticeState *state, const char *kind, const char *secret)
{
  const char *page = g_str_equal (kind, "activation") ? "activeren" : "uitnodiging";

  return secret != NULL ? g_strdup_printf ("%s/mijnloket/%s/%s", state->url, page, secret) : NULL;
}

/* Without anything that could end a line. */
static char *
one_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (char *p = valid; *p != '\0'; p++)
    if ((guchar) *p < ' ' || *p == 0x7f)
      *p = ' ';
  return g_steal_pointer (&valid);
}

/* Template of @kind; its first line is the subject. */
static char *
load_template (const char *kind)
{
  g_autofree char *path = g_strconcat (TEMPLATES, kind, ".txt", NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes))
                       : g_strdup (SUBJECT "\n\n");
}

static char *
fill (const char *text, const char *first_name, const char *employer, const char *link)
{
  g_autoptr (GString) filled = g_string_new (text);

  g_string_replace (filled, "{link}", link != NULL ? link : "", 0);
  g_string_replace (filled, "{werkgever}", employer, 0);
  g_string_replace (filled, "{voornaam}", first_name, 0);
  return g_string_free (g_steal_pointer (&filled), FALSE);
}

char *
ovs_practice_mailbox_subject (const char *kind, const char *employer)
{
  g_autofree char *text = load_template (kind);
  char *end = strchr (text, '\n');
  g_autofree char *filled = NULL;

  if (end != NULL)
    *end = '\0';
  filled = fill (g_str_has_prefix (text, SUBJECT) ? text + strlen (SUBJECT) : text, "", employer, NULL);
  return one_line (filled);
}

char *
ovs_practice_mailbox_text (
    OvsPracticeState *state, const char *kind, const char *first_name, const char *employer, const char *secret)
{
  g_autofree char *link = ovs_practice_mailbox_link (state, kind, secret);
  g_autofree char *template = load_template (kind);
  const char *text = strchr (template, '\n');

  return fill (text != NULL ? text + strspn (text, "\n") : "", first_name, employer, link);
}

/* RFC 2047, in words of whole characters. */
static char *
encode_header (const char *text)
{
  g_autoptr (GString) encoded = NULL;

  if (g_str_is_ascii (text))
    return g_strdup (text);
  encoded = g_string_new (NULL);
  while (*text != '\0')
    {
      const char *end = text;
      g_autofree char *word = NULL;

      while (*end != '\0' && g_utf8_next_char (end) - text <= WORD_BYTES)
        end = g_utf8_next_char (end);
      word = g_base64_encode ((const guchar *) text, end - text);
      g_string_append_printf (encoded, "%s=?UTF-8?B?%s?=", encoded->len > 0 ? "\r\n " : "", word);
      text = end;
    }
  return g_string_free (g_steal_pointer (&encoded), FALSE);
}

static char *
with_crlf (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strjoinv ("\r\n", lines);
}

static char *
date_header (gint64 at)
{
  static const char *const days[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
  static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);

  return g_strdup_printf ("%s, %d %s %d %02d:%02d:%02d +0000", days[g_date_time_get_day_of_week (time) - 1],
                          g_date_time_get_day_of_month (time), months[g_date_time_get_month (time) - 1],
                          g_date_time_get_year (time), g_date_time_get_hour (time),
                          g_date_time_get_minute (time), g_date_time_get_second (time));
}

char *
ovs_practice_mailbox_message (OvsPracticeState *state, gint64 id)
{
  g_autoptr (OvsPracticeRows) row = ovs_practice_db_query (
      state->db,
      "SELECT m.at, m.kind, m.recipient, m.secret, coalesce (e.first_name, e.initials), r.name"
      " FROM mail m JOIN employee e ON e.id = m.employee JOIN employer r ON r.id = e.employer"
      " WHERE m.id = ?",
      "l", id);
  g_autofree char *recipient = NULL;
  g_autofree char *plain_subject = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;
  g_autofree char *body = NULL;

  if (!ovs_practice_rows_next (row))
    return NULL;
  recipient = one_line (ovs_practice_rows_text (row, 2));
  plain_subject =
      ovs_practice_mailbox_subject (ovs_practice_rows_text (row, 1), ovs_practice_rows_text (row, 5));
  subject = encode_header (plain_subject);
  date = date_header (ovs_practice_rows_number (row, 0));
  text = ovs_practice_mailbox_text (state, ovs_practice_rows_text (row, 1), ovs_practice_rows_text (row, 4),
                                    ovs_practice_rows_text (row, 5), ovs_practice_rows_text (row, 3));
  body = with_crlf (text);
  return g_strdup_printf ("Date: %s\r\n"
                          "From: Oefenloket <" SENDER ">\r\n"
                          "To: <%s>\r\n"
                          "Subject: %s\r\n"
                          "Message-ID: <%" G_GINT64_FORMAT "@oefenloket.invalid>\r\n"
                          "MIME-Version: 1.0\r\n"
                          "Content-Type: text/plain; charset=utf-8\r\n"
                          "Content-Transfer-Encoding: 8bit\r\n"
                          "\r\n%s",
                          date, recipient, subject, id, body);
}
