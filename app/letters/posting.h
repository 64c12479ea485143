/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/dossier.h"
#include "letters/posting-plan.h"
#include "mail/message.h"

G_BEGIN_DECLS

/**
 * OvsMailSender:
 * @name: (nullable)
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

/** What goes along with a letter. Returns: (transfer full) (nullable) (element-type OvsMailAttachment): NULL with @error set. */
typedef GPtrArray *(*OvsPostingAttach) (const OvsLetter *letter, gpointer data, GError **error);

/** Called now and then with how many messages are made, of all there are. In the thread of ovs_posting_post(). */
typedef void (*OvsPostingProgress) (guint done, guint all, gpointer data);

/**
 * OvsPosting:
 * @plan: (element-type OvsPostingItem): as it was shown, by ovs_posting_plan() with @order
 * @attach: (nullable)
 *
 * What is to be written into the outbox. Borrowed.
 */
typedef struct
{
  const OvsPostingOrder *order;
  GPtrArray *plan;
  OvsMailSender sender;
  OvsPostingAttach attach;
  gpointer attach_data;
  OvsPostingProgress progress;
  gpointer progress_data;
} OvsPosting;

/**
 * Makes the messages of @plan that go, and writes them all into the outbox by one commit: nothing is sent by this. Each client is decided about
 * once more then: where anything is otherwise than in @plan (the client, its contact, the day, the text), its message is not written and the
 * item of @plan tells so. Returns: how many were written, -1 with @error set and nothing written. Blocks; not for the main thread of a window.
 */
int       ovs_posting_post    (OvsDossier *dossier, const OvsPosting *posting, GCancellable *cancellable, GError **error);

/** @letter as a mail, or with @draft as a message that a mail program opens to be sent. @attachments: (nullable). Returns: (transfer full). */
GBytes   *ovs_posting_message (const OvsLetter *letter, const OvsMailSender *sender, GPtrArray *attachments, const char *message_id, gint64 at,
                               gboolean draft, GError **error);

/**
 * Writes down that a letter was made to go another way than by the program: as a draft, on paper, or as a copy. It waits until somebody ticks
 * it off; with @sent it went. FALSE with %OVS_DOSSIER_ERROR_REFUSED where its client takes part no more.
 */
gboolean  ovs_posting_keep    (OvsTx *tx, const OvsLetter *letter, OvsWay way, gboolean sent, GError **error);

G_END_DECLS
