/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/dossier.h"
#include "mail/smtp.h"

G_BEGIN_DECLS

/**
 * OvsPostProgress:
 * @done: how many of the @total messages have their result
 * @wait: for how many seconds nothing is sent, because the server asked for that; 0: it goes on
 * @trouble: (nullable): why it waits
 *
 * How far a run is. Borrowed, valid during the call only.
 */
typedef struct
{
  guint done;
  guint total;
  guint sent;
  guint refused;
  guint unknown;
  guint wait;
  const char *trouble;
} OvsPostProgress;

typedef void (*OvsPostProgressFunc) (const OvsPostProgress *progress, gpointer data);

/**
 * OvsPostRunOptions:
 * @sender: the address that the server gets to hear
 * @copy: (nullable): address that gets a copy of each
 * @per_minute: how many go in a minute at most
 * @letters: (nullable) (element-type gint64): the only ones that go; NULL for all that wait
 *
 * What is sent. Copied.
 */
typedef struct
{
  const char *sender;
  const char *copy;
  guint per_minute;
  const GArray *letters;
  OvsPostProgressFunc progress;
  gpointer progress_data;
} OvsPostRunOptions;

/**
 * OvsPostResult:
 * @waiting: still to be sent: it was stopped, the server wants them later, or takes none
 * @dropped: not sent any more: the client withdrew, or the letter is not true any more
 * @broken_off: by an earlier run that came to a sudden end: these are unknown since
 * @stopped: somebody stopped it
 * @trouble: (nullable): a sentence on why it ended before its end
 *
 * What became of it. Everything is owned; free with ovs_post_result_free().
 */
typedef struct
{
  guint sent;
  guint refused;
  guint unknown;
  guint waiting;
  guint dropped;
  guint broken_off;
  gboolean stopped;
  char *trouble;
} OvsPostResult;

void           ovs_post_result_free (OvsPostResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsPostResult, ovs_post_result_free)

/**
 * Sends what waits in the outbox, one message at a time and no more in a minute than may: it is noted as being sent, given to @smtp, and noted with what the
 * server answered. What the server wants later is tried again after a while, three times at most. Whether a message went is not known when the
 * line broke after it was given, or when an earlier run was killed meanwhile: such a message is never sent again by itself.
 *
 * @stop: cancelling it ends the run in good order: what is being sent is waited for, what waits goes on waiting, and the result is told.
 * Fails with %G_IO_ERROR_BUSY while another run is under way on @dossier.
 */
void           ovs_post_run_async   (OvsDossier *dossier, OvsSmtp *smtp, const OvsPostRunOptions *options, GCancellable *stop,
                                     GAsyncReadyCallback callback, gpointer user_data);

/** Returns: (transfer full) (nullable): NULL with @error set where the dossier could not be written. */
OvsPostResult *ovs_post_run_finish  (OvsDossier *dossier, GAsyncResult *result, GError **error);

G_END_DECLS
