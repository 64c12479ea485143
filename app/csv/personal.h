/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Personal data that is never stored. */
typedef enum
{
  OVS_PERSONAL_NONE,
  OVS_PERSONAL_BSN,      /* also by its old name, Sofinummer */
  OVS_PERSONAL_WAGE_TAX, /* a loonheffingennummer: that of a sole trader holds his BSN */
  OVS_PERSONAL_IBAN,
  OVS_PERSONAL_ADDRESS,
  OVS_PERSONAL_PHONE,
  OVS_PERSONAL_SALARY,
  OVS_PERSONAL_OTHER,
  OVS_N_PERSONAL,
} OvsPersonal;

/** A text with fewer digits holds none of the numbers below. */
#define OVS_PERSONAL_DIGITS 9

/** What it is called in a sentence, in the user's language. Returns: (transfer none). */
const char *ovs_personal_get_title (OvsPersonal personal);

/**
 * The first BSN, loonheffingennummer or IBAN within @text; nine digits that pass the eleven-test by chance are taken for a BSN.
 * @keep_numbers: but not here, where such numbers are known to be codes of the office.
 */
OvsPersonal ovs_personal_find      (const char *text, gboolean keep_numbers);

/** @text with dots instead of all of these. Returns: (transfer full) (nullable): NULL where there are none. */
char       *ovs_personal_mask      (const char *text, gboolean keep_numbers);

/** So many different numbers are remembered. */
#define OVS_PERSONAL_DIFFERENT 8

/**
 * OvsPersonalTally:
 * @different: numbers of eight or nine digits that were met, each once: one number in all rows proves nothing
 *
 * What the cells of one column look like. Zero it to begin.
 */
typedef struct
{
  guint n_filled;
  guint n_nine;      /* nine digits */
  guint n_nine_bsn;  /* those of them that pass the eleven-test */
  guint n_eight;     /* eight digits */
  guint n_eight_bsn; /* the same for them */
  guint64 different[OVS_PERSONAL_DIFFERENT];
  guint n_different;
  guint n_different_bsn; /* those of them that pass the eleven-test */
  guint n_wage_tax;
  guint n_iban;
  guint n_postcode;
  guint n_phone;
  gboolean settled; /* nothing new is to be expected */
} OvsPersonalTally;

/** Adds a cell, as it is in the file. */
void        ovs_personal_tally_see       (OvsPersonalTally *tally, const char *cell);

/** What the column holds. @of_people: a file about employees, whose addresses and telephones are not stored either. */
OvsPersonal ovs_personal_tally_judge     (const OvsPersonalTally *tally, gboolean of_people);

/** Whether its numbers of nine digits are codes, as most fail the eleven-test. */
gboolean    ovs_personal_tally_has_codes (const OvsPersonalTally *tally);

/** Whether it has numbers of nine digits among others, and all of them pass the eleven-test. @certain: and not by chance. */
gboolean    ovs_personal_tally_has_strays (const OvsPersonalTally *tally, gboolean certain);

G_END_DECLS
