/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "dossier/outcome-list.h"
#include "steps/step-page.h"

G_BEGIN_DECLS

/** What can be done for somebody who fell out or waits; the target of the actions of a menu. */
typedef enum
{
  OVS_FOLLOW_INVITE,
  OVS_FOLLOW_MEND,
  OVS_FOLLOW_UNBLOCK,
  OVS_FOLLOW_NO_ACCESS,
  OVS_FOLLOW_ACCESS_AFTER_ALL,
  OVS_FOLLOW_ASK_CLIENT, /* for another address, with its next list */
  OVS_FOLLOW_TOMORROW,  /* shown as work again from then on */
  OVS_FOLLOW_NEXT_WEEK,
  OVS_FOLLOW_OTHER_DAY,
  OVS_FOLLOW_NOW,
  OVS_FOLLOW_STORY,     /* everything about this person */
} OvsFollowDeed;

/**
 * ovs_follow_deeds_menu:
 * @action: name of an action with such a deed (int) as its target
 * @leave_out: bits (1 << deed): these have a button of their own
 *
 * The menu of what can be done for @person now, or for several people at once (NULL). Returns: (transfer full).
 */
GMenuModel *ovs_follow_deeds_menu (const char *action, const OvsOutcomePerson *person, OvsDay today, guint leave_out);

/**
 * Does it, from a page of a step: asks what has to be asked, and tells what came of it, with a way back where there is one.
 * @person: (nullable): the only one; copied from
 * @employees: ids; copied
 */
void        ovs_follow_deeds_do   (OvsStepPage *page, OvsFollowDeed deed, const OvsOutcomePerson *person, const gint64 *employees,
                                   gsize n_employees);

G_END_DECLS
