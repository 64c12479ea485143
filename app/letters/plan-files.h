/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "planning/calendar.h"

G_BEGIN_DECLS

/*
 * The plan of an office as files: readable by their owner only, there whole or not at all. FALSE with a sentence in @error that says why and what to do.
 */

/** As iCalendar, see planning/calendar-file.h. @n_events: (out) (optional). */
gboolean ovs_plan_files_save_calendar (const OvsCalendar *calendar, const char *path, guint *n_events, GError **error);

/** As a PDF, see letters/plan-paper.h. */
gboolean ovs_plan_files_save_paper    (const OvsCalendar *calendar, const char *path, GError **error);

G_END_DECLS
