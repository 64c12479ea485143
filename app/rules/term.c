/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/term.h"

#include "rules/source.h"

static const struct
{
  const char *code;
  int value;
  const char *source;
} terms[OVS_N_TERMS] = {
  [OVS_TERM_NOTICE] = { "notice-days", OVS_NOTICE_DAYS, OVS_SOURCE_GROUP },
  [OVS_TERM_AROUND_WAVE] = { "days-around-wave", OVS_DAYS_AROUND_WAVE, OVS_SOURCE_OVERSTAP },
  [OVS_TERM_LEAVERS_FIRST] = { "leavers-first", OVS_LEAVERS_2025_FIRST, OVS_SOURCE_GROUP },
  [OVS_TERM_LEAVERS_LAST] = { "leavers-last", OVS_LEAVERS_2025_LAST, OVS_SOURCE_GROUP },
  [OVS_TERM_LEAVERS_ACCESS_ENDS] = { "leavers-access-ends", OVS_LEAVERS_2025_ACCESS_ENDS, OVS_SOURCE_GROUP },
  [OVS_TERM_QUESTIONS_LOW] = { "questions-percent-low", OVS_QUESTIONS_PERCENT_LOW, OVS_SOURCE_GROUP },
  [OVS_TERM_QUESTIONS_HIGH] = { "questions-percent-high", OVS_QUESTIONS_PERCENT_HIGH, OVS_SOURCE_GROUP },
  [OVS_TERM_PRODUCT] = { "product-werknemerloket", OVS_PRODUCT_WERKNEMERLOKET, OVS_SOURCE_GROUP },
  [OVS_TERM_AGE_YOUNGEST] = { "age-youngest", OVS_AGE_YOUNGEST, OVS_SOURCE_OVERSTAP },
  [OVS_TERM_AGE_OLDEST] = { "age-oldest", OVS_AGE_OLDEST, OVS_SOURCE_OVERSTAP },
  [OVS_TERM_BIRTH_DATE_UNKNOWN] = { "birth-date-unknown", OVS_BIRTH_DATE_UNKNOWN, OVS_SOURCE_OVERSTAP },
  [OVS_TERM_AROUND_PAYDAY] = { "days-around-payday", OVS_DAYS_AROUND_PAYDAY, OVS_SOURCE_OVERSTAP },
};

int
ovs_term_get (OvsTerm term)
{
  g_return_val_if_fail (term < OVS_N_TERMS, 0);

  return terms[term].value;
}

const char *
ovs_term_code (OvsTerm term)
{
  g_return_val_if_fail (term < OVS_N_TERMS, NULL);

  return terms[term].code;
}

const char *
ovs_term_source (OvsTerm term)
{
  g_return_val_if_fail (term < OVS_N_TERMS, NULL);

  return terms[term].source;
}

char *
ovs_term_tell_source (OvsTerm term)
{
  return ovs_source_tell (ovs_term_source (term));
}
