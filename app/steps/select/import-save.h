/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "intake/result.h"
#include "steps/select/import-choice.h"
#include "steps/step-page.h"

G_BEGIN_DECLS

/** Asks where the refused rows of @result are to be saved, saves them there off the main thread, and tells it on @host. */
void ovs_import_save_ask (OvsStepPage *host, const OvsImportChoice *choice, OvsIntakeResult *result);

G_END_DECLS
