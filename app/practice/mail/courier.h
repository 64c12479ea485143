/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/mail/mail-server.h"
#include "practice/state.h"

G_BEGIN_DECLS

/**
 * OvsPracticeCourier:
 *
 * Takes the mails to a mail server once one is set, one by one and in order, in a thread: the practice Loket goes on whatever the server
 * does. What is on its way stands in the database and goes on after a restart; a mail that perhaps arrived is sent again under the
 * same Message-ID. A server that is down, and a mail that it takes later, are tried again after 1, 2, 4 … at most 300 seconds.
 * Until a server is set nothing leaves.
 */
typedef struct _OvsPracticeCourier OvsPracticeCourier;

/* How it goes. */
typedef struct
{
  const char *url;     /* (nullable) NULL: no server is set. Borrowed, like the others */
  const char *sender;  /* never NULL */
  const char *to;      /* (nullable) */
  const char *trouble; /* (nullable) why the server takes nothing now, a sentence */
  gint64 waiting;
  gint64 delivered;
  gint64 refused; /* by the server, for good */
} OvsPracticeCourierReport;

/** Lives in the thread-default main context. @state is borrowed, and need not be complete yet. */
OvsPracticeCourier *ovs_practice_courier_new   (OvsPracticeState *state);

/** What is under way is given three seconds, and then up. */
void                ovs_practice_courier_free  (OvsPracticeCourier *self);

/**
 * From now on, mails go to @server; who waits, or was refused, is tried at once. Mails from before the first time stay in the
 * mail box. The server is not kept beyond this process, that mails go out is. NULL: they stay in the mail box again, also those that wait.
 * Inside a transaction.
 * Returns: FALSE with %G_IO_ERROR_INVALID_ARGUMENT when @server cannot be one; nothing changes.
 */
gboolean            ovs_practice_courier_set   (OvsPracticeCourier *self, const OvsPracticeMailServer *server, GError **error);

/** There is a new mail. */
void                ovs_practice_courier_wake  (OvsPracticeCourier *self);

/** Whether a server is set. */
gboolean            ovs_practice_courier_is_set (OvsPracticeCourier *self);

/** The address that mails come from. */
const char         *ovs_practice_courier_sender (OvsPracticeCourier *self);

/** Inside a transaction. */
OvsPracticeCourierReport ovs_practice_courier_report (OvsPracticeCourier *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsPracticeCourier, ovs_practice_courier_free)

G_END_DECLS
