/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/state.h"

G_BEGIN_DECLS

/**
 * OvsPracticeMail:
 *
 * A mail that the practice Loket sent: to its own mail box, and to a mail server when one is set.
 */
typedef struct
{
  gint64 id;
  gint64 at;          /* microseconds, by the practice Loket's clock */
  char *kind;         /* `invitation`, `reminder`, `activation`, `confirmation` or `blocked` */
  char *recipient;    /* the address, as Loket has it */
  char *first_name;   /* or initials; on one line, like the employer */
  char *employer;
  int begun;          /* the employee's account at that moment, 0: none, 1: made, 2: activated */
  char *link;         /* (nullable) the personal one */
  gint64 employee;
  char *person;       /* the whole name */
  char *delivery;     /* (nullable) see schema.sql */
  gint64 delivered_at;
  char *trouble;      /* (nullable) */
} OvsPracticeMail;

void             ovs_practice_mail_free (OvsPracticeMail *mail);

/** Mail @id; NULL when there is none. Returns: (transfer full) (nullable). */
OvsPracticeMail *ovs_practice_mailbox_load (OvsPracticeState *state, gint64 id);

/** The address that the link of a mail of @kind leads to; NULL without @secret. Returns: (transfer full) (nullable). */
char            *ovs_practice_mailbox_link (OvsPracticeState *state, const char *kind, int begun, const char *secret);

/** The subject of a mail of @kind about @employer's portal. Returns: (transfer full). */
char            *ovs_practice_mailbox_subject (const char *kind, const char *employer);

/** What it says as plain text, and as a document of HTML. Returns: (transfer full). */
char            *ovs_practice_mail_to_text (const OvsPracticeMail *mail);
char            *ovs_practice_mail_to_html (const OvsPracticeMail *mail);

/**
 * The whole as a message of RFC 5322, always the same for the same mail. Inside a transaction.
 * @sender: the address that it comes from
 * Returns: (transfer full) (nullable): NULL with %OVS_MAIL_ERROR_ADDRESS when it has no address that a message can be sent to.
 */
GBytes          *ovs_practice_mail_to_message (OvsPracticeState *state, const OvsPracticeMail *mail, const char *sender, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsPracticeMail, ovs_practice_mail_free)

G_END_DECLS
