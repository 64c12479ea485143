/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/mail/mailbox.h"

#include <string.h>

#include "mail/message.h"
#include "practice/api/tokens.h"
#include "practice/office/address.h"
#include "practice/web/html.h"

#define SUBJECT "Onderwerp: "
#define BOX_LENGTH 16

void
ovs_practice_mail_free (OvsPracticeMail *mail)
{
  g_free (mail->kind);
  g_free (mail->recipient);
  g_free (mail->first_name);
  g_free (mail->employer);
  g_free (mail->link);
  g_free (mail->person);
  g_free (mail->delivery);
  g_free (mail->trouble);
  g_free (mail);
}

char *
ovs_practice_mailbox_link (OvsPracticeState *state, const char *kind, int begun, const char *secret)
{
  gboolean activates = g_str_equal (kind, "activation") || g_str_equal (kind, "password") || (g_str_equal (kind, "reminder") && begun == 1);

  if (secret == NULL)
    return NULL;
  return g_strdup_printf ("%s/mijnloket/%s/%s", state->url, activates ? "activeren" : "uitnodiging", secret);
}

/* A name with line breaks could pretend to be more of the mail than a name. */
static char *
one_line (const char *text)
{
  char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  return g_strdelimit (valid, "\r\n\t\v\f", ' ');
}

OvsPracticeMail *
ovs_practice_mailbox_load (OvsPracticeState *state, gint64 id)
{
  g_autoptr (OvsPracticeRows) row = ovs_practice_db_query (
      state->db,
      "SELECT m.at, m.kind, m.recipient, coalesce (m.first_name, e.first_name, e.initials), r.name, m.begun, m.secret, e.id,"
      "       e.formatted_name, m.delivery, m.delivered_at, m.trouble"
      " FROM mail m JOIN employee e ON e.id = m.employee JOIN employer r ON r.id = e.employer WHERE m.id = ?",
      "l", id);
  OvsPracticeMail *mail;

  if (!ovs_practice_rows_next (row))
    return NULL;
  mail = g_new0 (OvsPracticeMail, 1);
  mail->id = id;
  mail->at = ovs_practice_rows_number (row, 0);
  mail->kind = g_strdup (ovs_practice_rows_text (row, 1));
  mail->recipient = g_strdup (ovs_practice_rows_text (row, 2));
  mail->first_name = one_line (ovs_practice_rows_text (row, 3));
  mail->employer = one_line (ovs_practice_rows_text (row, 4));
  mail->begun = (int) ovs_practice_rows_number (row, 5);
  mail->link = ovs_practice_mailbox_link (state, mail->kind, mail->begun, ovs_practice_rows_text (row, 6));
  mail->employee = ovs_practice_rows_number (row, 7);
  mail->person = one_line (ovs_practice_rows_text (row, 8));
  mail->delivery = g_strdup (ovs_practice_rows_text (row, 9));
  mail->delivered_at = ovs_practice_rows_number (row, 10);
  mail->trouble = g_strdup (ovs_practice_rows_text (row, 11));
  return mail;
}

/* The text of a mail of @kind; its first line is the subject. */
static char *
fill_text (const char *kind, const char *first_name, const char *employer, const char *link, int begun)
{
  g_autoptr (OvsPracticeHtml) text = ovs_practice_html_new_text (kind);

  ovs_practice_html_put (text, "voornaam", first_name);
  ovs_practice_html_put (text, "werkgever", employer);
  ovs_practice_html_put (text, "link", link);
  ovs_practice_html_put_flag (text, "gemaakt", begun == 1);
  ovs_practice_html_put_flag (text, "geactiveerd", begun == 2);
  ovs_practice_html_put_flag (text, "begonnen", begun > 0);
  return ovs_practice_html_to_text (text, NULL);
}

static char *
take_subject (const char *text)
{
  const char *subject = g_str_has_prefix (text, SUBJECT) ? text + strlen (SUBJECT) : text;

  return g_strndup (subject, strcspn (subject, "\n"));
}

char *
ovs_practice_mailbox_subject (const char *kind, const char *employer)
{
  g_autofree char *name = one_line (employer);
  g_autofree char *text = fill_text (kind, NULL, name, NULL, 0);

  return take_subject (text);
}

char *
ovs_practice_mail_to_text (const OvsPracticeMail *mail)
{
  g_autofree char *text = fill_text (mail->kind, mail->first_name, mail->employer, mail->link, mail->begun);
  const char *body = strchr (text, '\n');

  return g_strdup (body != NULL ? body + strspn (body, "\n") : "");
}

static OvsPracticeHtml *
fill_piece (const OvsPracticeMail *mail, const char *name)
{
  OvsPracticeHtml *piece = ovs_practice_html_new_mail (name);

  ovs_practice_html_put (piece, "voornaam", mail->first_name);
  ovs_practice_html_put (piece, "werkgever", mail->employer);
  ovs_practice_html_put (piece, "link", mail->link);
  ovs_practice_html_put_flag (piece, "gemaakt", mail->begun == 1);
  ovs_practice_html_put_flag (piece, "geactiveerd", mail->begun == 2);
  ovs_practice_html_put_flag (piece, "begonnen", mail->begun > 0);
  return piece;
}

/* What its button says follows from where it leads. */
static OvsPracticeHtml *
make_button (const OvsPracticeMail *mail)
{
  OvsPracticeHtml *button = fill_piece (mail, "button");
  gboolean activates = strstr (mail->link, "/activeren/") != NULL;
  gboolean chooses = g_str_equal (mail->kind, "password");

  ovs_practice_html_put_flag (button, "wachtwoord", chooses);
  ovs_practice_html_put_flag (button, "activeren", activates && !chooses);
  ovs_practice_html_put_flag (button, "inloggen", !activates && mail->begun == 2);
  ovs_practice_html_put_flag (button, "aanmaken", !activates && mail->begun != 2);
  return button;
}

char *
ovs_practice_mail_to_html (const OvsPracticeMail *mail)
{
  g_autoptr (OvsPracticeHtml) frame = fill_piece (mail, "frame");
  g_autofree char *subject = ovs_practice_mailbox_subject (mail->kind, mail->employer);
  OvsPracticeHtml *content = fill_piece (mail, mail->kind);

  if (mail->link != NULL)
    ovs_practice_html_add (content, "knop", make_button (mail));
  ovs_practice_html_put (frame, "onderwerp", subject);
  ovs_practice_html_add (frame, "inhoud", content);
  return ovs_practice_html_to_text (frame, NULL);
}

/* Tells the mails of this practice Loket from those of another one. */
static char *
name_box (OvsPracticeState *state)
{
  g_autofree char *random = NULL;
  char *name = ovs_practice_state_get (state, "mail-box");

  if (name != NULL)
    return name;
  random = ovs_practice_tokens_random ();
  name = g_strndup (random, BOX_LENGTH);
  ovs_practice_state_set (state, "mail-box", name);
  return name;
}

GBytes *
ovs_practice_mail_to_message (OvsPracticeState *state, const OvsPracticeMail *mail, const char *sender, GError **error)
{
  g_autofree char *box = name_box (state);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT ".%s", mail->id, box);
  g_autofree char *name = g_strdup_printf ("%s via Oefenloket", mail->employer);
  g_autofree char *recipient = ovs_practice_address_to_ascii (mail->recipient);
  g_autofree char *subject = ovs_practice_mailbox_subject (mail->kind, mail->employer);
  g_autofree char *text = ovs_practice_mail_to_text (mail);
  g_autofree char *html = ovs_practice_mail_to_html (mail);
  const OvsMailMessage message = {
    .sender_name = name,
    .sender_address = sender,
    .recipient_address = recipient,
    .subject = subject,
    .text = text,
    .html = html,
    .id = id,
    .at = mail->at,
    .automatic = TRUE,
  };

  return ovs_mail_message_build (&message, error);
}
