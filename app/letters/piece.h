/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The pieces that an office sends, hangs up or keeps at hand. Loket's own mails (invitation, reminder, confirmation) are none of them. */
typedef enum
{
  OVS_PIECE_TICKET,       /* asks Loket for the overview */
  OVS_PIECE_CLIENT,       /* tells a client two weeks ahead */
  OVS_PIECE_MISSING_DATA, /* asks a client for addresses */
  OVS_PIECE_EMPLOYEE,     /* for a client to tell its employees */
  OVS_PIECE_FLYER,        /* for the wall of the canteen */
  OVS_PIECE_DAY_OF,       /* tells a client that it was done */
  OVS_PIECE_REMINDER,     /* for a client to tell who is not over yet */
  OVS_PIECE_HELP,         /* helps with the activation */
  OVS_PIECE_FALLOUT,      /* tells a client who got no invitation, without names */
  OVS_PIECE_LEAVERS,      /* for who left in 2025 */
  OVS_PIECE_CLOSING,      /* tells a client how it went */
  OVS_PIECE_PHONE_SCRIPT, /* questions and answers for the colleague at the telephone */
  OVS_PIECE_BRIEFING,     /* tells the colleagues what is coming */
  OVS_PIECE_WITHDRAWAL,   /* takes the announcement back: this client does not take part after all */
  OVS_PIECE_CORRECTION,   /* tells a client another day than the announcement did */
  OVS_N_PIECES
} OvsPiece;

/** Who reads a piece. */
typedef enum
{
  OVS_READER_LOKET,
  OVS_READER_CLIENT,
  OVS_READER_EMPLOYEES, /* the client gives it to them */
  OVS_READER_OFFICE,
} OvsReader;

/** `client`, `missing-data` …: on the command line, in the dossier and as the name of its text. Returns: (transfer none). */
const char *ovs_piece_code      (OvsPiece piece);

/** FALSE for a code that is none. @code: (nullable). */
gboolean    ovs_piece_from_code (const char *code, OvsPiece *piece);

/** "Client mail, two weeks ahead", in the user's language. Returns: (transfer none). */
const char *ovs_piece_title     (OvsPiece piece);

/** `klantmail`, `flyer` …: what its files are called, which people at clients see. Returns: (transfer none). */
const char *ovs_piece_file_word (OvsPiece piece);

OvsReader   ovs_piece_reader    (OvsPiece piece);

/** On which day it is due: so many days after the round, negative before it (helpdesk.loket.nl 29682336461202 for two weeks; else our advice). */
int         ovs_piece_due       (OvsPiece piece);

/** Whether the text for employees and the flyer go along with it, for the client to pass on. */
gboolean    ovs_piece_encloses  (OvsPiece piece);

/** Whether a client that got it is informed. */
gboolean    ovs_piece_informs   (OvsPiece piece);

G_END_DECLS
