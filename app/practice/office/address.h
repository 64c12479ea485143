/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/state.h"

G_BEGIN_DECLS

/** Whether a mail server would take @address (nullable) at all. A made-up address that looks like one is taken. */
gboolean ovs_practice_address_is_possible (const char *address);

/** @address (nullable) as it is sent to, with the domain in ASCII; NULL when nothing can be. Returns: (transfer full) (nullable). */
char    *ovs_practice_address_to_ascii    (const char *address);
/** Keeps @address (nullable, or empty: none) as an employee's private one. FALSE when it is longer than Loket's field. */
gboolean ovs_practice_address_store       (OvsPracticeState *state, gint64 employee, const char *address);

G_END_DECLS
