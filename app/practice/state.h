/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/clock.h"
#include "practice/behaviour.h"
#include "practice/database.h"

G_BEGIN_DECLS

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
  OvsPracticeBehaviour *behaviour; /* (owned) */
  struct _OvsPracticeRunner *runner; /* (owned) works collective actions off */
  struct _OvsPracticeCatchUp *catch_up; /* (owned) lets what falls due happen, see practice/catch-up.h */
  struct _OvsPracticeLater *later; /* (owned) answers that take long, see practice/web/later.h */
  struct _OvsPracticeCourier *courier; /* (owned) takes mails to a mail server, see practice/mail/courier.h */
  struct _OvsPracticeLimits *limits; /* (owned) how often something may be tried, see practice/web/limits.h */
  struct _OvsPracticeRowCache *rows; /* (owned) of the lists that are paged, see practice/api/row-cache.h */
  GPtrArray *faults;    /* (owned) trouble on order, see practice/doors/faults.h */
  gint64 second;        /* the one that requests are counted in */
  int requests;         /* so many came in it */
  gint64 caught_up;     /* the moment up to which everything happened that fell due, 0 before the first time */
  char *host;           /* (owned) (nullable) `HOST:PORT`, the one name that requests have to call it by; NULL: any name of this machine */
  char *url;            /* (owned) (nullable) what every address of a page begins with; NULL while it does not listen */
  guint port;           /* 0 while it does not listen */
  guint start_delay;    /* milliseconds before a collective action is begun */
  guint item_delay;     /* milliseconds for each of its items */
} OvsPracticeState;

/** A setting of the database, or NULL. Returns: (transfer full) (nullable). */
char *ovs_practice_state_get (OvsPracticeState *state, const char *name);
void  ovs_practice_state_set (OvsPracticeState *state, const char *name, const char *value);

G_END_DECLS
