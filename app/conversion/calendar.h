/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"
#include "planning/calendar.h"

G_BEGIN_DECLS

/**
 * Reads all rounds, to be put in a calendar or on paper. In a thread of the dossier, to write: the first time the dossier gets a name by
 * which calendars know it. Returns: (transfer full).
 */
OvsCalendar *ovs_calendar_read (OvsTx *tx);

G_END_DECLS
