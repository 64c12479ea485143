/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/calendar.h"

G_BEGIN_DECLS

/* Everyday trouble, beside the faults on order: what becomes of an invitation when people are people. */

/* The share of the people that has trouble, where the articles say that 95 to 98 % have none. */
#define OVS_PRACTICE_TROUBLE_OF_THE_ARTICLES 0.035

/**
 * Gives @employee, who was invited just now, a fate: most activate within days, some never react, stop halfway, ask for help or have
 * an address that the mail comes back from. The same person has the same fate for the same `troubleSeed`; a further
 * invitation brings a better one, unless the mail comes back again. With `trouble` off the invitation stays as it is until somebody acts.
 */
void ovs_practice_trouble_invited (OvsPracticeState *state, gint64 employee);

/* What people do by their fate. A line of the table in calendar.c. */
extern const OvsPracticeSource ovs_practice_trouble_source;

G_END_DECLS
