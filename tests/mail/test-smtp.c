/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mail/smtp.h"

#include <string.h>

/* A mail server of a few lines that says what a test wants. */

#define CUT ""

/* What it says to each command; NULL: what a server that is well says; CUT: nothing, the line breaks. */
typedef struct
{
  const char *banner;
  const char *auth;
  const char *mail;
  const char *rcpt;
  const char *data;
  const char *end; /* of the message */
  gboolean cut_inside; /* the line breaks while the message is given */
  gboolean silent;     /* nobody answers */
  gboolean hang_up;    /* once the message is taken, as servers do with a line that is kept for long */
} Script;

typedef struct
{
  GSocketListener *listener;
  GCancellable *stop;
  GThread *thread;
  guint port;
  const Script *script;
  GString *message; /* the last one, with CRLF and without the dots of the transport */
  GString *heard;   /* commands */
  int lines;        /* connections */
} Server;

static gboolean
say (GOutputStream *out, const char *answer, const char *otherwise)
{
  g_autofree char *text = g_strconcat (answer != NULL ? answer : otherwise, "\r\n", NULL);

  return (answer == NULL || *answer != '\0') && g_output_stream_write_all (out, text, strlen (text), NULL, NULL, NULL);
}

static gboolean
take_message (Server *server, GDataInputStream *in)
{
  g_string_truncate (server->message, 0);
  for (;;)
    {
      g_autofree char *line = g_data_input_stream_read_line (in, NULL, server->stop, NULL);

      if (line == NULL || server->script->cut_inside)
        return FALSE;
      if (g_str_equal (line, "."))
        return TRUE;
      g_string_append_printf (server->message, "%s\r\n", line[0] == '.' ? line + 1 : line);
    }
}

static gboolean
sign_in (Server *server, GDataInputStream *in, GOutputStream *out)
{
  g_autofree char *secret = NULL;

  if (server->script->auth != NULL)
    return say (out, server->script->auth, NULL);
  secret = say (out, NULL, "334 ") ? g_data_input_stream_read_line (in, NULL, server->stop, NULL) : NULL;
  return secret != NULL && say (out, NULL, "235 welkom");
}

/* FALSE: the line ends. */
static gboolean
obey (Server *server, GDataInputStream *in, GOutputStream *out, const char *command)
{
  const Script *script = server->script;

  g_string_append_printf (server->heard, "%.4s ", command);
  if (g_str_has_prefix (command, "EHLO"))
    return say (out, NULL, "250-hier\r\n250 AUTH PLAIN");
  if (g_str_has_prefix (command, "AUTH"))
    return sign_in (server, in, out);
  if (g_str_has_prefix (command, "MAIL"))
    return say (out, script->mail, "250 goed");
  if (g_str_has_prefix (command, "RCPT"))
    return say (out, script->rcpt, "250 goed");
  if (g_str_has_prefix (command, "QUIT"))
    return say (out, NULL, "221 dag") && FALSE;
  if (!g_str_has_prefix (command, "DATA"))
    return say (out, NULL, "250 goed");
  if (!say (out, script->data, "354 ga uw gang"))
    return FALSE;
  if (script->data != NULL)
    return TRUE;
  return take_message (server, in) && say (out, script->end, "250 ontvangen") && !script->hang_up;
}

static void
talk (Server *server, GSocketConnection *connection)
{
  g_autoptr (GDataInputStream) in = g_data_input_stream_new (g_io_stream_get_input_stream (G_IO_STREAM (connection)));
  GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  gboolean goes_on;

  server->lines++;
  g_data_input_stream_set_newline_type (in, G_DATA_STREAM_NEWLINE_TYPE_CR_LF);
  goes_on = server->script->silent || (say (out, server->script->banner, "220 hier") && server->script->banner == NULL);
  while (goes_on)
    {
      g_autofree char *command = g_data_input_stream_read_line (in, NULL, server->stop, NULL);

      goes_on = command != NULL && obey (server, in, out, command);
    }
  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
}

static gpointer
serve (gpointer user_data)
{
  Server *server = user_data;

  for (;;)
    {
      g_autoptr (GSocketConnection) connection = g_socket_listener_accept (server->listener, NULL, server->stop, NULL);

      if (connection == NULL)
        return NULL;
      talk (server, connection);
    }
}

static void
server_start (Server *server, const Script *script)
{
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) effective = NULL;
  g_autoptr (GError) error = NULL;

  *server = (Server){ .listener = g_socket_listener_new (), .stop = g_cancellable_new (), .script = script };
  server->message = g_string_new (NULL);
  server->heard = g_string_new (NULL);
  g_socket_listener_add_address (server->listener, address, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL, &effective, &error);
  g_assert_no_error (error);
  server->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (effective));
  server->thread = g_thread_new ("mail server", serve, server);
}

/* Afterwards the port is nobody's. */
static void
server_stop (Server *server)
{
  g_cancellable_cancel (server->stop);
  g_thread_join (server->thread);
  g_socket_listener_close (server->listener);
  g_object_unref (server->listener);
  g_object_unref (server->stop);
}

static void
server_free (Server *server)
{
  g_string_free (server->message, TRUE);
  g_string_free (server->heard, TRUE);
}

static OvsSmtp *
open_line (const Server *server)
{
  g_autofree char *url = g_strdup_printf ("smtp://127.0.0.1:%u", server->port);
  g_autoptr (GError) error = NULL;
  OvsSmtp *smtp = ovs_smtp_new (url, &error);

  g_assert_no_error (error);
  return smtp;
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

#define TEXT "Subject: dag\r\n\r\nBeste Jan,\r\n.een punt\r\n..twee\r\n.\r\ndag\r\n"

static gboolean
deliver (OvsSmtp *smtp, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) message = g_bytes_new_static (TEXT, strlen (TEXT));
  g_autoptr (GAsyncResult) result = NULL;

  ovs_smtp_send_async (smtp, "van@example.com", "aan@example.com", NULL, message, cancellable, sent_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return ovs_smtp_send_finish (smtp, result, NULL, error);
}

static void
assert_delivered (OvsSmtp *smtp)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (deliver (smtp, NULL, &error));
  g_assert_no_error (error);
}

/* To the byte, dots at the beginning of a line too; the second one over the same line. */
static void
test_taken (void)
{
  static const Script script = { 0 };
  Server server;
  g_autoptr (OvsSmtp) smtp = NULL;

  server_start (&server, &script);
  smtp = open_line (&server);
  assert_delivered (smtp);
  assert_delivered (smtp);
  g_clear_object (&smtp);
  server_stop (&server);
  g_assert_cmpstr (server.message->str, ==, TEXT);
  g_assert_cmpint (server.lines, ==, 1);
  g_assert_true (g_str_has_prefix (server.heard->str, "EHLO MAIL RCPT DATA MAIL RCPT DATA "));
  server_free (&server);
}

/* A line that the server gave up meanwhile is no trouble. */
static void
test_line_is_opened_again (void)
{
  static const Script script = { .hang_up = TRUE };
  Server server;
  g_autoptr (OvsSmtp) smtp = NULL;

  server_start (&server, &script);
  smtp = open_line (&server);
  assert_delivered (smtp);
  assert_delivered (smtp);
  g_clear_object (&smtp);
  server_stop (&server);
  g_assert_cmpint (server.lines, ==, 2);
  server_free (&server);
}

typedef struct
{
  const char *name;
  Script script;
  int error; /* OvsSmtpError */
  const char *said; /* (nullable) by the server, and passed on */
} Trouble;

static const Trouble troubles[] = {
  { "no mail server", { .banner = "HTTP/1.1 400 Bad Request" }, OVS_SMTP_ERROR_UNREACHABLE, NULL },
  { "busy", { .banner = "421 te druk" }, OVS_SMTP_ERROR_BUSY, "te druk" },
  { "not for us", { .banner = "554 weg" }, OVS_SMTP_ERROR_TURNED_AWAY, "weg" },
  { "cut before it began", { .banner = CUT }, OVS_SMTP_ERROR_UNREACHABLE, NULL },
  { "sender refused", { .mail = "550 5.7.1 u niet" }, OVS_SMTP_ERROR_TURNED_AWAY, "u niet" },
  { "sender later", { .mail = "451 4.3.0 straks" }, OVS_SMTP_ERROR_BUSY, "straks" },
  { "sign-in demanded", { .mail = "530 5.7.0 wie bent u" }, OVS_SMTP_ERROR_SIGN_IN, "wie bent u" },
  { "too large to begin with", { .mail = "552 5.3.4 te groot" }, OVS_SMTP_ERROR_REFUSED, "too large" },
  { "closing at the recipient", { .rcpt = "421 4.7.0 tot straks" }, OVS_SMTP_ERROR_BUSY, "tot straks" },
  { "too large", { .end = "552 5.3.4 te groot" }, OVS_SMTP_ERROR_REFUSED, "too large" },
  { "recipient refused", { .rcpt = "550 5.1.1 woont hier niet" }, OVS_SMTP_ERROR_REFUSED, "woont hier niet" },
  { "recipient later", { .rcpt = "450 4.2.0 grijze lijst" }, OVS_SMTP_ERROR_LATER, "grijze lijst" },
  { "cut at the recipient", { .rcpt = CUT }, OVS_SMTP_ERROR_UNREACHABLE, NULL },
  { "no data", { .data = "451 schijf vol" }, OVS_SMTP_ERROR_LATER, "schijf vol" },
  { "message refused", { .end = "554 ongewenst" }, OVS_SMTP_ERROR_REFUSED, "ongewenst" },
  { "message later", { .end = "452 straks" }, OVS_SMTP_ERROR_LATER, "straks" },
  { "cut inside the message", { .cut_inside = TRUE }, OVS_SMTP_ERROR_UNKNOWN, NULL },
  { "cut after the message", { .end = CUT }, OVS_SMTP_ERROR_UNKNOWN, NULL },
  { "sign-in refused", { .auth = "535 onbekend" }, OVS_SMTP_ERROR_SIGN_IN, "onbekend" },
};

/* Each trouble is told for what it is; when it is over the same line sends again. */
static void
test_trouble (gconstpointer data)
{
  static const Script well = { 0 };
  const Trouble *trouble = data;
  Server server;
  g_autoptr (OvsSmtp) smtp = NULL;
  g_autoptr (GError) error = NULL;

  server_start (&server, &trouble->script);
  smtp = open_line (&server);
  if (trouble->script.auth != NULL)
    ovs_smtp_set_sign_in (smtp, "jan", "geheim");
  g_assert_false (deliver (smtp, NULL, &error));
  g_assert_error (error, OVS_SMTP_ERROR, trouble->error);
  g_test_message ("%s", error->message);
  if (trouble->said != NULL)
    g_assert_nonnull (strstr (error->message, trouble->said));
  g_assert_null (strstr (error->message, "geheim"));
  server.script = &well;
  assert_delivered (smtp);
  g_clear_object (&smtp);
  server_stop (&server);
  server_free (&server);
}

static void
test_wrong_port (void)
{
  static const Script script = { 0 };
  Server server;
  g_autoptr (OvsSmtp) smtp = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *where = NULL;

  server_start (&server, &script);
  smtp = open_line (&server);
  server_stop (&server);
  g_assert_false (deliver (smtp, NULL, &error));
  g_assert_error (error, OVS_SMTP_ERROR, OVS_SMTP_ERROR_UNREACHABLE);
  where = g_strdup_printf ("127.0.0.1:%u", server.port);
  g_assert_nonnull (strstr (error->message, where));
  server_free (&server);
}

static gboolean
cancel (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_REMOVE;
}

static void
test_cancelled (void)
{
  static const Script script = { .silent = TRUE };
  Server server;
  g_autoptr (OvsSmtp) smtp = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  server_start (&server, &script);
  smtp = open_line (&server);
  g_idle_add (cancel, cancellable);
  g_assert_false (deliver (smtp, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&smtp);
  server_stop (&server);
  server_free (&server);
}

static void
test_urls (void)
{
  static const char *const bad[] = { "", "mail.example.nl", "http://mail.example.nl", "smtp://", "smtp:///pad", "smtp:25" };
  static const struct
  {
    const char *url;
    gboolean near;
  } good[] = {
    { "smtp://127.0.0.1:1025", TRUE }, { "smtp://localhost", TRUE },          { "smtp://LOCALHOST:25", TRUE }, { "smtp://[::1]:25", TRUE },
    { "smtp://127.0.0.53", TRUE },     { "smtps://mail.example.nl", FALSE },  { "smtp://10.0.0.1:25", FALSE },
    { "smtp://127.0.0.1.example.nl", FALSE }, { "smtp://localhost.example.nl", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ovs_smtp_new (bad[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (OvsSmtp) smtp = ovs_smtp_new (good[i].url, &error);

      g_assert_no_error (error);
      g_assert_cmpint (ovs_smtp_is_near (smtp), ==, good[i].near);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mail/smtp/taken", test_taken);
  g_test_add_func ("/mail/smtp/line-is-opened-again", test_line_is_opened_again);
  for (gsize i = 0; i < G_N_ELEMENTS (troubles); i++)
    {
      g_autofree char *path = g_strconcat ("/mail/smtp/trouble/", troubles[i].name, NULL);
      g_test_add_data_func (path, &troubles[i], test_trouble);
    }
  g_test_add_func ("/mail/smtp/wrong-port", test_wrong_port);
  g_test_add_func ("/mail/smtp/cancelled", test_cancelled);
  g_test_add_func ("/mail/smtp/urls", test_urls);
  return g_test_run ();
}
