/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The states of a message in the outbox. */
typedef enum
{
  OVS_LETTER_WAITING, /* written down, not given to anybody */
  OVS_LETTER_SENDING, /* the mail server may have it */
  OVS_LETTER_SENT,    /* the mail server took it, or somebody says that it went */
  OVS_LETTER_REFUSED, /* the mail server will not have it */
  OVS_LETTER_UNKNOWN, /* whether the mail server took it is not known: never sent again by itself */
  OVS_LETTER_DROPPED, /* it does not go any more: the client withdrew, or the day changed */
  OVS_N_LETTER_STATES
} OvsLetterState;

/** How a message goes out. */
typedef enum
{
  OVS_WAY_MAIL,  /* by the program, to the office's mail server */
  OVS_WAY_DRAFT, /* as a draft for the office's mail program */
  OVS_WAY_PAPER, /* printed */
  OVS_WAY_COPY,  /* copied by hand */
  OVS_N_WAYS
} OvsWay;

/** The only table of transitions. Staying in a state is always allowed. */
gboolean       ovs_letter_may_move        (OvsLetterState from, OvsLetterState to);

/** `waiting`, `sending` … as stored. Returns: (transfer none). */
const char    *ovs_letter_state_code      (OvsLetterState state);
OvsLetterState ovs_letter_state_from_code (const char *code);

/** "to be sent", "sent" …, in the user's language. Returns: (transfer none). */
const char    *ovs_letter_state_title     (OvsLetterState state);

/** `mail`, `draft` … as stored. Returns: (transfer none). */
const char    *ovs_way_code               (OvsWay way);
OvsWay         ovs_way_from_code          (const char *code);

G_END_DECLS
