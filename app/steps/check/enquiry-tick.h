/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/step-page.h"

G_BEGIN_DECLS

/**
 * Ticks off that the lists of these clients (element-type gint64, transfer full) came back, as on paper; the page tells it, with a way back, or
 * what went wrong.
 */
void ovs_enquiry_tick_returned (OvsStepPage *page, GArray *employers);

G_END_DECLS
