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
 * OvsMailAttachment:
 * @name: of the file, as the reader sees it
 * @type: its media type, such as `application/pdf`; of text it is UTF-8
 *
 * A file that goes along. Everything is owned; free with ovs_mail_attachment_free().
 */
typedef struct
{
  char *name;
  char *type;
  GBytes *bytes;
} OvsMailAttachment;

/** Copies the texts and takes a reference of @bytes. Returns: (transfer full). */
OvsMailAttachment *ovs_mail_attachment_new  (const char *name, const char *type, GBytes *bytes);
void               ovs_mail_attachment_free (OvsMailAttachment *attachment);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsMailAttachment, ovs_mail_attachment_free)

/**
 * OvsMailMessage:
 *
 * What a message says and to whom; borrowed while it is built.
 */
typedef struct
{
  const char *sender_name;       /* (nullable) */
  const char *sender_address;    /* (nullable) in a draft */
  const char *recipient_name;    /* (nullable) */
  const char *recipient_address; /* (nullable) in a draft */
  const char *reply_to;          /* (nullable) address to which answers go, where that is not the sender's */
  const char *subject;
  const char *text;              /* for programs that show plain text */
  const char *html;              /* (nullable) the same for those that show more */
  const char *id;                /* what stands before the @ of its Message-ID: always the same for the same message */
  gint64 at;                     /* microseconds since 1970, UTC */
  gboolean automatic;            /* no person wrote it: no out-of-office answers, please (RFC 3834) */
  GPtrArray *attachments;        /* (nullable) (element-type OvsMailAttachment) */
  gboolean draft;                /* for a mail program to open as a message that is not sent yet: without date and Message-ID */
} OvsMailMessage;

/**
 * Builds a message of RFC 5322, with lines that end in CRLF: `text/plain`, or `multipart/alternative` with HTML, and
 * `multipart/mixed` around it with attachments. Line breaks and other control characters in names and the subject become spaces, so that none
 * of them can add a header; marks that turn the direction of reading around go; what is longer than 200 characters is cut. The name of an
 * attachment keeps its ending, and loses what would make it a path.
 *
 * Returns: (transfer full): NULL with %OVS_MAIL_ERROR_ADDRESS when one of the addresses cannot be one (RFC 5321, 4.1.2).
 */
GBytes  *ovs_mail_message_build       (const OvsMailMessage *message, GError **error);

/** Whether @address (nullable) is `local@domain` without anything that could end a header or a command of SMTP. */
gboolean ovs_mail_address_is_possible (const char *address);

G_END_DECLS
