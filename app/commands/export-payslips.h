/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "commands/invocation.h"

G_BEGIN_DECLS

/** The lists of letters/payslip-file.h that an export @kind is about; 0 for another kind. */
guint    ovs_export_payslips_lists (const char *kind);

/**
 * Writes such an export as a PDF, or, with @each, a table and a PDF for each client in the folder @target, and answers. FALSE with a sentence.
 */
gboolean ovs_export_payslips       (OvsInvocation *invocation, OvsDossier *dossier, guint lists, gboolean each, const char *target, GError **error);

G_END_DECLS
