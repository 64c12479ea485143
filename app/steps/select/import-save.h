/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "intake/result.h"
#include "steps/select/import-choice.h"
#include "steps/step-page.h"

G_BEGIN_DECLS

/** Asks where to, saves the refused rows of @result there, and tells of it on @host. */
void ovs_import_save_refused (OvsStepPage *host, const OvsImportChoice *choice, OvsIntakeResult *result);

G_END_DECLS
