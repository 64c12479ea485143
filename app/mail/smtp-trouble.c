/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mail/smtp-trouble.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

/* Of OpenSSL's X509_V_ERR_…, which libcurl passes on. */
#define NOT_VALID_YET 9
#define EXPIRED 10
/* What libcurl leaves there when OpenSSL was content and the name is another one. */
#define NOT_ASKED 1

G_DEFINE_QUARK (ovs-smtp-error-quark, ovs_smtp_error)

#define ERROR(code, ...) g_error_new (OVS_SMTP_ERROR, OVS_SMTP_ERROR_##code, __VA_ARGS__)

static GError *
tell_certificate (const OvsSmtpTrouble *trouble)
{
  const char *server = trouble->server;

  switch (trouble->verified)
    {
    case EXPIRED:
      return ERROR (UNSAFE, _ ("The certificate of the mail server %s has expired. It got no message and no password. Tell who keeps the server."),
                    server);
    case NOT_VALID_YET:
      return ERROR (UNSAFE,
                    _ ("The certificate of the mail server %s is not valid yet. It got no message and no password. Look whether the clock of "
                       "this computer is right."),
                    server);
    case 0:
    case NOT_ASKED:
      return ERROR (UNSAFE,
                    _ ("The mail server %s shows a certificate of another server. It got no message and no password. Check the name of the "
                       "server with who keeps it."),
                    server);
    default:
      return ERROR (UNSAFE,
                    _ ("Nobody whom this computer trusts vouches for the certificate of the mail server %s. It got no message and "
                       "no password. Check the name of the server with who keeps it."),
                    server);
    }
}

static GError *
tell_line (const OvsSmtpTrouble *trouble)
{
  const char *server = trouble->server;

  switch ((int) trouble->code)
    {
    case CURLE_USE_SSL_FAILED:
      return ERROR (UNSAFE,
                    _ ("The mail server %s offers no encrypted line. It got no message and no password. Check the name of the server and "
                       "the port with who keeps it."),
                    server);
    case CURLE_SSL_CONNECT_ERROR:
      return ERROR (UNSAFE,
                    _ ("No encrypted line to the mail server %s could be made. It got no message and no password. Check the port: 587 "
                       "usually goes with STARTTLS, 465 with TLS from the start."),
                    server);
    case CURLE_PEER_FAILED_VERIFICATION:
      return tell_certificate (trouble);
    case CURLE_SSL_CACERT_BADFILE:
      return ERROR (UNSAFE, _ ("The certificates that this computer trusts cannot be read. The message was not sent."));
    case CURLE_COULDNT_RESOLVE_HOST:
      return ERROR (UNREACHABLE,
                    _ ("The mail server %s is not found: there is no network, or the name is wrong. The message was not sent. Check both, then try "
                       "again."),
                    server);
    case CURLE_OPERATION_TIMEDOUT:
      return ERROR (UNREACHABLE, _ ("The mail server %s gave no answer in time. The message was not sent. Check its name and its port, then try again."),
                    server);
    case CURLE_COULDNT_CONNECT:
      return ERROR (UNREACHABLE,
                    _ ("The mail server %s does not answer. The message was not sent. Check the network, and its name and its port, then try again."),
                    server);
    case CURLE_WEIRD_SERVER_REPLY:
      return ERROR (UNREACHABLE, _ ("What answers at %s is no mail server. The message was not sent. Check its name and its port."), server);
    default:
      return ERROR (UNREACHABLE, _ ("The line to the mail server %s broke before anything was sent. Try again."), server);
    }
}

static gboolean
is_too_large (const OvsSmtpTrouble *trouble)
{
  return trouble->status == 552 && (trouble->stage == OVS_SMTP_STAGE_SENDER || trouble->stage == OVS_SMTP_STAGE_MESSAGE);
}

/* 5xx */
static GError *
tell_refusal (const OvsSmtpTrouble *trouble)
{
  const char *server = trouble->server;
  const char *answer = trouble->answer;

  if (is_too_large (trouble))
    return ERROR (REFUSED, _ ("The message to %s is too large for the mail server %s (%s). Send it with smaller attachments."), trouble->recipient,
                  server, answer);
  if (trouble->status == 530)
    return ERROR (SIGN_IN,
                  _ ("The mail server %s wants a user name and a password (%s). The message was not sent. Give them in the preferences, then try again."),
                  server, answer);
  switch (trouble->stage)
    {
    case OVS_SMTP_STAGE_HELLO:
    case OVS_SMTP_STAGE_SIGN_IN:
      return ERROR (TURNED_AWAY, _ ("The mail server %s takes no messages of this computer: %s. The message was not sent. Ask who keeps it."), server,
                    answer);
    case OVS_SMTP_STAGE_SENDER:
      return ERROR (TURNED_AWAY,
                    _ ("The mail server %s takes no messages from %s: %s. The message was not sent. Correct the address of the sender in the "
                       "preferences, then try again."),
                    server, trouble->sender, answer);
    case OVS_SMTP_STAGE_RECIPIENT:
      return ERROR (REFUSED, _ ("The mail server %s refuses the recipient %s: %s. Correct the address, then send it again."), server,
                    trouble->recipient, answer);
    case OVS_SMTP_STAGE_MESSAGE:
    default:
      return ERROR (REFUSED, _ ("The mail server %s refuses the message to %s: %s. Ask who keeps it, then send it again."), server, trouble->recipient, answer);
    }
}

/* 4xx; with 421 the server hangs up, whatever it was about. */
static GError *
tell_later (const OvsSmtpTrouble *trouble)
{
  if (trouble->status == 421 || trouble->stage < OVS_SMTP_STAGE_RECIPIENT)
    return ERROR (BUSY, _ ("The mail server %s takes no messages now: %s. Try again later."), trouble->server, trouble->answer);
  return ERROR (LATER, _ ("The mail server %s does not take the message to %s now: %s. Try again later."), trouble->server, trouble->recipient,
                trouble->answer);
}

GError *
ovs_smtp_trouble_tell (const OvsSmtpTrouble *trouble)
{
  if (trouble->code == CURLE_LOGIN_DENIED)
    return ERROR (SIGN_IN, _ ("The mail server %s refuses the user name or the password (%s). The message was not sent. Correct them in the preferences, then try again."),
                  trouble->server, trouble->answer);
  if (trouble->status >= 500 && trouble->status < 600)
    return tell_refusal (trouble);
  if (trouble->status >= 400 && trouble->status < 500)
    return tell_later (trouble);
  if (trouble->given)
    return ERROR (UNKNOWN,
                  _ ("The line to the mail server %s broke after the message to %s was given. Whether it was sent is not known: say in the outbox what became of it."),
                  trouble->server, trouble->recipient);
  if (trouble->code == CURLE_ABORTED_BY_CALLBACK)
    return g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "");
  return tell_line (trouble);
}
