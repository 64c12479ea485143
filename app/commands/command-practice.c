/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "commands/parse.h"
#include "commands/practice-mail.h"
#include "commands/wait.h"
#include "practice/practice.h"

#define MOST_PORT 65535
#define TODAY "vandaag"
/* Below the folder of the data. */
#define STYLES_FOLDER "bestanden"

typedef struct
{
  int port;
  char *folder; /* (nullable) */
  char *listen; /* (nullable) */
  gint64 seed;
  char *start;   /* (nullable) */
  char **styles; /* (nullable) of files */
  OvsPracticeWanted office;
} Wish;

/* FALSE, with @error, where the options cannot be meant. */
static gboolean
understand (Wish *wish, GError **error)
{
  if (wish->port < 0 || wish->port > MOST_PORT || wish->seed < 0 || wish->seed > G_MAXUINT32)
    return ovs_usage_refuse (error, _ ("A port is a number up to 65535, a seed one up to 4294967295."));
  wish->office.seed = (guint32) wish->seed;
  if (wish->start != NULL && !g_str_equal (wish->start, TODAY) && !ovs_day_parse_iso (wish->start, &wish->office.start))
    return ovs_usage_refuse (error, _ ("The first day is a date such as 2026-09-01, or vandaag."));
  if (wish->styles != NULL && wish->folder == NULL)
    return ovs_usage_refuse (error, _ ("Files are written into the folder of --data. Give one."));
  return TRUE;
}

/* All files that are asked for: the usual two, and those of other styles in a folder of their own. */
static gboolean
write_files (OvsPractice *practice, const Wish *wish, GError **error)
{
  g_autofree char *others = wish->folder != NULL ? g_build_filename (wish->folder, STYLES_FOLDER, NULL) : NULL;
  g_autoptr (GError) trouble = NULL;
  gboolean written = wish->folder == NULL || ovs_practice_write_files (practice, wish->folder, &trouble);

  for (int i = 0; written && wish->styles != NULL && wish->styles[i] != NULL; i++)
    written = ovs_practice_write_style (practice, others, wish->styles[i], &trouble);
  if (written)
    return TRUE;
  if (g_error_matches (trouble, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT))
    return ovs_usage_refuse (error, trouble->message);
  g_propagate_error (error, g_steal_pointer (&trouble));
  return FALSE;
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
      ovs_practice_new_wanted (wish->folder, &wish->office, &trouble);

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
  if (!write_files (practice, wish, error) || !listen_as_wished (practice, wish, error))
    return NULL;
  return g_steal_pointer (&practice);
}

gboolean
ovs_command_practice (OvsInvocation *invocation, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *address = NULL;
  g_auto (OvsPracticeMailOptions) mail = { 0 };
  g_autofree char *day = NULL;
  g_auto (GStrv) styles = NULL;
  Wish wish = { .seed = OVS_PRACTICE_DEFAULT_SEED,
                .office = { .employers = OVS_PRACTICE_DEFAULT_EMPLOYERS, .employees = OVS_PRACTICE_DEFAULT_EMPLOYEES } };
  g_autoptr (OvsWait) wait = NULL;
  g_autoptr (OvsPractice) practice = NULL;
  const GOptionEntry options[] = {
    { "port", 0, 0, G_OPTION_ARG_INT, &wish.port, N_ ("Listen on this port; a free one when not given"),
      "N" },
    { "listen", 0, 0, G_OPTION_ARG_STRING, &address,
      N_ ("Listen at this address of this computer, for others on its network; without it for this computer alone"), "ADDRESS" },
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &folder,
      N_ ("Keep its data here, with the files of such an office"), "DIR" },
    { "employers", 0, 0, G_OPTION_ARG_INT, &wish.office.employers, N_ ("How many clients the invented office has"),
      "N" },
    { "employees", 0, 0, G_OPTION_ARG_INT, &wish.office.employees, N_ ("How many employees these have together"),
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
    { "start", 0, 0, G_OPTION_ARG_STRING, &day,
      N_ ("The day on which an invented office begins, such as 2026-09-01; vandaag when not given"), "DATE" },
    { "files", 0, 0, G_OPTION_ARG_STRING_ARRAY, &styles,
      N_ ("Write its files in this style too, into bestanden below --data; alle for every style"), "STYLE" },
    { "odd-names", 0, 0, G_OPTION_ARG_NONE, &wish.office.odd_names,
      N_ ("A few employees have names that are hard on programs"), NULL },
    { NULL },
  };

  if (!ovs_invocation_parse (invocation, options, 0, 0, error))
    return FALSE;
  wish.folder = folder;
  wish.listen = address;
  wish.start = day;
  wish.styles = styles;
  if (!understand (&wish, error))
    return FALSE;

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
