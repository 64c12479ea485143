/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/test-mail.h"

#include "dossier/outbox.h"

static void
on_sent (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (ovs_smtp_send_finish (OVS_SMTP (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ovs_test_mail_async (OvsSmtp *smtp, const OvsLetter *letter, const OvsMailSender *sender, const char *to, gint64 at, GCancellable *cancellable,
                     GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (smtp, cancellable, callback, user_data);
  g_autofree char *id = ovs_outbox_new_id ();
  /* Dutch, like the letter itself. */
  g_autofree char *subject = g_strconcat ("[proef] ", letter->subject, NULL);
  g_autoptr (GBytes) message = NULL;
  OvsLetter copy = *letter;
  GError *error = NULL;

  g_task_set_source_tag (task, ovs_test_mail_async);
  copy.subject = subject;
  copy.recipient_name = NULL;
  copy.recipient = (char *) to;
  message = ovs_letter_mail_build (&copy, sender, id, at, &error);
  if (message == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  ovs_smtp_send_async (smtp, sender->address, to, NULL, message, cancellable, on_sent, g_steal_pointer (&task));
}

gboolean
ovs_test_mail_finish (OvsSmtp *smtp, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, smtp), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
