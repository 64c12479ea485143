/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <unistd.h>

#include "commands/command.h"
#include "commands/parse.h"
#include "commands/wait.h"
#include "commands/warnings.h"
#include "conversion/connect.h"

typedef struct
{
  OvsBrowser *browser;     /* (owned) */
  GDataInputStream *lines; /* (owned) what is pasted */
  GCancellable *stop;      /* (owned) */
} Terminal;

static void
say_kept (OvsInvocation *invocation, const OvsConnection *connection)
{
  if (connection->person && connection->kept)
    ovs_invocation_say (invocation, "%s", _ ("The sign-in is in the keyring; later commands use it."));
  else if (connection->person)
    g_printerr ("%s\n", _ ("There is no keyring here that opens, so the sign-in was only for this command: the next one cannot use it."));
}

static void
answer (OvsInvocation *invocation, const OvsConnection *connection)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);

  ovs_json_add_text (json, "url", connection->url);
  ovs_json_add_text (json, "user", connection->user);
  ovs_json_add_text (json, "firm", connection->firm);
  ovs_json_add_count (json, "employers", connection->employers);
  ovs_json_add_count (json, "recognised", connection->recognised);
  ovs_json_add_flag (json, "kept", connection->kept);
  ovs_invocation_say (invocation, _ ("Connected with %s as %s."), connection->url, connection->user);
  ovs_invocation_say (invocation,
                      g_dngettext (GETTEXT_PACKAGE, "Loket shows %u client; %u of them in this dossier.",
                                   "Loket shows %u clients; %u of them in this dossier.",
                                   connection->employers),
                      connection->employers, connection->recognised);
  say_kept (invocation, connection);
}

/* --- the browser, from a terminal --- */

static void read_line (Terminal *terminal);

static void
on_line (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Terminal *terminal = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) trouble = NULL;
  g_autoptr (OvsSecret) line = g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (source), result, NULL, &error);

  /* Nobody types any more, or it is over: then @terminal may be gone. */
  if (line == NULL)
    return;
  if (*g_strstrip (line) != '\0' && !ovs_browser_paste (terminal->browser, line, &trouble))
    g_printerr ("%s\n", trouble->message);
  read_line (terminal);
}

static void
read_line (Terminal *terminal)
{
  g_data_input_stream_read_line_async (terminal->lines, G_PRIORITY_DEFAULT, terminal->stop, on_line, terminal);
}

static void
on_open (OvsBrowser *browser, const char *url, Terminal *terminal)
{
  g_printerr ("%s\n\n%s\n\n%s\n", _ ("Open this address in a browser and sign in, within five minutes:"), url,
              _ ("When the browser ends on a page that it cannot show, paste the address of that page here."));
  read_line (terminal);
}

static OvsConnection *
connect_in_browser (OvsInvocation *invocation, OvsDossier *dossier, OvsWait *wait, GError **error)
{
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  Terminal terminal = { ovs_browser_new (), g_data_input_stream_new (input), g_cancellable_new () };
  OvsConnection *connection;

  g_signal_connect (terminal.browser, "open", G_CALLBACK (on_open), &terminal);
  ovs_connect_in_browser_async (dossier, ovs_invocation_word (invocation, 1), terminal.browser, ovs_wait_get_cancellable (wait),
                                ovs_wait_done, wait);
  connection = ovs_connect_finish (dossier, ovs_wait_result (wait), error);
  g_cancellable_cancel (terminal.stop);
  while (g_input_stream_has_pending (G_INPUT_STREAM (terminal.lines)))
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (terminal.browser);
  g_object_unref (terminal.lines);
  g_object_unref (terminal.stop);
  return connection;
}

/* --- the command --- */

static gboolean
sign_out (OvsInvocation *invocation, OvsDossier *dossier, OvsWait *wait, GError **error)
{
  ovs_sign_out_async (dossier, ovs_wait_get_cancellable (wait), ovs_wait_done, wait);
  if (!ovs_sign_out_finish (dossier, ovs_wait_result (wait), error))
    return FALSE;
  ovs_json_add_flag (ovs_invocation_json (invocation), "signed_out", TRUE);
  ovs_invocation_say (invocation, "%s", _ ("Signed out: nothing of the sign-in at Loket is kept any more."));
  return TRUE;
}

gboolean
ovs_command_connect (OvsInvocation *invocation, GError **error)
{
  g_autoptr (OvsDossier) dossier = NULL;
  g_autoptr (OvsWait) wait = NULL;
  g_autoptr (OvsConnection) connection = NULL;
  gboolean browser = FALSE;
  gboolean out = FALSE;
  const GOptionEntry options[] = {
    { "browser", 0, 0, G_OPTION_ARG_NONE, &browser, N_ ("Sign in in a browser: prints the address, waits for the answer"), NULL },
    { "sign-out", 0, 0, G_OPTION_ARG_NONE, &out, N_ ("Forget the sign-in; without a URL"), NULL },
    { NULL },
  };

  if (!ovs_invocation_parse (invocation, options, 1, 2, error))
    return FALSE;
  if (!out && ovs_invocation_word (invocation, 1) == NULL)
    return ovs_usage_refuse (error, _ ("Something is missing on the command line."));
  if (out && (browser || ovs_invocation_word (invocation, 1) != NULL))
    return ovs_usage_refuse (error, _ ("--sign-out stands alone: it takes no URL and no --browser."));
  dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_WRITE, error);
  if (dossier == NULL)
    return FALSE;

  wait = ovs_wait_new ();
  if (out)
    return sign_out (invocation, dossier, wait, error);
  if (browser)
    connection = connect_in_browser (invocation, dossier, wait, error);
  else
    {
      ovs_connect_async (dossier, ovs_invocation_word (invocation, 1), ovs_wait_get_cancellable (wait), ovs_wait_done, wait);
      connection = ovs_connect_finish (dossier, ovs_wait_result (wait), error);
    }
  if (connection == NULL)
    return FALSE;
  answer (invocation, connection);
  return ovs_answer_rights (invocation, dossier, error) && ovs_answer_warnings (invocation, dossier, NULL, error);
}
