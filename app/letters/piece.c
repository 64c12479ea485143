/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "letters/piece.h"

#include <glib/gi18n.h>

#include "rules/boundary.h"

static const struct
{
  const char *code;
  const char *file_word;
  const char *title;
  OvsReader reader;
  int due;
  gboolean informs;
} pieces[OVS_N_PIECES] = {
  [OVS_PIECE_TICKET] = { "ticket", "ticket", N_ ("Ticket to Loket"), OVS_READER_LOKET, -28, FALSE },
  [OVS_PIECE_CLIENT] = { "client", "klantmail", N_ ("Mail to the client, two weeks ahead"), OVS_READER_CLIENT, -OVS_NOTICE_DAYS, TRUE },
  [OVS_PIECE_MISSING_DATA] = { "missing-data", "aanvulmail", N_ ("Asking for missing data"), OVS_READER_CLIENT, -OVS_NOTICE_DAYS, FALSE },
  [OVS_PIECE_EMPLOYEE] = { "employee", "medewerkerstekst", N_ ("Text for the employees"), OVS_READER_EMPLOYEES, -10, FALSE },
  [OVS_PIECE_FLYER] = { "flyer", "flyer", N_ ("Flyer"), OVS_READER_EMPLOYEES, -10, FALSE },
  [OVS_PIECE_DAY_OF] = { "day-of", "overstapdag", N_ ("Message on the day itself"), OVS_READER_CLIENT, 0, FALSE },
  [OVS_PIECE_REMINDER] = { "reminder", "herinnering", N_ ("Reminder by the client"), OVS_READER_EMPLOYEES, 5, FALSE },
  [OVS_PIECE_HELP] = { "help", "hulp", N_ ("Help with the activation"), OVS_READER_EMPLOYEES, 0, FALSE },
  [OVS_PIECE_FALLOUT] = { "fallout", "uitval", N_ ("Mail about the uitvallijst"), OVS_READER_CLIENT, 1, FALSE },
  [OVS_PIECE_LEAVERS] = { "leavers", "vertrekkers", N_ ("Letter to who left in 2025"), OVS_READER_EMPLOYEES, -10, FALSE },
  [OVS_PIECE_CLOSING] = { "closing", "afronding", N_ ("Closing mail"), OVS_READER_CLIENT, 30, FALSE },
  [OVS_PIECE_PHONE_SCRIPT] = { "phone-script", "telefoon", N_ ("Questions and answers for the telephone"), OVS_READER_OFFICE, -3, FALSE },
  [OVS_PIECE_BRIEFING] = { "briefing", "briefing", N_ ("Briefing for the colleagues"), OVS_READER_OFFICE, -21, FALSE },
  [OVS_PIECE_WITHDRAWAL] = { "withdrawal", "intrekking", N_ ("Withdrawal: the client does not take part"), OVS_READER_CLIENT, 0, FALSE },
  [OVS_PIECE_CORRECTION] = { "correction", "correctie", N_ ("Correction: another day"), OVS_READER_CLIENT, -OVS_NOTICE_DAYS, TRUE },
};

const char *
ovs_piece_code (OvsPiece piece)
{
  return pieces[piece].code;
}

gboolean
ovs_piece_from_code (const char *code, OvsPiece *piece)
{
  for (int i = 0; i < OVS_N_PIECES; i++)
    if (g_strcmp0 (pieces[i].code, code) == 0)
      {
        *piece = (OvsPiece) i;
        return TRUE;
      }
  return FALSE;
}

const char *
ovs_piece_title (OvsPiece piece)
{
  return _ (pieces[piece].title);
}

const char *
ovs_piece_file_word (OvsPiece piece)
{
  return pieces[piece].file_word;
}

OvsReader
ovs_piece_reader (OvsPiece piece)
{
  return pieces[piece].reader;
}

int
ovs_piece_due (OvsPiece piece)
{
  return pieces[piece].due;
}

gboolean
ovs_piece_informs (OvsPiece piece)
{
  return pieces[piece].informs;
}

gboolean
ovs_piece_encloses (OvsPiece piece)
{
  return piece == OVS_PIECE_CLIENT || piece == OVS_PIECE_CORRECTION;
}
