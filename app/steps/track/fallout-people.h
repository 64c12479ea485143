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
  OVS_FALLOUT_LATER,     /* put off until a day */
  OVS_FALLOUT_BLOCKED_BEFORE, /* beside who is stranded: blocked before this conversion */
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
 * @total: without who was blocked before, and who is without any portal for another reason than that no invitation came about
 * @counts: of everybody, by group
 * @people: (element-type OvsOutcomePerson): empty when there are more than @most
 * @invitable: (element-type gint64): everybody who can be invited now, without who is put off
 * @strangers: (element-type OvsStranger)
 *
 * The uitvallijst as read at one moment. Free with ovs_fallout_people_free().
 */
typedef struct
{
  OvsDay today;
  guint total;
  guint counts[OVS_N_FALLOUT_GROUPS];
  GPtrArray *people;
  GArray *invitable;
  GPtrArray *strangers;
} OvsFalloutPeople;

/** Reads the list, or only who is without any portal. In the reader's thread. @handler: (nullable). */
OvsFalloutPeople *ovs_fallout_people_read  (OvsTx *tx, const char *handler, const char *search, gboolean stranded, guint most);
void              ovs_fallout_people_free  (OvsFalloutPeople *people);

OvsFalloutGroup   ovs_fallout_people_group (const OvsOutcomePerson *person, OvsDay today);

/** Whether another address is what helps first. */
gboolean          ovs_fallout_people_needs_address (const OvsOutcomePerson *person);

/** For OvsOutcomeQuery.keep: whether somebody belongs in the group that @group points at (int). */
gboolean          ovs_fallout_people_keep  (const OvsOutcomePerson *person, OvsDay today, gpointer group);

G_END_DECLS
