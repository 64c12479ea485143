/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/clock.h"
#include "practice/database.h"

G_BEGIN_DECLS

/* What Loket's documentation leaves open; each is an assumption that the practice Loket can hold either way. */
typedef struct
{
  int validity_days;             /* an invitation expires after so many days */
  gboolean resend_while_pending; /* SendInvite is accepted for whom an invitation is pending */
} OvsPracticeBehaviour;

/**
 * OvsPracticeState:
 *
 * What every part of the practice Loket shares. Owned by OvsPractice; borrowed by everybody else, in the main context of
 * the server.
 */
typedef struct
{
  OvsPracticeDb *db;    /* (owned) */
  OvsClock *clock;      /* (owned) the practice Loket's, which tests and trainers move */
  OvsClock *machine;    /* (owned) never moved: access tokens expire by it */
  OvsPracticeBehaviour behaviour;
  struct _OvsPracticeRunner *runner; /* (owned) works collective actions off */
  GPtrArray *faults;    /* (owned) trouble on order, see practice/faults.h */
  guint port;           /* 0 while it does not listen */
  guint start_delay;    /* milliseconds before a collective action is begun */
  guint item_delay;     /* milliseconds for each of its items */
} OvsPracticeState;

/** A setting of the database, or NULL. Returns: (transfer full) (nullable). */
char *ovs_practice_state_get (OvsPracticeState *state, const char *name);
void  ovs_practice_state_set (OvsPracticeState *state, const char *name, const char *value);

G_END_DECLS
