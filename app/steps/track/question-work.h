/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/questions.h"
#include "steps/track/caller-facts.h"
#include "steps/track/question-list.h"
#include "steps/workspace.h"

G_BEGIN_DECLS

/*
 * What Hulpvragen reads from the dossier and writes into it. All is asynchronous, for the main thread; each finish function takes the result that its
 * callback got.
 */

/** A call as read: the question, empty where it is not written down, and who asks; @facts is NULL where there is nobody like that any more. */
typedef struct
{
  OvsQuestion question;
  OvsCallerFacts *facts;
} OvsCall;

void          ovs_call_free         (OvsCall *call);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsCall, ovs_call_free)

/** Reads the question with the id @question, else who is meant by @employer and @employee (0: the client itself). */
void          ovs_call_read_async   (OvsWorkspace *workspace, gint64 question, gint64 employer, gint64 employee, GAsyncReadyCallback callback,
                                     gpointer user_data);

/** Returns: (transfer full) (nullable). */
OvsCall      *ovs_call_read_finish  (GAsyncResult *result, GError **error);

/** Writes @question (copied) down; ended now where @end. */
void          ovs_call_write_async  (OvsWorkspace *workspace, const OvsQuestion *question, gboolean end, GAsyncReadyCallback callback, gpointer user_data);

/** Returns: its id, -1 with @error set. */
gint64        ovs_call_write_finish (GAsyncResult *result, GError **error);

/** Reads the lists, and @per_day: how many questions the office can answer on a day, 0 where it did not say. */
void              ovs_call_list_async  (OvsWorkspace *workspace, GAsyncReadyCallback callback, gpointer user_data);

/** Returns: (transfer full) (nullable). */
OvsQuestionItems *ovs_call_list_finish (GAsyncResult *result, gint64 *per_day, GError **error);

/** The whole birth date of @employee; that it was asked for goes into the trail. */
void          ovs_call_birth_date_async  (OvsWorkspace *workspace, gint64 employee, GAsyncReadyCallback callback, gpointer user_data);
OvsDay        ovs_call_birth_date_finish (GAsyncResult *result, GError **error);

G_END_DECLS
