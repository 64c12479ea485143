/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/office/wanted.h"
#include "practice/state.h"

G_BEGIN_DECLS

/**
 * Fills an empty database with a believable office of that many clients and records of employees. The same @wanted gives the same office,
 * whatever the date. Inside a transaction.
 */
void ovs_practice_office_fill (OvsPracticeState *state, const OvsPracticeWanted *wanted);

G_END_DECLS
