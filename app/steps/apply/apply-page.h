/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/step-page.h"

G_BEGIN_DECLS

#define OVS_TYPE_APPLY_PAGE (ovs_apply_page_get_type ())
G_DECLARE_FINAL_TYPE (OvsApplyPage, ovs_apply_page, OVS, APPLY_PAGE, OvsStepPage)

G_END_DECLS
