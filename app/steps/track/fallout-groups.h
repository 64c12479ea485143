/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/step-page.h"
#include "steps/track/fallout-people.h"

G_BEGIN_DECLS

#define OVS_TYPE_FALLOUT_GROUPS (ovs_fallout_groups_get_type ())
G_DECLARE_FINAL_TYPE (OvsFalloutGroups, ovs_fallout_groups, OVS, FALLOUT_GROUPS, AdwBin)

/**
 * OvsFalloutGroups:
 *
 * The uitvallijst by what there is to do, the urgent first: per group what it is about and one button for all of it, a row for each person, and below
 * them what can be done for those who are ticked. Ticks and the focus stay where they are when it is shown anew.
 */

/** @page: on whose behalf it works; not owned. */
GtkWidget *ovs_fallout_groups_new       (OvsStepPage *page);

/** Shows @list; takes its people over. */
void       ovs_fallout_groups_show      (OvsFalloutGroups *self, OvsFalloutPeople *list);

/** A title and a sentence for each group, in the user's language. */
const char *ovs_fallout_group_title     (OvsFalloutGroup group);
const char *ovs_fallout_group_sentence  (OvsFalloutGroup group);

G_END_DECLS
