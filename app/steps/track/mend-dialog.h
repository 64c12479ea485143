/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/outcome-list.h"
#include "steps/step-page.h"

G_BEGIN_DECLS

/**
 * ovs_mend_dialog_show:
 * @people: (element-type OvsOutcomePerson): copied from
 *
 * Asks for another private address of each of @people, one after another, and tells on @page what came of it. With a connection each is changed in
 * Loket as well, while the next is typed, and whoever it was asked for is invited then, in the way of ovs_invite_people(). Without one it is a step
 * that can be undone.
 */
void ovs_mend_dialog_show     (OvsStepPage *page, const GPtrArray *people);

/** The same for one person. */
void ovs_mend_dialog_show_one (OvsStepPage *page, const OvsOutcomePerson *person);

G_END_DECLS
