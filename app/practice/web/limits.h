/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* libsoup has no name for the status. */
#define OVS_PRACTICE_TOO_MANY_REQUESTS 429

/** How often something may be tried, by the monotonic clock. Kept in memory: a restart forgets. */
typedef struct _OvsPracticeLimits OvsPracticeLimits;

OvsPracticeLimits *ovs_practice_limits_new  (void);
void               ovs_practice_limits_free (OvsPracticeLimits *self);

/** Counts one try at @what by @who, or with "" by everybody together. FALSE when it is one too many: more than @most within @seconds. */
gboolean           ovs_practice_limits_take (OvsPracticeLimits *self, const char *what, const char *who, guint most, guint seconds);

/** How many tries at @what @who has left. */
guint              ovs_practice_limits_left (OvsPracticeLimits *self, const char *what, const char *who, guint most);

/** In how many minutes, upwards, the count of @who starts anew; 0: now. */
guint              ovs_practice_limits_minutes (OvsPracticeLimits *self, const char *what, const char *who);

/** Nobody tried anything: what was to be waited for went by, since the clock of practice was moved. */
void               ovs_practice_limits_forget (OvsPracticeLimits *self);

/** A try that succeeded: the count of @who starts anew. */
void               ovs_practice_limits_clear (OvsPracticeLimits *self, const char *what, const char *who);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsPracticeLimits, ovs_practice_limits_free)

G_END_DECLS
