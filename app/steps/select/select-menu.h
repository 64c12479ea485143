/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/step-page.h"

G_BEGIN_DECLS

/** The button with what else can be done in Selecteren. Its actions, "select.tickets" and so on, are put on @page. */
GtkWidget *ovs_select_menu_new (OvsStepPage *page);

G_END_DECLS
