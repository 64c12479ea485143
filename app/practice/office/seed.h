/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/office/people.h"
#include "practice/office/wanted.h"
#include "practice/state.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  OvsDay day; /* on which the office is as it is */
  const char *domain;
  gboolean product_500;
  gboolean mijnloket;
  int size;
  gint64 earlier;     /* people of the employers before it */
  const OvsPracticeWanted *wanted;
} OvsPracticeSeedEmployer;

/** Fills one employer with its employees, their employments and their access to both portals. */
void  ovs_practice_seed_employees (OvsPracticeState *state, GRand *random, OvsPracticePeople *people,
                                   const OvsPracticeSeedEmployer *employer);

/** A UUID of version 4 from @random. Returns: (transfer full). */
char *ovs_practice_seed_uuid      (GRand *random);

G_END_DECLS
