/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** How far a run is with one client. */
typedef enum
{
  OVS_RUN_STAGE_WAITING,  /* its turn comes */
  OVS_RUN_STAGE_INVITING,
  OVS_RUN_STAGE_BLOCKING, /* the invitations have their results */
  OVS_RUN_STAGE_DONE,
  OVS_RUN_STAGE_STOPPED,  /* trouble with this client, or the run was stopped before its end */
} OvsRunStage;

/**
 * OvsRunClient:
 * @number, @name: of the client; @name is nullable
 * @done: how many of its people have the result of their invitation
 * @total: how many are to be invited
 *
 * How far a run is with one client. Borrowed, valid during the signal only.
 */
typedef struct
{
  const char *number;
  const char *name;
  OvsRunStage stage;
  guint done;
  guint total;
} OvsRunClient;

#define OVS_TYPE_RUN_CONTROL (ovs_run_control_get_type ())
G_DECLARE_FINAL_TYPE (OvsRunControl, ovs_run_control, OVS, RUN_CONTROL, GObject)

/**
 * OvsRunControl:
 *
 * The hand on a run: pausing, going on, stopping, and hearing how far it is with each client. A run looks at it before each request that
 * changes something; what is under way is waited for, read back and settled, so that nothing is left in the air. Belongs
 * to the main context. Good for one run.
 *
 * Signal "client-changed" (const OvsRunClient *): first once for every client that takes part, then whenever it gets further.
 */
OvsRunControl *ovs_run_control_new         (void);

/** Nothing new is sent, not even what waits for its turn at Loket's door, until ovs_run_control_resume(). */
void           ovs_run_control_pause       (OvsRunControl *self);
void           ovs_run_control_resume      (OvsRunControl *self);

/** Nothing new is sent any more; the run ends as soon as what was sent has its result. */
void           ovs_run_control_stop        (OvsRunControl *self);

gboolean       ovs_run_control_is_paused   (OvsRunControl *self);
gboolean       ovs_run_control_is_stopped  (OvsRunControl *self);

/*
 * For the runs of this room, which may have no control: @self is nullable here.
 */

/** Waits while paused; a stop or a cancellation ends the waiting too. @callback never runs before this returns. */
void           ovs_run_control_wait_async  (OvsRunControl *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/** FALSE when nothing more may be sent. */
gboolean       ovs_run_control_wait_finish (OvsRunControl *self, GAsyncResult *result);

/** FALSE once stopped. */
gboolean       ovs_run_control_may_send    (OvsRunControl *self);

/**
 * What a run sends now is called off by this, as long as nothing of it was sent: see ovs_loket_set_halt(). Another one after each pause.
 * Returns: (transfer none).
 */
GCancellable  *ovs_run_control_get_halt    (OvsRunControl *self);

/** Calls off what waits for its turn at Loket's door; the run itself knows why. */
void           ovs_run_control_call_off    (OvsRunControl *self);

/** Tells who listens how far the run is with a client. */
void           ovs_run_control_report      (OvsRunControl *self, const OvsRunClient *client);

G_END_DECLS
