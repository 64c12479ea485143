/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "letters/letter-checks.h"

#include <glib/gi18n.h>

#include "mail/message.h"
#include "rules/address.h"

static void
add (OvsLetterChecks *checks, const char *sentence)
{
  g_ptr_array_add (checks->problems, g_strdup (sentence));
}

/* --- to whom ------------------------------------------------------------------------------------------------------------- */

static void
lack_address (OvsLetterChecks *checks, const char *sentence)
{
  add (checks, sentence);
  checks->lacks_address = TRUE;
}

static void
check_contact (OvsLetterChecks *checks, const OvsLetterFacts *facts)
{
  g_autoptr (OvsAddress) address = ovs_address_parse (facts->contact_email);

  if (facts->contact_left)
    {
      lack_address (checks, _ ("The contact has left this client. Enter a new contact in Loket and read the client list again, or call."));
      return;
    }
  checks->recipient_name = g_strdup (facts->contact_name);
  if (address->kind == OVS_ADDRESS_ABSENT)
    lack_address (checks, _ ("No e-mail address of the contact is known. Enter it in Loket and read the client list again, or call."));
  else if (address->kind != OVS_ADDRESS_OK || !ovs_mail_address_is_possible (address->address))
    lack_address (checks, _ ("The e-mail address of the contact cannot be one. Correct it in Loket and read the client list again, or call."));
  else
    checks->recipient = g_strdup (address->address);
}

/* --- whether -------------------------------------------------------------------------------------------------------------- */

static void
check_part (OvsLetterChecks *checks, OvsPiece piece, const OvsLetterFacts *facts, gint64 wave)
{
  if (piece == OVS_PIECE_WITHDRAWAL && facts->selected)
    add (checks, _ ("This client takes part: there is nothing to take back. Write the withdrawal down first."));
  if (piece != OVS_PIECE_WITHDRAWAL && !facts->selected)
    add (checks, _ ("This client takes no part: it gets no letter about the conversion."));
  if (wave > 0 && facts->wave != wave)
    add (checks, _ ("This client is not in this round."));
}

static void
check_day (OvsLetterChecks *checks, OvsPiece piece, const OvsLetterFacts *facts, OvsDay today)
{
  g_autofree char *told = ovs_day_to_dutch (facts->told_day);
  g_autofree char *day = ovs_day_to_dutch (facts->wave_on);
  gboolean moved = facts->told_day != OVS_NO_DAY && facts->told_day != facts->wave_on;

  if (ovs_piece_due (piece) < 0 && facts->wave_on != OVS_NO_DAY && facts->wave_on < today)
    {
      g_autofree char *sentence = g_strdup_printf (_ ("The day of the round, %s, has passed: this piece is of no use any more."), day);

      add (checks, sentence);
    }
  if (piece == OVS_PIECE_CLIENT && moved)
    {
      g_autofree char *sentence
          = g_strdup_printf (_ ("This client was told %s before. Send the correction, not a second announcement."), told);

      add (checks, sentence);
    }
  if (piece != OVS_PIECE_CORRECTION || (moved && facts->wave_on != OVS_NO_DAY))
    return;
  checks->needless = facts->told_day == OVS_NO_DAY || !moved;
  if (checks->needless)
    add (checks, _ ("This client was not told another day: there is nothing to correct."));
}

static void
find_needless (OvsLetterChecks *checks, gboolean needless, const char *sentence)
{
  if (!needless)
    return;
  checks->needless = TRUE;
  add (checks, sentence);
}

/* There is nothing to say about people of whom there are none. */
static void
check_numbers (OvsLetterChecks *checks, OvsPiece piece, const OvsLetterFacts *facts)
{
  switch (piece)
    {
    case OVS_PIECE_MISSING_DATA:
      find_needless (checks, facts->to_ask == 0, _ ("There is nothing to ask of this client."));
      break;
    case OVS_PIECE_DAY_OF:
    case OVS_PIECE_CLOSING:
      find_needless (checks, facts->submitted == 0, _ ("Nobody of this client was converted yet: there is nothing to tell."));
      break;
    case OVS_PIECE_REMINDER:
      find_needless (checks, facts->waiting == 0, _ ("Nobody of this client was invited who has not finished: there is nobody to remind."));
      break;
    case OVS_PIECE_FALLOUT:
      find_needless (checks, facts->not_invited == 0, _ ("Nobody of this client fell out: there is nothing to tell."));
      break;
    case OVS_PIECE_LEAVERS:
      find_needless (checks, facts->left_in_2025 == 0, _ ("Nobody left this client in 2025."));
      break;
    case OVS_PIECE_TICKET:
    case OVS_PIECE_CLIENT:
    case OVS_PIECE_EMPLOYEE:
    case OVS_PIECE_FLYER:
    case OVS_PIECE_HELP:
    case OVS_PIECE_PHONE_SCRIPT:
    case OVS_PIECE_BRIEFING:
    case OVS_PIECE_WITHDRAWAL:
    case OVS_PIECE_CORRECTION:
    case OVS_N_PIECES:
    default:
      break;
    }
}

void
ovs_letter_checks_clear (OvsLetterChecks *checks)
{
  g_clear_pointer (&checks->recipient_name, g_free);
  g_clear_pointer (&checks->recipient, g_free);
  g_clear_pointer (&checks->problems, g_ptr_array_unref);
}

void
ovs_letter_checks_make (OvsPiece piece, const OvsLetterFacts *facts, gint64 wave, OvsDay today, OvsLetterChecks *checks)
{
  *checks = (OvsLetterChecks){ .problems = g_ptr_array_new_with_free_func (g_free) };
  check_contact (checks, facts);
  check_part (checks, piece, facts, wave);
  if (piece != OVS_PIECE_WITHDRAWAL)
    check_day (checks, piece, facts, today);
  check_numbers (checks, piece, facts);
}
