/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "letters/letter.h"

G_BEGIN_DECLS

/**
 * OvsMailSender:
 * @name: (nullable)
 * @address: (nullable) in a draft
 * @reply_to: (nullable)
 *
 * From whom a mail is. Borrowed.
 */
typedef struct
{
  const char *name;
  const char *address;
  const char *reply_to;
} OvsMailSender;

/**
 * A letter as a mail, with all that goes along with it: what a test, a draft and what is sent have in common.
 * @message_id: what stands before the @ of its Message-ID; @at: microseconds since 1970. Returns: (transfer full): NULL with @error set.
 */
GBytes *ovs_letter_mail_build (const OvsLetter *letter, const OvsMailSender *sender, const char *message_id, gint64 at, GError **error);

/**
 * The same for a mail program to open as a message that is not sent yet. @attachments: (nullable): as ovs_letter_attachments() made them, where
 * somebody did already. Returns: (transfer full).
 */
GBytes *ovs_letter_mail_draft (const OvsLetter *letter, GPtrArray *attachments, GError **error);

G_END_DECLS
