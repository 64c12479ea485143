/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/step-page.h"

G_BEGIN_DECLS

/** Asks whether the uitvallijst is saved as one file, or as one for each client, and where; tells on @page what came of it. */
void ovs_fallout_save (OvsStepPage *page);

G_END_DECLS
