/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "base/day.h"

G_BEGIN_DECLS

#define OVS_TYPE_CLOCK (ovs_clock_get_type ())
G_DECLARE_FINAL_TYPE (OvsClock, ovs_clock, OVS, CLOCK, GObject)

/**
 * OvsClock:
 *
 * The only place where the program reads the time. A clock runs with the machine's, shifted by an offset: a dossier that is
 * bound to a practice Loket follows that Loket's clock. Instants are microseconds since 1970 in UTC; days are those of
 * Europe/Amsterdam, since Loket and its users live there. Safe to use from any thread.
 */

/** A clock that runs with the machine's. Returns: (transfer full). */
OvsClock *ovs_clock_new        (void);

/** The instant now, in microseconds since 1970 (UTC). */
gint64    ovs_clock_now        (OvsClock *clock);

/** Today in Europe/Amsterdam. */
OvsDay    ovs_clock_today      (OvsClock *clock);

/** Shifts the clock so that it shows @instant now and runs on from there. */
void      ovs_clock_set_now    (OvsClock *clock, gint64 instant);

/**
 * Shows @instant and stands still there, until it is called with 0: then the clock runs on as if it had never stood. Whoever lives
 * through the past uses it, so that all that happens is written down at its own moment.
 */
void      ovs_clock_hold       (OvsClock *clock, gint64 instant);

/**
 * Follows another clock that shows @instant now. A difference of up to two seconds is the time that asking took, and is
 * no difference. Returns: TRUE when the clock was shifted.
 */
gboolean  ovs_clock_follow     (OvsClock *clock, gint64 instant);

/** The offset from the machine's clock, in microseconds. */
gint64    ovs_clock_get_offset (OvsClock *clock);

/** The day in Europe/Amsterdam of an @instant. */
OvsDay    ovs_clock_day_of     (gint64 instant);

/** The instant at which @day begins in Europe/Amsterdam. */
gint64    ovs_clock_start_of   (OvsDay day);

/** `2026-12-01T09:00:00Z` (whole seconds, as stored and as in JSON). Returns: (transfer full). */
char     *ovs_clock_to_iso     (gint64 instant);

/** Reads what ovs_clock_to_iso() writes, and any ISO 8601 instant with a zone. FALSE when @text is none. */
gboolean  ovs_clock_parse_iso  (const char *text, gint64 *instant);

/** The instant in Europe/Amsterdam as a person reads it, `1-12-2026 10:00`. Returns: (transfer full). */
char     *ovs_clock_to_dutch   (gint64 instant);

/** The same as office files hold it, `01-12-2026 10:00:00`. Returns: (transfer full). */
char     *ovs_clock_to_file    (gint64 instant);

G_END_DECLS
