/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "rules/access.h"

G_BEGIN_DECLS

/** Where somebody who asks for help got stuck, in the order of the steps that he goes through. */
typedef enum
{
  OVS_DROP_OUT_MAIL,           /* A: the invitation was not seen */
  OVS_DROP_OUT_SECOND_MAIL,    /* B: the mail with the button to activate was not seen */
  OVS_DROP_OUT_PASSWORD,       /* C */
  OVS_DROP_OUT_BIRTH_DATE,     /* D: signed in, and the birth date was not entered yet */
  OVS_DROP_OUT_NOT_ACCEPTED,   /* E: the birth date was not accepted */
  OVS_DROP_OUT_OTHER,
} OvsDropOut;

#define OVS_N_DROP_OUTS (OVS_DROP_OUT_OTHER + 1)

/** What helped in the end. */
typedef enum
{
  OVS_SOLVED_EXPLAINED,
  OVS_SOLVED_INVITED,   /* by a new invitation */
  OVS_SOLVED_ADDRESS,   /* by another address */
  OVS_SOLVED_UNBLOCKED, /* Werknemerloket was given back */
  OVS_SOLVED_EMPLOYER,  /* the employer does it */
  OVS_SOLVED_LOKET,     /* Loket does it */
  OVS_SOLVED_NOT,       /* ended without */
} OvsSolved;

#define OVS_N_SOLVED (OVS_SOLVED_NOT + 1)

/** `A` to `E`, and `other`. */
const char *ovs_drop_out_code      (OvsDropOut drop_out);

/** Reads what ovs_drop_out_code() writes, in any case (nullable). FALSE when @code is none. */
gboolean    ovs_drop_out_from_code (const char *code, OvsDropOut *drop_out);

/** In the user's language: what the caller says, and what one may add (nullable). */
const char *ovs_drop_out_title     (OvsDropOut drop_out);
const char *ovs_drop_out_hint      (OvsDropOut drop_out);

/**
 * The words to read aloud to somebody who got stuck there and has @mijnloket: there is no use in explaining a mail that was never sent, or an account
 * that is linked. A birth date is never among them. In the user's language.
 */
const char *ovs_drop_out_say       (OvsDropOut drop_out, OvsAccess mijnloket);

/** The words before it is known where it sticks. */
const char *ovs_drop_out_ask       (OvsAccess mijnloket);

const char *ovs_solved_code        (OvsSolved solved);
gboolean    ovs_solved_from_code   (const char *code, OvsSolved *solved);
const char *ovs_solved_title       (OvsSolved solved);

G_END_DECLS
