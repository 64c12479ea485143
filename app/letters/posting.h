/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/dossier.h"
#include "letters/letter-mail.h"
#include "letters/posting-plan.h"
#include "mail/smtp.h"

G_BEGIN_DECLS

/** Called now and then with how many messages are made, of all there are. In the thread of ovs_posting_post(). */
typedef void (*OvsPostingProgress) (guint done, guint all, gpointer data);

/**
 * Whether letters of this dossier may go by this server: one that practises lets nothing out of this computer. FALSE with
 * %OVS_DOSSIER_ERROR_REFUSED.
 */
gboolean  ovs_posting_may_leave (OvsTx *tx, OvsSmtp *smtp, GError **error);

/**
 * OvsPosting:
 * @smtp: by which they are to go
 * @plan: (element-type OvsPostingItem): as it was shown, by ovs_posting_plan() with @order
 *
 * What is to be written into the outbox. Borrowed.
 */
typedef struct
{
  const OvsPostingOrder *order;
  OvsSmtp *smtp;
  GPtrArray *plan;
  OvsMailSender sender;
  OvsPostingProgress progress;
  gpointer progress_data;
} OvsPosting;

/**
 * Makes the messages of @plan that go, and writes them all into the outbox by one commit: nothing is sent by this. Each client is decided about
 * once more then: where anything is otherwise than in @plan (the client, its contact, the day, the text), its message is not written and the
 * item of @plan tells so. Returns: how many were written, -1 with @error set and nothing written. Blocks; not for the main thread of a window.
 */
int       ovs_posting_post    (OvsDossier *dossier, const OvsPosting *posting, GCancellable *cancellable, GError **error);

/**
 * Writes down that a letter was made to go another way than by the program: as a draft, on paper, or as a copy. It waits until somebody ticks
 * it off; with @sent it went. FALSE with %OVS_DOSSIER_ERROR_REFUSED where its client takes part no more.
 */
gboolean  ovs_posting_keep    (OvsTx *tx, const OvsLetter *letter, OvsWay way, gboolean sent, GError **error);

G_END_DECLS
