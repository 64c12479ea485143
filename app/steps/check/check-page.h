/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/step-page.h"

G_BEGIN_DECLS

#define OVS_TYPE_CHECK_PAGE (ovs_check_page_get_type ())
G_DECLARE_FINAL_TYPE (OvsCheckPage, ovs_check_page, OVS, CHECK_PAGE, OvsStepPage)

/**
 * OvsCheckPage:
 *
 * Step 2: who can go over. Numbers that are filters, the exceptions by who says so, the people of the chosen one, and the answers
 * about them.
 */

G_END_DECLS
