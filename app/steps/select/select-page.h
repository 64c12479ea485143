/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/step-page.h"

G_BEGIN_DECLS

#define OVS_TYPE_SELECT_PAGE (ovs_select_page_get_type ())
G_DECLARE_FINAL_TYPE (OvsSelectPage, ovs_select_page, OVS, SELECT_PAGE, OvsStepPage)

G_END_DECLS
