/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/select/import-choice.h"
#include "steps/step-page.h"

G_BEGIN_DECLS

/** Keeps what was chosen by hand in @choice, if anything was, for the next file with the same headers, and tells it on @host. */
void ovs_import_remember             (OvsStepPage *host, const OvsImportChoice *choice);

/** Tells that the kept layouts could not be changed. */
void ovs_import_remember_tell_failed (OvsStepPage *host, const GError *error);

G_END_DECLS
