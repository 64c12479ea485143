/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands/commands.h"

#include <glib/gi18n.h>
#include <signal.h>
#include <stdio.h>

#include "commands/command.h"
#include "commands/failure.h"
#include "commands/parse.h"

static const OvsCommand commands[] = {
  { "new", "DOSSIER [--firm NAME] [--firm-domain DOMAIN]", N_ ("Makes an empty dossier."), ovs_command_new },
  { "import", "DOSSIER employers|employees|status|fallout|corrections FILE [--mapping FIELD=HEADER]… [--pasted] [--dry-run]",
    N_ ("Reads an office file into the dossier."), ovs_command_import },
  { "fetch", "DOSSIER [--employer NUMBER…] [--dry-run]", N_ ("Reads clients and people from Loket into the dossier."), ovs_command_fetch },
  { "select", "DOSSIER (--all | --none | --employer NUMBER…) [--without-werknemerloket-too]",
    N_ ("Says which clients take part."), ovs_command_select },
  { "check", "DOSSIER [--date YYYY-MM-DD] [--list]", N_ ("Judges every employee by the rules."),
    ovs_command_check },
  { "exclude", "DOSSIER --employer NUMBER [--employee NUMBER] --reason TEXT",
    N_ ("Leaves out an employee or a whole client."), ovs_command_exclude },
  { "mend", "DOSSIER --employer NUMBER --employee NUMBER --email ADDRESS [--in-loket | --done-in-loket]",
    N_ ("Gives an employee another private address."), ovs_command_mend },
  { "accept", "DOSSIER CODE [--employer NUMBER] [--employee NUMBER] [--date YYYY-MM-DD] --reason TEXT",
    N_ ("Accepts warnings, with a reason."), ovs_command_accept },
  { "inform", "DOSSIER --employer NUMBER… [--date YYYY-MM-DD] [--note TEXT]",
    N_ ("Writes down that clients were informed."), ovs_command_inform },
  { "waves",
    "DOSSIER [--set N [--date YYYY-MM-DD] [--employer NUMBER…] [--route api|loket|hand] | --remove N | --freeze N | --thaw N | "
    "--propose [--per-day N] [--from YYYY-MM-DD] [--accept] | --block --from YYYY-MM-DD --until YYYY-MM-DD --reason TEXT] [--calendar FILE.ics] [--plan FILE.pdf]",
    N_ ("Plans clients in rounds, or lists the rounds."), ovs_command_waves },
  { "undo", "DOSSIER", N_ ("Takes the last step back: a decision, or reading a file in."), ovs_command_undo },
  { "letters", "DOSSIER PIECE [--wave N] [--employer NUMBER…] [--csv] [--deadline YYYY-MM-DD] -o FOLDER",
    N_ ("Makes letters as drafts and texts: ticket, client, missing-data, employee, flyer, day-of, reminder, help, fallout, leavers, closing, "
        "phone-script, briefing, withdrawal, correction."),
    ovs_command_letters },
  { "send", "DOSSIER PIECE [--wave N] [--employer NUMBER…] [--yes | --test ADDRESS] [--arrived | --again] [--smtp URL [--user NAME]] [--sender ADDRESS]",
    N_ ("Sends a piece to the clients by the office's mail server, or shows who would get it."), ovs_command_send },
  { "connect", "DOSSIER (URL [--browser] | --sign-out)", N_ ("Binds the dossier to a Loket."), ovs_command_connect },
  { "apply", "DOSSIER [--wave N [--reason TEXT]] [--approved N] [--second-person NAME] (--yes | --dry-run)", N_ ("Carries the conversion out, or goes on with it."),
    ovs_command_apply },
  { "submit", "DOSSIER --ticket NUMBER [--wave N] [--employer NUMBER…] [--date YYYY-MM-DD]",
    N_ ("Writes down that the client list was handed in, for Loket to convert."), ovs_command_submit },
  { "tick", "DOSSIER --employer NUMBER… [--not-done]", N_ ("Writes down which clients were done by hand in Loket."), ovs_command_tick },
  { "reconcile", "DOSSIER [--route loket|hand] [--wave N]", N_ ("Lays what was submitted beside what Loket's files tell."),
    ovs_command_reconcile },
  { "track", "DOSSIER [--changed-only]", N_ ("Reads back from Loket how everybody stands."), ovs_command_track },
  { "fallout", "DOSSIER", N_ ("Lists who got no invitation, and why."), ovs_command_fallout },
  { "reinvite", "DOSSIER (--employer NUMBER --employee NUMBER | --all) [--again]",
    N_ ("Sends a new invitation."), ovs_command_reinvite },
  { "no-access", "DOSSIER --employer NUMBER --employee NUMBER… (--reason TEXT | --take-back)",
    N_ ("Writes down that employees need no access."), ovs_command_no_access },
  { "snooze", "DOSSIER --employer NUMBER --employee NUMBER… (--until YYYY-MM-DD | --now)",
    N_ ("Shows employees as work again on a later day."), ovs_command_snooze },
  { "follow-up", "DOSSIER [--yes] [--word-after DAYS] [--invite-after DAYS]", N_ ("Tells, or does, what there is to do for who waits."), ovs_command_follow_up },
  { "question",
    "DOSSIER --employer NUMBER [--employee NUMBER] [--step A|B|C|D|E|other] [--minutes N] [--note TEXT] [--solved-by HOW] [--open | --call-back YYYY-MM-DD [--at HH:MM]]",
    N_ ("Writes down that somebody asked for help."), ovs_command_question },
  { "questions", "DOSSIER", N_ ("Lists who asked for help."), ovs_command_questions },
  { "rollback", "DOSSIER (--employer NUMBER… [--employee NUMBER] | --wave N) (--yes | --dry-run)",
    N_ ("Gives Werknemerloket back to whom the conversion took it."), ovs_command_rollback },
  { "story", "DOSSIER --employer NUMBER --employee NUMBER [--this-client-only] [-o FILE.pdf|FILE.json]",
    N_ ("Tells what is known of one employee and what happened, or saves it for who asks to see his data."), ovs_command_story },
  { "close", "DOSSIER (--employer NUMBER… [--reason TEXT | --open-again] | --all | --list) [--ask]",
    N_ ("Closes clients of whom everybody has an end state, or tells what keeps them open."), ovs_command_close },
  { "export", "DOSSIER client-list|work-list|selection|call-list|fallout|corrections|not-yet-mijnloket|leavers|overview|accountability|audit [--per-client] [--employer NUMBER] -o FILE",
    N_ ("Writes a file that Excel opens."), ovs_command_export },
  { "verify", "DOSSIER", N_ ("Proves that the trail and the file are as they were written."), ovs_command_verify },
  { "backups", "DOSSIER [--make | --restore NAME --yes]", N_ ("Lists the backups of a dossier, makes one, or puts one back."), ovs_command_backups },
  { "purge", "DOSSIER [--employer NUMBER --employee NUMBER] --yes", N_ ("Removes personal data and keeps numbers and trail."), ovs_command_purge },
  { "practice", "[--port N] [--data DIR] [--employers N] [--employees N] [--seed N] [--smtp URL [--smtp-to WHO]]",
    N_ ("Starts a practice Loket on this computer."), ovs_command_practice },
  { "demo", "", N_ ("Shows the whole conversion with invented people against a practice Loket."),
    ovs_command_demo },
};

static const OvsCommand *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];
  return NULL;
}

static int
show_help (void)
{
  printf ("%s overstap %s\n\n%s\n\n", _ ("Usage:"), _ ("COMMAND …"),
          _ ("Moves the employees of an accounting firm's clients from Werknemerloket to MijnLoket."));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    printf ("  %-10s %s\n", commands[i].name, _ (commands[i].summary));
  printf ("\n%s\n", _ ("“overstap COMMAND --help” shows the options of a command."));
  return fflush (stdout) == 0 ? OVS_EXIT_DONE : OVS_EXIT_FAILED;
}

static int
show_version (void)
{
  printf ("overstap %s\n", OVS_VERSION);
  return fflush (stdout) == 0 ? OVS_EXIT_DONE : OVS_EXIT_FAILED;
}

/* Wrong use before any command is known; told like every other failure, with --json as an object. */
static int
refuse (char **argv, GError *error)
{
  g_autoptr (GError) owned = error;

  return ovs_failure_report (owned, g_strv_contains ((const char *const *) argv, "--json"), NULL);
}

static GError *
no_window_error (void)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", commands[i].name);
  return g_error_new (OVS_USAGE_ERROR, OVS_USAGE_ERROR_UNKNOWN_COMMAND,
                      _ ("There is no display to show the window on. Use one of the commands: %s."), names->str);
}

static GError *
unknown_command_error (const char *name)
{
  return g_error_new (OVS_USAGE_ERROR, OVS_USAGE_ERROR_UNKNOWN_COMMAND,
                      _ ("There is no command “%s”. “overstap --help” shows which there are."), name);
}

int
ovs_commands_run (int argc, char **argv)
{
  const char *name = argc > 1 ? argv[1] : "";
  const OvsCommand *command = find_command (name);
  g_autoptr (OvsInvocation) invocation = NULL;

  /* A reader that went away is an error of writing, not the end of the program. */
  signal (SIGPIPE, SIG_IGN);

  if (g_str_equal (name, "--help") || g_str_equal (name, "-h"))
    return show_help ();
  if (g_str_equal (name, "--version"))
    return show_version ();
  if (argc < 2 || (argc == 2 && g_str_has_suffix (name, ".overstap")))
    return refuse (argv, no_window_error ());
  if (command == NULL)
    return refuse (argv, unknown_command_error (name));

  invocation = ovs_invocation_new (command, g_strdupv (argv + 2));
  return ovs_invocation_run (invocation);
}
