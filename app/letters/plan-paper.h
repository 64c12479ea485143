/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "planning/calendar.h"

G_BEGIN_DECLS

/**
 * The plan of an office as a PDF of A4, to hang on the wall or lie on a desk, in the user's language: each round with its clients, and what is to be done
 * when, with a box to tick for what is not done yet. Returns: (transfer full): NULL with @error set.
 */
GBytes *ovs_plan_paper_pdf (const OvsCalendar *calendar, GError **error);

G_END_DECLS
