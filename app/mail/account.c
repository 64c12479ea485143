/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mail/account.h"

#include <glib/gi18n.h>

#include "base/keyring.h"
#include "base/secret.h"
#include "base/user-settings.h"

#define PASSWORD "OVERSTAP_SMTP_PASSWORD"

void
ovs_mail_account_free (OvsMailAccount *account)
{
  g_free (account->url);
  g_free (account->user);
  g_free (account->sender);
  g_free (account->sender_name);
  g_free (account->copy);
  g_free (account);
}

/* Without the schema as many as there may be. */
static guint
read_per_minute (void)
{
  g_autoptr (GVariant) value = ovs_user_settings_get ("smtp-per-minute");

  return value != NULL ? (guint) g_variant_get_int32 (value) : OVS_MAIL_MOST_PER_MINUTE;
}

OvsMailAccount *
ovs_mail_account_load (void)
{
  OvsMailAccount *account = g_new0 (OvsMailAccount, 1);

  account->url = ovs_user_settings_get_text ("smtp-url");
  account->user = ovs_user_settings_get_text ("smtp-user");
  account->sender = ovs_user_settings_get_text ("smtp-sender");
  account->sender_name = ovs_user_settings_get_text ("smtp-sender-name");
  account->copy = ovs_user_settings_get_text ("smtp-copy");
  account->per_minute = read_per_minute ();
  return account;
}

void
ovs_mail_account_save (const OvsMailAccount *account)
{
  ovs_user_settings_set_text ("smtp-url", account->url);
  ovs_user_settings_set_text ("smtp-user", account->user);
  ovs_user_settings_set_text ("smtp-sender", account->sender);
  ovs_user_settings_set_text ("smtp-sender-name", account->sender_name);
  ovs_user_settings_set_text ("smtp-copy", account->copy);
  ovs_user_settings_set ("smtp-per-minute", g_variant_new_int32 ((gint32) account->per_minute));
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, sentence);
  return FALSE;
}

gboolean
ovs_mail_account_check (const OvsMailAccount *account, GError **error)
{
  g_autoptr (OvsSmtp) smtp = NULL;

  if (account->url == NULL)
    return refuse (error, _ ("There is no mail server yet. Fill it in at Preferences, E-mail."));
  smtp = ovs_smtp_new (account->url, error);
  if (smtp == NULL)
    return FALSE;
  if (account->sender == NULL)
    return refuse (error, _ ("There is no address from which letters go yet. Fill it in at Preferences, E-mail."));
  if (!ovs_mail_address_is_possible (account->sender))
    return refuse (error, _ ("The address from which letters go is no e-mail address. Correct it at Preferences, E-mail."));
  if (account->copy != NULL && !ovs_mail_address_is_possible (account->copy))
    return refuse (error, _ ("The address that gets a copy is no e-mail address. Correct it at Preferences, E-mail."));
  return TRUE;
}

/* --- opening --------------------------------------------------------------------------------------------------- */

static OvsKeyringItem
item_of (const char *url)
{
  return (OvsKeyringItem){ .what = OVS_KEYRING_SMTP_PASSWORD, .loket = url };
}

typedef struct
{
  OvsSmtp *smtp; /* (owned) */
  char *user;    /* (owned) */
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_object_unref (opening->smtp);
  g_free (opening->user);
  g_free (opening);
}

static void
on_password (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Opening *opening = g_task_get_task_data (task);
  g_autoptr (OvsSecret) password = NULL;
  GError *error = NULL;

  password = ovs_keyring_lookup_finish (OVS_KEYRING (source), result, &error);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (password == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                               _ ("The password for the mail server is not in the keyring. Fill it in at Preferences, E-mail, or give it in %s."),
                               PASSWORD);
      return;
    }
  ovs_smtp_set_sign_in (opening->smtp, opening->user, password);
  g_task_return_pointer (task, g_object_ref (opening->smtp), g_object_unref);
}

void
ovs_mail_account_open_async (const OvsMailAccount *account, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  OvsKeyringItem item = item_of (account->url);
  const char *given = g_getenv (PASSWORD);
  GError *error = NULL;
  Opening *opening;

  g_task_set_source_tag (task, ovs_mail_account_open_async);
  if (!ovs_mail_account_check (account, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  opening = g_new0 (Opening, 1);
  opening->smtp = ovs_smtp_new (account->url, NULL);
  opening->user = g_strdup (account->user);
  g_task_set_task_data (task, opening, opening_free);
  if (account->user != NULL && given == NULL)
    {
      ovs_keyring_lookup_async (ovs_keyring_get_default (), &item, cancellable, on_password, g_steal_pointer (&task));
      return;
    }
  if (account->user != NULL)
    ovs_smtp_set_sign_in (opening->smtp, account->user, given);
  g_task_return_pointer (task, g_object_ref (opening->smtp), g_object_unref);
}

OvsSmtp *
ovs_mail_account_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- keeping --------------------------------------------------------------------------------------------------- */

static void
on_kept (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OvsKeyring *keyring = OVS_KEYRING (source);
  GError *error = NULL;
  gboolean kept = g_task_get_task_data (task) != NULL ? ovs_keyring_store_finish (keyring, result, &error)
                                                      : ovs_keyring_forget_finish (keyring, result, &error);

  if (kept)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ovs_mail_account_keep_async (const OvsMailAccount *account, const char *password, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  OvsKeyringItem item = item_of (account->url);
  gboolean forget = *password == '\0';

  g_task_set_source_tag (task, ovs_mail_account_keep_async);
  g_task_set_task_data (task, forget ? NULL : GINT_TO_POINTER (TRUE), NULL);
  if (forget)
    ovs_keyring_forget_async (ovs_keyring_get_default (), &item, cancellable, on_kept, g_steal_pointer (&task));
  else
    ovs_keyring_store_async (ovs_keyring_get_default (), &item, password, cancellable, on_kept, g_steal_pointer (&task));
}

gboolean
ovs_mail_account_keep_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
