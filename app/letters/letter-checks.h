/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/letter-facts.h"
#include "letters/letter.h"

G_BEGIN_DECLS

/**
 * Sets to whom the letter goes, and adds what keeps it from going to this client: no contact, no part in the conversion, a day that passed,
 * nothing to tell. @wave: id of the round that is meant; 0 for that of the client.
 */
void ovs_letter_check_client (OvsLetter *letter, const OvsLetterFacts *facts, gint64 wave, OvsDay today);

G_END_DECLS
