/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OvsSmtpError:
 * @OVS_SMTP_ERROR_UNREACHABLE: nothing answers there, it is no mail server, or the line broke before the message was given: nothing was sent
 * @OVS_SMTP_ERROR_UNSAFE: the line cannot be encrypted, or its certificate is not that of the server: nothing was sent, no password either
 * @OVS_SMTP_ERROR_SIGN_IN: the server refuses the user name or the password, or wants one
 * @OVS_SMTP_ERROR_TURNED_AWAY: the server takes nothing from this computer, or from this sender (5xx)
 * @OVS_SMTP_ERROR_BUSY: the server takes nothing at all now (4xx)
 * @OVS_SMTP_ERROR_REFUSED: the server refuses this message for good (5xx), because of its recipient or of what it holds
 * @OVS_SMTP_ERROR_LATER: the server takes this message later (4xx)
 * @OVS_SMTP_ERROR_UNKNOWN: the line broke after the message was given: whether it was taken is not known
 *
 * What can go wrong on the way; each comes with a finished sentence for the user, with what the server answered. The first five are about
 * every message, the others about this one.
 */
typedef enum
{
  OVS_SMTP_ERROR_UNREACHABLE,
  OVS_SMTP_ERROR_UNSAFE,
  OVS_SMTP_ERROR_SIGN_IN,
  OVS_SMTP_ERROR_TURNED_AWAY,
  OVS_SMTP_ERROR_BUSY,
  OVS_SMTP_ERROR_REFUSED,
  OVS_SMTP_ERROR_LATER,
  OVS_SMTP_ERROR_UNKNOWN,
} OvsSmtpError;

#define OVS_SMTP_ERROR (ovs_smtp_error_quark ())
GQuark ovs_smtp_error_quark (void);

G_END_DECLS
