/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dossier/outcome-list.h"
#include "steps/step-page.h"

G_BEGIN_DECLS

#define OVS_TYPE_PEOPLE_VIEW (ovs_people_view_get_type ())
G_DECLARE_FINAL_TYPE (OvsPeopleView, ovs_people_view, OVS, PEOPLE_VIEW, AdwBin)

/**
 * OvsPeopleView:
 *
 * The people of one list of the outcome, however many, in the big table; below it what can be done for the one under the cursor, or for those who
 * are selected.
 *
 * Signal "group" (int): another group is looked at.
 */

/**
 * @page: on whose behalf it invites and tells. @name: under which the columns are remembered. @advice: with a column of what to do, else one of
 * addresses. @sentence: (nullable): above the table.
 */
GtkWidget *ovs_people_view_new        (OvsStepPage *page, const char *name, gboolean advice, const char *sentence);

/** What to know or to do about everybody in the list (nullable). */
void       ovs_people_view_set_sentence (OvsPeopleView *self, const char *sentence);

void       ovs_people_view_set_list   (OvsPeopleView *self, OvsOutcomeList list);

/** Chips above the table by what is to be done. @titles: (array zero-terminated=1): of the groups, the same each time. @counts: of each. */
void       ovs_people_view_set_groups (OvsPeopleView *self, const char *const *titles, const guint *counts);

/** The group that is looked at; -1 for all of the list. */
int        ovs_people_view_get_group  (OvsPeopleView *self);
void       ovs_people_view_set_search (OvsPeopleView *self, const char *text);

/** Looks again at the one under the cursor: what can be done may be other than before. */
void       ovs_people_view_update     (OvsPeopleView *self);

G_END_DECLS
