/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands/practice-mail.h"

#include <glib/gi18n.h>

#include "commands/parse.h"

void
ovs_practice_mail_options_clear (OvsPracticeMailOptions *options)
{
  g_clear_pointer (&options->url, g_free);
  g_clear_pointer (&options->sender, g_free);
  g_clear_pointer (&options->to, g_free);
  g_clear_pointer (&options->sign_in, g_free);
}

/* Who signs in: the first two lines of a file, else two variables of the environment. */
static gboolean
read_sign_in (const char *file, char **user, char **password, GError **error)
{
  g_autoptr (GError) trouble = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (file == NULL)
    {
      *user = g_strdup (g_getenv ("OVERSTAP_SMTP_USER"));
      *password = g_strdup (g_getenv ("OVERSTAP_SMTP_PASSWORD"));
      return TRUE;
    }
  if (!g_file_get_contents (file, &text, NULL, &trouble))
    {
      g_set_error (error, trouble->domain, trouble->code,
                   _ ("The file that signs in at the mail server cannot be read: %s. Give another one with --smtp-sign-in."),
                   trouble->message);
      return FALSE;
    }
  lines = g_strsplit (text, "\n", 3);
  if (lines[0] == NULL || lines[1] == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _ ("%s must have a user name on its first line and a password on its second."), file);
      return FALSE;
    }
  *user = g_strdup (g_strchomp (lines[0]));
  *password = g_strdup (g_strdelimit (lines[1], "\r", '\0'));
  return TRUE;
}

gboolean
ovs_practice_mail_options_apply (const OvsPracticeMailOptions *options, OvsPractice *practice, GError **error)
{
  g_autofree char *user = NULL;
  g_autofree char *password = NULL;
  OvsPracticeMailServer server = { .url = options->url, .sender = options->sender, .to = options->to };
  g_autoptr (GError) trouble = NULL;

  if (options->url == NULL)
    return TRUE;
  if (!read_sign_in (options->sign_in, &user, &password, error))
    return FALSE;
  server.user = user;
  server.password = password;
  if (ovs_practice_set_mail_server (practice, &server, &trouble))
    return TRUE;
  if (g_error_matches (trouble, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT))
    return ovs_usage_refuse (error, trouble->message);
  g_propagate_error (error, g_steal_pointer (&trouble));
  return FALSE;
}
