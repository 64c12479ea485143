/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/day.h"

G_BEGIN_DECLS

/*
 * Who is the same human being at several employers: same surname without prefix (without case and accents), same birth
 * date, same first initial. A key is made in two steps, since a row without initials joins the others only when those
 * agree: a dossier stores the base key and the initial of each row, counts the initials per base key over all its rows,
 * and gives the counts to ovs_person_join(). All keys are personal data.
 */

/**
 * Surname and birth date. @last_name is the surname without its prefix.
 * Returns: (transfer full): empty when the surname (nullable) or the birth date is missing: such a row is nobody else.
 */
char       *ovs_person_base_key (const char *last_name, OvsDay birth_date);

/**
 * The first letter of @initials (nullable), folded; a first name never stands in.
 * Returns: (transfer full): empty when there is none.
 */
char       *ovs_person_initial  (const char *initials);

/**
 * ovs_person_join:
 * @base_key: as ovs_person_base_key() made it
 * @initial: the row's own initial, as ovs_person_initial() made it
 * @n_initials: how many different initials (the empty one not counted) the rows of the dossier with this base key have
 * @any_initial: (nullable): one of these initials; looked at only when there is exactly one
 *
 * With whom a row is the same person: all rows for which this returns an equal text are one person.
 * Returns: (transfer full) (nullable): the person key; NULL when the row stands alone.
 */
char       *ovs_person_join     (const char *base_key, const char *initial, guint n_initials, const char *any_initial);

G_END_DECLS
