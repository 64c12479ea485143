/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/state.h"

G_BEGIN_DECLS

/**
 * Fills an empty database with a believable office of @employers clients and @employees records. The same numbers and
 * @seed give the same office, whatever the date. Inside a transaction.
 */
void ovs_practice_office_fill (OvsPracticeState *state, int employers, int employees, guint32 seed);

G_END_DECLS
