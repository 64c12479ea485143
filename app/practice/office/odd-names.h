/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/office/people.h"

G_BEGIN_DECLS

/**
 * Gives one in fifty people a name that is hard on programs: markup, formulas, quotes, other scripts, very long ones. It has chances of its
 * own, so that everybody else stays who he was. @number: the how manieth person of the office.
 */
void ovs_practice_odd_names_give (OvsPracticePerson *person, guint32 seed, guint32 number);

G_END_DECLS
