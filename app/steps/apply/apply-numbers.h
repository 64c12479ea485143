/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/apply/apply-outcome.h"
#include "steps/apply/plan-figures.h"

G_BEGIN_DECLS

/** What Toepassen shows of the dossier. Free with ovs_apply_numbers_free(). */
typedef struct
{
  OvsPlanFigures plan;
  OvsApplyOutcome outcome; /* empty, without reasons, where people are still to be invited and nothing ran here */
  gint64 beside;           /* clients that go by another route than the API */
} OvsApplyNumbers;

void             ovs_apply_numbers_free        (OvsApplyNumbers *numbers);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsApplyNumbers, ovs_apply_numbers_free)

/**
 * ovs_apply_numbers_read_async:
 * @ran: a run has ended here, so that its outcome is shown whoever is still to be invited
 *
 * Reads them for the round that @workspace looks at. ovs_apply_numbers_read_finish() gives (transfer full) (nullable).
 */
void             ovs_apply_numbers_read_async  (OvsWorkspace *workspace, gboolean ran, GAsyncReadyCallback callback, gpointer user_data);
OvsApplyNumbers *ovs_apply_numbers_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
