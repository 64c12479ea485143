/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <curl/curl.h>

#include "mail/smtp-error.h"

G_BEGIN_DECLS

/** How far the talk with the server was. */
typedef enum
{
  OVS_SMTP_STAGE_HELLO, /* connecting, encrypting, introducing oneself */
  OVS_SMTP_STAGE_SIGN_IN,
  OVS_SMTP_STAGE_SENDER,
  OVS_SMTP_STAGE_RECIPIENT,
  OVS_SMTP_STAGE_MESSAGE,
} OvsSmtpStage;

/**
 * OvsSmtpTrouble:
 * @server: host and port
 * @status: what the server answered last: 250, 550 …; 0 for nothing
 * @answer: the same in words, "" for nothing
 * @verified: what OpenSSL found about the certificate, 0 for nothing wrong
 * @given: something of the message was given
 *
 * How sending a message ended. Everything is borrowed.
 */
typedef struct
{
  CURLcode code;
  OvsSmtpStage stage;
  const char *server;
  const char *sender;
  const char *recipient;
  long status;
  const char *answer;
  long verified;
  gboolean given;
} OvsSmtpTrouble;

/** For this room: what went wrong, as an error of the right code with a sentence. Returns: (transfer full). */
GError *ovs_smtp_trouble_tell (const OvsSmtpTrouble *trouble);

G_END_DECLS
