/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/check/person-card.h"

G_BEGIN_DECLS

#define OVS_TYPE_ANSWER_BAR (ovs_answer_bar_get_type ())
G_DECLARE_FINAL_TYPE (OvsAnswerBar, ovs_answer_bar, OVS, ANSWER_BAR, AdwBin)

/**
 * OvsAnswerBar:
 *
 * The answers about one person, or about the ticked ones: whom to call, the address to type, and what else can be decided. Only what
 * makes sense for the person is shown. It decides nothing itself.
 *
 * Signals: "mend" and "next" as OvsMendRow has them, "accept", "exclude", "include", "no-email", "tick-off" (changed in Loket), "in-loket" (to be
 * changed there now), "show-birth-date".
 */

/**
 * Shows a person (nullable: nobody).
 * @finding: what is in hand, -1 for all that is open of the person
 * @n_ticked: how many are ticked; with more than one the answers are for all of them
 * @can_answer: FALSE where somebody else works in the dossier
 */
void ovs_answer_bar_show           (OvsAnswerBar *self, const OvsPersonCard *card, int finding, guint n_ticked, gboolean can_answer);

/** The next person is on his way; what is typed meanwhile is for him, and cannot be saved yet. */
void ovs_answer_bar_await          (OvsAnswerBar *self);

/** Addresses can be changed in Loket from here, which the user calls @loket; NULL: they cannot. */
void ovs_answer_bar_set_loket      (OvsAnswerBar *self, const char *loket);

/** @done of @all addresses are changed in Loket; none is under way when they are equal. */
void ovs_answer_bar_set_changing   (OvsAnswerBar *self, guint done, guint all);

/** A birth date that may be shown whole. */
void ovs_answer_bar_set_birth_date (OvsAnswerBar *self, const char *birth_date);

/** The @place in the list, from 1; 0 when not known. */
void ovs_answer_bar_set_place      (OvsAnswerBar *self, guint place, guint count);

/** Puts the focus where an address is typed. FALSE when none is asked for. */
gboolean ovs_answer_bar_focus_entry (OvsAnswerBar *self);

G_END_DECLS
