/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/dossier.h"
#include "dossier/preflight.h"
#include "loket/loket.h"
#include "rules/activity.h"

G_BEGIN_DECLS

/**
 * OvsPreflightAnswer:
 *
 * One employer that is asked about: in, which one; out, what came of it.
 */
typedef struct
{
  char *number;
  char *loket_id;
  OvsPreflight found;     /* its employer is set beforehand */
  gboolean kept;          /* it was asked today already: nothing was sent */
} OvsPreflightAnswer;

OvsPreflightAnswer *ovs_preflight_answer_new  (gint64 employer, const char *number, const char *loket_id);
void                ovs_preflight_answer_free (OvsPreflightAnswer *answer);

/**
 * ovs_preflight_async:
 * @answers: (element-type OvsPreflightAnswer): must live until the end
 * @again: ask also where it was asked today already
 * @keep: keep what is found in the dossier
 *
 * Asks Loket what the user who signed in may do at each employer, and which of the two portals the employer has: at most two requests for each,
 * once a day. Where Loket refuses to tell that is the answer: unknown.
 */
void     ovs_preflight_async  (OvsDossier *dossier, OvsLoket *loket, GPtrArray *answers, gboolean again, gboolean keep,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean ovs_preflight_finish (OvsDossier *dossier, GAsyncResult *result, GError **error);

/** Why @need cannot be done there, the first reason. Returns: (transfer none) (nullable): NULL where nothing is known against it. */
const char *ovs_preflight_find_objection (const OvsPreflight *preflight, OvsActivityNeed need);

/** What else cannot be done there, a sentence each. Returns: (transfer full). */
GStrv       ovs_preflight_tell_warnings  (const OvsPreflight *preflight);

G_END_DECLS
