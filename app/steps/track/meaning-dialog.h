/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/step-page.h"

G_BEGIN_DECLS

/**
 * Asks what @words of Loket mean and what to do about it, and keeps the answer in the dossier; a meaning that is emptied is forgotten. @meaning,
 * @advice: (nullable): what is known.
 */
void ovs_meaning_dialog_show (OvsStepPage *page, const char *words, const char *meaning, const char *advice);

G_END_DECLS
