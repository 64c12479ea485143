/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OvsMailError:
 * @OVS_MAIL_ERROR_ADDRESS: an address that no message can be sent to
 *
 * Errors of the room mail; each comes with a finished sentence for the user.
 */
typedef enum
{
  OVS_MAIL_ERROR_ADDRESS,
} OvsMailError;

#define OVS_MAIL_ERROR (ovs_mail_error_quark ())
GQuark ovs_mail_error_quark (void);

/**
 * OvsMailMessage:
 *
 * What a message says and to whom; borrowed while it is built.
 */
typedef struct
{
  const char *sender_name;       /* (nullable) */
  const char *sender_address;
  const char *recipient_name;    /* (nullable) */
  const char *recipient_address;
  const char *subject;
  const char *text;              /* for programs that show plain text */
  const char *html;              /* (nullable) the same for those that show more */
  const char *id;                /* what stands before the @ of its Message-ID: always the same for the same message */
  gint64 at;                     /* microseconds since 1970, UTC */
  gboolean automatic;            /* no person wrote it: no out-of-office answers, please (RFC 3834) */
} OvsMailMessage;

/**
 * Builds a message of RFC 5322, with lines that end in CRLF: `text/plain`, or `multipart/alternative` with HTML. Line breaks and
 * other control characters in names and the subject become spaces, so that none of them can add a header; marks that turn the direction
 * of reading around go; what is longer than 200 characters is cut.
 *
 * Returns: (transfer full): NULL with %OVS_MAIL_ERROR_ADDRESS when one of the addresses cannot be one (RFC 5321, 4.1.2).
 */
GBytes  *ovs_mail_message_build       (const OvsMailMessage *message, GError **error);

/** Whether @address (nullable) is `local@domain` without anything that could end a header or a command of SMTP. */
gboolean ovs_mail_address_is_possible (const char *address);

G_END_DECLS
