/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/boundary.h"

G_BEGIN_DECLS

/** The numbers on which rules rest and in which offices may differ. What is computed with stands in boundary.h. */
typedef enum
{
  OVS_TERM_NOTICE,              /* days */
  OVS_TERM_AROUND_WAVE,         /* days */
  OVS_TERM_LEAVERS_FIRST,       /* a day, like the two that follow */
  OVS_TERM_LEAVERS_LAST,
  OVS_TERM_LEAVERS_ACCESS_ENDS,
  OVS_TERM_QUESTIONS_LOW,       /* percent */
  OVS_TERM_QUESTIONS_HIGH,
  OVS_TERM_PRODUCT,             /* a number of Loket's */
  OVS_TERM_AGE_YOUNGEST,        /* years */
  OVS_TERM_AGE_OLDEST,
  OVS_TERM_BIRTH_DATE_UNKNOWN,  /* a day */
  OVS_TERM_AROUND_PAYDAY,       /* days */
} OvsTerm;

#define OVS_N_TERMS (OVS_TERM_AROUND_PAYDAY + 1)

/** The value: days, percents, years, a number, or an OvsDay. */
int         ovs_term_get         (OvsTerm term);

/** Its name in logs and tests ("notice-days"). Returns: (transfer none). */
const char *ovs_term_code        (OvsTerm term);

/** Where it can be read, like OvsRule's source. Returns: (transfer none). */
const char *ovs_term_source      (OvsTerm term);

/** The source as it stands behind the number on screen, see ovs_source_tell(). Returns: (transfer full). */
char       *ovs_term_tell_source (OvsTerm term);

G_END_DECLS
