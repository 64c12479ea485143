/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/outcome-list.h"

G_BEGIN_DECLS

/** By what there is to do for somebody on the uitvallijst, the urgent first. */
typedef enum
{
  OVS_FALLOUT_STRANDED,
  OVS_FALLOUT_NEEDS_ADDRESS,
  OVS_FALLOUT_INVITABLE,
  OVS_FALLOUT_ELSEWHERE, /* Loket has to do something first */
  OVS_N_FALLOUT_GROUPS,
} OvsFalloutGroup;

/** A line of Loket's own uitvallijst about somebody who is not known here. */
typedef struct
{
  char *employer_number;
  char *employee_number;
  char *name;
  char *reason;
} OvsStranger;

/**
 * OvsFalloutPeople:
 * @people: (element-type OvsOutcomePerson): empty when there are more than @most
 * @invitable: (element-type gint64): everybody who can be invited now; of more than @most simply everybody, and who cannot is refused
 * @strangers: (element-type OvsStranger)
 *
 * The uitvallijst as read at one moment. Free with ovs_fallout_people_free().
 */
typedef struct
{
  guint total;
  GPtrArray *people;
  GArray *invitable;
  GPtrArray *strangers;
} OvsFalloutPeople;

/** Reads the list, or only who is without any portal. In the reader's thread. @handler: (nullable). */
OvsFalloutPeople *ovs_fallout_people_read  (OvsTx *tx, const char *handler, const char *search, gboolean stranded, guint most);
void              ovs_fallout_people_free  (OvsFalloutPeople *people);

OvsFalloutGroup   ovs_fallout_people_group (const OvsOutcomePerson *person);

G_END_DECLS
