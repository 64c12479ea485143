/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/day.h"
#include "practice/office/names.h"

G_BEGIN_DECLS

typedef struct
{
  char *initials;
  const char *first_name;
  const char *prefix; /* (nullable) */
  const char *last_name;
  const char *group;
  gboolean female;
  OvsDay birth; /* OVS_NO_DAY: not known to the office */
  char *email;  /* (nullable) the private address, with whatever is wrong with it */
} OvsPracticePerson;

/**
 * OvsPracticePeople:
 *
 * Invents the people of an office: names, birth dates and private addresses, with the flaws that real ones have.
 */
typedef struct _OvsPracticePeople OvsPracticePeople;

/** People as they are on @day. @names and @random are borrowed. */
OvsPracticePeople *ovs_practice_people_new    (OvsPracticeNames *names, GRand *random, OvsDay day);
void               ovs_practice_people_free   (OvsPracticePeople *people);

/**
 * Somebody for an employer whose mail domain is @domain: mostly somebody new, now and then somebody who works elsewhere too
 * or shares an address with a relative. Returns: (transfer full).
 */
OvsPracticePerson *ovs_practice_people_invent (OvsPracticePeople *people, const char *domain);
void               ovs_practice_person_free   (OvsPracticePerson *person);

/** From now on the people invented before count as working elsewhere. */
void               ovs_practice_people_next_employer (OvsPracticePeople *people);

/** `j.bakker` as the local part of an address. Returns: (transfer full). */
char              *ovs_practice_people_local_part (const char *first_name, const char *prefix, const char *last_name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsPracticePeople, ovs_practice_people_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsPracticePerson, ovs_practice_person_free)

G_END_DECLS
