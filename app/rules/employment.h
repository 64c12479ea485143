/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/day.h"

G_BEGIN_DECLS

/**
 * OvsEmployment:
 * @start: the first day, or %OVS_NO_DAY for since always
 * @end: the last day, which still counts, or %OVS_NO_DAY for ever
 *
 * A period of service. An employee of whom no employment is known (an empty array) counts as one with an employment
 * without begin or end, like a row of a file without any date: whether someone left is then unknown, so nobody is left
 * out.
 */
typedef struct
{
  OvsDay start;
  OvsDay end;
} OvsEmployment;

/** start ≤ day ≤ end. */
gboolean ovs_employment_is_active      (const OvsEmployment *employment, OvsDay day);

/** It ends before it starts. */
gboolean ovs_employment_conflicts      (const OvsEmployment *employment);

/** For sorting: earlier start first, then earlier end; since-always first, for-ever last. */
int      ovs_employment_compare        (const OvsEmployment *a, const OvsEmployment *b);

/** One of the @n is active on @day. @employments may be NULL when @n is 0; so for all below. */
gboolean ovs_employments_any_active    (const OvsEmployment *employments, gsize n, OvsDay day);

/** One of the @n ends before it starts. */
gboolean ovs_employments_any_conflict  (const OvsEmployment *employments, gsize n);

/** One of the @n starts after @day. */
gboolean ovs_employments_any_later     (const OvsEmployment *employments, gsize n, OvsDay day);

/** One of the @n starts on @day. */
gboolean ovs_employments_any_starts_on (const OvsEmployment *employments, gsize n, OvsDay day);

/** The end of the last employment, the one with the latest end date; %OVS_NO_DAY when one of them has no end date. */
OvsDay   ovs_employments_last_end      (const OvsEmployment *employments, gsize n);

/**
 * The employments as one text, in an order of its own: equal texts are equal employments
 * ("2020-01-01/2026-12-31,2027-01-01/").
 * Returns: (transfer full).
 */
char    *ovs_employments_to_text       (const OvsEmployment *employments, gsize n);

G_END_DECLS
