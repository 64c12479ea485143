/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/step-page.h"

G_BEGIN_DECLS

/**
 * ovs_choose_clients:
 * @ids: (transfer full) (element-type gint64): of clients; those that are over or were left out by hand are passed over
 * @select: TRUE to choose them, FALSE to let them go
 *
 * Makes it so, as one step. Tells it on @page with a way back when @ids are many, and what went wrong in any case.
 * @failed is called on @page (nullable) when nothing was changed, so that what is shown can be put right.
 */
void ovs_choose_clients (OvsStepPage *page, GArray *ids, gboolean select, void (*failed) (OvsStepPage *page));

G_END_DECLS
