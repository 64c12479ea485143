/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/step-page.h"

G_BEGIN_DECLS

/**
 * ovs_invite_people:
 * @employees: ids; copied
 *
 * Invites these people anew and tells on @page what came of it. Asks first when somebody was invited today already, and when there
 * are many. The workspace is busy meanwhile.
 */
void ovs_invite_people (OvsStepPage *page, const gint64 *employees, gsize n_employees);

G_END_DECLS
