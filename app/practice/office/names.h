/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OvsPracticeNames:
 *
 * The lists of Dutch names of the resources. Every name fits in Windows-1252, since the office's files are written in it.
 */
typedef struct _OvsPracticeNames OvsPracticeNames;

typedef struct
{
  const char *text;
  const char *group; /* names of one group belong together */
  gboolean female;
} OvsPracticeFirstName;

typedef struct
{
  const char *prefix; /* (nullable) */
  const char *text;
} OvsPracticeSurname;

OvsPracticeNames *ovs_practice_names_new  (void);
void              ovs_practice_names_free (OvsPracticeNames *names);

/* What is picked is borrowed and chosen by @random alone. */
const OvsPracticeFirstName *ovs_practice_names_pick_first   (OvsPracticeNames *names, GRand *random);

/** A surname that goes with first names of @group. */
const OvsPracticeSurname   *ovs_practice_names_pick_surname (OvsPracticeNames *names, GRand *random, const char *group);

/** A town and the four digits of its postal code. */
const char                 *ovs_practice_names_pick_city    (OvsPracticeNames *names, GRand *random, const char **digits);
const char                 *ovs_practice_names_pick_street  (OvsPracticeNames *names, GRand *random);

/** A kind of business and its branch. */
const char                 *ovs_practice_names_pick_trade   (OvsPracticeNames *names, GRand *random, const char **branch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsPracticeNames, ovs_practice_names_free)

G_END_DECLS
