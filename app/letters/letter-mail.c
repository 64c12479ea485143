/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/letter-mail.h"

#include "letters/attachments.h"
#include "letters/mail-body.h"
#include "mail/message.h"

static GBytes *
build (const OvsLetter *letter, const OvsMailSender *sender, GPtrArray *attachments, const char *message_id, gint64 at, gboolean draft,
       GError **error)
{
  g_autofree char *plain = ovs_mail_body_plain (letter->text);
  g_autofree char *html = ovs_mail_body_html (letter->text);
  const OvsMailMessage message = {
    .sender_name = sender->name,
    .sender_address = sender->address,
    .reply_to = sender->reply_to,
    .recipient_name = letter->recipient_name,
    .recipient_address = letter->recipient,
    .subject = letter->subject,
    .text = plain,
    .html = html,
    .id = message_id,
    .at = at,
    .attachments = attachments,
    .draft = draft,
  };

  return ovs_mail_message_build (&message, error);
}

GBytes *
ovs_letter_mail_build (const OvsLetter *letter, const OvsMailSender *sender, const char *message_id, gint64 at, GError **error)
{
  g_autoptr (GPtrArray) attachments = ovs_letter_attachments (letter, error);

  return attachments != NULL ? build (letter, sender, attachments, message_id, at, FALSE, error) : NULL;
}

GBytes *
ovs_letter_mail_draft (const OvsLetter *letter, GPtrArray *attachments, GError **error)
{
  static const OvsMailSender nobody = { 0 };
  g_autoptr (GPtrArray) made = attachments == NULL ? ovs_letter_attachments (letter, error) : g_ptr_array_ref (attachments);

  return made != NULL ? build (letter, &nobody, made, NULL, 0, TRUE, error) : NULL;
}
