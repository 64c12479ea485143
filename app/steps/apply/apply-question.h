/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steps/apply/apply-whom.h"
#include "steps/apply/plan-figures.h"

G_BEGIN_DECLS

/** What the user said yes to. Free with ovs_agreed_free(). */
typedef struct
{
  OvsApproval approval; /* its sets are owned */
  char *second_person;  /* (owned) (nullable) */
} OvsAgreed;

void       ovs_agreed_free            (OvsAgreed *agreed);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsAgreed, ovs_agreed_free)

/**
 * ovs_apply_question_async:
 * @plan: for the numbers of clients and blocks
 * @whom: (nullable) (transfer full): whom it is about; NULL for all who are ready
 *
 * Asks once before people are invited, with the numbers and the name of the environment; above a number that the dossier sets, a second
 * person is asked for first. ovs_apply_question_finish() gives (transfer full) (nullable) what was agreed to, NULL for nothing; @error is set
 * only where the dossier could not be read.
 */
void       ovs_apply_question_async   (OvsWorkspace *workspace, GtkWindow *parent, const OvsPlanFigures *plan, OvsApplyWhom *whom,
                                       GAsyncReadyCallback callback, gpointer user_data);
OvsAgreed *ovs_apply_question_finish  (GAsyncResult *result, GError **error);

G_END_DECLS
