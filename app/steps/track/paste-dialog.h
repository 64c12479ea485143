/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/step-page.h"

G_BEGIN_DECLS

/**
 * Asks for text out of Loket's message centre, filled with what was copied, and shows whom it did not succeed for as a file to read in: what that brings
 * is seen before anything is written. Tells on @page where it cannot be read.
 */
void ovs_paste_dialog_show (OvsStepPage *page);

G_END_DECLS
