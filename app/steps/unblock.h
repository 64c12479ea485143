/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "conversion/rollback-scope.h"
#include "steps/step-page.h"

G_BEGIN_DECLS

/**
 * ovs_unblock:
 * @scope: (transfer full): to whom
 *
 * Gives Werknemerloket back (deblokkeren), from a page of a step: counts, asks with the numbers and with what is not undone, does it, and tells
 * what came of it. Where nobody is to be given it back it says so. Does nothing while the workspace is busy or open to read only.
 */
void ovs_unblock (OvsStepPage *page, OvsRollbackScope *scope);

G_END_DECLS
