/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/apply/apply-run.h"

G_BEGIN_DECLS

/**
 * OvsApplyWhom:
 * @people: (element-type gint64): ids in the dossier
 * @clients: of so many clients; 0 where nobody counted them
 * @seen: (nullable): a set of whose differences with Loket were shown
 * @agreed: (nullable): what Loket has otherwise about them and is agreed to with them, as for OvsApproval; they are invited and nobody else
 *
 * Whom a question is about, where it is not about all who are ready. Everything is owned. Free with ovs_apply_whom_free().
 */
typedef struct
{
  GArray *people;
  gint64 clients;
  GHashTable *seen;
  GHashTable *agreed;
} OvsApplyWhom;

/**
 * ovs_apply_whom_new_braked:
 * @run: one that the brake stopped
 * @agreed: (nullable): what was agreed to for it
 *
 * Whom that run would have taken, with what was shown of them. Returns: (transfer full).
 */
OvsApplyWhom *ovs_apply_whom_new_braked (OvsApplyRun *run, GHashTable *agreed);

/** Who was held back among @differences (element-type OvsDifference), and what Loket has otherwise about them. Returns: (transfer full). */
OvsApplyWhom *ovs_apply_whom_new_held   (const GPtrArray *differences);

OvsApplyWhom *ovs_apply_whom_copy       (const OvsApplyWhom *whom);
void          ovs_apply_whom_free       (OvsApplyWhom *whom);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsApplyWhom, ovs_apply_whom_free)

G_END_DECLS
