/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/check/disposition-strip.h"
#include "steps/check/left-out-list.h"
#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_PEOPLE_CARD (ovs_people_card_get_type ())
G_DECLARE_FINAL_TYPE (OvsPeopleCard, ovs_people_card, OVS, PEOPLE_CARD, AdwBin)

/**
 * OvsPeopleCard:
 *
 * The people of one exception or of one outcome, and the answers about them. Each answer is one step of the dossier, told with a way back.
 * Signal "clear-search": the user wants everything to be shown again.
 */

/** The dossier in which it reads and decides. Once, before anything is shown. */
void     ovs_people_card_set_workspace (OvsPeopleCard *self, OvsWorkspace *workspace);

/** Shows who has an open @finding, or who is counted so. */
void     ovs_people_card_show_finding  (OvsPeopleCard *self, OvsFinding finding);
void     ovs_people_card_show_counted  (OvsPeopleCard *self, OvsCounted counted);

/** Shows who does not go along, for one reason. */
void     ovs_people_card_show_left_out (OvsPeopleCard *self, OvsLeftOut left_out);

/** Reads again: the dossier has other contents. */
void     ovs_people_card_refresh       (OvsPeopleCard *self);

void     ovs_people_card_search        (OvsPeopleCard *self, const char *text);

/** Puts the focus where an address is typed, else in the table. */
void     ovs_people_card_focus         (OvsPeopleCard *self);

G_END_DECLS
