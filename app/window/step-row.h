/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steps/step-page.h"

G_BEGIN_DECLS

#define OVS_TYPE_STEP_ROW (ovs_step_row_get_type ())
G_DECLARE_FINAL_TYPE (OvsStepRow, ovs_step_row, OVS, STEP_ROW, GtkListBoxRow)

/** A row of the step list: number, name, mark, one line of state; follows @page by itself. @id must be a constant. */
GtkWidget  *ovs_step_row_new         (guint number, const char *id, OvsStepPage *page);

const char *ovs_step_row_get_id      (OvsStepRow *self);

/** In a rail only the number and the mark are there, with the words in a tooltip. */
void        ovs_step_row_set_compact (OvsStepRow *self, gboolean compact);

G_END_DECLS
