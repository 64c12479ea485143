/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "planning/calendar.h"

G_BEGIN_DECLS

/**
 * The rounds and their milestones as iCalendar (RFC 5545), in the user's language: events of whole days that block nobody's time. Each event
 * is called the same every time, so that a calendar that takes the file in again moves what it has rather than adding to it. Names of
 * clients stand in it, nothing of employees but their number. @n_events: (out) (optional). Returns: (transfer full).
 */
char *ovs_calendar_file_text (const OvsCalendar *calendar, guint *n_events);

G_END_DECLS
