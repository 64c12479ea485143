/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OvsDay:
 *
 * A calendar day without a time or a zone, as GDate's Julian number: 1 is 1 January of the year 1. Days are
 * compared and subtracted as integers. %OVS_NO_DAY is "no day" (an open end, an unknown birth date).
 */
typedef gint32 OvsDay;

#define OVS_NO_DAY ((OvsDay) 0)

/* The first and last year that a day of this program can have. */
#define OVS_DAY_FIRST_YEAR 1
#define OVS_DAY_LAST_YEAR 9999

/** The day, or %OVS_NO_DAY where no such day exists (31 February). */
OvsDay   ovs_day_from_ymd      (int year, int month, int day);

/** Splits @day, which must not be %OVS_NO_DAY. Every out argument may be NULL. */
void     ovs_day_to_ymd        (OvsDay day, int *year, int *month, int *day_of_month);

/** Reads exactly `YYYY-MM-DD`. FALSE (and %OVS_NO_DAY) for anything else, NULL included. */
gboolean ovs_day_parse_iso     (const char *text, OvsDay *day);

/** `2026-12-08`; NULL for %OVS_NO_DAY. */
char    *ovs_day_to_iso        (OvsDay day);

/** Room for a day as ovs_day_write_iso() writes it. */
#define OVS_DAY_ISO_SIZE sizeof "2026-12-08"

/** The same into @text. Returns: (transfer none) (nullable): @text, or NULL for %OVS_NO_DAY. */
const char *ovs_day_write_iso  (OvsDay day, char text[OVS_DAY_ISO_SIZE]);

/** `8-12-2026`, as the Dutch write a day; an empty string for %OVS_NO_DAY. */
char    *ovs_day_to_dutch      (OvsDay day);

/** `08-12-2026`, as office files hold a day; an empty string for %OVS_NO_DAY. */
char    *ovs_day_to_file       (OvsDay day);

/**
 * Whole years from @birth to @on: who is born on 29 February has a birthday on 1 March in other years
 * (article 1:149 of the Dutch civil code counts full years). Negative when @birth is later than @on.
 */
int      ovs_day_age           (OvsDay birth, OvsDay on);

G_END_DECLS
