/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "commands/parse.h"
#include "commands/practice-mail.h"
#include "commands/wait.h"
#include "practice/practice.h"

#define MOST_PORT 65535

typedef struct
{
  int port;
  char *folder; /* (nullable) */
  char *listen; /* (nullable) */
  int employers;
  int employees;
  gint64 seed;
} Wish;

static gboolean
is_possible (const Wish *wish)
{
  return wish->port >= 0 && wish->port <= MOST_PORT && wish->seed >= 0 && wish->seed <= G_MAXUINT32;
}

/* Elsewhere than on this machine alone it is said what that means. */
static gboolean
listen_as_wished (OvsPractice *practice, const Wish *wish, GError **error)
{
  if (wish->listen == NULL)
    return ovs_practice_listen (practice, (guint) wish->port, error);
  if (!ovs_practice_listen_at (practice, wish->listen, (guint) wish->port, error))
    return FALSE;
  g_printerr (_ ("Everybody who reaches %s can use this practice Loket and read all its mail, and nothing on the way is encrypted. Use it on a "
                 "network that you trust, with invented people only.\n"),
              ovs_practice_get_url (practice));
  return TRUE;
}

static OvsPractice *
start (const Wish *wish, GError **error)
{
  g_autoptr (GError) trouble = NULL;
  g_autoptr (OvsPractice) practice =
      ovs_practice_new (wish->folder, wish->employers, wish->employees, (guint32) wish->seed, &trouble);

  if (practice == NULL && g_error_matches (trouble, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT))
    {
      ovs_usage_refuse (error, trouble->message);
      return NULL;
    }
  if (practice == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&trouble));
      return NULL;
    }
  if ((wish->folder != NULL && !ovs_practice_write_files (practice, wish->folder, error)) ||
      !listen_as_wished (practice, wish, error))
    return NULL;
  return g_steal_pointer (&practice);
}

gboolean
ovs_command_practice (OvsInvocation *invocation, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *address = NULL;
  g_auto (OvsPracticeMailOptions) mail = { 0 };
  Wish wish = { 0, NULL, NULL, OVS_PRACTICE_DEFAULT_EMPLOYERS, OVS_PRACTICE_DEFAULT_EMPLOYEES,
                OVS_PRACTICE_DEFAULT_SEED };
  g_autoptr (OvsWait) wait = NULL;
  g_autoptr (OvsPractice) practice = NULL;
  const GOptionEntry options[] = {
    { "port", 0, 0, G_OPTION_ARG_INT, &wish.port, N_ ("Listen on this port; a free one when not given"),
      "N" },
    { "listen", 0, 0, G_OPTION_ARG_STRING, &address,
      N_ ("Listen at this address of this computer, for others on its network; without it for this computer alone"), "ADDRESS" },
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &folder,
      N_ ("Keep its data here, with the files of such an office"), "DIR" },
    { "employers", 0, 0, G_OPTION_ARG_INT, &wish.employers, N_ ("How many clients the invented office has"),
      "N" },
    { "employees", 0, 0, G_OPTION_ARG_INT, &wish.employees, N_ ("How many employees these have together"),
      "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &wish.seed,
      N_ ("Which office is invented: the same number, the same office"), "N" },
    { "smtp", 0, 0, G_OPTION_ARG_STRING, &mail.url,
      N_ ("Deliver its mails to this mail server as well, smtp://HOST[:PORT] or smtps://HOST[:PORT]; without it nothing leaves"), "URL" },
    { "smtp-to", 0, 0, G_OPTION_ARG_STRING, &mail.to,
      N_ ("Who may get these mails: an address that gets all of them, or @DOMAIN for those to an address there; needed for a mail server "
          "elsewhere"),
      "WHO" },
    { "smtp-sender", 0, 0, G_OPTION_ARG_STRING, &mail.sender, N_ ("The address that these mails come from"), "ADDRESS" },
    { "smtp-sign-in", 0, 0, G_OPTION_ARG_FILENAME, &mail.sign_in,
      N_ ("A file with the user name and the password for the mail server, a line each; otherwise OVERSTAP_SMTP_USER and "
          "OVERSTAP_SMTP_PASSWORD"),
      "FILE" },
    { NULL },
  };

  if (!ovs_invocation_parse (invocation, options, 0, 0, error))
    return FALSE;
  wish.folder = folder;
  wish.listen = address;
  if (!is_possible (&wish))
    return ovs_usage_refuse (error, _ ("A port is a number up to 65535, a seed one up to 4294967295."));

  wait = ovs_wait_new ();
  practice = start (&wish, error);
  if (practice == NULL || !ovs_practice_mail_options_apply (&mail, practice, error))
    return FALSE;
  ovs_json_add_text (ovs_invocation_json (invocation), "url", ovs_practice_get_url (practice));
  ovs_invocation_say (invocation, "%s", ovs_practice_get_url (practice));
  if (!ovs_invocation_finish (invocation, error))
    return FALSE;
  ovs_wait_for_signal (wait);
  return TRUE;
}
