/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/state.h"

G_BEGIN_DECLS

/** Notes in the list of events that @event happened to @employee at @at (microseconds). */
void ovs_practice_record_event (OvsPracticeState *state, gint64 at, gint64 employee, const char *event);

/** Notes that @event happened to an employer as a whole. */
void ovs_practice_record_employer_event (OvsPracticeState *state, gint64 at, gint64 employer, const char *event);

/** Puts a mail of @kind to @employee's private address in the box, unless that is no address. @secret (nullable) is the end of its link. */
void ovs_practice_record_mail  (OvsPracticeState *state, gint64 at, gint64 employee, const char *kind, const char *secret);

/** The same to another address than the one that the employer knows. */
void ovs_practice_record_mail_to (OvsPracticeState *state, gint64 at, gint64 employee, const char *recipient, const char *kind, const char *secret);

G_END_DECLS
